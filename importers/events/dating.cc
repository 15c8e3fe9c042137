#include "importers/events/dating.h"

#include <algorithm>

#include "core/when.h"
#include "importers/events/counted_times.h"
#include "importers/events/dating_clues.h"
#include "importers/events/event_index.h"
#include "importers/events/story_day.h"
#include "importers/events/told_times.h"

namespace dateline {
namespace {

using enum FactualityValue;

constexpr std::int64_t kFarPastDays = 14;  // beyond this, a paragraph tells of other times than now
constexpr int kMaxRounds = 8;              // counted times that hang on counted times
constexpr int kMaxClimb = 12;              // heads between a word and the clause that is sought

std::int64_t days_between(const Interval& earlier, const Interval& later) {
  if (!earlier.earliest || !later.earliest) return 0;
  return (later.earliest->seconds - earlier.earliest->seconds) / kDaySeconds;
}

bool is_fact(const EventMention& event) { return event.factuality.value == asserted; }

class Dater {
 public:
  Dater(const EventContext& context, const std::vector<EventCluster>& clusters)
      : context_(context),
        events_(context.document.events),
        clusters_(clusters),
        index_(context.document, events_),
        cluster_of_(events_.size()),
        times_(clusters.size()),
        hangs_(clusters.size(), false) {
    for (std::uint32_t i = 0; i < clusters.size(); ++i)
      for (const EventMentionId mention : clusters[i].mentions) cluster_of_[mention.index] = i;
    live_ = is_live(context);
    if (context.document.published)
      published_ = at_date(*context.document.published, EventTime::Basis::derived);
  }

  std::vector<When> date_all() {
    for (const EventMention& event : events_) own_.push_back(told_time(context_, event));
    story_ = live_ ? EventTime{} : story_day(context_, own_);
    for (std::uint32_t i = 0; i < clusters_.size(); ++i) times_[i] = finest(clusters_[i]);
    counted_ = find_counted_times(context_);
    for (const CountedTime& each : counted_) hangs_[cluster_of_[hanging(each).index]] = true;
    count();
    take_from_beside();
    share_among_conjuncts();
    place_by_narration();
    count();
    for (const CountedTime& each : counted_) settle(each);
    place_nouns();
    std::vector<When> dates;
    for (const EventTime& time : times_) dates.push_back(when_from(time));
    return dates;
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }
  EventTime& time_of(EventMentionId event) { return times_[cluster_of_[event.index]]; }

  EventTime finest(const EventCluster& cluster) const {
    EventTime best;
    for (const EventMentionId mention : cluster.mentions) {
      const EventTime& own = own_[mention.index];
      if (own.basis == EventTime::Basis::none) continue;
      if (best.basis == EventTime::Basis::none || (own.date && !best.date) ||
          (own.date && best.date && own.date->grain > best.date->grain))
        best = own;
    }
    return best;
  }

  // --- times counted from events

  /// The one of the two events that waits for the other. Of two facts without a time the later one
  /// is the news, and what is only planned waits for a fact.
  EventMentionId hanging(const CountedTime& each) const {
    const bool open = times_[cluster_of_[each.earlier.index]].basis == EventTime::Basis::none &&
                      times_[cluster_of_[each.later.index]].basis == EventTime::Basis::none;
    const bool facts = is_fact(events_[each.earlier.index]) && is_fact(events_[each.later.index]);
    if (open && facts) return each.earlier;
    const EventMentionId other = each.told == each.earlier ? each.later : each.earlier;
    const bool waits = open && is_fact(events_[each.told.index]) && !is_fact(events_[other.index]);
    return waits ? other : each.told;
  }

  /// Until nothing more follows.
  void count() {
    bool moved = true;
    for (int round = 0; round < kMaxRounds && moved; ++round) {
      moved = false;
      for (const CountedTime& each : counted_) {
        moved |= count(each.earlier, each.later, each.offset, each.timex);
        moved |= count(each.later, each.earlier, -each.offset, each.timex);
      }
    }
  }

  bool count(EventMentionId from, EventMentionId to, const Duration& offset, TimexId words) {
    if (time_of(to).basis != EventTime::Basis::none) return false;
    const auto time = counted(time_of(from), offset, words);
    if (time) time_of(to) = *time;
    return time.has_value();
  }

  /// What hangs on an event that has no date is dated as if nothing were said.
  void settle(const CountedTime& each) {
    for (const EventMentionId event : {each.earlier, each.later})
      if (time_of(event).basis == EventTime::Basis::none)
        time_of(event) = by_default(events_[event.index]);
  }

  // --- times taken over from other events

