#include "importers/nlp/paragraphs.h"

#include <algorithm>

#include "core/characters.h"

namespace dateline {
namespace {

// Widths at which text is wrapped by hand or by a mailer; longer lines are whole paragraphs.
constexpr std::uint32_t kNarrowestWrap = 45, kWidestWrap = 110;
constexpr std::uint32_t kIndent = 3;  // blanks that begin a new paragraph of wrapped text
constexpr std::size_t kHeadlineBytes = 250, kHeadingWords = 14, kBylineWords = 14;
constexpr std::size_t kCreditWords = 30;  // a longer line is a sentence of the story

bool is_space_at(std::string_view text, std::uint32_t at, std::uint32_t& size) {
  const CodePoint c = decode_utf8(text, at);
  size = c.size;
  return kind_of(c.value) == CharacterKind::space;
}

Span without_space(std::string_view text, Span span) {
  std::uint32_t size = 0, last = span.begin;
  while (span.begin < span.end && is_space_at(text, span.begin, size)) span.begin += size;
  for (std::uint32_t at = span.begin; at < span.end; at += size)
    if (!is_space_at(text, at, size)) last = at + size;
  span.end = std::max(span.begin, last);
  return span;
}

struct Line {
  Span span;  // without white space around it
  std::uint32_t indent = 0;
  bool empty() const { return span.empty(); }
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::uint32_t at = 0; at < text.size();) {
    const auto end = static_cast<std::uint32_t>(std::min(text.find('\n', at), text.size()));
    const Span span = without_space(text, {at, end});
    lines.push_back({span, span.begin - at});
    at = end + 1;
  }
  return lines;
}

// Lines from `first` up to the next blank one.
std::size_t block_end(const std::vector<Line>& lines, std::size_t first) {
  while (first < lines.size() && !lines[first].empty()) ++first;
  return first;
}

std::uint32_t widest(const std::vector<Line>& lines, std::size_t first, std::size_t last) {
  std::uint32_t width = 0;
  for (std::size_t i = first; i < last; ++i)
    width = std::max(width, lines[i].span.size() + lines[i].indent);
  return width;
}

// A line goes on in the next when the next one's first word would not have fitted.
bool is_wrapped(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
  const std::string_view following = next.span.of(text);
  if (next.indent >= kIndent && next.indent > line.indent) return false;
  if (width < kNarrowestWrap || width > kWidestWrap) return starts_lower(following);
  const std::size_t word = std::min(following.find(' '), following.size());
  return line.span.size() + line.indent + 1 + word > width;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && std::string_view("\"')]").find(line.back()) != line.npos)
    line.remove_suffix(1);
  while (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(3);
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with("…") ||
         line.ends_with(':') || line.ends_with(';') || line.ends_with(',');
}

std::size_t count_words(std::string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : line) {
    const bool space = c == ' ' || c == '\t';
    words += !space && !inside;
    inside = !space;
  }
  return words;
}

// Whether the line begins with one of the phrases, as whole words.
bool begins_with_any(const std::string& lowered, const WordSet& phrases) {
  const auto fits = [&](const std::string& phrase) {
    if (!lowered.starts_with(phrase)) return false;
    if (lowered.size() == phrase.size()) return true;
    return kind_of(first_of(std::string_view(lowered).substr(phrase.size()))) !=
           CharacterKind::letter;
  };
  return std::any_of(phrases.begin(), phrases.end(), fits);
}

bool has_letter(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = decode_utf8(line, at);
    if (kind_of(c.value) == CharacterKind::letter) return true;
    at += c.size;
  }
  return false;
}

// "By Dana Whitlock, Gulf Sentinel"; "Weekend profile — by Ines Calloway": a byline word, then
// nothing but names.
bool is_byline(std::string_view line, const LineRules& rules) {
  if (ends_sentence(line) || count_words(line) > kBylineWords) return false;
  for (const std::string_view dash : {" — ", " – ", " - ", " | "})
    if (const auto at = line.find(dash); at != line.npos)
      return is_byline(line.substr(at + dash.size()), rules) ||
             is_byline(line.substr(0, at), rules);
  const std::string lowered = lower_case(line);
  if (!begins_with_any(lowered, rules.byline)) return false;
  std::size_t capitals = 0, words = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (at > 0 && line[at - 1] != ' ') continue;
    ++words;
    capitals += starts_upper(line.substr(at));
  }
  return words >= 2 && capitals * 3 >= words * 2;
}

