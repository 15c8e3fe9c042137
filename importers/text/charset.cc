#include "importers/text/charset.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/utf8.h"
#include "importers/text/multi_byte.h"
#include "importers/text/single_byte.h"

namespace dateline {
namespace {

constexpr std::string_view kReplacementBytes = "\xEF\xBF\xBD";
/// Declarations stand near the beginning: the HTML standard says 1,024 bytes, pages say otherwise.
constexpr std::size_t kDeclarationBytes = 4096;
/// Beyond ASCII, to tell UTF-8 with some damage from what is none.
constexpr std::size_t kCharactersTried = 20'000;

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::uint32_t offset_of(std::size_t at) { return static_cast<std::uint32_t>(at); }

/// The value after `name=` or `name =`, without its quotes; empty if there is none.
std::string_view value_after(std::string_view text, std::string_view name) {
  std::size_t at = text.find(name);
  if (at == text.npos) return {};
  at = text.find_first_not_of(" \t\r\n", at + name.size());
  if (at == text.npos || text[at] != '=') return {};
  at = text.find_first_not_of(" \t\r\n\"'", at + 1);
  if (at == text.npos) return {};
  return text.substr(at, text.find_first_of(" \t\r\n\"'>;/?", at) - at);
}

/// As declared outside the bytes or, failing that, in <meta> or the XML declaration; lower case.
std::string declared_charset(std::string_view bytes, std::string_view outside) {
  if (!outside.empty()) return lower_case(outside);
  const std::string beginning = lower_case(bytes.substr(0, kDeclarationBytes));
  const std::string_view head = beginning;
  if (head.starts_with("<?xml")) {
    const auto encoding = value_after(head.substr(0, head.find("?>")), "encoding");
    if (!encoding.empty()) return std::string(encoding);
  }
  for (std::size_t at = head.find("<meta"); at != head.npos; at = head.find("<meta", at + 1)) {
    const auto tag = head.substr(at, head.find('>', at) - at);
    if (const auto charset = value_after(tag, "charset"); !charset.empty())
      return std::string(charset);
  }
  return {};
}

struct ByteOrderMark {
  std::string_view bytes;
  std::string_view charset;
};

// UTF-32 stands before UTF-16, whose mark its own begins with.
constexpr std::array<ByteOrderMark, 5> kMarks = {{{"\xEF\xBB\xBF", "utf-8"},
                                                  {{"\xFF\xFE\0\0", 4}, "utf-32le"},
                                                  {{"\0\0\xFE\xFF", 4}, "utf-32be"},
                                                  {"\xFF\xFE", "utf-16le"},
                                                  {"\xFE\xFF", "utf-16be"}}};

const ByteOrderMark* byte_order_mark(std::string_view bytes) {
  for (const ByteOrderMark& mark : kMarks)
    if (bytes.starts_with(mark.bytes)) return &mark;
  return nullptr;
}

/// One character read from the bytes; no value if they mean nothing.
struct Encoded {
  std::optional<char32_t> value;
  std::uint32_t size;
};

/// Takes one byte after another and remembers what could not be read.
class Decoder {
 public:
  /// `bytes` must outlive the decoder.
  explicit Decoder(const Text& bytes) : source_(bytes), builder_(bytes) {}

  void copy(std::size_t begin, std::size_t end) {
    if (begin < end) builder_.copy({offset_of(begin), offset_of(end)});
  }
  void put(std::size_t at, Encoded unit) {
    const Span span{offset_of(at), offset_of(at + unit.size)};
    if (!unit.value) return put_invalid(span);
    character_.clear();
    append_utf8(character_, *unit.value);
    builder_.replace(span, character_);
  }

  Decoded finish(std::string charset) && {
    Decoded decoded{std::move(builder_).build(), std::move(charset), {}};
    if (invalid_ > 0)
      decoded.diagnostics.push_back({Severity::warning, "invalid-bytes",
                                     std::to_string(invalid_) + " places are not valid " +
                                         decoded.charset + "; the first is at byte " +
                                         std::to_string(first_invalid_.begin),
                                     source_.to_source(first_invalid_)});
    return decoded;
  }

 private:
  void put_invalid(Span span) {
    if (invalid_++ == 0) first_invalid_ = span;
    builder_.replace(span, kReplacementBytes);
  }

