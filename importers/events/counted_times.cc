#include "importers/events/counted_times.h"

#include <algorithm>

#include "importers/events/event_index.h"
#include "importers/events/time_links.h"

namespace dateline {
namespace {

constexpr int kMaxLengthSteps = 8;  // heads between a length of time and the event that it dates

/// Without its sign.
std::string offset_of(const Timex& found) {
  const std::string& text = found.offset.empty() ? found.value : found.offset;
  return !text.empty() && (text[0] == '-' || text[0] == '+') ? text.substr(1) : text;
}

class CountedTimeFinder {
 public:
  explicit CountedTimeFinder(const EventContext& context)
      : context_(context),
        events_(context.document.events),
        index_(context.document, context.document.events) {}

  std::vector<CountedTime> find() {
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      if (events_[i].timex) add_anchored({i}, events_[i].timex);
      for (const TimeBound& bound : events_[i].bounds) add_anchored({i}, bound.timex);
      for (const TimeBound& bound : events_[i].bounds) add_after_subject({i}, bound);
    }
    for (std::uint32_t i = 0; i < context_.document.timexes.size(); ++i) add_between({i});
    return std::move(found_);
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  /// "Ten days after the": the words after a length name the other event.
  bool leads_on(TimexId id) const {
    const TokenRange range = tokens_of(context_.document, timex(id).span);
    if (timex(id).type != TimexType::duration || range.empty()) return false;
    const TokenRange sentence = context_.document.sentence_of({range.first}).tokens;
    if (range.last + 1 >= sentence.last) return false;
    const auto kind = context_.lexicon.bound(context_.lower({range.last}));
    return kind == TimeBound::Kind::after || kind == TimeBound::Kind::before;
  }

  /// "The call came one day after she warned".
  void add_between(TimexId id) {
    const auto offset = duration_from(timex(id).value);
    if (!leads_on(id) || !offset || offset->vague) return;
    const TokenRange range = tokens_of(context_.document, timex(id).span);
    const TokenRange sentence = context_.document.sentence_of({range.first}).tokens;
    const EventMentionId anchor = index_.first_in({range.last, sentence.last});
    if (!anchor || !is_led_by({range.last}, anchor)) return;
    const EventMentionId told = dated_by(range, anchor);
    const auto kind = context_.lexicon.bound(context_.lower({range.last}));
    if (told) keep(anchor, told, kind == TimeBound::Kind::after, *offset, id);
  }

  /// "The pact signed in May collapsed after four months": after its subject came about.
  void add_after_subject(EventMentionId told, const TimeBound& bound) {
    const auto offset = duration_from(timex(bound.timex).value);
    const bool length = timex(bound.timex).type == TimexType::duration && offset && !offset->vague;
    if (!length || bound.kind != TimeBound::Kind::after) return;
    const TokenId subject = subject_of(context_, events_[told.index].predicate).token;
    if (!subject) return;
    const TokenRange phrase = context_.tree.subtree(subject);
    for (std::uint32_t i = 0; i < told.index; ++i) {
      if (!phrase.contains(events_[i].head) || !events_[i].timex) continue;
      if (events_[i].factuality.value != FactualityValue::asserted) continue;
      return keep({i}, told, true, *offset, bound.timex);
    }
  }

  /// Whether the word after a length of time leads to an event, and not to another noun before it:
  /// "five days after liftoff" counts from no landing that the sentence goes on to tell of.
  bool is_led_by(TokenId word, EventMentionId anchor) const {
    const TokenId led = context_.at(word).head;
    const EventMention& event = events_[anchor.index];
    if (!led || led < word || context_.at(led).pos != Pos::noun) return true;
    return led == event.head || led == event.predicate || led > event.head ||
           context_.at(event.predicate).head == led || context_.at(event.head).head == led ||
           context_.at(led).head == event.predicate;
  }

  /// The event that a length of time stands under, or else the last before it in the sentence.
  EventMentionId dated_by(TokenRange length, EventMentionId anchor) const {
    const TokenRange sentence = context_.document.sentence_of({length.first}).tokens;
    const EventMentionId before = index_.last_in({sentence.first, length.first});
    TokenId above = context_.at(context_.tree.head_of(length)).head;
    for (int step = 0; above && step < kMaxLengthSteps; ++step, above = context_.at(above).head) {
      const EventMentionId event = index_.at(above);
      if (!event || event == anchor || is_meant_after(event, anchor)) continue;
      return context_.at(events_[event.index].predicate).pos == Pos::verb ? event : before;
    }
    return before;
  }

  /// "Voted to send aid ten days after the quake struck": what is still meant is not counted from
  /// what is done, but what was done about it.
  bool is_meant_after(EventMentionId event, EventMentionId anchor) const {
    return is_infinitive(context_, events_[event.index].predicate) &&
           events_[event.index].factuality.value == FactualityValue::scheduled &&
           events_[anchor.index].factuality.value == FactualityValue::asserted;
  }

  /// An expression that counts from an event ("the eve of the vote"), found at the event `near`.
  void add_anchored(EventMentionId near, TimexId id) {
    const Timex& found = timex(id);
    if (found.anchor != Timex::Anchor::event || leads_on(id)) return;
    const auto offset = duration_from(offset_of(found));
    if (!offset || offset->vague) return;
    EventMentionId told = near, anchor = event_after(found.span.end, near);
    if (anchor == near) told = event_before(found.span.begin, near);
    if (!anchor) anchor = event_before(found.span.begin, near);
    if (!anchor || !told || anchor == told) return;
    keep(anchor, told, found.direction != TimexDirection::before, *offset, id);
  }

  void keep(EventMentionId anchor, EventMentionId told, bool later, const Duration& offset,
            TimexId id) {
    const bool known = std::ranges::any_of(
        found_, [&](const CountedTime& counted) { return counted.timex == id; });
    if (known) return;
    found_.push_back({later ? anchor : told, later ? told : anchor, told, offset, id});
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

  const EventContext& context_;
  const std::vector<EventMention>& events_;
  EventIndex index_;
  std::vector<CountedTime> found_;
};

Grain finest_field(const Duration& offset) {
  if (is_finer_than_day(offset)) return Grain::hour;
  if (offset.days != 0) return Grain::day;
  if (offset.weeks != 0) return Grain::week;
  return offset.months != 0 ? Grain::month : Grain::year;
}

}  // namespace

std::vector<CountedTime> find_counted_times(const EventContext& context) {
  return CountedTimeFinder(context).find();
}

std::optional<EventTime> counted(const EventTime& from, const Duration& offset, TimexId timex) {
  if (!from.date || !first_day_of(*from.date)) return std::nullopt;
  const Grain grain = from.date->grain;
  EventTime to;
  if (is_finer_than_day(offset) && grain < Grain::hour) {
    to = at_date(*from.date, EventTime::Basis::told);  // hours from a day: the same day, or near it
  } else if (grain >= Grain::day || finest_field(offset) <= grain) {
    const Day day = day_of(add(*from.interval.earliest, offset));
    to = at_date(date_around(day, std::min(grain, Grain::day)), EventTime::Basis::told);
  } else {
    to = within({add(*from.interval.earliest, offset), add(*from.interval.latest, offset)},
                EventTime::Basis::told);
  }
  to.timex = timex;
  return to;
}

}  // namespace dateline
