#include "importers/events/salience.h"

#include <algorithm>

namespace dateline {
namespace {

double salience_of(const EventContext& context, const EventMention& event) {
  const Sentence& sentence = context.document.sentence_of(event.head);
  const Predicate* row = predicate_row(context, event.head);
  double salience = 0.2;
  if (sentence.kind == SentenceKind::headline) salience += 0.3;
  if (sentence.paragraph <= 2) salience += 0.2;
  if (event.timex || !event.bounds.empty()) salience += 0.2;
  if (!event.arguments.empty()) salience += 0.1;
  if (row && !row->weak && !event.is_state) salience += 0.15;
  if (event.is_state) salience -= 0.15;
  return std::clamp(salience, 0.0, 1.0);
}

}  // namespace

void rate_salience(const EventContext& context, std::vector<EventMention>& events) {
  for (EventMention& event : events) event.salience = salience_of(context, event);
}

}  // namespace dateline
