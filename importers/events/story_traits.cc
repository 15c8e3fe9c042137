#include "importers/events/story_traits.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

bool is_doubtful(FactualityValue value) {
  return value != FactualityValue::asserted && value != FactualityValue::scheduled &&
         value != FactualityValue::requested;
}

/// Gives a trait of one mention its value.
struct TraitSetter {
  StoryTraits& traits;

  void set(StoryTrait trait, double value) const {
    traits[static_cast<std::size_t>(trait)] = value;
  }
};

void set_words(const EventContext& context, const EventMention& event, const TraitSetter& to) {
  const Predicate* row = predicate_row(context, event.head);
  const bool reports = event.event_class == EventClass::reporting;
  to.set(StoryTrait::noun, context.at(event.head).pos != Pos::verb);
  to.set(StoryTrait::weak, row && row->weak);
  to.set(StoryTrait::unlisted, !row);
  to.set(StoryTrait::statement, event.is_statement);
  to.set(StoryTrait::state, event.is_state && !event.is_statement);
  to.set(StoryTrait::reporting, reports);
  to.set(StoryTrait::told, event.is_statement || reports);
  to.set(StoryTrait::attitude, event.event_class == EventClass::i_state);
  to.set(StoryTrait::stage, context.lexicon.story().stage(event.type));
}

void set_tense(const EventMention& event, const TraitSetter& to) {
  to.set(StoryTrait::past, event.tense == Tense::past || event.perfect);
  to.set(StoryTrait::perfect, event.perfect);
  to.set(StoryTrait::progressive, event.progressive);
  to.set(StoryTrait::passive, event.passive);
  const Factuality& factuality = event.factuality;
  to.set(StoryTrait::asserted,
         factuality.value == FactualityValue::asserted && !factuality.negative);
  to.set(StoryTrait::planned, factuality.value == FactualityValue::scheduled);
  to.set(StoryTrait::doubtful, is_doubtful(factuality.value));
}

void set_place_in_sentence(Relation relation, const TraitSetter& to) {
  to.set(StoryTrait::main, relation == Relation::root);
  to.set(StoryTrait::content, relation == Relation::ccomp);
  to.set(StoryTrait::relative, relation == Relation::acl_relcl);
  to.set(StoryTrait::adnominal, relation == Relation::acl);
}

void set_company(const EventMention& event, const TraitSetter& to) {
  const auto acts = [](const Argument& argument) {
    return argument.role == Role::agent || argument.role == Role::speaker;
  };
  to.set(StoryTrait::dated, event.timex || !event.bounds.empty());
  to.set(StoryTrait::agent, std::ranges::any_of(event.arguments, acts));
  to.set(StoryTrait::patient, !std::ranges::all_of(event.arguments, acts));
  to.set(StoryTrait::place, !event.places.empty());
  to.set(StoryTrait::sourced, !event.sources.empty());
}

}  // namespace

StoryReader::StoryReader(const EventContext& context) : context_(context) {
  std::uint32_t before = 0;
  for (const Sentence& sentence : context.document.sentences) {
    prose_before_.push_back(before);
    before += sentence.kind == SentenceKind::prose;
  }
}

bool StoryReader::in_headline(const EventMention& event) const {
  return context_.document.sentence_of(event.head).kind != SentenceKind::prose;
}

std::uint32_t StoryReader::prose_before(const Sentence& sentence) const {
  return prose_before_[static_cast<std::size_t>(&sentence - context_.document.sentences.data())];
}

StoryTraits StoryReader::traits_of(const EventMention& event) const {
  StoryTraits traits{};
  const TraitSetter to{traits};
  to.set(StoryTrait::always, 1);
  to.set(StoryTrait::late, std::log1p(prose_before(context_.document.sentence_of(event.head))));
  set_words(context_, event, to);
  set_tense(event, to);
  set_place_in_sentence(context_.at(event.predicate).relation, to);
  set_company(event, to);
  return traits;
}

}  // namespace dateline
