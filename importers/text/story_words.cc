#include "importers/text/story_words.h"

#include <cassert>
#include <utility>

namespace dateline {

Result<WordLists> load_story_words(const DataFiles& files) {
  return read_word_lists(
      files, "en/story_head.txt",
      {"by", "author-labels", "and", "particles", "not-names", "updated", "date-labels"});
}

const WordLists& story_words() {
  static const WordLists words = [] {
    auto loaded = load_story_words(DataFiles::embedded());
    assert(loaded);
    return loaded ? std::move(loaded).value() : WordLists();
  }();
  return words;
}

}  // namespace dateline
