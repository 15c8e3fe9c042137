#include "importers/links/sieves.h"

namespace dateline {
namespace {

// More dated expressions than any article has; beyond them only neighbours are compared.
constexpr std::size_t kMaxCompared = 200;

TemporalRelation relation_of(const Interval& a, const Interval& b) {
  const auto not_after = [](const std::optional<Instant>& x, const std::optional<Instant>& y) {
    return x && y && utc_seconds(*x) <= utc_seconds(*y);
  };
  if (not_after(a.latest, b.earliest)) return TemporalRelation::before;
  if (not_after(b.latest, a.earliest)) return TemporalRelation::after;
  const bool holds = not_after(a.earliest, b.earliest) && not_after(b.latest, a.latest);
  const bool is_held = not_after(b.earliest, a.earliest) && not_after(a.latest, b.latest);
  if (holds && is_held) return TemporalRelation::simultaneous;
  if (holds) return TemporalRelation::includes;
  return is_held ? TemporalRelation::is_included : TemporalRelation::vague;
}

// Only what has a value of its own: "now" lies around the publication, "recently" before it.
TemporalRelation relation_of_reference(std::string_view value) {
  if (value == "PRESENT_REF") return TemporalRelation::includes;
  if (value == "PAST_REF") return TemporalRelation::before;
  return value == "FUTURE_REF" ? TemporalRelation::after : TemporalRelation::vague;
}

// A SET is no one time, and a bound that is open tells no order.
bool is_placed(const Timex& timex) {
  return timex.type != TimexType::set && timex.interval && timex.interval->earliest &&
         timex.interval->latest;
}

// What an article tells of "today" includes its publication, to whatever second that is known.
std::optional<Interval> day_of_publication(const Document& document) {
  if (!document.published) return std::nullopt;
  const auto day = document.published->known_day();
  return interval_of(day ? PartialDate::of(*day) : *document.published);
}

}  // namespace

void draw_calendar_links(const LinkContext& context, std::vector<TLink>& links) {
  const std::vector<Timex>& timexes = context.document().timexes;
  const auto draw = [&](std::uint32_t i, TLink::End to, TemporalRelation relation) {
    if (relation != TemporalRelation::vague) links.push_back({TimexId{i}, to, relation, {}, {}});
  };
  const std::optional<Interval> published = day_of_publication(context.document());
  std::vector<std::uint32_t> placed, present;
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    if (!is_placed(timexes[i])) {
      draw(i, DocumentTime{}, relation_of_reference(timexes[i].value));
      if (published && timexes[i].value == "PRESENT_REF") present.push_back(i);
      continue;
    }
    if (published) draw(i, DocumentTime{}, relation_of(*timexes[i].interval, *published));
    placed.push_back(i);
  }
  for (std::size_t a = 0; a < placed.size(); ++a)
    for (std::size_t b = a + 1; b < placed.size(); ++b) {
      if (placed.size() > kMaxCompared && b > a + 1) break;
      draw(placed[a], TimexId{placed[b]},
           relation_of(*timexes[placed[a]].interval, *timexes[placed[b]].interval));
    }
  for (const std::uint32_t now : present)
    for (const std::uint32_t other : placed)
      if (const TemporalRelation relation = relation_of(*published, *timexes[other].interval);
          relation == TemporalRelation::before || relation == TemporalRelation::after)
        draw(now, TimexId{other}, relation);
}

}  // namespace dateline
