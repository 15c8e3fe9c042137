#include "importers/events/confidence.h"

#include <cmath>

#include "importers/events/event_time.h"

namespace dateline {
namespace {

/// In hundredths: more is not known, and all machines agree on these.
double rounded(double rate) { return std::round(rate * 100) / 100; }

}  // namespace

DateBasis basis_of(const When& when, const std::optional<PartialDate>& published) {
  if (!when.known()) return DateBasis::unknown;
  if (!when.interval.earliest || !when.interval.latest) return DateBasis::open;
  const bool day = is_of_one_day(when.interval);
  if (when.expression) return day ? DateBasis::told_day : DateBasis::told_range;
  if (!day) return DateBasis::derived_range;
  const bool same =
      published && interval_of(*published).earliest->seconds == when.interval.earliest->seconds;
  return same ? DateBasis::publication : DateBasis::derived_day;
}

void rate_confidence(const ConfidenceRules& rules, const StoryTraits& traits,
                     const std::optional<PartialDate>& published, Event& event) {
  const double is_event = rules.event(traits);
  const double date = rules.date(basis_of(event.when, published));
  const double factuality = rules.factuality(event.factuality.value);
  event.confidence = rounded(is_event * date * factuality);
  event.confidence_parts = {
      {"date", rounded(date)}, {"event", rounded(is_event)}, {"factuality", rounded(factuality)}};
  for (Participant& participant : event.participants)
    participant.confidence = rounded(rules.role(participant.role));
}

}  // namespace dateline