  void take_from_beside() {
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      if (!own_[i].is_told() || !own_[i].date) continue;
      const TokenId over = context_.at(events_[i].predicate).head;
      const EventMentionId verb = over ? index_.at(over) : EventMentionId{};
      if (!verb || time_of(verb).basis != EventTime::Basis::none) continue;
      if (dates_verb(context_, events_[i], events_[verb.index]) ||
          opens_with_when(context_, events_[i]))
        time_of(verb) = taken_over(own_[i]);
    }
  }

  void share_among_conjuncts() {
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      EventTime& time = times_[cluster_of_[i]];
      if (time.basis != EventTime::Basis::none) continue;
      const TokenId first = context_.tree.first_conjunct(events_[i].predicate);
      if (first == events_[i].predicate) continue;
      const EventMentionId shared = index_.at(first);
      if (!shared || !time_of(shared).is_told()) continue;
      const EventMention &own = events_[i], &first_of = events_[shared.index];
      if (own.perfect != first_of.perfect) continue;
      if (own.tense != Tense::none && own.tense != first_of.tense) continue;  // "but has not been"
      if (is_fact(events_[i]) == is_fact(events_[shared.index])) time = taken_over(time_of(shared));
    }
  }

  /// Walks the article in order, keeping the time that the paragraph narrates.
  void place_by_narration() {
    std::uint32_t paragraph = 0;
    std::vector<bool> done(clusters_.size(), false);
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      const std::uint32_t here = context_.document.sentence_of(events_[i].head).paragraph;
      if (here != paragraph) narrated_ = {};
      paragraph = here;
      EventTime& time = times_[cluster_of_[i]];
      if (time.basis == EventTime::Basis::none && !done[cluster_of_[i]]) {
        if (hangs_[cluster_of_[i]] || waits_for_verb(clusters_[cluster_of_[i]])) continue;
        time = beside(events_[i]);
        if (time.basis == EventTime::Basis::none) time = by_default(events_[i]);
      }
      done[cluster_of_[i]] = true;
      remember({i});
    }
  }

  /// "Walked out on Monday, halting trains", "came to see it in May": a participle or infinitive is
  /// of the time of its verb.
  EventTime beside(const EventMention& event) {
    const Token& token = context_.at(event.predicate);
    const bool participle =
        token.features.form == VerbForm::gerund ||
        (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
    const Relation relation = universal(token.relation);
    if (event.tense != Tense::none || !is_fact(event)) return {};
    const bool infinitive = relation == Relation::xcomp && is_infinitive(context_, event.predicate);
    if (!infinitive && !participle) return {};
    if (!infinitive && relation != Relation::advcl && relation != Relation::acl) return {};
    EventMentionId verb = governing(event);
    for (int step = 0; verb && step < kMaxClimb; ++step) {
      if (!is_infinitive(context_, events_[verb.index].predicate)) break;
      verb = governing(events_[verb.index]);  // "won the right to host it, beating three rivals"
    }
    const bool told = verb && is_fact(events_[verb.index]) &&
                      (time_of(verb).is_told() || (infinitive && time_of(verb).date));
    return told ? taken_over(time_of(verb)) : EventTime{};
  }

  /// Bare nouns take their time from the verb that they stand with, once that has one.
  bool waits_for_verb(const EventCluster& cluster) const {
    return std::ranges::all_of(cluster.mentions, [&](EventMentionId id) {
      const EventMention& event = events_[id.index];
      return context_.at(event.predicate).pos != Pos::verb && is_fact(event) && governing(event);
    });
  }

  EventMentionId governing(const EventMention& below) const {
    TokenId above = context_.at(below.predicate).head;
    for (int step = 0; above && step < kMaxClimb; ++step) {
      const EventMentionId event = index_.at(above);
      if (event && context_.at(events_[event.index].predicate).pos == Pos::verb) return event;
      above = context_.at(above).head;
    }
    return {};
  }

  void place_nouns() {
    for (const EventCluster& cluster : clusters_) {
      EventTime& time = times_[cluster_of_[cluster.mentions.front().index]];
      if (time.basis != EventTime::Basis::none || !waits_for_verb(cluster)) continue;
      const EventMention& noun = events_[cluster.mentions.front().index];
      const EventMentionId verb = governing(noun);
      const TokenId word = preposition_of(context_, noun.head);
      const bool bound = word && context_.lexicon.bound(context_.lower(word));
      const bool shared = is_fact(events_[verb.index]) && !bound && verb_dates(noun, verb);
      time = shared ? taken_over(time_of(verb)) : by_default(noun);
      if (const EventMentionId made = made_by(noun.head)) time = by_then(time_of(made));
    }
  }

  /// Until then, but not beyond the day of publication.
  EventTime by_then(const EventTime& then) const {
    const auto &end = then.interval.latest, &now = published_.interval.latest;
    return until_then(end && now && end->seconds > now->seconds ? published_ : then);
  }

  /// "The pact signed in May collapsed": what had been done to it by then; empty if nothing dated.
  EventMentionId made_by(TokenId noun) const {
    for (const TokenId child : context_.tree.children(noun)) {
      const EventMentionId done = index_.at(child);
      if (!done || context_.at(child).relation != Relation::acl || !is_fact(events_[done.index]))
        continue;
      if (events_[done.index].tense == Tense::past && own_[done.index].is_told()) return done;
    }
    return {};
  }

  /// Whether a noun is of the same time as its verb: what is said or found of it may be later.
  bool verb_dates(const EventMention& noun, EventMentionId verb) const {
    const bool adjunct = universal(context_.at(noun.head).relation) == Relation::obl;
    const bool audience = events_[verb.index].is_statement && noun.type == kMeeting;
    return adjunct || audience ||
           !(events_[verb.index].is_statement || events_[verb.index].is_state);
  }

  // --- the time that a paragraph narrates

  void remember(EventMentionId id) {
    const EventMention& event = events_[id.index];
    const EventTime& time = own_[id.index].is_told() ? own_[id.index] : time_of(id);
    if (!time.is_told() || !time.date || !leads_story(context_, event)) return;
    if (!is_fact(event)) return leave_narrated(time);
    if (published_.known() && is_after_publication(time)) return;
    narrated_ = time;
    // "Was born in 1958. She studied law": since then.
    if (event.type == kBirth)
      narrated_ =
          within({time.interval.earliest, published_.interval.latest}, EventTime::Basis::derived);
    narrated_in_ = context_.document.sentence_of(event.head).tokens;
  }

  /// "It was bought in 1998. It was to open last May but was put off": plans of a later time lead
  /// away from the story.
  void leave_narrated(const EventTime& time) {
    if (!narrated_.known() || !published_.known() || is_after_publication(time)) return;
    if (days_between(narrated_.interval, time.interval) > kFarPastDays) narrated_ = {};
  }

  bool is_after_publication(const EventTime& time) const {
    return days_between(time.interval, published_.interval) < 0;
  }

  bool is_far_past(const EventTime& time) const {
    return published_.known() && days_between(time.interval, published_.interval) > kFarPastDays;
  }

  /// Whether an event told in the plain past is of the time that the paragraph has come to. Those
  /// who say something in a news article say it to the paper, unless it was "at the time".
  bool goes_on(const EventMention& event) const {
    if (!narrated_.known()) return false;
    if (event.container && is_far_past(narrated_) && !is_far_past(now_of(event))) return false;
    if (!says(context_, index_, event)) return is_far_past(narrated_) || !event.is_statement;
    if (says_back_then(context_, event)) return true;
    return is_far_past(narrated_) && narrated_in_.contains(event.head);
  }

  static constexpr std::string_view kBirth = "birth";
  static constexpr std::string_view kMeeting = "meeting";  // "told a news conference"

  /// The day on which the speaker, or else the article, says it.
  EventTime now_of(const EventMention& event) const {
    if (event.container) {
      const EventTime& said = times_[cluster_of_[event.container.index]];
      if (said.date) return said;
    }
    return published_;
  }

  EventTime by_default(const EventMention& event) const {
    const EventTime now = now_of(event);
    const FactualityValue value = event.factuality.value;
    if (event.perfect && (value == possible || value == probable))
      return until_then(now);  // "may have left", "is said to have left"
    switch (value) {
      case scheduled:
        if (const EventTime then = planned_then(event); then.known()) return from_then_on(then);
        return from_then_on(now);
      case possible:
        if (event.factuality.negative && context_.lexicon.is_past_ability(event.modality))
          return taken_over(now);
        return from_then_on(now);
      case requested:
      case probable:
      case conditional:
        return from_then_on(now);
      case denied:
      case counterfactual:
      case unknown:
        return event.tense == Tense::past || event.perfect ? until_then(now) : EventTime{};
      case asserted:
        break;
    }
    return by_tense(event, now);
  }

  /// "Crashed in 2021, before it was to land": of the plans of that time.
  EventTime planned_then(const EventMention& event) const {
    const bool clause = universal(context_.at(event.predicate).relation) == Relation::advcl;
    const EventMentionId verb =
        clause && event.tense == Tense::past ? governing(event) : EventMentionId{};
    if (!verb || !is_fact(events_[verb.index])) return {};
    const EventTime& then = times_[cluster_of_[verb.index]];
    const auto &end = then.interval.latest, &now = published_.interval.earliest;
    const bool over = end && now && end->seconds <= now->seconds;
    return over && then.interval.earliest ? then : EventTime{};
  }

  /// "Was turned back on Tuesday by soldiers who said so".
  EventTime said_then(const EventMention& event) const {
    const EventMentionId verb = is_told_of_somebody(context_, event) && event.is_statement
                                    ? governing(event)
                                    : EventMentionId{};
    if (!verb || !is_fact(events_[verb.index])) return {};
    const EventTime& then = times_[cluster_of_[verb.index]];
    return then.is_told() && then.date ? taken_over(then) : EventTime{};
  }

  /// Of what is told beside an event in the past: "studied law and came home in 1953" was until
  /// then, "a lawsuit filed in 2021 accused her" since then.
  EventTime told_around(const EventMention& event) const {
    for (const TokenId child : context_.tree.children(event.predicate)) {
      const Relation relation = universal(context_.at(child).relation);
      const EventMentionId next = relation == Relation::conj ? index_.at(child) : EventMentionId{};
      if (next && is_fact(events_[next.index]) && own_[next.index].is_told() &&
          own_[next.index].date && is_far_past(own_[next.index]))
        return until_then(own_[next.index]);
      const EventMentionId made = relation == Relation::nsubj ? made_by(child) : EventMentionId{};
      if (made && !is_far_past(own_[made.index])) return taken_over(own_[made.index]);
      if (made)
        return within({own_[made.index].interval.earliest, published_.interval.latest},
                      EventTime::Basis::derived);
    }
    return {};
  }

  EventTime by_tense(const EventMention& event, const EventTime& now) const {
    const bool past = event.tense == Tense::past;
    if (past && !event.perfect && goes_on(event)) return taken_over(narrated_);
    if (live_ && !event.future && !is_reported(event)) return taken_over(now);
    if (past && was_planned(context_, event)) return until_then(now);
    if (past && !(event.perfect && narrated_.known()))
      if (const EventTime story = told_around(event); story.known()) return story;
    if (const EventTime then = said_then(event); past && then.known()) return then;
    if (past && !event.passive && is_told_of_somebody(context_, event) && !event.is_statement)
      return until_then(now);
    if (event.perfect) return until_then(past && narrated_.known() ? narrated_ : now);
    if (event.future) return from_then_on(now);
    if (is_of_story(event)) return story_;
    if (event.tense != Tense::none)
      return event.container && past && !says(context_, index_, event) ? until_then(now)
                                                                       : taken_over(now);
    return context_.at(event.predicate).pos == Pos::verb ? taken_over(now) : until_then(now);
  }

  /// What is told in the plain past, or in the present of headlines, is of the day of the story;
  /// who says so to the paper may do so later.
  bool is_of_story(const EventMention& event) const {
    if (!story_.known() || event.progressive || event.is_state || says(context_, index_, event))
      return false;
    if (event.container) return false;
    const bool headline = context_.document.sentence_of(event.head).kind == SentenceKind::headline;
    return event.tense == Tense::past || (headline && event.tense == Tense::present);
  }

  bool is_reported(const EventMention& event) const { return bool(event.container); }

  // --- what the timeline shows

  When when_from(const EventTime& time) const {
    When when = when_unknown();
    if (time.date && time.date->hour == 24) {
      when = when_of(PartialDate::of(*time.date->known_day()));  // midnight ends its day
    } else if (time.date) {
      when = when_of(*time.date);
    } else if (time.known()) {
      when = when_within(time.interval);
      if (time.lasts) when.shape = When::Shape::interval;
    }
    if (time.timex) {
      const Timex& found = timex(time.timex);
      when.expression = expression_of(context_.document, found, found.span);
    }
    return when;
  }

  const EventContext& context_;
  const std::vector<EventMention>& events_;
  const std::vector<EventCluster>& clusters_;
  EventIndex index_;
  std::vector<std::uint32_t> cluster_of_;  // by event
  std::vector<EventTime> own_;             // by event
  std::vector<EventTime> times_;           // by cluster
  std::vector<bool> hangs_;                // by cluster: counted from another event
  std::vector<CountedTime> counted_;
  EventTime published_, narrated_, story_;
  TokenRange narrated_in_;  // the sentence that told it
  bool live_ = false;
};

}  // namespace

std::vector<When> date_events(const EventContext& context,
                              const std::vector<EventCluster>& clusters) {
  return Dater(context, clusters).date_all();
}

}  // namespace dateline
