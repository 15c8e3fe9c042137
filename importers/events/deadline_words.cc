#include "importers/events/deadline_words.h"

#include <string>

#include "importers/word_lists.h"

namespace dateline {

Result<DeadlineWords> DeadlineWords::load(const DataFiles& files, std::string_view language) {
  const std::initializer_list<std::string_view> sections = {
      "window",    "closing", "owed",     "due",        "lasting", "obliging", "instrument",
      "under",     "passing", "naming",   "holding",    "setting", "missing",  "meeting",
      "counted",   "asking",  "due-only", "restarting", "waiting", "drifting", "halting",
      "accepting", "then",    "timed",    "stock"};
  const auto lists = read_word_lists(files, std::string(language) + "/deadlines.txt", sections);
  if (!lists) return lists.error();
  DeadlineWords words;
  std::uint32_t bit = 1;
  for (const std::string_view name : sections) {
    for (const std::string& word : lists.value().find(name)->second) words.sections_[word] |= bit;
    bit <<= 1;
  }
  return words;
}

bool DeadlineWords::is(DeadlineWord section, std::string_view lemma) const {
  const auto found = sections_.find(lemma);
  return found != sections_.end() && (found->second >> static_cast<unsigned>(section) & 1u) != 0;
}

}  // namespace dateline
