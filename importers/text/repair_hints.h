#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/result.h"

namespace dateline {

/// What repair knows of single cases.
class RepairHints {
 public:
  /// Reads the format that root/repair.txt explains; `file` is for messages only.
  static Result<RepairHints> parse(std::string_view text, std::string_view file);
  /// The embedded root/repair.txt.
  static const RepairHints& embedded();

  /// Bits of evidence that the character needs beyond others, where it is the only sign.
  float doubt(char32_t character) const;
  /// Whether "à" and the letters at the beginning of `rest` are one word.
  bool joins_a_grave(std::string_view rest) const;

 private:
  std::vector<std::pair<char32_t, float>> doubtful_;
  std::vector<std::string> joined_;
};

}  // namespace dateline