// "Ann Lee contributed reporting to this post."
bool is_credit(std::string_view line, const LineRules& rules) {
  if (count_words(line) > kCreditWords) return false;
  const std::string lowered = lower_case(line);
  return std::any_of(rules.credit.begin(), rules.credit.end(),
                     [&](const std::string& words) { return lowered.find(words) != lowered.npos; });
}

bool is_furniture(std::string_view line, const LineRules& rules) {
  if (!has_letter(line)) return true;
  if (ends_sentence(line) && count_words(line) > kHeadingWords) return false;
  return begins_with_any(lower_case(line), rules.furniture) && count_words(line) <= kHeadingWords;
}

// "10:42 p.m.", "14:05 GMT": heads a post of a live blog.
bool is_clock_time(std::string_view line) {
  const auto mark = line.find_first_of(":.");
  if (mark == line.npos || mark == 0 || mark > 2 || line.size() > 20) return false;
  const auto is_digit = [&](std::size_t at) {
    return at < line.size() && line[at] >= '0' && line[at] <= '9';
  };
  return is_digit(0) && is_digit(mark + 1) && is_digit(mark + 2) && count_words(line) <= 3;
}

class Classifier {
 public:
  Classifier(std::string_view title, const LineRules& rules) : title_(title), rules_(rules) {}

  // `alone`: a blank line, or the text's end, follows.
  SentenceKind kind_of(std::string_view line, std::size_t index, bool alone) const {
    if (index == 0 && is_headline(line, alone)) return SentenceKind::headline;
    if (is_byline(line, rules_) || is_credit(line, rules_)) return SentenceKind::byline;
    if (is_furniture(line, rules_)) return SentenceKind::furniture;
    if (is_clock_time(line)) return SentenceKind::heading;
    const bool heading = !ends_sentence(line) && count_words(line) <= kHeadingWords;
    return heading && !starts_lower(line) ? SentenceKind::heading : SentenceKind::prose;
  }

 private:
  bool is_headline(std::string_view line, bool alone) const {
    if (!title_.empty() && line == title_) return true;
    return alone && line.size() <= kHeadlineBytes && !line.ends_with('.') && !line.ends_with(',') &&
           !line.ends_with(".”") && !line.ends_with(".\"") && has_letter(line);
  }

  std::string_view title_;
  const LineRules& rules_;
};

}  // namespace

Result<LineRules> load_line_rules(const DataFiles& files, std::string_view language) {
  auto lists = read_word_lists(files, std::string(language) + "/lines.txt",
                               {"byline", "credit", "furniture"});
  if (!lists) return lists.error();
  WordLists sections = std::move(lists).value();
  return LineRules{sections["byline"], sections["credit"], sections["furniture"]};
}

std::vector<Paragraph> find_paragraphs(std::string_view text, std::string_view title,
                                       const LineRules& rules) {
  const std::vector<Line> lines = lines_of(text);
  const Classifier classifier(title, rules);
  std::vector<Paragraph> paragraphs;
  for (std::size_t first = 0; first < lines.size(); ++first) {
    const std::size_t last = block_end(lines, first);
    const std::uint32_t width = widest(lines, first, last);
    while (first < last) {
      std::size_t end = first + 1;
      while (end < last && is_wrapped(text, lines[end - 1], lines[end], width)) ++end;
      const Span span{lines[first].span.begin, lines[end - 1].span.end};
      const auto number = static_cast<std::uint32_t>(paragraphs.size());
      paragraphs.push_back({span, number, classifier.kind_of(span.of(text), number, end == last)});
      first = end;
    }
  }
  return paragraphs;
}

}  // namespace dateline
