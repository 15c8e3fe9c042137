#include "importers/text/broken_sequence.h"

#include <bit>
#include <optional>

namespace dateline {
namespace {

constexpr std::uint8_t kMostLayers = 3;  // more were never seen, and each doubles the symbols
constexpr std::uint8_t kMostUnits = 64;  // of one sequence: a 4-byte character, three times over

// What it costs to believe in more than plain, whole sequences.
constexpr float kLayerPenalty = 3;
// A hybrid has some characters twice. What shows C1 as windows-1252 does so for "€" as well.
constexpr float kSecondBytePenalty = 6;
constexpr float kLostPenalty = 7;  // U+FFFD stands for some character: that costs, too
constexpr float kLostBytePenalty = 2;
constexpr float kSpacePenalty = 3;
constexpr float kSurrogatesPenalty = 2;

std::uint8_t sequence_length(std::uint8_t lead) {
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

bool is_continuation(std::uint8_t byte) { return (byte & 0xC0) == 0x80; }
bool is_control(char32_t value) { return value >= 0x80 && value < 0xA0; }
bool is_surrogate(char32_t value) { return value >= 0xD800 && value < 0xE000; }

/// The value is one that UTF-8 writes in so many bytes.
bool is_plain(char32_t value, std::uint8_t length) {
  if (length == 2) return value >= 0x80;
  if (length == 3) return value >= 0x800 && !is_surrogate(value);
  return value >= 0x10000 && value <= 0x10FFFF;
}

/// A character and the symbols it was read from, at some layer.
struct Unit {
  char32_t value;
  std::uint8_t symbols;
};

class Reader {
 public:
  Reader(const Misreadings& misreadings, const Misreading& table, std::span<const Symbol> symbols)
      : misreadings_(misreadings), table_(table), symbols_(symbols) {}

  BrokenSequences read(std::size_t at) {
    const Misreading::Bytes lead = bytes_at(at);
    if (sequence_length(lead.first) > 0) read_with_lead(at, lead.first);
    if (sequence_length(lead.second) > 0) read_with_lead(at, lead.second);
    return found_;
  }

 private:
  Misreading::Bytes bytes_at(std::size_t at) const { return table_.bytes[symbols_[at].slot]; }

  void read_with_lead(std::size_t at, std::uint8_t lead) {
    const std::uint8_t length = sequence_length(lead);
    if (at + length <= symbols_.size()) {
      read_tail(at, lead & (0x7Fu >> length), length);
      read_lossy(at, lead, length);
    }
    if (lead == 0xED) read_surrogates(at);
  }

  /// Tries both bytes of each symbol that has two; a mask of choices, so that nothing recurses.
  void read_tail(std::size_t at, char32_t lead_bits, std::uint8_t length) {
    unsigned two = 0;
    for (std::uint8_t i = 1; i < length; ++i)
      if (bytes_at(at + i).second != 0) two |= 1u << i;
    for (unsigned choice = 0; choice < 16; ++choice) {
      if ((choice & ~two) != 0) continue;
      const float penalty = kSecondBytePenalty * static_cast<float>(std::popcount(choice));
      if (const auto value = tail_value(at, lead_bits, length, choice))
        add(at, *value, length, penalty);
      if (two == 0) return;
    }
  }

  std::optional<char32_t> tail_value(std::size_t at, char32_t value, std::uint8_t length,
                                     unsigned choice) const {
    for (std::uint8_t i = 1; i < length; ++i) {
      const Misreading::Bytes bytes = bytes_at(at + i);
      const std::uint8_t byte = (choice >> i & 1) != 0 ? bytes.second : bytes.first;
      if (!is_continuation(byte)) return std::nullopt;
      value = value << 6 | (byte & 0x3Fu);
    }
    if (!is_plain(value, length)) return std::nullopt;
    return value;
  }

  void add(std::size_t at, char32_t value, std::uint8_t length, float penalty) {
    if (!is_control(value)) found_.add({length, value, 1, penalty, false});
    penalty = 0;
    for (std::uint8_t layer = 2; layer <= kMostLayers; ++layer) {
      const auto unit = unit_at(at, layer);
      if (!unit) return;
      penalty += kLayerPenalty;
      if (is_control(unit->value)) continue;
      found_.add({unit->symbols, unit->value, layer, penalty, false});
    }
  }

  /// What stands at `at` after so many layers; layers are few, so this may recurse.
  std::optional<Unit> unit_at(std::size_t at, std::uint8_t layer) const {
    if (at >= symbols_.size()) return std::nullopt;
    if (layer == 0) return Unit{symbols_[at].value, 1};
    auto lead = unit_at(at, layer - 1);
    if (!lead) return std::nullopt;
    const std::uint8_t byte = byte_of(lead->value);
    const std::uint8_t length = sequence_length(byte);
    if (length == 0) return std::nullopt;
    Unit unit{byte & (0x7Fu >> length), lead->symbols};
    for (std::uint8_t i = 1; i < length; ++i) {
      const auto next = unit_at(at + unit.symbols, layer - 1);
      if (!next || !is_continuation(byte_of(next->value))) return std::nullopt;
      unit.value = unit.value << 6 | (byte_of(next->value) & 0x3Fu);
      unit.symbols = static_cast<std::uint8_t>(unit.symbols + next->symbols);
    }
    if (!is_plain(unit.value, length) || unit.symbols > kMostUnits) return std::nullopt;
    return unit;
  }

  std::uint8_t byte_of(char32_t value) const {
    return table_.bytes[misreadings_.slot_of(value)].first;
  }

  /// Sequences that lost bytes: shown as U+FFFD, or as "?" at the end of three, or as a space for
  /// a no-break space (byte 0xA0).
  void read_lossy(std::size_t at, std::uint8_t lead, std::uint8_t length) {
    char32_t value = lead & (0x7Fu >> length);
    unsigned lost = 0, spaces = 0;
    for (std::uint8_t i = 1; i < length; ++i) {
      const char32_t symbol = symbols_[at + i].value;
      const std::uint8_t byte = symbol == ' ' ? 0xA0 : bytes_at(at + i).first;
      const bool is_lost = symbol == kReplacement || (symbol == '?' && i == 2 && length == 3);
      if (!is_lost && !is_continuation(byte)) return;
      lost += is_lost;
      spaces += symbol == ' ';
      value = value << 6 | (byte & 0x3Fu);
    }
    if (lost > 0 && spaces == 0)
      found_.add({length, kReplacement, 1,
                  kLostPenalty + kLostBytePenalty * static_cast<float>(lost), false});
    if (lost == 0 && spaces == 1 && is_plain(value, length) && !is_control(value))
      found_.add({length, value, 1, kSpacePenalty, symbols_[at + length - 1].value == ' '});
  }

  /// UTF-16's halves, each written as if it were a character (CESU-8).
  void read_surrogates(std::size_t at) {
    if (at + 6 > symbols_.size() || bytes_at(at + 3).first != 0xED) return;
    std::array<char32_t, 2> halves{};
    for (std::size_t half = 0; half < 2; ++half) {
      const std::uint8_t second = bytes_at(at + 3 * half + 1).first;
      const std::uint8_t third = bytes_at(at + 3 * half + 2).first;
      if (!is_continuation(second) || !is_continuation(third)) return;
      halves[half] = 0xD000u | (second & 0x3Fu) << 6 | (third & 0x3Fu);
    }
    if ((halves[0] & 0xFC00u) != 0xD800u || (halves[1] & 0xFC00u) != 0xDC00u) return;
    const char32_t value = 0x10000 + ((halves[0] & 0x3FFu) << 10) + (halves[1] & 0x3FFu);
    found_.add({6, value, 1, kSurrogatesPenalty, false});
  }

  const Misreadings& misreadings_;
  const Misreading& table_;
  std::span<const Symbol> symbols_;
  BrokenSequences found_;
};

}  // namespace

BrokenSequences find_broken_sequences(const Misreadings& misreadings, const Misreading& misreading,
                                      std::span<const Symbol> symbols, std::size_t at) {
  return Reader(misreadings, misreading, symbols).read(at);
}

}  // namespace dateline
