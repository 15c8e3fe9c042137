#include "importers/events/dating.h"

#include <algorithm>

#include "core/duration.h"
#include "core/when.h"
#include "importers/events/event_index.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

using enum FactualityValue;

constexpr std::int64_t kDaySeconds = 86400;
constexpr std::int64_t kFarPastDays = 14;  // beyond this, a paragraph tells of other times than now
constexpr std::ptrdiff_t kLiveHeadings = 2;  // headings with a time that make a page live updates
constexpr int kMaxRounds = 8;                // anchored times that hang on anchored times

std::int64_t days_between(const Interval& earlier, const Interval& later) {
  if (!earlier.earliest || !later.earliest) return 0;
  return (later.earliest->seconds - earlier.earliest->seconds) / kDaySeconds;
}

/// A time as it is known while the article is worked through.
struct Placing {
  enum class Basis : std::uint8_t { none, derived, told };
  Basis basis = Basis::none;
  Interval interval;
  std::optional<PartialDate> date;  ///< when the interval is a date's own
  TimexId timex;
  When::Anchor anchor;
  bool lasts = false;  ///< it went on all through the interval

  bool known() const { return interval.earliest || interval.latest; }
};

Placing of_date(const PartialDate& date, Placing::Basis basis) {
  Placing placing;
  placing.basis = basis;
  placing.date = date;
  placing.interval = interval_of(date);
  return placing;
}

Placing of_interval(const Interval& interval, Placing::Basis basis) {
  Placing placing;
  placing.basis = basis;
  placing.interval = interval;
  return placing;
}

/// "one day after the warning": `later` came `offset` after `earlier`.
struct Equation {
  EventMentionId earlier, later;
  Duration offset;
  TimexId timex;
};

class Dater {
 public:
  Dater(const EventContext& context, const std::vector<EventCluster>& clusters)
      : context_(context),
        events_(context.document.events),
        clusters_(clusters),
        index_(context.document, events_) {
    cluster_of_.resize(events_.size());
    for (std::uint32_t i = 0; i < clusters.size(); ++i)
      for (const EventMentionId mention : clusters[i].mentions) cluster_of_[mention.index] = i;
    live_ = has_stamped_headings();
    if (context.document.published)
      published_ = of_date(*context.document.published, Placing::Basis::derived);
  }

  /// Live updates stand under their times of day: what has happened has just happened.
  bool has_stamped_headings() const {
    const auto stamped = [&](const Sentence& sentence) {
      return sentence.kind == SentenceKind::heading && has_timex_within(context_, sentence.tokens);
    };
    return std::ranges::count_if(context_.document.sentences, stamped) >= kLiveHeadings;
  }

