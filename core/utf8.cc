#include "core/utf8.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace dateline {
namespace {

constexpr std::size_t kIndexStep = 64;  // bytes between two remembered counts

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// The range that the second byte must lie in (Unicode 15, table 3-7), and the sequence's length;
/// length 0 if no sequence begins with `lead`.
struct Lead {
  std::uint32_t length;
  unsigned char low, high;
};

Lead lead_of(unsigned char lead) {
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool eight_ascii(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

std::size_t skip_ascii(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && eight_ascii(text.data() + at)) at += 8;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t at) {
  assert(at < text.size());
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0 || at + lead.length > text.size()) return {};
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (second < lead.low || second > lead.high) return {};
  char32_t value = first & (0x7Fu >> lead.length);
  for (std::size_t i = at + 1; i < at + lead.length; ++i) {
    if (!is_continuation(text[i])) return {};
    value = (value << 6) | (static_cast<unsigned char>(text[i]) & 0x3Fu);
  }
  return {value, lead.length, true};
}

void append_utf8(std::string& to, char32_t code_point) {
  const auto put = [&to](char32_t byte) { to.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
  } else {
    if (code_point < 0x10000) {
      put(0xE0 | (code_point >> 12));
    } else {
      put(0xF0 | (code_point >> 18));
      put(0x80 | ((code_point >> 12) & 0x3F));
    }
    put(0x80 | ((code_point >> 6) & 0x3F));
  }
  put(0x80 | (code_point & 0x3F));
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const CodePoint code_point = decode_utf8(text, at);
    if (!code_point.valid) return at;
    at += code_point.size;
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += !is_continuation(byte);
  return count;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  std::uint32_t count = 0;
  counts_.reserve(text.size() / kIndexStep + 1);
  for (std::size_t at = 0; at < text.size(); at += kIndexStep) {
    counts_.push_back(count);
    count += static_cast<std::uint32_t>(count_code_points(text.substr(at, kIndexStep)));
  }
  counts_.push_back(count);
}

std::uint32_t CodePointIndex::code_points_before(std::uint32_t byte) const {
  assert(byte <= text_.size());
  const std::size_t block = byte / kIndexStep;
  if (byte == text_.size()) return counts_.back();
  const std::size_t begin = block * kIndexStep;
  return counts_[block] +
         static_cast<std::uint32_t>(count_code_points(text_.substr(begin, byte - begin)));
}

std::uint32_t CodePointIndex::byte_of(std::uint32_t code_point) const {
  assert(code_point <= counts_.back());
  const auto after = std::upper_bound(counts_.begin(), counts_.end(), code_point);
  auto block = static_cast<std::size_t>(after - counts_.begin()) - 1;
  if (after == counts_.end()) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t left = code_point - counts_[block];
  std::size_t at = block * kIndexStep;
  while (at < text_.size() && (is_continuation(text_[at]) || left > 0)) {
    if (!is_continuation(text_[at])) --left;
    ++at;
  }
  return static_cast<std::uint32_t>(at);
}

}  // namespace dateline
