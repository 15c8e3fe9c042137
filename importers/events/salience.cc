#include "importers/events/salience.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

/// How much a mention tells: the words, tense and place of the one that tells most stand for all.
int told_by(const EventContext& context, const EventMention& event) {
  return static_cast<int>(event.arguments.size() + event.places.size()) + (event.timex ? 2 : 0) +
         (context.at(event.head).pos == Pos::verb ? 3 : 0);
}

double& at(StoryTraits& traits, StoryTrait trait) {
  return traits[static_cast<std::size_t>(trait)];
}

}  // namespace

StoryTraits traits_of(const EventContext& context, const StoryReader& reader,
                      const EventCluster& cluster) {
  std::vector<const EventMention*> prose, all;
  for (const EventMentionId id : cluster.mentions) {
    const EventMention& event = context.document.events[id.index];
    all.push_back(&event);
    if (!reader.in_headline(event)) prose.push_back(&event);
  }
  const bool headline = prose.size() < all.size();
  if (prose.empty()) prose = all;
  const auto most = std::ranges::max_element(
      prose, {}, [&](const EventMention* event) { return told_by(context, *event); });
  StoryTraits traits = reader.traits_of(**most);
  for (const EventMention* event : all) {
    StoryTraits other = reader.traits_of(*event);
    for (const StoryTrait trait :
         {StoryTrait::dated, StoryTrait::agent, StoryTrait::patient, StoryTrait::place})
      at(traits, trait) = std::max(at(traits, trait), at(other, trait));
  }
  StoryTraits first = reader.traits_of(*prose.front());
  at(traits, StoryTrait::late) = at(first, StoryTrait::late);
  at(traits, StoryTrait::again) = std::log(static_cast<double>(prose.size()));
  at(traits, StoryTrait::headline) = headline;
  return traits;
}

double importance_of(const StoryRules& rules, const StoryTraits& traits) {
  return 1 / (1 + std::exp(-rules.importance(traits)));
}

}  // namespace dateline
