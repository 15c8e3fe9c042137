#include "importers/text/misreading.h"

#include <cassert>

namespace dateline {
namespace {

constexpr std::uint8_t kFirstByte = 0x80;
constexpr std::size_t kC1 = 32;  // bytes 0x80 to 0x9F

bool begins_sequence(std::uint8_t byte) { return byte >= 0xC2 && byte <= 0xF4; }
bool continues_sequence(std::uint8_t byte) { return byte >= 0x80 && byte < 0xC0; }

}  // namespace

const Misreadings& Misreadings::embedded() {
  static const Misreadings misreadings(single_byte_charsets());
  return misreadings;
}

Misreadings::Misreadings(const std::vector<SingleByteCharset>& charsets) : slots_(256, 0) {
  const SingleByteCharset* windows = nullptr;
  for (const SingleByteCharset& charset : charsets)
    if (charset.name == "windows-1252") windows = &charset;
  for (const SingleByteCharset& charset : charsets) {
    if (charset.misread) add(charset, nullptr, *charset.misread);
    if (charset.misread_as_hybrid && windows) add(charset, windows, *charset.misread_as_hybrid);
  }
  assert(tables_.size() <= 64);
  begins_.resize(last_slot_ + 1u);
  continues_.resize(last_slot_ + 1u);
  for (std::size_t table = 0; table < tables_.size(); ++table) {
    tables_[table].bytes.resize(last_slot_ + 1u);
    for (Slot slot = 0; slot <= last_slot_; ++slot)
      for (const std::uint8_t byte :
           {tables_[table].bytes[slot].first, tables_[table].bytes[slot].second}) {
        if (begins_sequence(byte)) begins_[slot] |= Mask{1} << table;
        if (continues_sequence(byte)) continues_[slot] |= Mask{1} << table;
      }
  }
}

Misreadings::Slot Misreadings::make_slot(char32_t character) {
  assert(character < kTable);
  std::uint8_t& page = pages_[character >> 8];
  if (page == 0) {
    page = static_cast<std::uint8_t>(slots_.size() / 256);
    slots_.resize(slots_.size() + 256);
  }
  Slot& slot = slots_[page * 256u + (character & 0xFF)];
  if (slot == 0) slot = ++last_slot_;
  return slot;
}

void Misreadings::add(const SingleByteCharset& charset, const SingleByteCharset* c1, float rarity) {
  Misreading table{charset.name + (c1 ? " with " + c1->name + " in C1" : ""), rarity, {}};
  const auto put = [&](char32_t character, std::size_t index) {
    const Slot slot = make_slot(character);
    if (table.bytes.size() <= slot) table.bytes.resize(slot + 1u);
    Misreading::Bytes& bytes = table.bytes[slot];
    (bytes.first == 0 ? bytes.first : bytes.second) = static_cast<std::uint8_t>(kFirstByte + index);
  };
  for (std::size_t i = 0; i < charset.upper.size(); ++i) {
    const char32_t character = c1 && i < kC1 ? c1->upper[i] : charset.upper[i];
    if (character >= kFirstByte && character != SingleByteCharset::kNone) put(character, i);
  }
  // A C1 control means nothing in text but the byte of its number, whatever the table.
  for (std::size_t i = 0; i < kC1; ++i) {
    const Slot slot = make_slot(static_cast<char32_t>(kFirstByte + i));
    if (table.bytes.size() <= slot || table.bytes[slot].first == 0)
      put(static_cast<char32_t>(kFirstByte + i), i);
  }
  tables_.push_back(std::move(table));
}

}  // namespace dateline
