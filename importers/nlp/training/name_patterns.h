#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/nlp/ner.h"
#include "importers/nlp/training/name_lists.h"

namespace dateline {

/// A sentence whose names are marked.
struct TaggedSentence {
  std::vector<std::string> words;
  std::vector<NameTag> tags;
};

/// Sentences that speak of the same people and bodies.
using TaggedStory = std::vector<TaggedSentence>;

/// Fills the patterns of name_patterns.txt (the form is told there) with its own lists and `lists`,
/// in random order; within a story names come again, and shorter. The same files give the same
/// stories. Error.message names the slot that nothing fills.
Result<std::vector<TaggedStory>> fill_name_patterns(std::string_view patterns,
                                                    const NameLists& lists);

/// 0 for a tag that is none; "B-PER", "I-PER" ...
NameTag name_tag(std::string_view tag);

}  // namespace dateline
