#include "core/tlink.h"

#include <array>

namespace dateline {

std::string_view name_of(TemporalRelation relation) {
  static constexpr auto kNames = std::to_array<std::string_view>(
      {"BEFORE", "AFTER", "INCLUDES", "IS_INCLUDED", "SIMULTANEOUS", "VAGUE"});
  return kNames[static_cast<std::size_t>(relation)];
}

}  // namespace dateline
