#include "importers/time/vocabulary.h"

#include "core/utf8.h"

namespace dateline {
namespace {

// FNV-1a (Fowler, Noll, Vo): words are short, and the table is checked against the word itself.
std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash ^ (hash >> 15);
}

bool is_upper_latin(char32_t c) { return c >= 0xC0 && c <= 0xDE && c != 0xD7; }
bool is_upper_greek_or_cyrillic(char32_t c) {
  return (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F);
}
bool is_upper_latin_extended(char32_t c) {
  const bool odd_block = (c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E);
  return c >= 0x100 && c <= 0x17F && ((c % 2 == 0) != odd_block);
}

char32_t fold(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c + 32;
  if (c < 0x80) return c == U'`' ? U'\'' : c;
  if (is_upper_latin(c) || is_upper_greek_or_cyrillic(c)) return c + 32;
  if (is_upper_latin_extended(c)) return c + 1;
  if (c == 0x2018 || c == 0x2019) return U'\'';
  if (c == 0x2010 || c == 0x2011) return U'-';
  return c;
}

}  // namespace

std::size_t Vocabulary::slot_of(std::string_view folded, std::uint32_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].number != kUnknown &&
         (slots_[at].hash != hash || words_[slots_[at].number] != folded))
    at = (at + 1) & mask;
  return at;
}

void Vocabulary::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, Slot{});
  for (std::uint32_t number = 0; number < words_.size(); ++number) {
    const std::uint32_t hash = hash_of(words_[number]);
    slots_[slot_of(words_[number], hash)] = {hash, number};
  }
}

std::uint32_t Vocabulary::add(std::string_view folded) {
  if (words_.size() * 2 >= slots_.size()) grow();
  const std::uint32_t hash = hash_of(folded);
  Slot& slot = slots_[slot_of(folded, hash)];
  if (slot.number == kUnknown) {
    slot = {hash, static_cast<std::uint32_t>(words_.size())};
    words_.emplace_back(folded);
  }
  return slot.number;
}

std::uint32_t Vocabulary::find(std::string_view folded) const {
  return slots_.empty() ? kUnknown : slots_[slot_of(folded, hash_of(folded))].number;
}

void append_folded(std::string& to, char32_t code_point) { append_utf8(to, fold(code_point)); }

std::string folded(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    append_folded(result, c.value);
    at += c.size;
  }
  return result;
}

}  // namespace dateline
