#include "importers/events/rebuttals.h"

#include <algorithm>

namespace dateline {
namespace {

bool is_negated(const EventContext& context, TokenId word) {
  return std::ranges::any_of(context.tree.children(word), [&](TokenId child) {
    return context.lexicon.is_negation(context.lower(child));
  });
}

/// "That is not true", "this is a lie": the word that says so; empty if the sentence does not.
TokenId rebuttal_in(const EventContext& context, TokenRange sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (!context.tree.has({i}, Relation::cop)) continue;
    const std::string lemma = context.lemma({i});
    const bool rebuts = context.lexicon.is_untrue(lemma) ||
                        (context.lexicon.is_true(lemma) && is_negated(context, {i}));
    const TokenId subject = context.tree.child({i}, Relation::nsubj);
    if (rebuts && subject && context.lexicon.is_pointing(context.lower(subject)) &&
        !context.tree.has({i}, Relation::csubj) && !context.tree.has({i}, Relation::ccomp))
      return {i};
  }
  return {};
}

bool is_reported_fact(const EventMention& event, const std::vector<EventMention>& events) {
  return event.factuality.value == FactualityValue::asserted && !event.factuality.negative &&
         event.container && events[event.container.index].is_statement;
}

}  // namespace

void apply_rebuttals(const EventContext& context, std::vector<EventMention>& events) {
  const auto& sentences = context.document.sentences;
  std::size_t next = 0;  // among the events, which are in order
  for (std::size_t i = 0; i + 1 < sentences.size(); ++i) {
    const TokenRange told = sentences[i].tokens;
    while (next < events.size() && events[next].head.index < told.first) ++next;
    const TokenId word = rebuttal_in(context, sentences[i + 1].tokens);
    if (!word) continue;
    for (std::size_t at = next; at < events.size() && told.contains(events[at].head); ++at) {
      if (!is_reported_fact(events[at], events)) continue;
      events[at].factuality.value = FactualityValue::denied;
      events[at].factuality.cue = std::string(context.document.text_of(word));
    }
  }
}

}  // namespace dateline
