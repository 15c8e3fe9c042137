#include "importers/text/furniture.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/utf8.h"
#include "importers/data_files.h"
#include "importers/data_lines.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kFurniturePath = "en/furniture.txt";

/// Signs of the general punctuation block and above the basic plane (emoji) separate words, as
/// ASCII's do; an apostrophe belongs to its word.
bool is_word_part(CodePoint character) {
  const char32_t c = character.value;
  if (c < 0x80)
    return is_ascii_letter(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c));
  return c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c < 0x2C00) &&
         !(c >= 0x3000 && c < 0x3040) && c < 0xFE00;
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

/// The words of a line in lower case (ASCII's), apostrophes straight; at most `most` + 1 of them.
std::vector<std::string> words_in(std::string_view line, std::size_t most) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < line.size() && words.size() <= most;) {
    const CodePoint next = decode_utf8(line, at);
    const bool apostrophe = inside && is_apostrophe(next.value);
    if (is_word_part(next) || apostrophe) {
      if (!inside) words.emplace_back();
      inside = true;
      if (apostrophe)
        words.back().push_back('\'');
      else if (next.size == 1)
        words.back().push_back(ascii_lower(line[at]));
      else
        words.back().append(line.substr(at, next.size));
    } else {
      inside = false;
    }
    at += next.size;
  }
  return words;
}

std::string_view take_entry(std::string_view& line) {
  line = trimmed(line);
  const std::size_t end = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, end);
  line = trimmed(line.substr(end));
  return word;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_ascii_digit);
}

}  // namespace

bool FurniturePatterns::fits(const Place& place, std::string_view word) {
  if (place.gap || (place.number && is_number(word))) return true;
  return std::ranges::find(place.words, word) != place.words.end();
}

/// Follows all ways through the pattern at once: `reached[i]` is how many words the i-th place may
/// still take after all places before it are done, -1 if it cannot be reached.
bool FurniturePatterns::matches(const std::vector<Place>& places,
                                const std::vector<std::string>& words) {
  const auto left_at = [&](std::size_t i) {
    return i < places.size() && places[i].gap ? static_cast<int>(kMaxGapWords) : 1;
  };
  std::vector<int> reached(places.size() + 1, -1);
  const auto skip = [&](std::vector<int>& state) {
    for (std::size_t i = 0; i < places.size(); ++i)
      if (state[i] >= 0 && (places[i].optional || places[i].gap))
        state[i + 1] = std::max(state[i + 1], left_at(i + 1));
  };
  reached[0] = left_at(0);
  skip(reached);
  for (const std::string& word : words) {
    std::vector<int> next(places.size() + 1, -1);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (reached[i] <= 0 || !fits(places[i], word)) continue;
      if (places[i].gap)
        next[i] = std::max(next[i], reached[i] - 1);
      else
        next[i + 1] = std::max(next[i + 1], left_at(i + 1));
    }
    skip(next);
    reached = std::move(next);
  }
  return reached[places.size()] >= 0;
}

Furniture FurniturePatterns::kind_of(std::string_view line) const {
  if (line.size() > kMaxFurnitureBytes) return Furniture::none;
  const auto words = words_in(line, kMaxFurnitureWords);
  if (words.empty() || words.size() > kMaxFurnitureWords) return Furniture::none;
  for (const Rule& rule : rules_) {
    const Place& first = rule.places.front();
    if (!first.optional && !fits(first, words.front())) continue;
    if (matches(rule.places, words)) return rule.kind;
  }
  return Furniture::none;
}

/// Answers what is wrong with the line; empty if nothing is.
std::string_view FurniturePatterns::read_rule(std::string_view line) {
  Rule rule;
  const std::string_view kind = take_entry(line);
  if (kind == "line")
    rule.kind = Furniture::line;
  else if (kind == "section")
    rule.kind = Furniture::section;
  else
    return "expected 'line', 'section', '+' or '-' first";
  rule.name = take_entry(line);
  if (take_entry(line) != ":" || line.empty()) return "expected a name, ':' and a pattern";
  while (!line.empty()) {
    std::string_view word = take_entry(line);
    Place place;
    place.gap = word == "*";
    place.optional = word.size() > 1 && word.ends_with('?');
    if (place.optional) word.remove_suffix(1);
    while (!place.gap && !word.empty()) {
      const std::size_t end = std::min(word.find('|'), word.size());
      if (word.substr(0, end) == "#")
        place.number = true;
      else
        place.words.emplace_back(word.substr(0, end));
      word.remove_prefix(std::min(end + 1, word.size()));
    }
    rule.places.push_back(std::move(place));
  }
  if (rule.places.front().gap) return "expected a pattern that begins with a word";
  rules_.push_back(std::move(rule));
  return {};
}

std::string_view FurniturePatterns::read_line(std::string_view line) {
  const char first = line.front();
  if (first != '+' && first != '-') return read_rule(line);
  if (rules_.empty()) return "expected a rule before its examples";
  const Rule& rule = rules_.back();
  examples_.push_back({std::string(trimmed(line.substr(1))),
                       first == '+' ? rule.kind : Furniture::none, rule.name});
  return {};
}

Result<FurniturePatterns> FurniturePatterns::parse(std::string_view text, std::string_view path) {
  FurniturePatterns patterns;
  for (const DataLine& line : data_lines(text))
    if (const auto wrong = patterns.read_line(line.text); !wrong.empty())
      return data_error(path, line, wrong);
  return patterns;
}

const FurniturePatterns& furniture_patterns() {
  static const FurniturePatterns patterns = [] {
    auto parsed = FurniturePatterns::parse(DataFiles::embedded().find(kFurniturePath).value_or(""),
                                           kFurniturePath);
    assert(parsed);
    return parsed ? std::move(parsed).value() : FurniturePatterns();
  }();
  return patterns;
}

}  // namespace dateline
