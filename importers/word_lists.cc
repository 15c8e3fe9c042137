#include "importers/word_lists.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

// A '#' after white space or at the start of the line: "#" may be an entry's own character.
std::string_view without_comment(std::string_view line) {
  for (std::size_t at = 0; at < line.size(); ++at)
    if (line[at] == '#' && (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t'))
      return line.substr(0, at);
  return line;
}

Error broken(std::string_view path, std::size_t line, std::string_view why) {
  return {std::string(path) + ":" + std::to_string(line) + ": " + std::string(why), {}};
}

std::string_view section_name(std::string_view line) {
  if (line.size() < 3 || line.front() != '[' || line.back() != ']') return {};
  return line.substr(1, line.size() - 2);
}

}  // namespace

Result<WordLists> read_word_lists(const DataFiles& files, std::string_view path,
                                  std::initializer_list<std::string_view> sections) {
  const auto text = files.find(path);
  if (!text) return Error{"expected the word lists '" + std::string(path) + "', found no file", {}};
  WordLists lists;
  WordSet* section = nullptr;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = std::min(text->find('\n', at), text->size());
    const std::string_view line = trimmed(without_comment(text->substr(at, end - at)));
    at = end + 1;
    ++number;
    if (line.empty()) continue;
    if (const auto name = section_name(line); !name.empty()) {
      if (std::find(sections.begin(), sections.end(), name) == sections.end())
        return broken(path, number, "no section is called '" + std::string(name) + "'");
      section = &lists[std::string(name)];
    } else if (section == nullptr) {
      return broken(path, number, "expected a [section] before '" + std::string(line) + "'");
    } else {
      section->emplace(line);
    }
  }
  for (const std::string_view name : sections)
    if (!lists.contains(name))
      return broken(path, number, "expected a section [" + std::string(name) + "], found none");
  return lists;
}

Error broken_entry(const DataFiles& files, std::string_view path, std::string_view entry,
                   std::string_view expected) {
  const std::string_view text = files.find(path).value_or("");
  const auto at = std::min(text.find("\n" + std::string(entry)), text.size());
  const auto line = 2 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + at, '\n'));
  return broken(path, line,
                "expected " + std::string(expected) + ", found '" + std::string(entry) + "'");
}

}  // namespace dateline