  const Text& source_;
  TextBuilder builder_;
  std::string character_;
  std::size_t invalid_ = 0;
  Span first_invalid_;
};

/// Length of the part of a UTF-8 sequence at `at` that is no sequence: one U+FFFD for it, as the
/// Unicode standard advises (3.9, "maximal subpart").
std::uint32_t invalid_size(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0xE0 || lead > 0xF4) return 1;
  std::uint32_t size = 1;
  const std::uint32_t most = lead < 0xF0 ? 2 : 3;
  while (size < most && at + size < bytes.size()) {
    // A prefix is good if some last byte would make it whole.
    std::string sequence(bytes.substr(at, size + 1));
    while (sequence.size() <= most) sequence.push_back('\x80');
    if (!decode_utf8(sequence, 0).valid) break;
    ++size;
  }
  return size;
}

Decoded decode_utf8_bytes(const Text& source, std::size_t begin) {
  const std::string_view bytes = source.view();
  Decoder decoder(source);
  while (begin < bytes.size()) {
    const auto invalid = first_invalid_utf8(bytes.substr(begin));
    const std::size_t end = invalid ? begin + *invalid : bytes.size();
    decoder.copy(begin, end);
    begin = end;
    if (!invalid) break;
    const std::uint32_t size = invalid_size(bytes, begin);
    decoder.put(begin, {std::nullopt, size});
    begin += size;
  }
  return std::move(decoder).finish("utf-8");
}

Decoded decode_single_byte(const Text& source, const SingleByteCharset& charset) {
  const std::string_view bytes = source.view();
  Decoder decoder(source);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    decoder.copy(begin, at);
    if (at == bytes.size()) break;
    const char32_t character = charset.upper[static_cast<unsigned char>(bytes[at]) - 0x80u];
    const bool assigned = character != SingleByteCharset::kNone;
    decoder.put(at, {assigned ? std::optional(character) : std::nullopt, 1});
    ++at;
  }
  return std::move(decoder).finish(charset.name);
}

Decoded decode_multi_byte(const Text& source, const NamedMultiByteCharset& named) {
  const std::string_view bytes = source.view();
  Decoder decoder(source);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) < 0x80) ++at;
    decoder.copy(begin, at);
    if (at == bytes.size()) break;
    const MultiByteCharset::Unit unit = named.charset->read(bytes, at);
    const auto size =
        static_cast<std::uint32_t>(std::min<std::size_t>(unit.size, bytes.size() - at));
    decoder.put(at, {unit.value, size});
    at += size;
  }
  return std::move(decoder).finish(std::string(named.name));
}

char32_t code_unit(std::string_view bytes, std::size_t at, std::uint32_t size, bool big_endian) {
  char32_t value = 0;
  for (std::uint32_t i = 0; i < size; ++i) {
    const char32_t byte = static_cast<unsigned char>(bytes[at + i]);
    value |= byte << (8 * (big_endian ? size - 1 - i : i));
  }
  return value;
}

Encoded utf16_unit(std::string_view bytes, std::size_t at, bool big_endian) {
  if (at + 2 > bytes.size()) return {std::nullopt, 1};
  const char32_t first = code_unit(bytes, at, 2, big_endian);
  if (first < 0xD800 || first > 0xDFFF) return {first, 2};
  if (first > 0xDBFF || at + 4 > bytes.size()) return {std::nullopt, 2};
  const char32_t second = code_unit(bytes, at + 2, 2, big_endian);
  if (second < 0xDC00 || second > 0xDFFF) return {std::nullopt, 2};
  return {0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00), 4};
}

Encoded utf32_unit(std::string_view bytes, std::size_t at, bool big_endian) {
  if (at + 4 > bytes.size()) return {std::nullopt, offset_of(bytes.size() - at)};
  const char32_t value = code_unit(bytes, at, 4, big_endian);
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {std::nullopt, 4};
  return {value, 4};
}

Decoded decode_wide(const Text& source, std::size_t begin, std::string_view charset) {
  const std::string_view bytes = source.view();
  const bool big_endian = charset.ends_with("be");
  const auto unit = charset.starts_with("utf-32") ? utf32_unit : utf16_unit;
  Decoder decoder(source);
  for (std::size_t at = begin; at < bytes.size();) {
    const Encoded next = unit(bytes, at, big_endian);
    decoder.put(at, next);
    at += next.size;
  }
  return std::move(decoder).finish(std::string(charset));
}

Decoded decode_marked(const Text& source, const ByteOrderMark& mark) {
  if (mark.charset == "utf-8") return decode_utf8_bytes(source, mark.bytes.size());
  return decode_wide(source, mark.bytes.size(), mark.charset);
}

/// Of the bytes at places 0, 1, 2 and 3 of every four, how many are zero.
struct ZeroCounts {
  std::array<std::size_t, 4> zeros{};
  std::size_t of = 0;  ///< how many there are at each place

