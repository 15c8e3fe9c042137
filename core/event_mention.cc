#include "core/event_mention.h"

#include <array>

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

template <typename Enum, std::size_t n>
std::optional<Enum> named(const std::array<std::string_view, n>& names, std::string_view name) {
  for (std::size_t i = 0; i < n; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name_of(EventClass event_class) {
  return kClasses[static_cast<std::size_t>(event_class)];
}
std::string_view name_of(Role role) { return kRoles[static_cast<std::size_t>(role)]; }
std::optional<Role> role_named(std::string_view name) { return named<Role>(kRoles, name); }
std::string_view name_of(PlaceRole role) { return kPlaceRoles[static_cast<std::size_t>(role)]; }
std::optional<PlaceRole> place_role_named(std::string_view name) {
  return named<PlaceRole>(kPlaceRoles, name);
}
std::string_view name_of(DeadlineMention::Force force) {
  return kForces[static_cast<std::size_t>(force)];
}
std::optional<DeadlineMention::Force> force_named(std::string_view name) {
  return named<DeadlineMention::Force>(kForces, name);
}

}  // namespace dateline
