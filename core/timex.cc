#include "core/timex.h"

#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 4> kNames = {"DATE", "TIME", "DURATION", "SET"};

}  // namespace

std::string_view name_of(TimexType type) { return kNames[static_cast<std::size_t>(type)]; }

std::optional<TimexType> timex_type_named(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (kNames[i] == name) return static_cast<TimexType>(i);
  return std::nullopt;
}

}  // namespace dateline
