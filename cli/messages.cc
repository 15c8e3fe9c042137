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

std::string excerpt(const Message& message, LineFinder& lines, bool color) {
  const std::string_view bytes = lines.bytes();
  const std::size_t at = std::min<std::size_t>(message.at.begin, bytes.size());
  const std::string_view line = lines.line_around(at);
  const auto begin = static_cast<std::size_t>(line.data() - bytes.data());
  // The place may be within the line end.
  const std::size_t end = std::max(begin + line.size(), at);
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

LineFinder::LineFinder(std::string_view bytes) : bytes_(bytes) { enter_line(0); }

void LineFinder::enter_line(std::size_t begin) {
  begin_ = counted_ = begin;
  columns_ = 0;
  end_ = std::min(bytes_.find('\n', begin), bytes_.size());
}

void LineFinder::go_to(std::size_t offset) {
  if (offset < begin_) {
    line_ = 1;
    enter_line(0);
  }
  for (; end_ < offset; ++line_) enter_line(end_ + 1);
}

Place LineFinder::place_of(std::size_t offset) {
  offset = std::min(offset, bytes_.size());
  go_to(offset);
  const bool within_character =
      counted_ < bytes_.size() && (static_cast<unsigned char>(bytes_[counted_]) & 0xC0) == 0x80;
  if (offset < counted_ || within_character) {
    counted_ = begin_;
    columns_ = 0;
  }
  columns_ += count_code_points(bytes_.substr(counted_, offset - counted_));
  counted_ = offset;
  return {line_, columns_ + 1};
}

std::string_view LineFinder::line_around(std::size_t offset) {
  go_to(std::min(offset, bytes_.size()));
  std::string_view line = bytes_.substr(begin_, end_ - begin_);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Place place_of(std::string_view bytes, std::size_t offset) {
  return LineFinder(bytes).place_of(offset);
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
  LineFinder lines(message.bytes.value_or(std::string_view()));
  return render(message, lines, color);
}

std::string render(const Message& message, LineFinder& lines, bool color) {
  std::string place = printable(message.file);
  if (message.bytes) {
    const Place found = lines.place_of(message.at.begin);
    place += ":" + std::to_string(found.line) + ":" + std::to_string(found.column);
  }
  place += ":";
  if (color) place = "\x1b[1m" + place + "\x1b[0m";
  std::string line = place + " ";
  if (!message.kind.empty()) line += std::string(message.kind) + ": ";
  line += printable(message.text) + "\n";
  const bool has_line = message.bytes && !message.bytes->empty();
  return has_line ? line + excerpt(message, lines, color) : line;
}

}  // namespace dateline
