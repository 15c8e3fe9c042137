#include "importers/events/time_links.h"

#include <algorithm>

#include "importers/events/event_index.h"

namespace dateline {
namespace {

constexpr int kMaxSteps = 10;  // from a time expression up to the event that it belongs to

class TimeLinker {
 public:
  TimeLinker(const EventContext& context, std::vector<EventMention>& events)
      : context_(context), events_(events), index_(context.document, events) {}

  void link() {
    const auto& timexes = context_.document.timexes;
    for (std::uint32_t i = 0; i < timexes.size(); ++i) {
      if (timexes[i].type == TimexType::set) continue;
      if (const EventMentionId event = event_over(timexes[i])) hang(events_[event.index], {i});
    }
    for (EventMention& event : events_) bound_by_event(event);
  }

 private:
  const Timex& timex(TimexId id) const { return context_.document.timexes[id.index]; }

  EventMentionId event_over(const Timex& timex) const {
    const TokenRange range = tokens_of(context_.document, timex.span);
    if (range.empty()) return {};
    TokenId token = context_.tree.head_of(range);
    for (int step = 0; token && step < kMaxSteps; ++step) {
      if (index_.at(token) && !range.contains(token)) return index_.at(token);
      token = context_.at(token).head;
    }
    return {};
  }

  void hang(EventMention& event, TimexId id) {
    const Timex& found = timex(id);
    const auto kind = context_.lexicon.bound(found.signal);
    if (kind) {
      const Span words{found.signal_span.empty() ? found.span.begin : found.signal_span.begin,
                       found.span.end};
      event.bounds.push_back({id, *kind, words});
    } else if (!event.timex || better(found, timex(event.timex))) {
      event.timex = id;
    }
  }

  /// A place on the calendar beats a length, and the finer beats the coarser.
  static bool better(const Timex& a, const Timex& b) {
    if (a.interval.has_value() != b.interval.has_value()) return a.interval.has_value();
    if (!a.date || !b.date) return false;
    return a.date->grain > b.date->grain;
  }

  void bound_by_event(EventMention& event) {
    for (const TokenId child : context_.tree.children(event.predicate)) {
      const EventMentionId other = index_.at(child);
      if (!other || &events_[other.index] == &event || !events_[other.index].timex) continue;
      TokenId word = preposition_of(context_, child);
      if (!word) word = context_.tree.child(child, Relation::mark);
      if (!word) continue;
      const auto kind = context_.lexicon.bound(context_.lower(word));
      if (!kind || *kind == TimeBound::Kind::within) continue;
      const TimexId id = events_[other.index].timex;
      event.bounds.push_back({id, *kind, {context_.at(word).span.begin, timex(id).span.end}});
    }
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
