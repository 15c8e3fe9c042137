#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The words that rules name, each with a number. Words are kept folded: lower case, typographic
/// apostrophes and hyphens plain.
class Vocabulary {
 public:
  static constexpr std::uint32_t kUnknown = 0xFFFFFFFF;

  /// The number of a folded word, given if it is new. Numbers count up from 0.
  std::uint32_t add(std::string_view folded);
  std::uint32_t find(std::string_view folded) const;
  std::string_view word(std::uint32_t number) const { return words_[number]; }
  std::size_t size() const { return words_.size(); }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t number = kUnknown;
  };

  std::size_t slot_of(std::string_view folded, std::uint32_t hash) const;
  void grow();

  std::vector<std::string> words_;
  std::vector<Slot> slots_;  // open addressing; a power of two, at most half full
};

/// Folds one code point's worth of text; see Vocabulary.
void append_folded(std::string& to, char32_t code_point);
std::string folded(std::string_view text);

}  // namespace dateline
