#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace dateline {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr std::size_t kBlock = 64;
constexpr std::size_t kWord = sizeof(std::uint64_t);

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// What a lead byte tells: how many bytes, its own bits, and the range of the second byte, which is
// where overlong forms, surrogates and values over U+10FFFF are told (Unicode 15, table 3-7).
struct Lead {
  std::uint32_t size = 0;
  char32_t bits = 0;
  unsigned char second_first = 0x80, second_last = 0xBF;
};
Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {};
  if (byte < 0xE0) return {2, byte & 0x1FU};
  if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0xD, 0x80, 0x9F};
  if (byte < 0xF0) return {3, byte & 0x0FU};
  if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
  if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
  return {4, byte & 0x07U};
}

// How many bytes from `at` on are ASCII, eight at a time; up to seven are left to the caller.
std::size_t ascii_words(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  const std::size_t begin = at;
  for (; at + kWord <= text.size(); at += kWord) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, kWord);
    if ((word & kHighBits) != 0) break;
  }
  return at - begin;
}

std::uint32_t size_at(std::string_view text, std::size_t at) {
  return byte_at(text, at) < 0x80 ? 1 : decode_utf8(text, at).size;
}

// The first code point that begins at or after `at`. A lead byte is never a continuation, so it is
// enough to look three bytes back for one whose code point runs over `at`.
std::size_t next_begin(std::string_view text, std::size_t at) {
  const std::size_t most = std::min<std::size_t>(at, 3);
  for (std::size_t back = 1; back <= most; ++back) {
    const std::uint32_t size = size_at(text, at - back);
    if (size > back) return at - back + size;
  }
  return at;
}

// Begins of code points in [from, to), both begins or the end.
std::uint32_t count_between(std::string_view text, std::size_t from, std::size_t to) {
  std::uint32_t count = 0;
  for (; from < to; from += size_at(text, from)) ++count;
  return count;
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  const unsigned char first = byte_at(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.size == 0 || text.size() - at < lead.size) return {};
  const unsigned char second = byte_at(text, at + 1);
  if (second < lead.second_first || second > lead.second_last) return {};
  char32_t value = (lead.bits << 6U) | (second & 0x3FU);
  for (std::uint32_t i = 2; i < lead.size; ++i) {
    const unsigned char next = byte_at(text, at + i);
    if ((next & 0xC0U) != 0x80U) return {};
    value = (value << 6U) | (next & 0x3FU);
  }
  return {value, lead.size, true};
}

void append_utf8(std::string& to, char32_t c) {
  const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
  if (c > 0x10FFFF || surrogate) c = kReplacement;
  const auto tail = [c](unsigned shift) {
    return static_cast<char>(0x80U | ((c >> shift) & 0x3FU));
  };
  if (c < 0x80) {
    to += static_cast<char>(c);
  } else if (c < 0x800) {
    to += {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
  } else if (c < 0x10000) {
    to += {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
  } else {
    to += {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
  }
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    at += ascii_words(text, at);
    for (const std::size_t end = std::min(at + kWord, text.size()); at < end;) {
      if (byte_at(text, at) < 0x80) {
        ++at;
        continue;
      }
      const CodePoint next = decode_utf8(text, at);
      if (!next.valid) return at;
      at += next.size;
    }
  }
  return std::nullopt;
}

std::string replace_invalid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  while (const auto invalid = first_invalid_utf8(text)) {
    valid += text.substr(0, *invalid);
    append_utf8(valid, 0xFFFD);
    text.remove_prefix(*invalid + 1);
  }
  valid += text;
  return valid;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii = ascii_words(text, at);
    at += ascii;
    count += ascii;
    for (const std::size_t end = std::min(at + kWord, text.size()); at < end; ++count)
      at += size_at(text, at);
  }
  return count;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  counts_.reserve(text.size() / kBlock + 1);
  std::uint32_t count = 0;
  std::size_t at = 0;
  for (std::size_t block = 0; block <= text.size(); block += kBlock) {
    for (; at < block; at += size_at(text, at)) ++count;
    counts_.push_back(count);
  }
}

std::uint32_t CodePointIndex::code_points_before(std::uint32_t byte) const {
  const std::size_t to = std::min<std::size_t>(byte, text_.size());
  const std::size_t block = to / kBlock;
  return counts_[block] + count_between(text_, next_begin(text_, block * kBlock), to);
}

std::uint32_t CodePointIndex::byte_of(std::uint32_t code_point) const {
  const auto after = std::upper_bound(counts_.begin(), counts_.end(), code_point);
  const auto block = static_cast<std::size_t>(after - counts_.begin()) - 1;
  std::uint32_t count = counts_[block];
  std::size_t at = next_begin(text_, block * kBlock);
  for (; at < text_.size() && count < code_point; ++count) at += size_at(text_, at);
  return static_cast<std::uint32_t>(std::min(at, text_.size()));
}

}  // namespace dateline
