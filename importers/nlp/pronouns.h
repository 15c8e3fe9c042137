#pragma once

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/growing_chain.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// Of a pronoun in lower case; unknown if it is neither that of a man nor that of a woman.
Gender gender_of_pronoun(const EntityWords& words, std::string_view word);

/// Whether a chain is named beside what a pronoun owns, and so is not its owner: "her predecessor,
/// Ragnar Thors".
bool is_beside_its_own(const Document& document, MentionId pronoun, const GrowingChain& chain);

/// Whom a pronoun stands for, among the chains as they were last spoken of (`recent`, the latest at
/// the end): by kind, number, gender and nearness. Empty for "I" and "we", and where none fits.
ChainId antecedent_of(MentionId pronoun, const Document& document, const Tree& tree,
                      const EntityWords& words, const std::vector<GrowingChain>& growing,
                      const std::vector<ChainId>& recent);

}  // namespace dateline