  std::vector<When> date_all() {
    placings_.resize(clusters_.size());
    hangs_.assign(clusters_.size(), false);
    own_.resize(events_.size());
    for (std::uint32_t i = 0; i < events_.size(); ++i) own_[i] = told_by(events_[i]);
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) placings_[i] = finest(clusters_[i]);
    find_equations();
    for (int round = 0; round < kMaxRounds && solve(); ++round) {
    }
    share_among_conjuncts();
    place_by_narration();
    for (int round = 0; round < kMaxRounds && solve(); ++round) {
    }
    for (const Equation& equation : equations_) settle(equation);
    place_nouns();
    std::vector<When> dates;
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) dates.push_back(when_from(placings_[i]));
    return dates;
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }
  Placing& placing_of(EventMentionId event) { return placings_[cluster_of_[event.index]]; }

  // --- what the text says outright

  Placing told_by(const EventMention& event) const {
    Placing placing;
    if (event.timex && !belongs_to_content(event, timex(event.timex)))
      placing = told_at(event.timex);
    for (const TimeBound& bound : event.bounds)
      if (can_bound(event, bound)) apply_bound(event, bound, placing);
    return placing;
  }

  bool is_ahead(const Timex& found) const {
    return found.interval && found.interval->earliest && published_.interval.latest &&
           found.interval->earliest->seconds >= published_.interval.latest->seconds;
  }

  /// "Expects revenue of two billion in 2031": what is told as done, or as thought, is not ahead.
  bool belongs_to_content(const EventMention& event, const Timex& found) const {
    if (event.factuality.value != asserted || !is_ahead(found)) return false;
    const Predicate* row = predicate_row(context_, event.head);
    return event.tense == Tense::past || (row && row->content != Commitment::none);
  }

  /// A fact is not bounded by a day to come ("gives them until March"), nor by a vague one before
  /// it ("after a weak third quarter").
  bool can_bound(const EventMention& event, const TimeBound& bound) const {
    if (event.factuality.value != asserted) return true;
    const Timex& found = timex(bound.timex);
    if (bound.kind == TimeBound::Kind::since) return true;
    if (bound.kind == TimeBound::Kind::after) return found.date && found.date->grain >= Grain::day;
    return event.is_state || event.future || !is_ahead(found);
  }

  Placing told_at(TimexId id) const {
    const Timex& found = timex(id);
    Placing placing;
    placing.timex = id;
    if (!found.interval || found.anchor == Timex::Anchor::event) return placing;
    placing.basis = Placing::Basis::told;
    placing.interval = *found.interval;
    if (found.date) placing.date = found.date;
    if (found.range_end && timex(found.range_end).interval) {
      placing.interval.latest = timex(found.range_end).interval->latest;
      placing.date.reset();
      placing.lasts = true;
    }
    return placing;
  }

  void apply_bound(const EventMention& event, const TimeBound& bound, Placing& placing) const {
    const Timex& found = timex(bound.timex);
    if (!found.interval || found.anchor == Timex::Anchor::event) return;
    if (placing.basis == Placing::Basis::told && placing.date) return;
    placing.basis = Placing::Basis::told;
    placing.timex = bound.timex;
    Interval& interval = placing.interval;
    switch (bound.kind) {
      case TimeBound::Kind::by:
        interval.latest = found.interval->latest;
        break;
      case TimeBound::Kind::before:
        interval.latest = found.interval->latest;
        break;
      case TimeBound::Kind::within:
        interval = *found.interval;
        break;
      case TimeBound::Kind::since:
        interval.earliest = found.interval->earliest;
        break;
      case TimeBound::Kind::after:
        interval.earliest = found.interval->latest;
        break;
    }
    if (bound.kind == TimeBound::Kind::since && found.range_end)
      interval.latest = timex(found.range_end).interval ? timex(found.range_end).interval->latest
                                                        : interval.latest;
    if (!interval.earliest && looks_ahead(event)) interval.earliest = published_.interval.earliest;
    if (!interval.latest && !looks_ahead(event)) interval.latest = published_.interval.latest;
    if (is_empty(interval)) interval.earliest.reset();
  }

  static bool looks_ahead(const EventMention& event) {
    switch (event.factuality.value) {
      case scheduled:
      case requested:
      case conditional:
      case possible:
      case probable:
        return event.tense != Tense::past || !event.modality.empty();
      default:
        return event.future;
    }
  }

  Placing finest(const EventCluster& cluster) const {
    Placing best;
    for (const EventMentionId mention : cluster.mentions) {
      const Placing& own = own_[mention.index];
      if (own.basis == Placing::Basis::none) continue;
      if (best.basis == Placing::Basis::none || (own.date && !best.date) ||
          (own.date && best.date && own.date->grain > best.date->grain))
        best = own;
    }
    return best;
  }

  // --- times counted from events

  void find_equations() {
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      if (events_[i].timex) add_anchored({i}, events_[i].timex);
      for (const TimeBound& bound : events_[i].bounds) add_anchored({i}, bound.timex);
    }
    for (std::uint32_t i = 0; i < context_.document.timexes.size(); ++i) add_between({i});
  }

  /// "The call came one day after she warned": the words after the length name the other event.
  void add_between(TimexId id) {
    const Timex& found = timex(id);
    const TokenRange range = tokens_of(context_.document, found.span);
    const auto length = duration_from(found.value);
    if (found.type != TimexType::duration || !length || length->vague || range.empty()) return;
    const TokenRange sentence = context_.document.sentence_of({range.first}).tokens;
    if (range.last + 1 >= sentence.last) return;
    const auto kind = context_.lexicon.bound(context_.lower({range.last}));
    if (kind != TimeBound::Kind::after && kind != TimeBound::Kind::before) return;
    const EventMentionId anchor = index_.first_in({range.last, sentence.last});
    const EventMentionId told = index_.last_in({sentence.first, range.first});
    if (!anchor || !told) return;
    const bool later = kind == TimeBound::Kind::after;
    keep({later ? anchor : told, later ? told : anchor, *length, id}, told);
  }

  void add_anchored(EventMentionId near, TimexId id) {
    const Timex& found = timex(id);
    if (found.anchor != Timex::Anchor::event) return;
    const auto offset = duration_from(unsigned_offset(found));
    if (!offset || offset->vague) return;
    EventMentionId told = near, anchor = event_after(found.span.end, near);
    if (anchor == near) told = event_before(found.span.begin, near);
    if (!anchor) anchor = event_before(found.span.begin, near);
    if (!anchor || !told || anchor == told) return;
    const bool later = found.direction != TimexDirection::before;
    keep({later ? anchor : told, later ? told : anchor, *offset, id}, told);
  }

  void keep(const Equation& equation, EventMentionId told) {
    equations_.push_back(equation);
    hangs_[cluster_of_[told.index]] = true;
  }

  static std::string unsigned_offset(const Timex& found) {
    const std::string& text = found.offset.empty() ? found.value : found.offset;
    return !text.empty() && (text[0] == '-' || text[0] == '+') ? text.substr(1) : text;
  }

  /// The next event in the sentence, if the time expression introduces it ("one day after he
  /// left").
  EventMentionId event_after(std::uint32_t byte, EventMentionId near) const {
    const TokenRange sentence = context_.document.sentence_of(events_[near.index].head).tokens;
    const TokenRange rest =
        tokens_of(context_.document, {byte, context_.document.span_of(sentence).end});
    return rest.empty() ? EventMentionId{} : index_.first_in(rest);
  }

  EventMentionId event_before(std::uint32_t byte, EventMentionId near) const {
    const TokenRange sentence = context_.document.sentence_of(events_[near.index].head).tokens;
    const Span before{context_.document.span_of(sentence).begin, byte};
    if (before.begin >= before.end) return {};
    const TokenRange words = tokens_of(context_.document, before);
    const EventMentionId last = index_.last_in(words);
    if (last != near || !last) return last;
    return index_.last_in({words.first, events_[near.index].head.index});
  }

  /// What hangs on an event that has no date is dated as if nothing were said.
  void settle(const Equation& equation) {
    for (const EventMentionId event : {equation.earlier, equation.later})
      if (placing_of(event).basis == Placing::Basis::none)
        placing_of(event) = by_default(events_[event.index]);
  }

  bool solve() {
    bool moved = false;
    for (const Equation& equation : equations_) {
      Placing& earlier = placing_of(equation.earlier);
      Placing& later = placing_of(equation.later);
      if (later.basis == Placing::Basis::none && earlier.date)
        moved |= derive(later, earlier, equation.offset, equation);
      else if (earlier.basis == Placing::Basis::none && later.date)
        moved |= derive(earlier, later, -equation.offset, equation);
    }
    return moved;
  }

  bool derive(Placing& to, const Placing& from, const Duration& offset, const Equation& equation) {
    const Grain grain = from.date->grain;
    const auto day = first_day_of(*from.date);
    if (!day) return false;
    const bool finer = is_finer_than_day(offset) && grain < Grain::hour;
    const bool exact = grain >= Grain::day || finest_field(offset) <= grain;
    if (finer) {
      to = of_date(*from.date, Placing::Basis::told);  // hours from a day: the same day, or near it
    } else if (exact) {
      const Day moved = day_of(add(*from.interval.earliest, offset));
      to = of_date(date_around(moved, std::min(grain, Grain::day)), Placing::Basis::told);
    } else {
      to = of_interval({add(*from.interval.earliest, offset), add(*from.interval.latest, offset)},
                       Placing::Basis::told);
    }
    to.timex = equation.timex;
    to.anchor.kind = Timex::Anchor::event;
    return true;
  }

  static Grain finest_field(const Duration& offset) {
    if (is_finer_than_day(offset)) return Grain::hour;
    if (offset.days != 0) return Grain::day;
    if (offset.weeks != 0) return Grain::week;
    return offset.months != 0 ? Grain::month : Grain::year;
  }

  // --- times taken over from other events

  void share_among_conjuncts() {
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      Placing& placing = placings_[cluster_of_[i]];
      if (placing.basis != Placing::Basis::none) continue;
      const TokenId first = context_.tree.first_conjunct(events_[i].predicate);
      if (first == events_[i].predicate) continue;
      const EventMentionId shared = index_.at(first);
      if (!shared || placing_of(shared).basis != Placing::Basis::told) continue;
      if (!same_side(events_[i], events_[shared.index])) continue;
      placing = placing_of(shared);
      placing.basis = Placing::Basis::derived;
    }
  }

  static bool same_side(const EventMention& a, const EventMention& b) {
    return (a.factuality.value == asserted) == (b.factuality.value == asserted);
  }

  /// Walks the article in order, keeping the time that the paragraph narrates.
  void place_by_narration() {
    std::uint32_t paragraph = 0;
    std::vector<bool> done(clusters_.size(), false);
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      const std::uint32_t here = context_.document.sentence_of(events_[i].head).paragraph;
      if (here != paragraph) narrated_ = {};
      paragraph = here;
      Placing& placing = placings_[cluster_of_[i]];
      if (placing.basis == Placing::Basis::none && !done[cluster_of_[i]]) {
        if (hangs_[cluster_of_[i]]) continue;
        if (waits_for_verb(clusters_[cluster_of_[i]])) continue;
        placing = by_default(events_[i]);
      }
      done[cluster_of_[i]] = true;
      remember(events_[i], own_[i]);
    }
  }

  /// Bare nouns take their time from the verb that they stand with, once that has one.
  bool waits_for_verb(const EventCluster& cluster) const {
    return std::ranges::all_of(cluster.mentions, [&](EventMentionId id) {
      const EventMention& event = events_[id.index];
      return context_.at(event.predicate).pos != Pos::verb &&
             event.factuality.value == FactualityValue::asserted && governing(event);
    });
  }

  EventMentionId governing(const EventMention& noun) const {
    TokenId above = context_.at(noun.head).head;
    for (int step = 0; above && step < kMaxRounds; ++step) {
      const EventMentionId event = index_.at(above);
      if (event && context_.at(events_[event.index].predicate).pos == Pos::verb) return event;
      above = context_.at(above).head;
    }
    return {};
  }

  void place_nouns() {
    for (const EventCluster& cluster : clusters_) {
      Placing& placing = placings_[cluster_of_[cluster.mentions.front().index]];
      if (placing.basis != Placing::Basis::none || !waits_for_verb(cluster)) continue;
      const EventMention& noun = events_[cluster.mentions.front().index];
      const EventMentionId verb = governing(noun);
      const TokenId word = preposition_of(context_, noun.head);
      const auto bound = word ? context_.lexicon.bound(context_.lower(word)) : std::nullopt;
      const bool fact = events_[verb.index].factuality.value == FactualityValue::asserted;
      placing =
          fact && !bound && verb_dates(noun, verb) ? derived(placing_of(verb)) : by_default(noun);
    }
  }

  /// Whether a noun is of the same time as its verb: what is said or found of it may be later.
  bool verb_dates(const EventMention& noun, EventMentionId verb) const {
    const Relation relation = universal(context_.at(noun.head).relation);
    const bool adjunct = relation == Relation::obl;
    return adjunct || !(events_[verb.index].is_statement || events_[verb.index].is_state);
  }

  void remember(const EventMention& event, const Placing& own) {
    if (event.factuality.value != asserted || own.basis != Placing::Basis::told || !own.date)
      return;
    if (!published_.known() || days_between(own.interval, published_.interval) >= 0)
      narrated_ = own;
  }

  bool is_far_past(const Placing& placing) const {
    return published_.known() && days_between(placing.interval, published_.interval) > kFarPastDays;
  }

  /// The day on which the speaker, or else the article, says it.
  Placing now_of(const EventMention& event) const {
    if (event.container) {
      const Placing& said = placings_[cluster_of_[event.container.index]];
      if (said.date) return said;
    }
    return published_;
  }

  Placing by_default(const EventMention& event) const {
    const Placing now = now_of(event);
    switch (event.factuality.value) {
      case scheduled:
      case requested:
      case possible:
      case probable:
      case conditional:
        return from(now);
      case denied:
      case counterfactual:
      case unknown:
        return event.tense == Tense::past || event.perfect ? until(now) : Placing{};
      case asserted:
        break;
    }
    const bool plain_past = event.tense == Tense::past && !event.perfect;
    if (plain_past && narrated_.known() && (is_far_past(narrated_) || !event.is_statement))
      return derived(narrated_);
    if (event.perfect)
      return until(event.tense == Tense::past && narrated_.known() ? narrated_ : now);
    if (event.future) return from(now);
    if (event.tense != Tense::none)
      return event.container && plain_past ? until(now) : derived(now);
    return context_.at(event.predicate).pos == Pos::verb ? derived(now) : until(now);
  }

  static Placing derived(Placing placing) {
    placing.basis = Placing::Basis::derived;
    placing.timex = {};
    return placing;
  }
  static Placing from(const Placing& now) {
    return of_interval({now.interval.earliest, std::nullopt}, Placing::Basis::derived);
  }
  static Placing until(const Placing& now) {
    return of_interval({std::nullopt, now.interval.latest}, Placing::Basis::derived);
  }

  // --- what the timeline shows

  When when_from(const Placing& placing) const {
    When when = when_unknown();
    if (placing.date && placing.date->hour == 24) {
      when = when_of(PartialDate::of(*placing.date->known_day()));  // midnight ends its day
    } else if (placing.date) {
      when = when_of(*placing.date);
    } else if (placing.known()) {
      when = when_within(placing.interval);
      if (placing.lasts) when.shape = When::Shape::interval;
    }
    if (placing.timex) when.expression = expression_of(placing);
    return when;
  }

  When::Expression expression_of(const Placing& placing) const {
    const Timex& found = timex(placing.timex);
    When::Expression expression;
    expression.text = std::string(found.span.of(context_.document.text()));
    expression.type = found.type;
    expression.value = found.value;
    expression.rule = found.rule;
    expression.anchor.kind = found.anchor;
    expression.anchor.offset = found.offset;
    return expression;
  }

  const EventContext& context_;
  const std::vector<EventMention>& events_;
  const std::vector<EventCluster>& clusters_;
  EventIndex index_;
  std::vector<std::uint32_t> cluster_of_;  // by event
  std::vector<Placing> own_;               // by event
  std::vector<Placing> placings_;          // by cluster
  std::vector<Equation> equations_;
  std::vector<bool> hangs_;  // by cluster: counted from another event
  Placing published_, narrated_;
  bool live_ = false;
};

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

