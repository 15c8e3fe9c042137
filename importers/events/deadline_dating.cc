#include "importers/events/deadline_dating.h"

#include <algorithm>

#include "core/duration.h"
#include "core/when.h"
#include "importers/events/event_time.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

// TIMEX3 mod; also of "early June" and "late June", which have no day
constexpr std::string_view kStart = "START", kEnd = "END";

std::optional<std::uint32_t> cluster_of(const std::vector<EventCluster>& clusters,
                                        EventMentionId event) {
  for (std::uint32_t i = 0; i < clusters.size(); ++i)
    if (std::ranges::find(clusters[i].mentions, event) != clusters[i].mentions.end()) return i;
  return std::nullopt;
}

/// "Within 24 hours of its passage": the event noun that a length of time is told to count from.
TokenId named_anchor(const EventContext& context, const DeadlineMention& deadline) {
  const TokenRange words =
      tokens_of(context.document, context.document.timexes[deadline.timex.index].span);
  if (words.empty()) return {};
  for (const TokenId child : context.tree.children(context.tree.head_of(words)))
    if (child.index >= words.last && universal(context.at(child).relation) == Relation::nmod &&
        predicate_row(context, child))
      return child;
  return {};
}

/// The beginning of the day on which an event took place, if that is known.
std::optional<Instant> day_of_event(const EventContext& context, TokenId head,
                                    const std::vector<EventCluster>& clusters,
                                    const std::vector<When>& dates) {
  const auto& events = context.document.events;
  const auto event = std::ranges::find(events, head, &EventMention::head);
  if (event == events.end()) return std::nullopt;
  const auto cluster = cluster_of(clusters, {static_cast<std::uint32_t>(event - events.begin())});
  const bool known = cluster && dates[*cluster].grain >= Grain::day &&
                     dates[*cluster].interval.earliest && dates[*cluster].interval.latest;
  return known ? dates[*cluster].interval.earliest : std::nullopt;
}

/// "Threatened in the spring of 2019 to send them within 24 hours": no day can be counted.
bool counts_from(const When& when) {
  return when.grain >= Grain::day || !when.interval.earliest || !when.interval.latest;
}

/// The beginning of the day that a mention is told to have taken place on.
std::optional<Instant> told_day(const EventContext& context, std::uint32_t event,
                                const std::vector<EventCluster>& clusters,
                                const std::vector<When>& dates) {
  const EventMention& mention = context.document.events[event];
  if (!mention.timex || mention.factuality.value != FactualityValue::asserted) return std::nullopt;
  const auto cluster = cluster_of(clusters, {event});
  const bool known = cluster && dates[*cluster].grain >= Grain::day &&
                     dates[*cluster].interval.earliest && dates[*cluster].interval.latest;
  return known ? dates[*cluster].interval.earliest : std::nullopt;
}

/// "A court fined him on Monday. He has 21 days to appeal": the ruling, order or deal with a day
/// of its own that was told last, in this sentence or the one before.
std::optional<Instant> day_of_cause(const EventContext& context, const DeadlineMention& deadline,
                                    const std::vector<EventCluster>& clusters,
                                    const std::vector<When>& dates) {
  const auto& events = context.document.events;
  const auto& sentences = context.document.sentences;
  const TokenId head = events[deadline.action.index].head;
  const auto here = std::ranges::upper_bound(sentences, head.index, {},
                                             [](const Sentence& s) { return s.tokens.first; });
  const bool second =
      here - sentences.begin() > 1 && std::prev(here, 2)->kind == SentenceKind::prose;
  const std::uint32_t begin = std::prev(here, second ? 2 : 1)->tokens.first;
  for (std::uint32_t i = deadline.action.index; i-- > 0 && events[i].head.index >= begin;)
    if (context.lexicon.deadlines().is(DeadlineWord::counted, events[i].type))
      if (const auto day = told_day(context, i, clusters, dates)) return day;
  return std::nullopt;
}

