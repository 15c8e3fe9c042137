#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/result.h"

namespace dateline {

/// Which languages are written with a letter; letters of ASCII and of other scripts are not known.
class Alphabets {
 public:
  using Mask = std::uint64_t;  ///< bit n stands for languages()[n]

  /// Reads the format that root/alphabets.txt explains; `file` is for messages only.
  static Result<Alphabets> parse(std::string_view text, std::string_view file);
  /// The embedded root/alphabets.txt.
  static const Alphabets& embedded();

  const std::vector<std::string>& languages() const { return languages_; }
  /// The languages that share a script.
  const std::vector<Mask>& scripts() const { return scripts_; }
  /// 0 if the letter is not known.
  Mask languages_of(char32_t letter) const {
    const auto found = letters_.find(letter);
    return found == letters_.end() ? 0 : found->second;
  }

 private:
  std::vector<std::string> languages_;
  std::vector<Mask> scripts_;
  std::unordered_map<char32_t, Mask> letters_;  // never iterated
};

}  // namespace dateline
