#include "importers/events/event_bounds.h"

#include <algorithm>

namespace dateline {
namespace {

class EventBounds {
 public:
  EventBounds(const EventContext& context, const EventIndex& index,
              std::vector<EventMention>& events)
      : context_(context), index_(index), events_(events) {}

  void find() {
    for (EventMention& event : events_) bound_by_event(event);
    for (std::uint32_t i = 0; i < context_.document.tokens.size(); ++i) bound_by_then({i});
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  bool is_to_come(const Timex& found) const {
    if (!found.interval || !found.interval->earliest || !context_.document.published) return false;
    const auto published = interval_of(*context_.document.published).latest;
    return published && found.interval->earliest->seconds >= published->seconds;
  }

  /// "Two hours before the vote" tells more than "before the vote".
  bool is_measured(TokenId preposition) const {
    if (preposition.index == 0) return false;
    const Span before = context_.at({preposition.index - 1}).span;
    return std::ranges::any_of(context_.document.timexes, [&](const Timex& timex) {
      return timex.type == TimexType::duration && timex.span.contains(before);
    });
  }

  void bound_by_event(EventMention& event) {
    for (const TokenId child : context_.tree.children(event.predicate)) {
      const EventMentionId other = index_.at(child);
      if (!other || &events_[other.index] == &event) continue;
      const TimexId id = time_of(other);
      if (!id) continue;
      TokenId word = preposition_of(context_, child);
      if (!word) word = context_.tree.child(child, Relation::mark);
      if (!word) continue;
      const auto kind = context_.lexicon.bound(context_.lower(word));
      if (!kind || *kind == TimeBound::Kind::within || is_measured(word)) continue;
      const Span time = timex(id).span, noun = context_.at(child).span;
      const std::uint32_t begin = context_.at(word).span.begin;
      event.bounds.push_back(
          {id, *kind, {begin, events_[other.index].timex ? time.end : noun.end}});
    }
  }

  /// Of an event, or of the one told before that a noun with an article takes up: "will vote on
  /// Thursday. It should publish them before the vote".
  TimexId time_of(EventMentionId id) const {
    const EventMention& event = events_[id.index];
    if (event.timex) return event.timex;
    const TokenId article = context_.tree.child(event.head, Relation::det);
    if (context_.at(event.head).pos != Pos::noun || !article ||
        !context_.lexicon.is_definite(context_.lower(article)))
      return {};
    for (std::uint32_t i = id.index; i-- > 0;) {
      const EventMention& told = events_[i];
      const bool same =
          told.type == event.type && context_.lemma(told.head) == context_.lemma(event.head);
      if (same && told.timex && is_to_come(timex(told.timex))) return told.timex;
    }
    return {};
  }

  /// "The vote is on Friday. They must publish it before then."
  void bound_by_then(TokenId then) {
    const TokenId word = preposition_of(context_, then);
    if (!word || !context_.lexicon.deadlines().is(DeadlineWord::then, context_.lower(then))) return;
    const auto kind = context_.lexicon.bound(context_.lower(word));
    if (kind != TimeBound::Kind::by && kind != TimeBound::Kind::before) return;
    const auto& timexes = context_.document.timexes;
    const Span words{context_.at(word).span.begin, context_.at(then).span.end};
    auto after = std::ranges::lower_bound(timexes, words.begin, {},
                                          [](const Timex& timex) { return timex.span.begin; });
    if (after == timexes.begin() || inside_timex(context_, then)) return;
    const TimexId id{static_cast<std::uint32_t>(after - timexes.begin()) - 1};
    const EventMentionId event = index_.at(context_.at(then).head);
    if (event && timex(id).date && is_to_come(timex(id)) && is_near(timex(id), then))
      events_[event.index].bounds.push_back({id, *kind, words});
  }

  /// In the sentence of a word or the one before.
  bool is_near(const Timex& when, TokenId word) const {
    const std::uint32_t first = context_.document.sentence_of(word).tokens.first;
    const TokenId before{first == 0 ? 0 : first - 1};
    return when.span.begin >= context_.document.sentence_of(before).span.begin;
  }

  const EventContext& context_;
  const EventIndex& index_;
  std::vector<EventMention>& events_;
};

}  // namespace

void bound_by_events(const EventContext& context, const EventIndex& index,
                     std::vector<EventMention>& events) {
  EventBounds(context, index, events).find();
}

}  // namespace dateline
