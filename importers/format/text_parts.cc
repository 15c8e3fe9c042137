#include "importers/format/text_parts.h"

#include <algorithm>

#include "importers/text/ascii.h"
#include "importers/text/byline.h"
#include "importers/text/dateline.h"

namespace dateline {
namespace {

/// The least signs that make a line between articles.
constexpr std::size_t kLeastSigns = 3;
constexpr std::string_view kPartingSigns = "=-*_#~+";
/// A longer first line is a paragraph.
constexpr std::size_t kMaxPartHeadline = 300;
/// How many lines that are not blank may tell who, when and where.
constexpr int kPartHeadLines = 4;
/// An article has more bytes than that; what has fewer is a list.
constexpr std::size_t kLeastPartBytes = 80;

bool parts_articles(std::string_view line) {
  const std::string_view signs = trimmed(line);
  if (signs.empty() || kPartingSigns.find(signs.front()) == kPartingSigns.npos) return false;
  const auto same = std::ranges::count(signs, signs.front());
  const auto spaces = std::ranges::count(signs, ' ');
  return same >= static_cast<std::ptrdiff_t>(kLeastSigns) &&
         same + spaces == static_cast<std::ptrdiff_t>(signs.size());
}

/// Where a headline stands over the rest, and a line below it is a byline, a date or a dateline.
bool begins_as_article(std::string_view part) {
  int lines = 0;
  bool headline = false;
  for (std::size_t at = 0; at < part.size() && lines <= kPartHeadLines;) {
    const std::size_t end = std::min(part.find('\n', at), part.size());
    const std::string_view line = trimmed(part.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    if (lines++ == 0) {
      headline = line.size() <= kMaxPartHeadline && !line.ends_with('.');
      continue;
    }
    if (headline && (read_byline(line) || read_date_line(line) || read_dateline(line))) return true;
  }
  return false;
}

}  // namespace

std::vector<Span> article_parts(std::string_view text) {
  std::vector<Span> parts;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = trimmed(text.substr(begin, end - begin));
    if (part.empty()) return;
    const auto at = static_cast<std::uint32_t>(part.data() - text.data());
    parts.push_back({at, at + static_cast<std::uint32_t>(part.size())});
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
    const bool page_break = end < text.size() && text[end] == '\f';
    if (parts_articles(text.substr(at, end - at))) {
      add(begin, at);
      begin = end;
    } else if (page_break) {
      add(begin, end);
      begin = end + 1;
    }
    at = end + 1;
  }
  add(std::min(begin, text.size()), text.size());
  const bool all = std::ranges::all_of(parts, [&](Span part) {
    return part.size() >= kLeastPartBytes && begins_as_article(part.of(text));
  });
  if (!all || parts.size() < 2) return {{0, static_cast<std::uint32_t>(text.size())}};
  return parts;
}

}  // namespace dateline
