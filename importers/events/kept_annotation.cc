#include "importers/events/kept_annotation.h"

#include <algorithm>

#include "importers/events/time_links.h"
#include "importers/events/timeml_finder.h"

namespace dateline {
namespace {

Timex timex_of(const Annotation& annotation) {
  Timex timex;
  timex.span = annotation.span;
  timex.type = timex_type_named(annotation.attribute("type")).value_or(TimexType::date);
  timex.value = annotation.attribute("value");
  timex.mod = annotation.attribute("mod");
  timex.quant = annotation.attribute("quant");
  timex.freq = annotation.attribute("freq");
  if (const auto date = date_from_timex_value(timex.value)) {
    timex.date = *date;
    timex.interval = interval_of(*date);
  }
  return timex;
}

}  // namespace

void keep_annotated_times(Document& document) {
  if (document.article.annotations.empty()) return;
  std::vector<Timex> kept;
  for (const Annotation& annotation : document.article.annotations) {
    if (annotation.element != "TIMEX3") continue;
    Timex timex = timex_of(annotation);
    const auto same = std::ranges::find_if(document.timexes, [&](const Timex& found) {
      return found.span == timex.span && found.value == timex.value;
    });
    kept.push_back(same == document.timexes.end() ? std::move(timex) : *same);
    kept.back().anchor_timex = {};
    kept.back().range_end = {};
    if (kept.back().anchor == Timex::Anchor::timex) kept.back().anchor = Timex::Anchor::none;
  }
  std::ranges::stable_sort(kept, {}, [](const Timex& timex) { return timex.span.begin; });
  document.timexes = std::move(kept);
}

std::vector<EventMention> annotated_events(const EventContext& context) {
  std::vector<EventMention> events;
  for (const Annotation& annotation : context.document.article.annotations) {
    if (annotation.element != "EVENT") continue;
    const TokenRange range = tokens_of(context.document, annotation.span);
    if (range.empty()) continue;
    const auto told = event_class_named(annotation.attribute("class"));
    events.push_back(timeml_event_at(context, context.tree.head_of(range),
                                     told.value_or(EventClass::occurrence)));
  }
  std::ranges::stable_sort(events, {}, &EventMention::head);
  const auto same = [](const auto& a, const auto& b) { return a.head == b.head; };
  events.erase(std::unique(events.begin(), events.end(), same), events.end());
  return events;
}

}  // namespace dateline
