#include "importers/events/event_mentions.h"

#include <algorithm>
#include <optional>

#include "importers/events/event_index.h"
#include "importers/events/factuality.h"
#include "importers/events/story_order.h"
#include "importers/events/story_traits.h"
#include "importers/events/timeml_finder.h"

namespace dateline {
namespace {

constexpr int kMaxStepsUp = 6;              // beyond them the sentence tells of something else
constexpr std::uint32_t kMaxCopulaGap = 6;  // tokens from "is" to the predicate, shown as one

bool is_story_text(const Sentence& sentence) {
  return sentence.kind == SentenceKind::prose || sentence.kind == SentenceKind::headline ||
         sentence.kind == SentenceKind::heading;
}

/// Words that no list of events has, but that tell of something.
std::optional<EventClass> class_of_other(const EventContext& context, TokenId token) {
  const Token& word = context.at(token);
  if (context.tree.has(token, Relation::cop)) return EventClass::state;
  if (word.relation == Relation::compound || word.relation == Relation::flat ||
      word.relation == Relation::amod || universal(word.relation) == Relation::aux)
    return std::nullopt;
  const bool nominal = word.pos == Pos::noun || word.pos == Pos::propn || word.pos == Pos::adj;
  if (!nominal && word.pos != Pos::verb) return std::nullopt;
  const std::string lemma = context.lemma(token);
  if (word.pos == Pos::verb)
    return context.lexicon.story().is_description(lemma) ? std::optional(EventClass::state)
                                                         : std::nullopt;
  if (context.lexicon.story().is_mention(lemma)) return EventClass::occurrence;
  const bool event = word.pos == Pos::noun && predicate_row(context, token);
  return event && !inside_name(context, token) ? std::optional(EventClass::occurrence)
                                               : std::nullopt;
}

/// An event mention, and the event of the document that it is; none if it is no such event.
struct ListedMention {
  EventMention event;
  EventMentionId told;
};

/// In order of the text, one for each word.
std::vector<ListedMention> list_mentions(const EventContext& context, const TimemlWords& timeml) {
  const Document& document = context.document;
  std::vector<bool> taken(document.tokens.size());
  std::vector<ListedMention> all;
  const auto add = [&](const EventMention& event, EventMentionId told) {
    taken[event.head.index] = true;
    all.push_back({event, told});
  };
  for (std::uint32_t i = 0; i < document.events.size(); ++i) add(document.events[i], {i});
  const std::size_t decided = all.size();
  for (const EventMention& event : find_timeml_events(context, timeml))
    if (!taken[event.head.index] && is_story_text(document.sentence_of(event.head))) add(event, {});
  for (const Sentence& sentence : document.sentences) {
    if (!is_story_text(sentence)) continue;
    for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const auto other =
          taken[i] || inside_timex(context, {i}) ? std::nullopt : class_of_other(context, {i});
      if (other) add(timeml_event_at(context, {i}, *other), {});
    }
  }
  std::vector<EventMention> others;
  for (std::size_t i = decided; i < all.size(); ++i) others.push_back(all[i].event);
  decide_factuality(context, others);
  for (std::size_t i = decided; i < all.size(); ++i) all[i].event = std::move(others[i - decided]);
  std::ranges::stable_sort(all, {}, [](const ListedMention& m) { return m.event.head.index; });
  return all;
}

/// "Is available", "had been closed": with its copula, if that stands near.
TokenRange words_of_mention(const EventContext& context, const EventMention& event) {
  TokenRange words = event.trigger;
  const TokenId copula = context.tree.child(event.head, Relation::cop);
  if (copula && copula.index < words.first && words.first - copula.index <= kMaxCopulaGap)
    words.first = copula.index;
  return words;
}

/// Whether a token hands on to `below` that it lies ahead or can be done: "will allow users to
/// record", "will have an impact".
bool hands_down(const EventContext& context, TokenId below) {
  const Token& token = context.at(below);
  switch (universal(token.relation)) {
    case Relation::xcomp:
    case Relation::conj:
    case Relation::obj:
      return true;
    case Relation::acl:
    case Relation::advcl:
    case Relation::ccomp:
      return is_infinitive(context, below);
    default:
      return false;
  }
}

/// Whether a predicate or one that hands down to it holds.
template <typename Holds>
bool any_above(const EventContext& context, TokenId predicate, const Holds& holds) {
  for (int step = 0; predicate && step < kMaxStepsUp; ++step) {
    if (holds(predicate)) return true;
    if (!hands_down(context, predicate)) return false;
    predicate = context.at(predicate).head;
  }
  return false;
}

bool has_future_auxiliary(const EventContext& context, TokenId predicate) {
  return std::ranges::any_of(context.tree.children(predicate), [&](TokenId child) {
    return universal(context.at(child).relation) == Relation::aux &&
           context.lexicon.modal(context.lemma(child)) == Commitment::scheduled;
  });
}

bool has_ability(const EventContext& context, TokenId predicate) {
  const StoryRules& story = context.lexicon.story();
  if (story.is_ability(context.lemma(predicate))) return true;
  return std::ranges::any_of(context.tree.children(predicate), [&](TokenId child) {
    return universal(context.at(child).relation) == Relation::aux &&
           story.is_ability(context.lemma(child));
  });
}

bool can_be_done(const EventContext& context, const EventMention& event) {
  return event.factuality.value == FactualityValue::possible &&
         any_above(context, event.predicate,
                   [&](TokenId token) { return has_ability(context, token); });
}

bool is_open(FactualityValue value) {
  return value == FactualityValue::possible || value == FactualityValue::probable ||
         value == FactualityValue::conditional || value == FactualityValue::counterfactual ||
         value == FactualityValue::unknown;
}

bool lies_after_publication(const EventContext& context, const EventMention& event) {
  const FactualityValue value = event.factuality.value;
  if (value == FactualityValue::scheduled || value == FactualityValue::requested) return true;
  if (any_above(context, event.predicate,
                [&](TokenId token) { return has_future_auxiliary(context, token); }))
    return true;
  const bool may_come =
      is_infinitive(context, event.predicate) || (!event.modality.empty() && !event.perfect);
  return value == FactualityValue::possible && may_come && !can_be_done(context, event);
}

FoundEvent found_event(const EventContext& context, const EventMention& event,
                       const EvidenceMaker& evidence) {
  const Span span = context.document.span_of(words_of_mention(context, event));
  const FactualityValue value = event.factuality.value;
  FoundEvent found;
  found.start = evidence.code_points_before(span.begin);
  found.end = evidence.code_points_before(span.end);
  found.text = std::string(span.of(context.document.text()));
  found.event_class = event.event_class;
  found.uncertain = is_open(value) && !can_be_done(context, event);
  found.negative = event.factuality.negative || value == FactualityValue::denied ||
                   value == FactualityValue::counterfactual;
  found.ahead = lies_after_publication(context, event);
  return found;
}

/// The event over a word that the word shares its time with; empty if there is none.
EventMentionId event_over(const EventContext& context, const EventIndex& index, TokenId token) {
  for (int step = 0; token && step < kMaxStepsUp; ++step) {
    if (const EventMentionId event = index.at(token)) return event;
    token = context.at(token).head;
  }
  return {};
}

/// When mentions are, and how late in the story the words of each put them.
class StoryClock {
 public:
  StoryClock(const EventContext& context, const std::vector<EventCluster>& clusters,
             const std::vector<When>& dates)
      : context_(context),
        reader_(context),
        index_(context.document, context.document.events),
        when_(context.document.events.size()) {
    for (std::size_t i = 0; i < clusters.size(); ++i)
      for (const EventMentionId mention : clusters[i].mentions)
        when_[mention.index] = dates[i].interval;
    if (context.document.published) published_ = interval_of(*context.document.published);
  }

