#include "importers/events/sources.h"

#include <algorithm>

#include "importers/events/arguments.h"
#include "importers/events/conditions.h"
#include "importers/events/event_index.h"
#include "importers/nlp/quotation_marks.h"

namespace dateline {
namespace {

constexpr int kMaxHeadsUp = 16;

std::uint32_t paragraph_of(const Document& document, std::uint32_t token) {
  return document.sentence_of({token}).paragraph;
}

/// Whether the paragraph after an unclosed quotation opens with a mark, and so goes on with it.
bool goes_on(const Document& document, std::uint32_t token) {
  return token < document.tokens.size() &&
         quotation_mark(document.text_of({token})) != QuotationMark::none;
}

bool inside_any(const std::vector<TokenRange>& ranges, TokenId token) {
  const auto after = std::ranges::upper_bound(ranges, token.index, {}, &TokenRange::first);
  return after != ranges.begin() && std::prev(after)->contains(token);
}

bool can_cue(const EventContext& context, const EventMention& event) {
  const Predicate* row = predicate_row(context, event.head);
  return row && row->subject == Role::speaker && context.at(event.head).pos == Pos::verb;
}

/// Reporting events outside of quotations, by token, to be searched from a quotation outwards.
class CueFinder {
 public:
  CueFinder(const EventContext& context, const std::vector<EventMention>& events,
            const std::vector<TokenRange>& quoted)
      : context_(context), events_(events) {
    for (std::uint32_t i = 0; i < events.size(); ++i)
      if (can_cue(context, events[i]) && !inside_any(quoted, events[i].head)) cues_.push_back(i);
  }

  /// The cue in the sentences that the quotation touches: the nearest to either end.
  EventMentionId in_sentence(TokenRange quoted) const {
    const auto& document = context_.document;
    const TokenRange reach{document.sentence_of({quoted.first}).tokens.first,
                           document.sentence_of({quoted.last - 1}).tokens.last};
    return nearest(quoted, reach);
  }

  /// The cue in the sentence right after, or else right before, within the paragraph.
  EventMentionId beside(TokenRange quoted) const {
    const auto& sentences = context_.document.sentences;
    const auto first = &context_.document.sentence_of({quoted.first}) - sentences.data();
    const auto last = &context_.document.sentence_of({quoted.last - 1}) - sentences.data();
    const auto n = static_cast<std::ptrdiff_t>(sentences.size());
    const std::uint32_t paragraph = sentences[static_cast<std::size_t>(first)].paragraph;
    for (const auto at : {first - 1, last + 1}) {
      if (at < 0 || at >= n) continue;
      const Sentence& sentence = sentences[static_cast<std::size_t>(at)];
      if (sentence.paragraph != paragraph) continue;
      if (const EventMentionId cue = nearest(quoted, sentence.tokens)) return cue;
    }
    return {};
  }

 private:
  EventMentionId nearest(TokenRange quoted, TokenRange reach) const {
    EventMentionId best;
    std::uint32_t best_distance = Id<int>::kNone;
    const auto first = std::ranges::lower_bound(
        cues_, reach.first, {}, [&](std::uint32_t cue) { return events_[cue].head.index; });
    for (auto cue = first; cue != cues_.end() && events_[*cue].head.index < reach.last; ++cue) {
      const std::uint32_t at = events_[*cue].head.index;
      const std::uint32_t distance = at < quoted.first ? quoted.first - at : at - quoted.last + 1;
      if (distance < best_distance) {
        best_distance = distance;
        best = {*cue};
      }
    }
    return best;
  }

  const EventContext& context_;
  const std::vector<EventMention>& events_;
  std::vector<std::uint32_t> cues_;  // positions in events_, in order of the text
};

MentionId speaker_of(const EventMention& cue) {
  for (const Argument& argument : cue.arguments)
    if (argument.role == Role::speaker) return argument.mention;
  for (const Argument& argument : cue.arguments)
    if (argument.role == Role::agent) return argument.mention;
  return {};
}

/// Whether a predicate's content belongs to its subject rather than to the article.
bool speaks(const Predicate& row) {
  return row.content != Commitment::none && row.content != Commitment::done &&
         row.content != Commitment::not_done && row.content != Commitment::knows;
}

/// Whether somebody's plan, order or refusal is a fact about its content that the article itself
/// tells: "agreed to stay", "ordered to leave" say so in the article's voice.
bool is_report(const Predicate& row) {
  return row.subject == Role::speaker || row.event_class == EventClass::reporting ||
         row.event_class == EventClass::i_state || row.statement;
}

class SourceFinder {
 public:
  SourceFinder(const EventContext& context, std::vector<EventMention>& events)
      : context_(context),
        events_(events),
        index_(context.document, events),
        quotations_(find_quotations(context, events)) {}

  void find() {
    for (EventMention& event : events_) {
      climb(event);
      add_quotation(event);
      add_source_phrase(event);
    }
  }

 private:
  void add(EventMention& event, EventMentionId cue) {
    const EventMention& saying = events_[cue.index];
    if (&saying == &event) return;
    const MentionId speaker = speaker_of(saying);
    if (!event.container) event.container = cue;
    add(event, speaker, saying.head);
  }

  void add(EventMention& event, MentionId source, TokenId cue) {
    if (!source) return;
    const ChainId chain = context_.document.mentions[source.index].chain;
    for (const Attribution& known : event.sources) {
      if (known.source == source) return;
      const ChainId other = context_.document.mentions[known.source.index].chain;
      if (chain && chain == other) return;
    }
    event.sources.push_back({source, cue});
  }

