#include "importers/format/mime.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "importers/text/ascii.h"
#include "importers/text/charset.h"

namespace dateline {
namespace {

/// An encoded word is at most 75 bytes long; writers are more generous.
constexpr std::size_t kMaxEncodedWord = 1000;

std::uint32_t mime_place(std::size_t at) { return static_cast<std::uint32_t>(at); }

/// A part that is still to be read.
struct Waiting {
  Span at;  // with its head
  MimeIndex parent = 0;
  std::size_t depth = 0;
};

/// Where "--boundary" begins a line from `from` on; npos if nowhere.
std::size_t find_delimiter(std::string_view text, std::string_view delimiter, std::size_t from) {
  for (std::size_t at = text.find(delimiter, from); at != text.npos;
       at = text.find(delimiter, at + 1)) {
    const std::size_t after = at + delimiter.size();
    const bool ends = after == text.size() || is_ascii_space(text[after]) || text[after] == '-';
    if ((at == 0 || text[at - 1] == '\n') && ends) return at;
  }
  return text.npos;
}

/// The parts between the delimiters, each with its head; one that is not closed ends with the body.
std::vector<Span> parts_between(std::string_view mail, Span body, std::string_view boundary) {
  std::vector<Span> parts;
  const std::string delimiter = "--" + std::string(boundary);
  const std::string_view text = mail.substr(0, body.end);
  std::size_t at = find_delimiter(text, delimiter, body.begin);
  while (at != text.npos && parts.size() < kMaxMimeParts) {
    if (text.substr(at + delimiter.size()).starts_with("--")) break;
    const std::size_t begin = std::min(text.find('\n', at), text.size() - 1) + 1;
    at = find_delimiter(text, delimiter, begin);
    std::size_t end = std::min(at, text.size());
    if (at != text.npos && end > begin) --end;  // the line end belongs to the delimiter
    if (end > begin && at != text.npos && text[end - 1] == '\r') --end;
    parts.push_back({mime_place(begin), mime_place(end)});
  }
  return parts;
}

class MimeParser {
 public:
  explicit MimeParser(std::string_view mail) : mail_(mail) {}

  std::vector<MimePart> parse() {
    waiting_.push_back({{0, mime_place(mail_.size())}, 0, 0});
    while (!waiting_.empty() && parts_.size() < kMaxMimeParts) {
      const Waiting next = waiting_.back();
      waiting_.pop_back();
      read(next);
    }
    for (std::size_t i = parts_.size(); i-- > 1;) {
      MimePart& parent = parts_[parts_[i].parent];
      parent.end = std::max(parent.end, parts_[i].end);
    }
    return std::move(parts_);
  }

 private:
  void read(const Waiting& next) {
    const auto index = mime_place(parts_.size());
    MimePart part;
    part.head = read_header_fields(next.at.of(mail_));
    part.type = read_media_type(part.head.value("content-type"));
    const bool digest = index > 0 && parts_[next.parent].type.name == "multipart/digest";
    if (part.type.name.find('/') == std::string::npos)
      part.type.name = digest ? "message/rfc822" : "text/plain";
    part.body = {next.at.begin + mime_place(part.head.size), next.at.end};
    part.parent = next.parent;
    part.end = index + 1;
    std::vector<Span> inner;
    const std::string_view boundary = part.type.parameter("boundary");
    if (part.is_multipart() && !boundary.empty()) inner = parts_between(mail_, part.body, boundary);
    if (part.is_mail() && !part.body.empty()) inner = {part.body};
    part.too_deep = !inner.empty() && next.depth == kMaxMimeDepth;
    for (std::size_t i = inner.size(); i-- > 0 && !part.too_deep;)
      waiting_.push_back({inner[i], index, next.depth + 1});
    parts_.push_back(std::move(part));
  }

