#include "importers/events/time_links.h"

#include <algorithm>

#include "importers/events/conditions.h"
#include "importers/events/event_bounds.h"
#include "importers/events/event_index.h"
#include "importers/events/moved_deadlines.h"
#include "importers/events/time_grants.h"

namespace dateline {
namespace {

constexpr int kMaxSteps = 10;  // from a time expression up to the event that it belongs to

class TimeLinker {
 public:
  TimeLinker(const EventContext& context, std::vector<EventMention>& events)
      : context_(context), events_(events), index_(context.document, events) {}

  void link() {
    const auto& timexes = context_.document.timexes;
    const auto moved = find_moved_deadlines(context_);
    const auto is_moved = [&](TimexId id) {
      return std::ranges::any_of(moved, [&](const auto& d) { return d.from == id || d.to == id; });
    };
    for (std::uint32_t i = 0; i < timexes.size(); ++i) {
      const TokenRange range = tokens_of(context_.document, timexes[i].span);
      if (range.empty() || is_moved({i})) continue;
      if (timexes[i].type == TimexType::set)
        grant({i}, range);  // "gave them a week"
      else
        link({i}, range);
    }
    for (EventMention& event : events_) take_from_before(event);
    bound_by_events(context_, index_, events_);
    for (EventMention& event : events_) hand_up(event);
    for (const EventMention& event : events_) hand_to_subject(event);
    for (const EventMention& event : events_) hand_to_verb(event);
    for (EventMention& event : events_)
      if (is_ahead(event)) event.factuality.value = FactualityValue::scheduled;
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  void link(TimexId id, TokenRange range) {
    const TokenId head = context_.tree.head_of(range);
    const std::string signal = signal_of(id, head);
    auto kind = context_.lexicon.bound(signal);
    if (grant(id, range)) return;
    TokenId token = context_.at(head).head;
    if (is_named_by(head, signal) || is_placed(id, token) || shifts(id, token, signal)) return;
    if (token && is_onset(context_, token)) token = context_.at(token).head;
    for (int step = 0; token && step < kMaxSteps; ++step) {
      const EventMentionId event = index_.at(token);
      if (event && !range.contains(token)) {
        // "After Sunday's win": the preposition holds others against the win.
        if (step == 0 && is_owner(head)) kind.reset();
        const bool since = kind == TimeBound::Kind::since;
        if (const EventMentionId content = content_before(event, range); content && kind)
          return hang(events_[content.index], id, kind);
        const bool near = !since || (step == 0 && !is_ranked(events_[event.index], range));
        if (near) hang(bounded(event, kind), id, kind);
        if (near && !kind) hang_on_verb(events_[event.index], id, range, signal);
        return;
      }
      if (const EventMentionId there = told_there(token); there && kind)
        return hang(events_[there.index], id, kind);
      token = context_.at(token).head;
    }
  }

  /// "Leave at once, and no later than Friday, the embassy said": what is told before the time.
  EventMentionId content_before(EventMentionId said, TokenRange time) const {
    const TokenId verb = events_[said.index].predicate;
    if (!events_[said.index].is_statement || verb.index < time.last) return {};
    const TokenId content = context_.tree.child(verb, Relation::ccomp);
    return content && content.index < time.first ? index_.at(content) : EventMentionId{};
  }

  /// "If there is no offer by Friday": the noun that a verb of being only says that it is there.
  EventMentionId told_there(TokenId verb) const {
    if (!context_.tree.has(verb, Relation::expl)) return {};
    const TokenId noun = context_.tree.child(verb, Relation::nsubj);
    return noun ? index_.at(noun) : EventMentionId{};
  }

  /// "Heard explosions on Friday": a day after the object is that of hearing them, too.
  void hang_on_verb(const EventMention& object, TimexId id, TokenRange time,
                    std::string_view signal) {
    const Token& noun = context_.at(object.head);
    const EventMentionId verb =
        noun.relation == Relation::obj ? index_.at(noun.head) : EventMentionId{};
    if (!verb || !context_.lexicon.is_occasion(signal) || time.first < object.head.index) return;
    EventMention& done = events_[verb.index];
    const Predicate* row = predicate_row(context_, done.head);
    const bool makes = row && row->content != Commitment::none &&
                       row->content != Commitment::knows && row->content != Commitment::says;
    if (!makes && done.tense == Tense::past && !done.timex && done.bounds.empty() &&
        is_past(timex(id)))
      done.timex = id;
  }

  /// "Scheduled a hearing for June": June is the hearing's.
  bool is_placed(TimexId id, TokenId verb) {
    const TokenId noun = verb ? placed_noun(context_, verb) : TokenId{};
    const EventMentionId placed = noun ? index_.at(noun) : EventMentionId{};
    if (!placed || timex(id).type == TimexType::duration) return false;
    hang(events_[placed.index], id, std::nullopt);
    return true;
  }

  /// "The vote was put off from Monday until Friday": the new day is the vote's, the old one
  /// nobody's any more, and neither is that of the putting off.
  bool shifts(TimexId id, TokenId verb, std::string_view signal) {
    const TokenId noun = verb ? shifted_noun(context_, verb) : TokenId{};
    const auto space = signal.find(' ');
    const std::string_view first = signal.substr(0, space);
    const bool to = context_.lexicon.is_new_time(first);
    if (!noun || !timex(id).interval || !(to || context_.lexicon.is_old_time(first))) return false;
    const EventMentionId moved = index_.at(noun);
    if (to && moved && !is_prolonging(context_, verb)) hang(events_[moved.index], id, std::nullopt);
    return true;
  }

  /// "Must file claims for payments by Friday": the filing is due, not the payments.
  EventMention& bounded(EventMentionId found, std::optional<TimeBound::Kind> kind) {
    EventMention& event = events_[found.index];
    const bool ends = kind == TimeBound::Kind::by || kind == TimeBound::Kind::before ||
                      kind == TimeBound::Kind::within;
    if (!ends || context_.at(event.predicate).pos == Pos::verb) return event;
    TokenId up = context_.at(event.predicate).head;
    for (int step = 0; up && context_.at(up).pos != Pos::verb && step < kMaxSteps; ++step)
      up = context_.at(up).head;
    const EventMentionId verb = up ? index_.at(up) : EventMentionId{};
    const bool due = verb && events_[verb.index].factuality.value == FactualityValue::requested;
    return due ? events_[verb.index] : event;
  }

  bool is_owner(TokenId time) const { return context_.at(time).relation == Relation::nmod_poss; }

  /// The preposition of the time itself, or of the phrase that it is in ("after a weak quarter").
  std::string signal_of(TimexId id, TokenId head) const {
    TokenId word = preposition_of(context_, head);
    // "Handed in by Friday": the first word belongs to the verb.
    const bool particle = word && timex(id).signal_span.begin < context_.at(word).span.begin;
    if (!timex(id).signal.empty() && !(particle && !context_.lexicon.bound(timex(id).signal)))
      return timex(id).signal;
    if (!word && context_.at(head).head && context_.at(context_.at(head).head).pos == Pos::noun)
      word = preposition_of(context_, context_.at(head).head);
    return word ? context_.lower(word) : std::string();
  }

  /// "The campaign has until Friday to contest the result", "owners have 30 days to appeal": leave
  /// to do something until a time.
  bool grant(TimexId id, TokenRange range) {
    const TimeGrant granted = grant_of(context_, id);
    EventMentionId next = granted.verb ? granted_action(granted.verb, range) : EventMentionId{};
    if (!next && granted.verb && context_.lexicon.is_lasting(timex(id).signal))
      next = told_before(granted.verb);
    if (!next) return false;
    const bool length = timex(id).type == TimexType::duration || timex(id).type == TimexType::set;
    hang(events_[next.index], id, length ? TimeBound::Kind::within : TimeBound::Kind::by);
    events_[next.index].bounds.back().granted = true;
    return true;
  }

  /// "Failed to publish them, and now has until Friday": what is to be done, where it was told
  /// before; else the granting itself.
  EventMentionId told_before(TokenId verb) const {
    const EventMentionId last =
        index_.last_in({context_.document.sentence_of(verb).tokens.first, verb.index});
    if (last && is_infinitive(context_, events_[last.index].predicate)) return last;
    return index_.at(verb);
  }

  /// The infinitive after the time: the first event there, or one further off that the tree hangs
  /// on the verb.
  EventMentionId granted_action(TokenId verb, TokenRange range) const {
    const TokenRange sentence = context_.document.sentence_of(verb).tokens;
    const EventMentionId next = index_.first_in({range.last, sentence.last});
    if (!next || !is_infinitive(context_, events_[next.index].predicate)) return {};
    const bool near = events_[next.index].head.index <= range.last + kGrantReach;
    return near || context_.tree.dominates(verb, events_[next.index].predicate) ? next
                                                                                : EventMentionId{};
  }
  static constexpr std::uint32_t kGrantReach = 4;  // tokens between the time and what is allowed

  void hang(EventMention& event, TimexId id, std::optional<TimeBound::Kind> kind) {
    const Timex& found = timex(id);
    if (kind) {
      const Span words{found.signal_span.empty() ? found.span.begin : found.signal_span.begin,
                       found.span.end};
      event.bounds.push_back({id, *kind, words});
    } else if (!event.timex || better(found, timex(event.timex)) ||
               (event.tense == Tense::past && is_past(found) && !is_past(timex(event.timex)))) {
      event.timex = id;
    }
  }

  /// "Set a trial date of May 3": the time is what the noun says, not when it was set.
  bool is_named_by(TokenId time, std::string_view signal) const {
    const TokenId noun = context_.at(time).head;
    return noun && context_.lexicon.is_time_of(signal) && context_.at(noun).pos == Pos::noun &&
           !index_.at(noun) && universal(context_.at(time).relation) == Relation::nmod &&
           universal(context_.at(noun).relation) == Relation::obj;
  }

  /// "The first vote since 1998" says nothing of when this one was.
  bool is_ranked(const EventMention& event, TokenRange time) const {
    for (std::uint32_t i = event.head.index + 1; i < time.first; ++i)
      if (context_.lexicon.is_ranking(context_.lower({i}))) return true;
    return false;
  }

  /// "In 1998, when the city asked her": the clause tells what was then.
  void take_from_before(EventMention& event) const {
    const bool dated = event.timex && timex(event.timex).interval;
    if (dated || !event.bounds.empty()) return;
    for (const TokenId child : context_.tree.children(event.predicate)) {
      if (universal(context_.at(child).relation) == Relation::advcl) take_from_clause(event, child);
      if (!context_.lexicon.is_when(context_.lower(child)) || child.index < 2) continue;
      TokenId before{child.index - 1};
      if (context_.at(before).pos == Pos::punct) before = {before.index - 1};
      const auto& timexes = context_.document.timexes;
      const auto found = std::ranges::find_if(timexes, [&](const Timex& timex) {
        return timex.interval && timex.span.contains(context_.at(before).span);
      });
      if (found != timexes.end())
        event.timex = {static_cast<std::uint32_t>(found - timexes.begin())};
    }
  }

  /// "Was hurt when his car overturned on Monday".
  void take_from_clause(EventMention& event, TokenId clause) const {
    const EventMentionId then = index_.at(clause);
    const bool when = std::ranges::any_of(context_.tree.children(clause), [&](TokenId child) {
      return context_.lexicon.is_when(context_.lower(child));
    });
    if (!when || !then || event.tense != Tense::past) return;
    if (events_[then.index].bounds.empty()) event.timex = events_[then.index].timex;
  }

  /// "Will discuss it at a meeting on Thursday": what is done at an event is done when that is.
  void hand_to_verb(const EventMention& noun) {
    if (!noun.timex || context_.at(noun.predicate).pos == Pos::verb) return;
    const Relation relation = context_.at(noun.head).relation;
    const TokenId word = preposition_of(context_, noun.head);
    const bool occasion = word && universal(relation) == Relation::obl &&
                          context_.lexicon.is_occasion(context_.lower(word));
    if (!occasion && relation != Relation::nsubj) return;
    const EventMentionId verb = index_.at(context_.at(noun.head).head);
    if (!verb) return;
    EventMention& done = events_[verb.index];
    if (!occasion && (done.tense != Tense::past || done.perfect)) return;  // "the May flood tore"
    if (!done.timex && done.bounds.empty()) done.timex = noun.timex;
  }

  /// "Its decision is due on May 3": what is due is the decision, and it is still to come.
  void hand_to_subject(const EventMention& due) {
    if (context_.at(due.head).pos != Pos::adj || !due.timex) return;
    const TokenId subject = context_.tree.child(due.head, Relation::nsubj);
    const EventMentionId noun = subject ? index_.at(subject) : EventMentionId{};
    if (!noun || events_[noun.index].timex) return;
    EventMention& coming = events_[noun.index];
    coming.timex = due.timex;
    if (coming.factuality.value == FactualityValue::asserted && due.tense == Tense::present)
      coming.factuality = due.factuality;
  }

  /// "Filed a motion to remove him on Thursday": a day that is past dates what was done, not what
  /// is still meant.
  void hand_up(EventMention& event) {
    if (!event.timex || !is_infinitive(context_, event.predicate) || !is_past(timex(event.timex)))
      return;
    for (TokenId up = context_.at(event.predicate).head; up; up = context_.at(up).head) {
      const EventMentionId above = index_.at(up);
      if (!above) continue;
      EventMention& done = events_[above.index];
      if (done.timex || done.factuality.value != FactualityValue::asserted) return;
      const Predicate* row = predicate_row(context_, done.head);
      if (row && row->content == Commitment::planned && row->event_class == EventClass::i_action)
        return;  // "was scheduled to fly in 2023"
      if (done.tense != Tense::past) continue;
      done.timex = event.timex;
      event.timex = {};
      return;
    }
  }

  /// Whether what is told as a fact has a time that is still to come, and is no thought of it.
  bool is_ahead(const EventMention& event) const {
    if (event.factuality.value != FactualityValue::asserted) return false;
    if (context_.at(event.head).pos != Pos::verb) return false;
    const bool awaited = is_awaited(context_, event);
    if (!awaited && (event.tense != Tense::none || has_content(context_, event))) return false;
    if (event.timex) return is_ahead(timex(event.timex));
    return std::ranges::any_of(event.bounds, [&](const TimeBound& bound) {
      return bound.kind == TimeBound::Kind::since && is_ahead(timex(bound.timex));
    });
  }

  bool is_ahead(const Timex& found) const {
    if (!found.interval || !found.interval->earliest || !context_.document.published) return false;
    const auto published = interval_of(*context_.document.published);
    return published.latest && found.interval->earliest->seconds >= published.latest->seconds;
  }

  bool is_past(const Timex& found) const {
    if (!found.interval || !found.interval->earliest || !context_.document.published) return false;
    const auto published = interval_of(*context_.document.published);
    return published.earliest && found.interval->earliest->seconds <= published.earliest->seconds;
  }

  /// A place on the calendar beats a length, and the finer beats the coarser.
  static bool better(const Timex& a, const Timex& b) {
    if (a.interval.has_value() != b.interval.has_value()) return a.interval.has_value();
    if (!a.date || !b.date) return false;
    return a.date->grain > b.date->grain;
  }

  const EventContext& context_;
  std::vector<EventMention>& events_;
  EventIndex index_;
};

}  // namespace

TokenRange tokens_of(const Document& document, Span span) {
  const auto first = std::ranges::lower_bound(document.tokens, span.begin + 1, {},
                                              [](const Token& token) { return token.span.end; });
  const auto last = std::ranges::lower_bound(document.tokens, span.end, {},
                                             [](const Token& token) { return token.span.begin; });
  if (first >= last) return {};
  return {static_cast<std::uint32_t>(first - document.tokens.begin()),
          static_cast<std::uint32_t>(last - document.tokens.begin())};
}

void link_times(const EventContext& context, std::vector<EventMention>& events) {
  TimeLinker(context, events).link();
}

}  // namespace dateline
