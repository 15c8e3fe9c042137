#include "core/event_mention.h"

#include <array>

#include "core/enum_names.h"

namespace dateline {
namespace {

constexpr auto kClasses = std::to_array<std::string_view>(
    {"OCCURRENCE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE", "STATE"});
constexpr auto kRoles =
    std::to_array<std::string_view>({"agent", "patient", "recipient", "speaker", "addressee",
                                     "beneficiary", "instrument", "attendee", "topic", "other"});
constexpr auto kPlaceRoles = std::to_array<std::string_view>({"at", "from", "to", "about"});
constexpr auto kForces =
    std::to_array<std::string_view>({"obligation", "advice", "horizon", "scheduled-end"});

}  // namespace

std::string_view name_of(EventClass event_class) {
  return kClasses[static_cast<std::size_t>(event_class)];
}
std::optional<EventClass> event_class_named(std::string_view name) {
  return value_named<EventClass>(kClasses, name);
}
std::string_view name_of(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::optional<Role> role_named(std::string_view name) { return value_named<Role>(kRoles, name); }
std::string_view name_of(PlaceRole role) { return kPlaceRoles[static_cast<std::size_t>(role)]; }
std::optional<PlaceRole> place_role_named(std::string_view name) {
  return value_named<PlaceRole>(kPlaceRoles, name);
}
std::string_view name_of(DeadlineMention::Force force) {
  return kForces[static_cast<std::size_t>(force)];
}
std::optional<DeadlineMention::Force> force_named(std::string_view name) {
  return value_named<DeadlineMention::Force>(kForces, name);
}

}  // namespace dateline
