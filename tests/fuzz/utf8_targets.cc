#include "core/characters.h"
#include "core/utf8.h"
#include "tests/fuzz/targets.h"

namespace dateline::test {
namespace {

// The offsets of all code points, by the plainest loop there is, and the end.
std::vector<std::size_t> begins_of(std::string_view bytes) {
  std::vector<std::size_t> begins;
  std::size_t at = 0;
  while (at < bytes.size()) {
    begins.push_back(at);
    at += decode_utf8(bytes, at).size;
  }
  begins.push_back(at);
  return begins;
}

}  // namespace

std::string broken_utf8(std::string_view bytes) {
  const auto begins = begins_of(bytes);
  if (begins.back() != bytes.size()) return "a code point runs past the end";
  if (count_code_points(bytes) + 1 != begins.size()) return "the count is wrong";
  const CodePointIndex index(bytes);
  for (std::uint32_t i = 0; i < begins.size(); ++i) {
    if (index.byte_of(i) != begins[i]) return "byte_of is wrong";
    if (index.code_points_before(static_cast<std::uint32_t>(begins[i])) != i)
      return "code_points_before is wrong";
  }
  const auto invalid = first_invalid_utf8(bytes);
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    const bool valid = decode_utf8(bytes, begins[i]).valid;
    if (valid != (!invalid || begins[i] < *invalid)) return "the first invalid byte is elsewhere";
    if (!valid) break;
  }
  const std::string lowered = lower_case(bytes);
  return lower_case(lowered) == lowered ? "" : "lower case is not lower case";
}

}  // namespace dateline::test
