// generate_articles FOLDER COUNT WORDS: writes generated articles as files, for the benchmarks.

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string_view>

#include "tests/support/generated_articles.h"

namespace {

constexpr std::uint32_t kMostArticles = 1000000;

// 0 if it is not a number.
std::uint32_t number(std::string_view text) {
  std::uint32_t value = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
  return parsed.ec == std::errc() && value <= kMostArticles ? value : 0;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4 || number(words[2]) == 0 || number(words[3]) == 0) {
    std::cerr << "Usage: generate_articles FOLDER COUNT WORDS\n";
    return 2;
  }
  const std::filesystem::path folder = words[1];
  std::filesystem::create_directories(folder);
  for (std::uint32_t i = 0; i < number(words[2]); ++i) {
    const std::string name = std::to_string(kMostArticles + i) + ".txt";
    std::ofstream(folder / name, std::ios::binary)
        << dateline::testing::generated_article(i, number(words[3]));
  }
  return 0;
}
