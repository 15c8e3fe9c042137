#include "importers/html/page_marks.h"

#include <cassert>
#include <charconv>
#include <utility>

#include "importers/data_files.h"
#include "importers/data_lines.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kMarksPath = "root/page_marks.txt";
// Generated names run to kilobytes; what they mean stands at their beginning.
constexpr std::size_t kMostWords = 64;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// The next word of a name, in lower case; `at` moves behind it. Empty at the end.
std::string next_word(std::string_view names, std::size_t& at) {
  std::string word;
  while (at < names.size() && !is_ascii_letter(names[at]) && !is_ascii_space(names[at])) ++at;
  for (; at < names.size() && is_ascii_letter(names[at]); ++at) {
    if (!word.empty() && is_capital(names[at]) && !is_capital(names[at - 1])) break;
    word.push_back(ascii_lower(names[at]));
  }
  return word;
}

}  // namespace

void PageMarks::find_word(std::string_view word, std::vector<MarkIndex>& found) const {
  const auto mark = by_word_.find(word);
  if (mark != by_word_.end()) found.push_back(mark->second);
}

void PageMarks::find(Tag tag, std::vector<MarkIndex>& found) const {
  const auto mark = by_tag_.find(tag);
  if (mark != by_tag_.end()) found.push_back(mark->second);
}

void PageMarks::find(std::string_view names, std::vector<MarkIndex>& found) const {
  std::string last;
  for (std::string& word : words_in_names(names)) {
    if (!word.empty()) find_word(word, found);
    if (!word.empty() && !last.empty()) find_word(last + "-" + word, found);
    last = std::move(word);
  }
}

std::vector<std::string> words_in_names(std::string_view names) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < names.size() && words.size() < kMostWords;) {
    words.push_back(next_word(names, at));
    if (words.back().empty()) ++at;
  }
  return words;
}

Result<PageMarks> PageMarks::parse(std::string_view text, std::string_view path) {
  PageMarks marks;
  for (const DataLine& line : data_lines(text)) {
    const auto words = words_of(line.text);
    int percent = 0;
    const auto* const end = words[0].data() + words[0].size();
    const bool number = std::from_chars(words[0].data(), end, percent).ptr == end;
    if (!number || percent < 1 || percent > 100)
      return data_error(path, line, "expected a percentage first");
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto index = static_cast<MarkIndex>(marks.most_.size());
      if (!marks.by_word_.emplace(words[i], index).second)
        return data_error(path, line, "expected each word once");
      if (words[i].starts_with('<'))
        marks.by_tag_.emplace(tag_named(words[i].substr(1, words[i].size() - 2)), index);
      marks.most_.push_back(percent / 100.0);
    }
  }
  return marks;
}

const PageMarks& page_marks() {
  static const PageMarks marks = [] {
    auto parsed = PageMarks::parse(DataFiles::embedded().find(kMarksPath).value_or(""), kMarksPath);
    assert(parsed);
    return parsed ? std::move(parsed).value() : PageMarks();
  }();
  return marks;
}

}  // namespace dateline
