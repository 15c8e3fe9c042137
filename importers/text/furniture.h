#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// What a line of a page is, if it is no part of the story.
enum class Furniture : std::uint8_t {
  none,
  line,     ///< "Share this": itself alone
  section,  ///< "Related articles": and all that stands under it
};

/// Patterns of the lines that pages put around a story.
class FurniturePatterns {
 public:
  /// A text that must be of its rule's kind, or must be none.
  struct Example {
    std::string text;
    Furniture expected = Furniture::none;
    std::string rule;
  };

  /// Reads the format that en/furniture.txt explains. `path` is for messages only.
  static Result<FurniturePatterns> parse(std::string_view text, std::string_view path);

  /// What the whole of `line` is. Case, punctuation, emoji and white space do not count; lines of
  /// more than kMaxFurnitureWords words are never furniture.
  Furniture kind_of(std::string_view line) const;

  const std::vector<Example>& examples() const { return examples_; }

 private:
  /// One place of a pattern: one of `words` (or any number), once, or not at all if `optional`;
  /// `gap`: up to kMaxGapWords words of any kind.
  struct Place {
    std::vector<std::string> words;
    bool optional = false, number = false, gap = false;
  };
  struct Rule {
    std::string name;
    Furniture kind = Furniture::none;
    std::vector<Place> places;
  };

  static bool fits(const Place& place, std::string_view word);
  static bool matches(const std::vector<Place>& places, const std::vector<std::string>& words);
  std::string_view read_line(std::string_view line);
  std::string_view read_rule(std::string_view line);

  std::vector<Rule> rules_;
  std::vector<Example> examples_;
};

constexpr std::size_t kMaxFurnitureWords = 40;  ///< longer ones are sentences
constexpr std::size_t kMaxGapWords = 8;
/// Bytes; a longer line is not even searched for words.
constexpr std::size_t kMaxFurnitureBytes = 64 * 1024;

/// The embedded patterns.
const FurniturePatterns& furniture_patterns();

}  // namespace dateline
