#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// How an element of a pattern hangs together with the one before it.
enum class Joint : std::uint8_t {
  open,   ///< white space or nothing
  glued,  ///< nothing between
  hyphen  ///< open, or a hyphen that touches both (written ~)
};

/// One element of a rule's pattern: a word, a category, or a choice among sequences.
struct PatternPiece {
  std::string symbol;  ///< folded word, or "{category}"; empty for a choice
  std::string label;   ///< what the value calls it; empty for words
  Joint joint = Joint::open;
  bool optional = false;
  std::vector<std::vector<PatternPiece>> choices;
};
using PatternSequence = std::vector<PatternPiece>;

/// Words that must, or must not, stand just before or after: [in|since], ![{unit}].
struct PatternBeside {
  std::vector<std::string> symbols;
  bool left = true, wanted = true;
};

struct Pattern {
  PatternSequence sequence;
  std::vector<PatternBeside> beside;
};

/// One way to read a pattern: plain elements, all options taken or left.
struct PlainElement {
  std::string symbol, label;
  bool glued = false;
};
using PlainPattern = std::vector<PlainElement>;

/// Error.at are bytes of `text`.
Result<Pattern> parse_pattern(std::string_view text);

/// Every way to read the pattern. Error when there are more than kMaxReadings of them.
constexpr std::size_t kMaxReadings = 600;
Result<std::vector<PlainPattern>> readings_of(const Pattern& pattern);

}  // namespace dateline
