#pragma once

#include "importers/word_lists.h"

namespace dateline {

/// The sections of en/story_head.txt: by, and, particles, not-names, updated, date-labels.
Result<WordLists> load_story_words(const DataFiles& files);

/// The embedded ones.
const WordLists& story_words();

}  // namespace dateline