/// "The law, passed in 1998, gave owners ten years": a year that is over is told in the sentence.
bool is_history(const EventContext& context, TokenRange sentence) {
  const Span words = context.document.span_of(sentence);
  const auto& timexes = context.document.timexes;
  auto when = std::ranges::lower_bound(timexes, words.begin, {},
                                       [](const Timex& timex) { return timex.span.begin; });
  for (; when != timexes.end() && when->span.begin < words.end; ++when)
    if (when->date && when->date->grain <= Grain::year && context.document.published &&
        when->date->year < context.document.published->year)
      return true;
  return false;
}

/// The moment from which a length of time counts: when it was said or ordered, if that is told,
/// else when that happened which it follows from, else publication.
std::optional<Instant> counted_from(const EventContext& context, const DeadlineMention& deadline,
                                    const std::vector<EventCluster>& clusters,
                                    const std::vector<When>& dates) {
  const auto& events = context.document.events;
  if (const TokenId anchor = named_anchor(context, deadline))
    return day_of_event(context, anchor, clusters, dates);
  if (deadline.set_in && !events[deadline.set_in.index].timex)
    if (const auto day = day_of_cause(context, deadline, clusters, dates)) return day;
  if (deadline.set_in)
    if (const auto cluster = cluster_of(clusters, deadline.set_in);
        cluster && dates[*cluster].known())
      return counts_from(dates[*cluster]) ? dates[*cluster].interval.earliest : std::nullopt;
  const TokenRange sentence =
      context.document.sentence_of(events[deadline.action.index].head).tokens;
  for (std::uint32_t i = deadline.action.index; i-- > 0 && sentence.contains(events[i].head);)
    if (const auto day = told_day(context, i, clusters, dates)) return day;
  if (const auto day = day_of_cause(context, deadline, clusters, dates)) return day;
  if (!context.document.published || is_history(context, sentence)) return std::nullopt;
  return interval_of(*context.document.published).earliest;
}

/// "By the end of June" is by its last day, "by the start of June" by its first.
PartialDate due_date(const EventContext& context, const Timex& bound) {
  const TokenRange words = tokens_of(context.document, bound.span);
  const auto after = day_after(*bound.date);
  bool ends = false, starts = false;
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    ends |= context.lexicon.is_closing(context.lower({i}));
    starts |= context.lexicon.is_onset(context.lower({i}));
  }
  const bool long_one = bound.date->grain < Grain::day && bound.date->grain != Grain::week;
  const auto first = interval_of(*bound.date).earliest;
  if (bound.mod == kStart && starts && long_one && first) return PartialDate::of(day_of(*first));
  if (bound.mod != kEnd || !long_one || !ends || !after) return *bound.date;
  return PartialDate::of(add_days(*after, -1));
}

bool is_moment(Grain grain) { return grain >= Grain::hour && grain != Grain::unknown; }

}  // namespace

When date_deadline(const EventContext& context, const DeadlineMention& deadline,
                   const std::vector<EventCluster>& clusters, const std::vector<When>& dates) {
  const Timex& bound = context.document.timexes[deadline.timex.index];
  When when = when_unknown();
  const auto length = duration_from(bound.value);
  const bool measures = bound.type == TimexType::duration || bound.type == TimexType::set;
  if (measures && length && !length->vague) {
    const auto start = counted_from(context, deadline, clusters, dates);
    if (start) when = when_of(PartialDate::of(day_of(add(*start, *length))));
    when.approximate = start && is_finer_than_day(*length);
  } else if (bound.date) {
    when = when_of(due_date(context, bound));
    if (!deadline.inclusive && bound.date->grain < Grain::day && when.interval.earliest)
      when = when_of(PartialDate::of(add_days(day_of(*when.interval.earliest), -1)));
    if (is_moment(bound.date->grain)) when.interval.latest = when.interval.earliest;
  } else if (bound.interval) {
    when = when_within(*bound.interval);
  }
  when.expression = expression_of(context.document, bound, deadline.span);
  return when;
}

}  // namespace dateline
