#include "importers/text/byline.h"

#include <algorithm>
#include <utility>

#include "importers/data_lines.h"
#include "importers/text/ascii.h"
#include "importers/text/story_words.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestLine = 200;  // bytes; longer ones are sentences
constexpr std::size_t kMostNameWords = 6;
constexpr std::size_t kLongestName = 60;

const WordSet& words(std::string_view section) { return story_words().find(section)->second; }

bool opens_name(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0xC3; }

/// "Ann Lee", "LIONEL FRYE", "Ludwig van der Berg", "J. R. Ek"; not "the end", "Staff".
bool is_name(std::string_view text) {
  if (text.size() < 2 || text.size() > kLongestName || !opens_name(text.front())) return false;
  if (text.find_first_of("0123456789@/:?!\"") != text.npos) return false;
  if (words("not-names").contains(ascii_lower(text))) return false;
  const auto parts = words_of(text);
  if (parts.size() > kMostNameWords) return false;
  return std::ranges::all_of(parts, [](std::string_view part) {
    return opens_name(part.front()) || words("particles").contains(part);
  });
}

/// The parts of a line between signs that set things apart: | • · / and dashes with spaces.
std::vector<std::string_view> parts_of(std::string_view line) {
  constexpr std::string_view kSigns[] = {" | ", "|",   " • ", "•",   " · ",
                                         " — ", " – ", " - ", " / ", "\t"};
  std::vector<std::string_view> parts;
  while (!line.empty()) {
    std::size_t first = line.npos, size = 0;
    for (const std::string_view sign : kSigns)
      if (const std::size_t at = line.find(sign); at < first) first = at, size = sign.size();
    parts.push_back(trimmed(line.substr(0, first)));
    if (first == line.npos) break;
    line.remove_prefix(first + size);
  }
  return parts;
}

struct Listed {
  std::string_view name;
  bool after_and = false;
};

/// Names parted by commas and "and". "and" within a word or a name of one word does not count.
std::vector<Listed> split_names(std::string_view list) {
  std::vector<Listed> names;
  bool after_and = false;
  const auto add = [&](std::string_view name) {
    while (!name.empty() && (name.back() == '.' || name.back() == ';') && name.size() > 3)
      name.remove_suffix(1);
    if (!trimmed(name).empty()) names.push_back({trimmed(name), after_and});
  };
  for (std::size_t begin = 0; begin < list.size();) {
    std::size_t end = std::min(list.find(',', begin), list.size());
    std::size_t next = end + 1;
    bool conjunction = false;
    for (const std::string& word : words("and")) {
      const std::string apart = " " + word + " ";
      const std::size_t at = list.find(apart, begin);
      if (at < end) end = at, next = at + apart.size(), conjunction = true;
    }
    std::string_view name = trimmed(list.substr(begin, end - begin));
    for (const std::string& word : words("and"))
      if (name.size() > word.size() && name.starts_with(word) && name[word.size()] == ' ') {
        name.remove_prefix(word.size() + 1);  // behind a comma: "A, B, and C"
        after_and = true;
      }
    add(name);
    after_and = conjunction;
    begin = next;
  }
  return names;
}

/// "A, B and C, Herald" are three authors and where they write; "A, Herald" is one.
std::optional<Byline> byline_of(std::string_view list) {
  const auto names = split_names(list);
  if (names.empty() || !is_name(names.front().name)) return std::nullopt;
  const auto last_and = std::ranges::find_if(names.rbegin(), names.rend(), &Listed::after_and);
  const auto authors = std::max<std::ptrdiff_t>(1, names.rend() - last_and);
  Byline byline;
  for (std::ptrdiff_t i = 0; i < authors; ++i) {
    if (!is_name(names[static_cast<std::size_t>(i)].name)) return std::nullopt;
    byline.authors.emplace_back(names[static_cast<std::size_t>(i)].name);
  }
  const auto rest = static_cast<std::size_t>(authors);
  if (rest < names.size()) {
    if (is_name(names[rest].name))
      byline.affiliation = names[rest].name;
    else if (!words("not-names").contains(ascii_lower(names[rest].name)))
      return std::nullopt;
  }
  return byline;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view line) {
  line = trimmed(line);
  if (line.size() > kLongestLine) return std::nullopt;
  for (const std::string_view part : parts_of(line))
    if (const std::string_view names = behind_by(part); !names.empty()) return byline_of(names);
  return std::nullopt;
}

bool is_no_name(std::string_view text) {
  return words("not-names").contains(ascii_lower(trimmed(text)));
}

std::optional<Byline> read_names(std::string_view line) {
  line = trimmed(line);
  if (line.size() > kLongestLine) return std::nullopt;
  const auto parts = parts_of(line.substr(0, line.find(" (")));
  return parts.empty() ? std::nullopt : byline_of(parts.front());
}

bool introduces_authors(std::string_view line) {
  std::string words_only = ascii_lower(trimmed(line));
  if (words_only.ends_with(':')) words_only.pop_back();
  const std::string_view label = trimmed(words_only);
  return words("by").contains(label) || words("author-labels").contains(label);
}

std::string_view behind_by(std::string_view text) {
  std::string_view rest;
  const auto look = [&](std::string_view by, std::string_view signs) {
    if (text.size() <= by.size() || !equals_ignoring_case(text.substr(0, by.size()), by)) return;
    if (signs.find(text[by.size()]) == signs.npos) return;
    const std::string_view found = trimmed(text.substr(by.size() + 1));
    if (rest.empty() || found.size() < rest.size()) rest = found;  // the longest phrase
  };
  for (const std::string& by : words("by")) look(by, " \t\r\n:");
  for (const std::string& label : words("author-labels")) look(label, ":");
  return rest;
}

std::vector<std::string> read_authors(std::string_view field) {
  field = trimmed(field);
  if (field.size() > kLongestLine) field = field.substr(0, field.find(','));
  const auto parts = parts_of(field);
  if (parts.empty()) return {};
  const std::string_view names = behind_by(parts.front());
  std::vector<std::string> authors;
  for (const Listed& listed : split_names(names.empty() ? parts.front() : names))
    if (is_name(listed.name) && std::ranges::find(authors, listed.name) == authors.end())
      authors.emplace_back(listed.name);
  return authors;
}

}  // namespace dateline
