#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/document.h"
#include "importers/nlp/entity_words.h"
#include "importers/nlp/growing_chain.h"
#include "importers/nlp/tree.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// How a phrase is put, which tells what it can refer back to.
enum class PhraseType : std::uint8_t {
  person_pronoun,
  thing_pronoun,
  group_pronoun,
  speaker_pronoun,  ///< "I", "we"
  demonstrative,    ///< "this shows"
  name,
  definite,
  possessed,  ///< "her brother"
  indefinite,
  determined,  ///< by another word: "some", "no"
  counted,
  bare,
  bare_plural,
  part,    ///< of a compound
  proper,  ///< a noun that is written as a name and taken for none
};

/// Where a phrase stands in its clause.
enum class PhraseRole : std::uint8_t {
  subject,
  object,
  oblique,
  owner,
  modifier,
  apposition,
  conjunct,
  part,
  root,
  other
};

/// What speaks for or against one antecedent, as far as it lies in the phrase itself. Hashes of 0:
/// there is none.
struct PhraseFacts {
  PhraseType type = PhraseType::name;
  PhraseRole role = PhraseRole::other;
  Gender gender = Gender::unknown;
  std::uint8_t noun_class = 0;  ///< WordFacts::noun_class of its head
  std::uint8_t verb_class = 0;  ///< of the verb that it is an argument of
  bool main_subject = false;    ///< of a verb that is the root, or coordinated with it
  bool aside = false;           ///< in apposition, or a predicate: "is a judge"
  bool quoted = false;
  bool followed = false;  ///< by a clause or a modifier with a preposition
  std::uint32_t sentence = 0;
  std::uint64_t head = 0, determiner = 0;  ///< hashes of lemmas
  std::vector<std::uint64_t> modifiers;    ///< adjectives, numbers, nouns before the head
  TokenRange whole;                        ///< whole_phrase
};

/// The facts of each mention of a document. `forms`: of its tokens.
std::vector<PhraseFacts> phrase_facts(const Document& document, const Tree& tree,
                                      const EntityWords& words, std::span<const WordForm> forms);

/// Of a word in lower case.
std::uint64_t hash_of_word(std::string_view word);

}  // namespace dateline
