#include "core/timeline.h"

#include <array>

#include "core/enum_names.h"

namespace dateline {
namespace {

constexpr auto kEvidenceRoles = std::to_array<std::string_view>(
    {"support", "trigger", "time", "participant", "place", "attribution"});
constexpr auto kShapes =
    std::to_array<std::string_view>({"within", "instant", "interval", "before", "after", "set"});
constexpr auto kQualifiers =
    std::to_array<std::string_view>({"exact", "approximate", "at-least", "at-most"});
constexpr auto kStatuses =
    std::to_array<std::string_view>({"unknown", "open", "met", "missed", "moved", "withdrawn"});
constexpr auto kEventKinds =
    std::to_array<std::string_view>({"event", "state", "deadline", "statement"});
constexpr auto kLinkTypes = std::to_array<std::string_view>(
    {"before",      "meets",        "overlaps",     "starts",       "during",     "finishes",
     "equals",      "sub-event-of", "causes",       "enables",      "prevents",   "condition-of",
     "deadline-of", "reports",      "same-as",      "member-of",    "represents", "related",
     "contradicts", "updates",      "corroborates", "same-event-as"});

}  // namespace

std::string_view name_of(Evidence::Role role) {
  return kEvidenceRoles[static_cast<std::size_t>(role)];
}
std::optional<Evidence::Role> evidence_role_named(std::string_view name) {
  return value_named<Evidence::Role>(kEvidenceRoles, name);
}
std::string_view name_of(When::Shape shape) { return kShapes[static_cast<std::size_t>(shape)]; }
std::optional<When::Shape> shape_named(std::string_view name) {
  return value_named<When::Shape>(kShapes, name);
}
std::string_view name_of(Quantity::Qualifier qualifier) {
  return kQualifiers[static_cast<std::size_t>(qualifier)];
}
std::optional<Quantity::Qualifier> qualifier_named(std::string_view name) {
  return value_named<Quantity::Qualifier>(kQualifiers, name);
}
std::string_view name_of(Deadline::Status status) {
  return kStatuses[static_cast<std::size_t>(status)];
}
std::optional<Deadline::Status> status_named(std::string_view name) {
  return value_named<Deadline::Status>(kStatuses, name);
}
std::string_view name_of(Event::Kind kind) { return kEventKinds[static_cast<std::size_t>(kind)]; }
std::optional<Event::Kind> event_kind_named(std::string_view name) {
  return value_named<Event::Kind>(kEventKinds, name);
}
std::string_view name_of(LinkType type) { return kLinkTypes[static_cast<std::size_t>(type)]; }
std::optional<LinkType> link_type_named(std::string_view name) {
  return value_named<LinkType>(kLinkTypes, name);
}

}  // namespace dateline
