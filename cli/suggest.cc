#include "cli/suggest.h"

#include <algorithm>
#include <vector>

namespace dateline {

namespace {

// Longer words are not what somebody mistyped, and the table is quadratic.
constexpr std::size_t kLongestWord = 40;

bool swapped(std::string_view a, std::size_t i, std::string_view b, std::size_t j) {
  return i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
}

std::size_t allowed_edits(std::string_view word) { return word.size() < 4 ? 1 : word.size() / 3; }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (swapped(a, i, b, j)) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = above;
    std::swap(above, row);
  }
  return above[b.size()];
}

std::optional<std::string_view> closest(std::string_view word,
                                        std::span<const std::string_view> known) {
  if (word.empty() || word.size() > kLongestWord) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t least = allowed_edits(word) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t edits = edit_distance(word, candidate);
    if (edits < least && edits < candidate.size()) {
      least = edits;
      best = candidate;
    }
  }
  if (best) return best;
  for (const std::string_view candidate : known)
    if (word.size() > 2 && (candidate.starts_with(word) || word.starts_with(candidate)))
      return candidate;
  return std::nullopt;
}

}  // namespace dateline
