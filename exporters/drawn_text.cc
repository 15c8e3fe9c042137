#include "exporters/drawn_text.h"

#include <array>
#include <span>

#include "core/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kEllipsis = "…";

// Widths of U+0020 to U+007E in hundredths of the font size: the widest of DejaVu Sans, Noto Sans
// and Arial, less a little, because no text is all of its widest letters.
constexpr auto kAsciiWidths = std::to_array<unsigned char>(
    {30, 38, 44, 80, 62, 92, 75, 25, 38, 38, 50, 80, 30, 36, 30, 34,  // space to /
     62, 62, 62, 62, 62, 62, 62, 62, 62, 62, 32, 32, 80, 80, 80, 52,  // 0 to ?
     98, 68, 68, 70, 75, 62, 57, 76, 75, 32, 32, 67, 56, 88, 76, 78,  // @ to O
     61, 78, 68, 63, 61, 73, 68, 98, 68, 61, 66, 38, 34, 38, 80, 50,  // P to _
     50, 60, 62, 55, 62, 61, 36, 62, 63, 28, 28, 57, 28, 96, 63, 61,  // ` to o
     62, 62, 42, 52, 39, 63, 57, 80, 58, 57, 53, 60, 32, 60, 80});    // p to ~
constexpr int kOtherWidth = 66, kWideWidth = 105;

struct Range {
  char32_t first, last;
};
bool in_ranges(char32_t c, std::span<const Range> ranges) {
  for (const Range& range : ranges)
    if (c >= range.first && c <= range.last) return true;
  return false;
}

// Marks that sit on the character before them: they take no room and are never cut off it.
bool is_attached(char32_t c) {
  static constexpr auto kMarks = std::to_array<Range>({{0x0300, 0x036F},
                                                       {0x0483, 0x0489},
                                                       {0x0591, 0x05BD},
                                                       {0x0610, 0x061A},
                                                       {0x064B, 0x065F},
                                                       {0x0900, 0x0903},
                                                       {0x093A, 0x094F},
                                                       {0x0E34, 0x0E3A},
                                                       {0x0E47, 0x0E4E},
                                                       {0x1AB0, 0x1AFF},
                                                       {0x1DC0, 0x1DFF},
                                                       {0x200B, 0x200F},
                                                       {0x202A, 0x202E},
                                                       {0x2060, 0x206F},
                                                       {0x20D0, 0x20FF},
                                                       {0xFE00, 0xFE0F},
                                                       {0xFE20, 0xFE2F},
                                                       {0x1F3FB, 0x1F3FF},
                                                       {0xE0020, 0xE01EF}});
  return in_ranges(c, kMarks);
}

// East Asian wide characters and emoji (Unicode Standard Annex #11, in rough ranges).
bool is_wide(char32_t c) {
  static constexpr auto kWide = std::to_array<Range>({{0x1100, 0x115F},
                                                      {0x2E80, 0xA4CF},
                                                      {0xAC00, 0xD7A3},
                                                      {0xF900, 0xFAFF},
                                                      {0xFE30, 0xFE6F},
                                                      {0xFF00, 0xFF60},
                                                      {0xFFE0, 0xFFE6},
                                                      {0x1F000, 0x1FAFF},
                                                      {0x20000, 0x3FFFD}});
  return in_ranges(c, kWide);
}

int width_of(char32_t c) {
  if (c >= 0x20 && c <= 0x7E) return kAsciiWidths[c - 0x20];
  if (is_attached(c)) return 0;
  if (is_wide(c)) return kWideWidth;
  if (c == U'…' || c == 0xFFFD) return 103;
  if (c >= 0x2018 && c <= 0x201A) return 32;
  return kOtherWidth;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x2028 ||
         c == 0x2029;
}

// Embeddings and overrides of direction could turn the text that follows around.
bool turns_direction(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

// What XML 1.0 allows, less the controls of C1, which no font shows.
bool is_showable(char32_t c) {
  return c >= 0x20 && !(c >= 0x7F && c <= 0x9F) && (c & 0xFFFE) != 0xFFFE &&
         !(c >= 0xFDD0 && c <= 0xFDEF);
}

// The longest prefix no wider than `width`, in bytes, that does not part a mark from its letter.
std::size_t bytes_within(std::string_view clean, double width, double font_size) {
  double used = 0;
  std::size_t end = 0;
  while (end < clean.size()) {
    const CodePoint c = decode_utf8(clean, end);
    used += width_of(c.value) * font_size / 100;
    if (used > width) break;
    end += c.size;
  }
  return end;
}

void trim_end(std::string& text) {
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

// Where a line of at most `fits` bytes ends: at its last space if it has one.
std::size_t line_end(std::string_view rest, std::size_t fits) {
  if (fits >= rest.size() || rest[fits] == ' ') return fits;
  const std::size_t space = rest.rfind(' ', fits);
  if (space != std::string_view::npos && space > 0) return space;
  return fits > 0 ? fits : decode_utf8(rest, 0).size;
}

}  // namespace

std::string clean_text(std::string_view text, std::size_t max_bytes) {
  std::string clean;
  bool pending_space = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.size;
    if (c.valid && is_space(c.value)) {
      pending_space = !clean.empty();
      continue;
    }
    if (c.valid && turns_direction(c.value)) continue;
    if (clean.size() + 8 > max_bytes) return clean += kEllipsis;
    if (pending_space) clean += ' ';
    pending_space = false;
    append_utf8(clean, c.valid && is_showable(c.value) ? c.value : 0xFFFD);
  }
  return clean;
}

std::string escape_markup(std::string_view clean) {
  std::string escaped;
  escaped.reserve(clean.size());
  for (const char c : clean) switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&#39;";
        break;
      default:
        escaped += c;
    }
  return escaped;
}

double text_width(std::string_view clean, double font_size) {
  double hundredths = 0;
  for (std::size_t at = 0; at < clean.size();) {
    const CodePoint c = decode_utf8(clean, at);
    hundredths += width_of(c.value);
    at += c.size;
  }
  return hundredths * font_size / 100;
}

std::string cut_to_width(std::string_view clean, double width, double font_size) {
  if (text_width(clean, font_size) <= width) return std::string(clean);
  const double room = width - text_width(kEllipsis, font_size);
  std::string cut(clean.substr(0, bytes_within(clean, room, font_size)));
  trim_end(cut);
  return cut += kEllipsis;
}

std::vector<std::string> wrap_to_width(std::string_view clean, double width, double font_size,
                                       std::size_t max_lines) {
  std::vector<std::string> lines;
  while (!clean.empty()) {
    if (lines.size() + 1 == max_lines) {
      lines.push_back(cut_to_width(clean, width, font_size));
      break;
    }
    const std::size_t end = line_end(clean, bytes_within(clean, width, font_size));
    lines.emplace_back(clean.substr(0, end));
    trim_end(lines.back());
    clean.remove_prefix(end);
    while (!clean.empty() && clean.front() == ' ') clean.remove_prefix(1);
  }
  return lines;
}

bool is_web_address(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return false;
  for (const char c : url)
    if (c <= ' ' || c == 0x7F || std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos)
      return false;
  return true;
}

}  // namespace dateline
