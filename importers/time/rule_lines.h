#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "importers/time/grammar.h"

namespace dateline {

/// Cuts the text of a rule file into the lines that say something, and those into their parts.
/// What the parts mean is the builder's concern.
class RuleLines {
 public:
  enum class Kind : std::uint8_t {
    category,  ///< category NAME [VALUE]
    words,     ///< an indented list of words [= VALUE]
    digits,    ///< digits NAME = VALUE
    rule,      ///< NAME : PATTERN => HEAD [VALUE], which may go on in lines that begin with =>
    example,   ///< + or - "TEXT" [@ DATE] [= VALUE [MOD]]
    broken
  };

  explicit RuleLines(std::string_view text) : text_(text) {}

  /// Moves to the next line that is neither empty nor a comment; false at the end.
  bool next();

  std::uint32_t number() const { return number_; }
  Kind kind() const { return kind_; }
  const std::string& name() const { return name_; }
  const std::string& value() const { return value_; }
  const std::string& pattern() const { return pattern_; }
  const std::string& head() const { return head_; }
  const std::vector<std::string>& words() const { return words_; }
  const TimexExample& example() const { return example_; }

 private:
  bool next_line(std::string_view& line);
  std::string with_continuation(std::string_view line);
  void read_declaration(std::string_view line);
  void read_rule(std::string_view line);
  void read_words(std::string_view line);
  void read_example(std::string_view line);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t number_ = 0, lines_ = 0;
  Kind kind_ = Kind::broken;
  std::string name_, value_, pattern_, head_;
  std::vector<std::string> words_;
  TimexExample example_;
};

}  // namespace dateline