  /// "Shippers fear a repeat: a retailer said it was leaving": the saying has a content of its own.
  bool tells_content(TokenId saying) const {
    return std::ranges::any_of(context_.tree.children(saying), [&](TokenId child) {
      const Relation relation = universal(context_.at(child).relation);
      return child > saying && (relation == Relation::ccomp || relation == Relation::xcomp) &&
             context_.at(child).pos == Pos::verb;
    });
  }

  /// "Vowed to sue after it announced cuts": when something is meant to be done is not part of what
  /// is vowed.
  bool only_dates(TokenId clause, TokenId below) const {
    const Relation relation = context_.at(clause).relation;
    return (relation == Relation::xcomp || relation == Relation::advcl) &&
           is_infinitive(context_, clause) && context_.at(below).relation == Relation::advcl &&
           !is_complement(context_, below) && !condition_mark(context_, below) &&
           !is_infinitive(context_, below);
  }

  /// "Said it would free them, hours after the UN threatened": when it was said, not what.
  bool is_counted_from(TokenId clause) const {
    if (context_.at(clause).relation != Relation::advcl || !subordinator_of(context_, clause))
      return false;
    for (const TokenId child : context_.tree.children(clause))
      if (context_.lexicon.is_complementizer(context_.lower(child))) return false;
    const std::uint32_t mark = subordinator_of(context_, clause).index;
    return mark > 0 && (context_.at({mark - 1}).relation == Relation::obl_unmarked ||
                        context_.at({mark - 1}).relation == Relation::nmod_unmarked);
  }

  /// "Threatened to march if they stayed": the condition is part of what is threatened.
  bool is_threatened(TokenId saying, TokenId clause) const {
    const Predicate* row = predicate_row(context_, saying);
    return row && row->subject == Role::speaker && context_.tree.has(saying, Relation::xcomp) &&
           context_.at(clause).relation == Relation::advcl && condition_mark(context_, clause);
  }

  /// A clause of saying that stands beside: "..., the official said".
  EventMentionId beside(TokenId clause) const {
    for (const TokenId child : context_.tree.children(clause)) {
      if (context_.at(child).relation != Relation::parataxis) continue;
      if (tells_content(child)) continue;
      const EventMentionId event = index_.at(child);
      if (event && can_cue(context_, events_[event.index])) return event;
    }
    return {};
  }

  void climb(EventMention& event) {
    TokenId below = event.predicate;
    for (int step = 0; step < kMaxHeadsUp; ++step) {
      if (const EventMentionId cue = beside(below)) add(event, cue);
      const Token& token = context_.at(below);
      if (!token.head) return;
      const Relation relation = universal(token.relation);
      const EventMentionId above = index_.at(token.head);
      const bool content = relation == Relation::ccomp || relation == Relation::xcomp ||
                           relation == Relation::acl || relation == Relation::csubj ||
                           relation == Relation::obj || relation == Relation::nsubj ||
                           is_complement(context_, below) || is_threatened(token.head, below);
      if (only_dates(token.head, below) || is_counted_from(below)) return;
      if (content && above && token.relation != Relation::acl_relcl)
        add_container(event, above, relation);
      below = token.head;
    }
  }

  void add_container(EventMention& event, EventMentionId above, Relation relation) {
    const Predicate* row = predicate_row(context_, events_[above.index].head);
    if (!row || !speaks(*row)) return;
    const bool argument = relation == Relation::obj || relation == Relation::nsubj;
    if (argument && row->content != Commitment::denied && row->content != Commitment::possible)
      return;
    if (is_report(*row))
      add(event, above);
    else if (!event.container)
      event.container = above;
  }

  void add_quotation(EventMention& event) {
    const auto after = std::ranges::upper_bound(quotations_, event.head.index, {},
                                                [](const Quotation& q) { return q.tokens.first; });
    if (after == quotations_.begin()) return;
    const Quotation& quotation = *std::prev(after);
    if (quotation.tokens.contains(event.head) && quotation.cue) add(event, quotation.cue);
  }

  /// "According to the police, ...": a phrase of attribution on the clause or one above it.
  void add_source_phrase(EventMention& event) {
    TokenId clause = event.predicate;
    for (int step = 0; clause && step < kMaxHeadsUp; ++step) {
      for (const TokenId child : context_.tree.children(clause)) {
        const TokenId preposition = preposition_of(context_, child);
        if (!preposition || !context_.lexicon.is_source_word(context_.lower(preposition))) continue;
        add(event, mention_at(context_, child), preposition);
      }
      clause = context_.at(clause).head;
    }
  }

  const EventContext& context_;
  std::vector<EventMention>& events_;
  EventIndex index_;
  std::vector<Quotation> quotations_;
};

}  // namespace

std::vector<Quotation> find_quotations(const EventContext& context,
                                       const std::vector<EventMention>& events) {
  const std::vector<TokenRange> quoted = find_quoted(context.document);
  const CueFinder cues(context, events, quoted);
  std::vector<Quotation> quotations;
  for (const TokenRange range : quoted) {
    Quotation quotation{range, cues.in_sentence(range)};
    if (!quotation.cue) quotation.cue = cues.beside(range);
    const bool new_paragraph =
        !quotations.empty() && paragraph_of(context.document, range.first) !=
                                   paragraph_of(context.document, quotations.back().tokens.first);
    const bool unclosed =
        !quotations.empty() && goes_on(context.document, quotations.back().tokens.last);
    if (!quotation.cue && new_paragraph && unclosed) quotation.cue = quotations.back().cue;
    quotations.push_back(quotation);
  }
  return quotations;
}

void find_sources(const EventContext& context, std::vector<EventMention>& events) {
  SourceFinder(context, events).find();
}

}  // namespace dateline
