#include "importers/events/story_day.h"

#include <algorithm>

#include "core/interval.h"

namespace dateline {
namespace {

constexpr std::uint32_t kOpeningParagraphs = 3;
constexpr std::int64_t kNewsDays = 7;  // what is older is no news
constexpr int kMaxClausesAbove = 8;    // over one verb

/// Whether an event is told for its own sake, and not of somebody or beside another.
bool is_told_first(const EventContext& context, const EventMention& event) {
  TokenId token = event.predicate;
  if (context.at(token).pos != Pos::verb) return false;
  for (int step = 0; token && step < kMaxClausesAbove; ++step, token = context.at(token).head) {
    const Relation relation = universal(context.at(token).relation);
    if (relation == Relation::acl || relation == Relation::advcl) return false;
  }
  return true;
}

bool is_news(const EventTime& time, const Interval& published) {
  if (!time.is_told() || !time.date || time.date->grain < Grain::day || time.lasts) return false;
  const auto &day = time.interval.earliest, &now = published.earliest;
  if (!day || !now || !published.latest || day->seconds >= published.latest->seconds) return false;
  return now->seconds - day->seconds <= kNewsDays * kDaySeconds;
}

}  // namespace

EventTime story_day(const EventContext& context, const std::vector<EventTime>& told) {
  const Document& document = context.document;
  if (!document.published) return {};
  const Interval published = interval_of(*document.published);
  const EventMention* first = nullptr;
  EventTime day;
  std::uint32_t paragraphs = 0, paragraph = ~0u;
  for (std::uint32_t i = 0; i < document.events.size(); ++i) {
    const EventMention& event = document.events[i];
    const Sentence& sentence = document.sentence_of(event.head);
    if (sentence.kind != SentenceKind::prose) continue;
    if (sentence.paragraph != paragraph && ++paragraphs > kOpeningParagraphs) break;
    paragraph = sentence.paragraph;
    if (first && !sentence.tokens.contains(first->head)) break;
    const bool fact = event.factuality.value == FactualityValue::asserted && !event.future;
    if (!fact || !is_news(told[i], published) || !is_told_first(context, event)) continue;
    if (first && !(first->is_statement && !event.is_statement)) continue;
    first = &event;
    day = at_date(PartialDate::of(*told[i].date->known_day()), EventTime::Basis::derived);
  }
  return day;
}

}  // namespace dateline