  StoryMoment moment_of(const ListedMention& mention) const {
    const EventMention& event = mention.event;
    const EventMentionId dated =
        mention.told ? mention.told : event_over(context_, index_, event.head);
    StoryMoment moment;
    moment.lateness = context_.lexicon.story().lateness(reader_.traits_of(event));
    if (!dated) return moment;
    moment.when = when_[dated.index];
    const bool own = mention.told && event.timex;
    moment.published = !own && published_ && moment.when.earliest && moment.when.latest &&
                       contains(*published_, moment.when);
    return moment;
  }

 private:
  const EventContext& context_;
  StoryReader reader_;
  EventIndex index_;
  std::vector<Interval> when_;  // by event of the document
  std::optional<Interval> published_;
};

/// Which mention in the list each shares its place in the story with: an earlier one of the same
/// event, or the first of those that it is coordinated with ("killed two and injured five"), unless
/// it has a time of its own; else itself.
std::vector<std::size_t> sharers(const EventContext& context,
                                 const std::vector<ListedMention>& mentions,
                                 const std::vector<EventCluster>& clusters) {
  std::vector<std::size_t> at_token(context.document.tokens.size(), mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i)
    at_token[mentions[i].event.head.index] = at_token[mentions[i].event.predicate.index] = i;
  std::vector<std::size_t> with(mentions.size());
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    const EventMention& event = mentions[i].event;
    const std::size_t first = at_token[context.tree.first_conjunct(event.predicate).index];
    with[i] = first < i && !event.timex ? first : i;
  }
  for (const EventCluster& cluster : clusters)
    for (const EventMentionId mention : cluster.mentions) {
      const auto listed = [&](EventMentionId id) {
        return at_token[context.document.events[id.index].head.index];
      };
      if (listed(cluster.mentions.front()) < listed(mention))
        with[listed(mention)] = listed(cluster.mentions.front());
    }
  return with;
}

}  // namespace

std::vector<FoundEvent> find_event_mentions(const EventContext& context, const TimemlWords& timeml,
                                            const std::vector<EventCluster>& clusters,
                                            const std::vector<When>& dates,
                                            const EvidenceMaker& evidence) {
  const StoryClock clock(context, clusters, dates);
  std::vector<FoundEvent> found;
  std::vector<StoryMoment> moments;
  const std::vector<ListedMention> mentions = list_mentions(context, timeml);
  for (const ListedMention& mention : mentions) {
    found.push_back(found_event(context, mention.event, evidence));
    moments.push_back(clock.moment_of(mention));
  }
  const std::vector<std::uint32_t> order = presumed_order(moments, context.lexicon.story());
  const std::vector<std::size_t> with = sharers(context, mentions, clusters);
  for (std::size_t i = 0; i < found.size(); ++i)
    found[i].order = with[i] == i ? order[i] : found[with[i]].order;
  return found;
}

}  // namespace dateline
