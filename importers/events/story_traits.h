#pragma once

#include <vector>

#include "importers/events/clauses.h"
#include "importers/events/story_rules.h"

namespace dateline {

/// Sees the traits of a document's events. Refers to the context; lives as long as that.
class StoryReader {
 public:
  explicit StoryReader(const EventContext& context);

  /// Of one mention by itself: not how often it is told again, nor whether by a headline.
  StoryTraits traits_of(const EventMention& event) const;
  bool in_headline(const EventMention& event) const;

 private:
  std::uint32_t prose_before(const Sentence& sentence) const;

  const EventContext& context_;
  std::vector<std::uint32_t> prose_before_;  // sentences, by sentence
};

}  // namespace dateline
