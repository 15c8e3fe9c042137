#include "tests/support/mutate.h"

#include <algorithm>
#include <array>

namespace dateline::test {
namespace {

// A place in the text, its end included.
std::size_t place(Random& random, const std::string& text) {
  return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(text.size())));
}

std::size_t length(Random& random, const std::string& text, std::size_t from) {
  constexpr std::size_t kLongest = 16;  // longer pieces are soon all alike
  const std::size_t most = std::min(text.size() - from, kLongest);
  return static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(most)));
}

char any_byte(Random& random, const std::string& text) {
  constexpr std::string_view kTelling =
      std::string_view("\0\n -/.:XTZ09<>&;\"{}[],\x80\xC3\xFF", 26);
  if (random.one_in(3)) return static_cast<char>(random.next());
  if (!text.empty() && random.one_in(2)) return random.pick(text);
  return random.pick(kTelling);
}

void change(Random& random, std::string& text, std::string_view other) {
  const std::size_t at = place(random, text);
  const std::size_t size = length(random, text, at);
  switch (random.between(0, 5)) {
    case 0:
      text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), any_byte(random, text));
      break;
    case 1:
      text.erase(at, size);
      break;
    case 2:
      text.insert(place(random, text), text.substr(at, size));
      break;
    case 3:
      text.resize(at);
      break;
    case 4:
      text.replace(at, std::string::npos, other.substr(std::min(at, other.size())));
      break;
    default:
      if (at < text.size()) text[at] = any_byte(random, text);
  }
}

}  // namespace

std::string mutated(Random& random, const std::vector<std::string_view>& seeds) {
  std::string text(random.pick(seeds));
  for (std::int64_t changes = random.between(1, 4); changes > 0; --changes)
    change(random, text, random.pick(seeds));
  return text;
}

}  // namespace dateline::test
