#include "cli/console.h"

#include <charconv>
#include <string_view>

#include "core/date.h"

namespace dateline {

namespace {
constexpr std::int64_t kEndOfYear9999 = 253402300800;
}

std::optional<std::string> time_of_epoch(std::string_view seconds) {
  std::int64_t value = 0;
  const char* const end = seconds.data() + seconds.size();
  const auto parsed = std::from_chars(seconds.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  if (value < 0 || value >= kEndOfYear9999) return std::nullopt;
  return to_string(Instant{value, {}});
}

}  // namespace dateline
