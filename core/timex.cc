#include "core/timex.h"

#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 4> kTimexNames = {"DATE", "TIME", "DURATION", "SET"};
constexpr std::array<std::string_view, 5> kAnchors = {"", "document", "timex", "event", "user"};

}  // namespace

std::string_view name_of(TimexType type) { return kTimexNames[static_cast<std::size_t>(type)]; }

std::optional<TimexType> timex_type_named(std::string_view name) {
  for (std::size_t i = 0; i < kTimexNames.size(); ++i)
    if (kTimexNames[i] == name) return static_cast<TimexType>(i);
  return std::nullopt;
}

std::string_view name_of(Timex::Anchor anchor) {
  return kAnchors[static_cast<std::size_t>(anchor)];
}

std::optional<Timex::Anchor> anchor_named(std::string_view name) {
  for (std::size_t i = 1; i < kAnchors.size(); ++i)
    if (kAnchors[i] == name) return static_cast<Timex::Anchor>(i);
  return std::nullopt;
}

}  // namespace dateline
