#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace dateline::testing {

/// So many made-up words with spaces between, the same for a seed; two seeds have hardly a run of
/// words in common.
inline std::string made_words(std::uint32_t seed, std::size_t count) {
  std::mt19937 random(seed);
  std::string words;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) words += ' ';
    for (std::uint32_t letters = 3 + static_cast<std::uint32_t>(random()) % 5; letters > 0;
         --letters)
      words += static_cast<char>('a' + static_cast<char>(random() % 26));
  }
  return words;
}

}  // namespace dateline::testing
