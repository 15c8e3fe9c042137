#pragma once

#include <functional>
#include <span>
#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/phrase_ranker.h"
#include "importers/nlp/tree.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Joins the mentions of a document into chains and sets Mention.chain: names by name evidence
/// (full name, surname, acronym, head of a longer name), roles and definite nouns by title and
/// head, pronouns by kind, number, gender and nearness, "we" and "I" left to whoever speaks.
/// Precise sieves first, after Lee et al., "Deterministic coreference resolution based on
/// entity-centric, precision-ranked rules", CL 39(4), 2013. A mention that joins nothing is a chain
/// of its own; a pronoun that joins nothing has none.
void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words);

/// The same, where the ranker has the last word on nouns and pronouns, and all noun phrases are
/// considered: those of the form `thing` that are spoken of again become mentions. `forms`: of the
/// document's tokens.
void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words,
                      std::span<const WordForm> forms, const PhraseRanker& ranker);

/// A phrase as the ranker meets it, and which of its choices was right.
struct RankedPhrase {
  std::vector<PhraseChoice> choices;
  std::size_t right = 0;
};
/// The entity of a mention in an annotated corpus; -1 if the corpus has no such mention.
using GoldEntity = std::function<int(const Mention& mention)>;

/// What the ranker would be asked if it always answered as the corpus does.
std::vector<RankedPhrase> ranked_phrases(Document& document, const Tree& tree,
                                         const EntityWords& words, std::span<const WordForm> forms,
                                         const GoldEntity& gold);

/// The same where the corpus only says whom some pronouns mean: what it does not say is as a ranker
/// would have it.
std::vector<RankedPhrase> ranked_pronouns(Document& document, const Tree& tree,
                                          const EntityWords& words, std::span<const WordForm> forms,
                                          const GoldEntity& gold, const PhraseRanker& ranker);

}  // namespace dateline
