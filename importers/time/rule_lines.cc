#include "importers/time/rule_lines.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

// Takes the part before the first `mark` off the text; all of it if there is none.
std::string_view take_until(std::string_view& text, std::string_view mark) {
  const auto at = text.find(mark);
  const std::string_view part = text.substr(0, at);
  text = at == text.npos ? "" : text.substr(at + mark.size());
  return trimmed(part);
}

}  // namespace

bool RuleLines::next_line(std::string_view& line) {
  if (at_ >= text_.size()) return false;
  const std::size_t end = std::min(text_.find('\n', at_), text_.size());
  line = text_.substr(at_, end - at_);
  at_ = end + 1;
  ++lines_;
  return true;
}

std::string RuleLines::with_continuation(std::string_view line) {
  std::string whole(line);
  while (true) {
    const std::size_t at = at_;
    const std::uint32_t lines = lines_;
    std::string_view following;
    if (next_line(following) && trimmed(following).starts_with("=>")) {
      whole += " " + std::string(trimmed(following));
      continue;
    }
    at_ = at;
    lines_ = lines;
    return whole;
  }
}

bool RuleLines::next() {
  std::string_view line;
  while (next_line(line)) {
    const std::string_view text = trimmed(line);
    if (text.empty() || text.starts_with('#')) continue;
    number_ = lines_;
    const bool indented = line.starts_with(' ');
    if (indented && (text.starts_with("+ ") || text.starts_with("- ")))
      read_example(text);
    else if (indented)
      read_words(text);
    else
      read_declaration(line);
    return true;
  }
  return false;
}

void RuleLines::read_declaration(std::string_view line) {
  std::string_view rest = trimmed(line);
  if (rest.starts_with("category ")) {
    kind_ = Kind::category;
    rest = trimmed(rest.substr(9));
    name_ = take_until(rest, " ");
    value_ = trimmed(rest);
  } else if (rest.starts_with("digits ")) {
    kind_ = Kind::digits;
    rest.remove_prefix(7);
    name_ = take_until(rest, "=");
    value_ = trimmed(rest);
  } else {
    read_rule(with_continuation(line));
  }
}

void RuleLines::read_rule(std::string_view line) {
  std::string_view rest = trimmed(line);
  const auto colon = rest.find(" : ");
  const auto arrow = rest.find(" => ");
  kind_ = colon == rest.npos || arrow == rest.npos || arrow < colon ? Kind::broken : Kind::rule;
  if (kind_ == Kind::broken) return;
  name_ = take_until(rest, " : ");
  pattern_ = take_until(rest, " => ");
  head_ = take_until(rest, " ");
  value_ = trimmed(rest);
}

void RuleLines::read_words(std::string_view line) {
  kind_ = Kind::words;
  std::string_view list = take_until(line, " = ");
  value_ = trimmed(line);
  words_.clear();
  while (!list.empty()) {
    const std::string_view word = take_until(list, " ");
    if (!word.empty()) words_.emplace_back(word);
  }
}

void RuleLines::read_example(std::string_view line) {
  kind_ = Kind::example;
  example_ = {};
  example_.must_match = line.starts_with('+');
  const auto open = line.find('"'), close = line.rfind('"');
  if (open == close) return;
  example_.text = line.substr(open + 1, close - open - 1);
  std::string_view rest = line.substr(close + 1);
  std::string_view dated = take_until(rest, "=");
  if (const auto at = dated.find('@'); at != dated.npos)
    example_.published = trimmed(dated.substr(at + 1));
  rest = trimmed(rest);
  example_.value = take_until(rest, " ");
  example_.mod = trimmed(rest);
}

}  // namespace dateline
