#pragma once

#include <array>
#include <span>

#include "importers/text/character_model.h"
#include "importers/text/misreading.h"

namespace dateline {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One character of a text that may be broken, with what is asked of it again and again.
struct Symbol {
  char32_t value;
  std::uint32_t begin;  ///< byte in the text
  std::uint8_t size;    ///< bytes in the text
  CharacterModel::Class type;
  Misreadings::Slot slot;
};

/// Symbols that a misreading made of one character.
struct BrokenSequence {
  std::uint8_t length = 0;  ///< symbols
  char32_t value = 0;       ///< U+FFFD if some of its bytes are lost
  std::uint8_t layers = 1;  ///< how often it was misread
  float penalty = 0;        ///< bits, for being read with good will
  bool took_space = false;  ///< its last byte shows as a space
};

/// The space is still needed: "à" is mostly a word of its own.
inline bool keeps_space(const BrokenSequence& sequence) {
  return sequence.took_space && sequence.value == U'à';
}

/// The ways to read one place as a broken sequence, best first; few, and mostly none.
class BrokenSequences {
 public:
  const BrokenSequence* begin() const { return found_.data(); }
  const BrokenSequence* end() const { return found_.data() + size_; }
  bool empty() const { return size_ == 0; }
  void add(const BrokenSequence& sequence) {
    if (size_ < found_.size()) found_[size_++] = sequence;
  }

 private:
  std::array<BrokenSequence, 12> found_;
  std::size_t size_ = 0;
};

/// Every broken sequence of `misreading` that begins at symbols[at].
BrokenSequences find_broken_sequences(const Misreadings& misreadings, const Misreading& misreading,
                                      std::span<const Symbol> symbols, std::size_t at);

}  // namespace dateline
