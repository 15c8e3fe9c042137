#pragma once

#include <array>
#include <string>
#include <vector>

#include "importers/text/single_byte.h"

namespace dateline {

/// A single-byte character set that UTF-8 was once read in by mistake, so that each of its bytes
/// shows as a character. A "hybrid" shows the bytes 0x80 to 0x9F as windows-1252 does.
struct Misreading {
  /// The byte that a character stands for; 0 if none. Two if the set holds the character twice, as
  /// hybrids do.
  struct Bytes {
    std::uint8_t first = 0, second = 0;
  };

  std::string name;          ///< e.g. "iso-8859-7 with windows-1252 in C1"
  float rarity = 0;          ///< bits of evidence that it needs more than the commonest
  std::vector<Bytes> bytes;  ///< by Misreadings::slot_of
};

/// Every misreading of root/charsets.txt, and at once which of them know a character.
class Misreadings {
 public:
  using Slot = std::uint16_t;  ///< small number of a character; 0 if no misreading shows it
  using Mask = std::uint64_t;  ///< bit n stands for tables()[n]

  static const Misreadings& embedded();
  explicit Misreadings(const std::vector<SingleByteCharset>& charsets);

  const std::vector<Misreading>& tables() const { return tables_; }
  Slot slot_of(char32_t character) const {
    return character < kTable ? slots_[pages_[character >> 8] * 256u + (character & 0xFF)] : 0;
  }
  /// The misreadings in which the character may begin a UTF-8 sequence, or continue one.
  Mask begins(Slot slot) const { return begins_[slot]; }
  Mask continues(Slot slot) const { return continues_[slot]; }

 private:
  static constexpr char32_t kTable = 0x10000;

  void add(const SingleByteCharset& charset, const SingleByteCharset* c1, float rarity);
  Slot make_slot(char32_t character);

  std::vector<Misreading> tables_;
  std::array<std::uint8_t, 256> pages_{};  // page 0 is empty
  std::vector<Slot> slots_;
  Slot last_slot_ = 0;
  std::vector<Mask> begins_, continues_;
};

}  // namespace dateline
