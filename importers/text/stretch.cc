#include "importers/text/stretch.h"

#include <cstring>

#include "core/utf8.h"

namespace dateline {
namespace {

/// Longer ones are cut: what a reading takes in at once must be bounded.
constexpr std::size_t kMostSymbols = 4096;
/// A byte that is not UTF-8: in no table, so that it is never taken for part of a sequence.
constexpr char32_t kNotUtf8 = 0x110000;
/// How far seek() looks back: beyond, a stretch is begun in its midst.
constexpr std::size_t kLookBack = 512;

bool is_ascii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }
bool may_stand_for_lost_byte(char byte) { return byte == ' ' || byte == '?'; }

}  // namespace

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::size_t kStep = 32;
  for (; at + kStep <= text.size(); at += kStep) {
    std::uint64_t words[kStep / 8];
    std::memcpy(words, text.data() + at, kStep);
    if (((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) != 0) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

void StretchReader::seek(std::uint32_t byte) {
  std::size_t at = byte;
  const std::size_t least = byte > kLookBack ? byte - kLookBack : 0;
  while (at > least && (!is_ascii(text_[at - 1]) || (may_stand_for_lost_byte(text_[at - 1]) &&
                                                     at > 1 && !is_ascii(text_[at - 2]))))
    --at;
  while (at < byte && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) ++at;
  at_ = at;
}

bool StretchReader::next(Stretch& stretch) {
  stretch.symbols.clear();
  at_ = skip_ascii(text_, at_);
  if (at_ == text_.size()) return false;
  stretch.before = class_before(at_);
  while (at_ < text_.size() && stretch.symbols.size() < kMostSymbols) {
    if (is_ascii(text_[at_]) &&
        !(may_stand_for_lost_byte(text_[at_]) && stretch.symbols.back().value >= 0x80))
      break;
    read_symbol(stretch);
  }
  stretch.after = class_at(at_);
  return true;
}

void StretchReader::read_symbol(Stretch& stretch) {
  const CodePoint read = decode_utf8(text_, at_);
  const char32_t value = read.valid ? read.value : kNotUtf8;
  stretch.symbols.push_back({value, static_cast<std::uint32_t>(at_),
                             static_cast<std::uint8_t>(read.size), model_.class_of(read.value),
                             misreadings_.slot_of(value)});
  at_ += read.size;
}

CharacterModel::Class StretchReader::class_at(std::size_t at) const {
  return model_.class_of(at < text_.size() ? decode_utf8(text_, at).value : U'\n');
}

CharacterModel::Class StretchReader::class_before(std::size_t at) const {
  if (at == 0) return model_.class_of('\n');
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80)
    --begin;
  const CodePoint before = decode_utf8(text_, begin);
  return model_.class_of(begin + before.size == at ? before.value : kReplacement);
}

}  // namespace dateline
