#include "cli/messages.h"

#include <algorithm>
#include <array>

#include "core/utf8.h"

namespace dateline {

namespace {

// Code points shown before and after the place: fits an 80-column terminal.
constexpr std::size_t kBefore = 40;
constexpr std::size_t kAfter = 30;

bool steers_terminal(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool direction =
      (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return control || direction || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

std::string hex(std::uint32_t value, std::size_t digits) {
  std::string text;
  for (; value != 0 || text.size() < digits; value >>= 4)
    text.insert(text.begin(), "0123456789abcdef"[value & 0xF]);
  return text;
}

std::string printable_code_point(std::string_view bytes, CodePoint c) {
  if (!c.valid || (c.value < 0x80 && steers_terminal(c.value)))
    return "\\x" + hex(static_cast<unsigned char>(bytes.front()), 2);
  if (steers_terminal(c.value)) return "\\u{" + hex(c.value, 4) + "}";
  return std::string(bytes);
}

std::size_t line_begin(std::string_view bytes, std::size_t offset) {
  const std::size_t newline = offset == 0 ? bytes.npos : bytes.rfind('\n', offset - 1);
  return newline == bytes.npos ? 0 : newline + 1;
}

std::size_t line_end(std::string_view bytes, std::size_t offset) {
  std::size_t end = std::min(bytes.find('\n', offset), bytes.size());
  if (end > offset && bytes[end - 1] == '\r') --end;
  return end;
}

// A byte offset `count` code points before or after another, within the limit.
std::size_t back(std::string_view bytes, std::size_t from, std::size_t count, std::size_t limit) {
  while (count-- > 0 && from > limit) {
    --from;
    while (from > limit && (static_cast<unsigned char>(bytes[from]) & 0xC0) == 0x80) --from;
  }
  return from;
}

std::size_t forward(std::string_view bytes, std::size_t from, std::size_t count,
                    std::size_t limit) {
  while (count-- > 0 && from < limit) from += decode_utf8(bytes.substr(0, limit), from).size;
  return from;
}

// Tabs become one space, so that the caret stands where it should.
std::string shown(std::string_view part) {
  std::string line(part);
  std::replace(line.begin(), line.end(), '\t', ' ');
  return printable(line);
}

std::string excerpt(const Message& message, bool color) {
  const std::string_view bytes = *message.bytes;
  const std::size_t at = std::min<std::size_t>(message.at.begin, bytes.size());
  const std::size_t begin = line_begin(bytes, at), end = line_end(bytes, at);
  const std::size_t from = back(bytes, at, kBefore, begin);
  const std::size_t to = forward(bytes, at, kAfter, end);
  const std::string before = (from > begin ? "…" : "") + shown(bytes.substr(from, at - from));
  const std::string after = shown(bytes.substr(at, to - at)) + (to < end ? "…" : "");
  const std::size_t marked_end = std::clamp<std::size_t>(message.at.end, at, to);
  const std::size_t marked = count_code_points(shown(bytes.substr(at, marked_end - at)));
  std::string caret = "^" + std::string(marked > 1 ? marked - 1 : 0, '~');
  if (color) caret = "\x1b[32m" + caret + "\x1b[0m";
  return "  " + before + after + "\n  " + std::string(count_code_points(before), ' ') + caret +
         "\n";
}

}  // namespace

Place place_of(std::string_view bytes, std::size_t offset) {
  offset = std::min(offset, bytes.size());
  const std::size_t begin = line_begin(bytes, offset);
  const auto lines =
      std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(begin), '\n');
  return {static_cast<std::size_t>(lines) + 1,
          count_code_points(bytes.substr(begin, offset - begin)) + 1};
}

std::string printable(std::string_view text) {
  std::string safe;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    safe += printable_code_point(text.substr(at, c.size), c);
    at += c.size;
  }
  return safe;
}

std::string render(const Message& message, bool color) {
  std::string place = printable(message.file);
  if (message.bytes) {
    const Place found = place_of(*message.bytes, message.at.begin);
    place += ":" + std::to_string(found.line) + ":" + std::to_string(found.column);
  }
  place += ":";
  if (color) place = "\x1b[1m" + place + "\x1b[0m";
  std::string line = place + " ";
  if (!message.kind.empty()) line += std::string(message.kind) + ": ";
  line += printable(message.text) + "\n";
  const bool has_line = message.bytes && !message.bytes->empty();
  return has_line ? line + excerpt(message, color) : line;
}

}  // namespace dateline