  bool most(std::size_t place) const { return zeros[place] * 2 > of; }
  bool few(std::size_t place) const { return zeros[place] * 16 <= of; }
  bool are(std::string_view pattern) const {
    for (std::size_t place = 0; place < zeros.size(); ++place)
      if (!(pattern[place] == '0' ? most(place) : few(place))) return false;
    return true;
  }
};

ZeroCounts count_zeros(std::string_view bytes) {
  ZeroCounts counts;
  counts.of = std::min(bytes.size(), kDeclarationBytes) / 4;
  for (std::size_t at = 0; at < counts.of * 4; ++at) counts.zeros[at % 4] += bytes[at] == '\0';
  return counts;
}

/// Whether there are bytes that no UTF-8 has, and no character of several bytes, whole or cut.
bool is_plainly_no_utf8(std::string_view bytes) {
  bool found = false;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
    if (decode_utf8(bytes, at).valid || invalid_size(bytes, at) > 1) return false;
    found = true;
  }
  return found;
}

/// Whether nine of ten characters beyond ASCII are UTF-8: what else there is, is damage.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t valid = 0, invalid = 0;
  for (std::size_t at = 0; at < bytes.size() && valid + invalid < kCharactersTried;) {
    const CodePoint next = decode_utf8(bytes, at);
    if (next.size > 1) ++valid;
    if (!next.valid) ++invalid;
    at += next.size;
  }
  return valid > 9 * invalid;
}

Decoded told_in_spite(Decoded decoded, const Text& source, std::string_view declared) {
  const std::uint32_t at = offset_of(*first_invalid_utf8(source.view()));
  decoded.diagnostics.push_back({Severity::warning, "charset-mismatch",
                                 "declared as " + std::string(declared) + ", read as " +
                                     decoded.charset + ": nothing in it is UTF-8",
                                 source.to_source({at, at + 1})});
  return decoded;
}

bool is_utf8_label(std::string_view label) {
  return label == "utf-8" || label == "utf8" || label == "unicode-1-1-utf-8";
}

}  // namespace

std::string_view wide_charset_of(std::string_view bytes) {
  if (const ByteOrderMark* mark = byte_order_mark(bytes))
    return mark->charset == "utf-8" ? std::string_view() : mark->charset;
  const ZeroCounts counts = count_zeros(bytes);
  if (counts.of == 0) return {};
  if (counts.are("x0x0")) return "utf-16le";
  if (counts.are("0x0x")) return "utf-16be";
  if (counts.are("x000")) return "utf-32le";
  if (counts.are("000x")) return "utf-32be";
  return {};
}

Result<Decoded> decode(Text source, std::string_view declared_outside) {
  const std::string_view bytes = source.view();
  if (const ByteOrderMark* mark = byte_order_mark(bytes)) return decode_marked(source, *mark);
  if (const auto wide = wide_charset_of(bytes); !wide.empty()) return decode_wide(source, 0, wide);
  if (!first_invalid_utf8(bytes)) return Decoded{std::move(source), "utf-8", {}};
  const std::string declared = declared_charset(bytes, declared_outside);
  if (const auto* charset = find_single_byte_charset(declared))
    return decode_single_byte(source, *charset);
  if (const auto named = find_multi_byte_charset(declared); named.charset != nullptr)
    return decode_multi_byte(source, named);
  const bool says_utf8 = is_utf8_label(declared);
  const auto detected =
      is_mostly_utf8(bytes) ? NamedMultiByteCharset() : detect_multi_byte_charset(bytes);
  if (detected.charset != nullptr) {
    Decoded decoded = decode_multi_byte(source, detected);
    return says_utf8 ? told_in_spite(std::move(decoded), source, declared) : std::move(decoded);
  }
  const SingleByteCharset& windows = *find_single_byte_charset("windows-1252");
  if (!says_utf8) return decode_single_byte(source, windows);
  if (!is_plainly_no_utf8(bytes)) return decode_utf8_bytes(source, 0);
  return told_in_spite(decode_single_byte(source, windows), source, declared);
}

Result<Decoded> decode(const Resource& resource, std::uint32_t at) {
  if (resource.bytes.size() > kMaxArticleBytes)
    return Error{"expected at most " + std::to_string(kMaxArticleBytes) + " bytes, found " +
                     std::to_string(resource.bytes.size()),
                 {}};
  return decode(Text::from_source(resource.bytes, at), resource.charset);
}

}  // namespace dateline