  std::string_view mail_;
  std::vector<MimePart> parts_;
  std::vector<Waiting> waiting_;  // the next one last
};

std::optional<unsigned> hex_digit(char c) {
  if (is_ascii_digit(c)) return static_cast<unsigned>(c - '0');
  const char lower = ascii_lower(c);
  if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a' + 10);
  return std::nullopt;
}

/// The byte of "=E9" at `at`; nothing if that is only an equals sign.
std::optional<char> quoted_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  const auto high = hex_digit(text[at + 1]), low = hex_digit(text[at + 2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

/// Of "=" at the end of a line, with blanks behind it: the bytes up to the next line; 0 if other.
std::size_t soft_break_size(std::string_view text, std::size_t at) {
  const std::size_t end = text.find_first_not_of(" \t\r", at + 1);
  if (end == text.npos) return text.size() - at;
  return text[end] == '\n' ? end + 1 - at : 0;
}

Text unquoted(const Text& from) {
  const std::string_view text = from.view();
  TextBuilder builder(from);
  std::size_t copied = 0;
  for (std::size_t at = text.find('='); at != text.npos; at = text.find('=', at)) {
    const auto byte = quoted_byte(text, at);
    const std::size_t size = byte ? 3 : soft_break_size(text, at);
    if (size > 0) {
      builder.copy({mime_place(copied), mime_place(at)});
      if (byte) builder.replace({mime_place(at), mime_place(at + 3)}, {&*byte, 1});
      copied = at + size;
    }
    at += std::max<std::size_t>(size, 1);
  }
  builder.copy({mime_place(copied), mime_place(text.size())});
  return std::move(builder).build();
}

std::optional<unsigned> base64_digit(char c) {
  if (c >= 'A' && c <= 'Z') return static_cast<unsigned>(c - 'A');
  if (c >= 'a' && c <= 'z') return static_cast<unsigned>(c - 'a' + 26);
  if (is_ascii_digit(c)) return static_cast<unsigned>(c - '0' + 52);
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return std::nullopt;
}

/// Four digits after four; others are passed over, as the standard has it.
Text from_base64(const Text& from) {
  const std::string_view text = from.view();
  TextBuilder builder(from);
  unsigned bits = 0;
  std::size_t digits = 0, begin = 0;
  const auto put = [&](std::size_t end) {
    std::array<char, 3> bytes = {static_cast<char>(bits >> 16), static_cast<char>(bits >> 8),
                                 static_cast<char>(bits)};
    builder.replace({mime_place(begin), mime_place(end)}, {bytes.data(), digits - 1});
    bits = 0;
    digits = 0;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto digit = base64_digit(text[at]);
    if (!digit) continue;
    if (digits == 0) begin = at;
    bits |= *digit << (18 - 6 * digits);
    if (++digits == 4) put(at + 1);
  }
  if (digits > 1) put(text.size());
  return std::move(builder).build();
}

/// "=?charset?Q?text?=" at the beginning of `text`.
struct EncodedWord {
  std::string characters;  // UTF-8
  std::size_t size = 0;
};

std::optional<EncodedWord> read_encoded_word(std::string_view text) {
  text = text.substr(0, kMaxEncodedWord);
  const std::size_t charset = 2, encoding = text.find('?', charset);
  if (encoding == text.npos || encoding + 2 >= text.size() || text[encoding + 2] != '?')
    return std::nullopt;
  const std::size_t begin = encoding + 3, end = text.find("?=", begin);
  if (end == text.npos) return std::nullopt;
  std::string word(text.substr(begin, end - begin));
  const bool quoted = ascii_lower(text[encoding + 1]) == 'q';
  if (quoted) std::ranges::replace(word, '_', ' ');
  const Text raw = Text::from_source(std::move(word));
  std::string_view name = text.substr(charset, encoding - charset);
  name = name.substr(0, name.find('*'));  // a language may follow (RFC 2231)
  const auto decoded = decode(quoted ? unquoted(raw) : from_base64(raw), name);
  if (!decoded) return std::nullopt;
  return EncodedWord{std::string(decoded->text.view()), end + 2};
}

}  // namespace

bool MimePart::is_attachment() const {
  return read_media_type(head.value("content-disposition")).name == "attachment";
}

std::vector<MimePart> parse_mime(std::string_view mail) { return MimeParser(mail).parse(); }

Text body_of(std::string_view mail, const MimePart& part) {
  const Text raw = Text::from_source(std::string(part.body.of(mail)), part.body.begin);
  const std::string encoding = ascii_lower(part.head.value("content-transfer-encoding"));
  if (encoding == "quoted-printable") return unquoted(raw);
  return encoding == "base64" ? from_base64(raw) : raw;
}

std::string without_encoded_words(std::string_view value) {
  std::string plain;
  bool after_word = false;
  for (std::size_t at = 0; at < value.size();) {
    const std::size_t begin = std::min(value.find("=?", at), value.size());
    const std::string_view between = value.substr(at, begin - at);
    const auto word = begin < value.size() ? read_encoded_word(value.substr(begin)) : std::nullopt;
    // White space between two encoded words is none.
    if (!(after_word && word && trimmed(between).empty())) plain += between;
    if (!word) plain += value.substr(begin, 2);
    if (word) plain += word->characters;
    after_word = word.has_value();
    at = std::min(begin + (word ? word->size : 2), value.size());
  }
  const auto decoded = decode(Text::from_source(std::move(plain)), {});
  return decoded ? std::string(decoded->text.view()) : std::string();
}

}  // namespace dateline