/// The moment from which a length of time counts: when it was said or ordered, else the nearest
/// dated event before it in the sentence, else publication.
std::optional<Instant> counted_from(const EventContext& context, const DeadlineMention& deadline,
                                    const std::vector<EventCluster>& clusters,
                                    const std::vector<When>& dates) {
  const auto& events = context.document.events;
  if (const TokenId anchor = named_anchor(context, deadline))
    return day_of_event(context, anchor, clusters, dates);
  if (deadline.set_in)
    if (const auto cluster = cluster_of(clusters, deadline.set_in);
        cluster && dates[*cluster].known())
      return dates[*cluster].interval.earliest;
  const TokenRange sentence =
      context.document.sentence_of(events[deadline.action.index].head).tokens;
  for (std::uint32_t i = deadline.action.index; i-- > 0 && sentence.contains(events[i].head);) {
    const auto cluster = cluster_of(clusters, {i});
    if (cluster && dates[*cluster].grain >= Grain::day && dates[*cluster].interval.earliest &&
        dates[*cluster].interval.latest)
      return dates[*cluster].interval.earliest;
  }
  if (!context.document.published) return std::nullopt;
  return interval_of(*context.document.published).earliest;
}

bool is_moment(Grain grain) { return grain >= Grain::hour && grain != Grain::unknown; }

}  // namespace

