#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// The tree of the highest sum of scores that has exactly one root, after Chu and Liu (1965) and
/// Edmonds (1967): heads of words 1 to n at places 0 to n - 1, 0 for the root. `scores` has a row
/// of n + 1 numbers for each word, one for each head from 0 on; a word's score as its own head is
/// not read. Of equal heads the first wins. Time grows with the square of n, and with the number of
/// circles among the words' best heads.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::uint32_t words);

}  // namespace dateline
