#pragma once

#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/tree.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Finds the words that refer to people, bodies, places and works, in order of the text: proper
/// names with the titles before them, common nouns that stand for such ("a senior administration
/// official", "a mechanic"; whoever speaks), adjectives of states ("Russian"), personal pronouns.
/// Bylines and page furniture are passed over; of datelines only places are taken. Chains are for
/// coreference.h.
std::vector<Mention> find_mentions(const Document& document, const Tree& tree,
                                   const EntityWords& words, const std::vector<WordForm>& forms);

/// Whether a token ends what names somebody by his age: "the 61-year-old", which are six tokens.
bool is_age(const Document& document, const EntityWords& words, TokenId old);
constexpr std::uint32_t kWordsOfAge = 5;  ///< from the article to the last

}  // namespace dateline