std::vector<When> date_events(const EventContext& context,
                              const std::vector<EventCluster>& clusters) {
  return Dater(context, clusters).date_all();
}

When date_deadline(const EventContext& context, const DeadlineMention& deadline,
                   const std::vector<EventCluster>& clusters, const std::vector<When>& dates) {
  const Timex& bound = context.document.timexes[deadline.timex.index];
  When when = when_unknown();
  const auto length = duration_from(bound.value);
  if (bound.type == TimexType::duration && length && !length->vague) {
    const auto start = counted_from(context, deadline, clusters, dates);
    if (start) when = when_of(PartialDate::of(day_of(add(*start, *length))));
    when.approximate = start && is_finer_than_day(*length);
  } else if (bound.date) {
    when = when_of(*bound.date);
    if (is_moment(bound.date->grain)) when.interval.latest = when.interval.earliest;
  } else if (bound.interval) {
    when = when_within(*bound.interval);
  }
  When::Expression expression;
  expression.text = std::string(deadline.span.of(context.document.text()));
  expression.type = bound.type;
  expression.value = bound.value;
  expression.rule = bound.rule;
  expression.anchor.kind = bound.anchor;
  expression.anchor.offset = bound.offset;
  when.expression = expression;
  return when;
}

}  // namespace dateline
