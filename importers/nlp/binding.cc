#include "importers/nlp/binding.h"

#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr int kMaxConjuncts = 4;  // verbs with one subject between a pronoun and that subject

}  // namespace

bool is_own_subject(const Document& document, const Tree& tree, const EntityWords& words,
                    TokenId subject, TokenId pronoun) {
  const Relation relation = document.at(pronoun).relation;
  if (relation != Relation::obj && relation != Relation::iobj) return false;
  if (words.has("reflexive", ascii_lower(document.text_of(pronoun)))) return false;
  TokenId verb = document.at(pronoun).head;
  for (int step = 0; verb && step < kMaxConjuncts; ++step) {
    for (const TokenId child : tree.children(verb))
      if (document.at(child).relation == Relation::nsubj) return child == subject;
    if (document.at(verb).relation != Relation::conj) return false;
    verb = document.at(verb).head;
  }
  return false;
}

}  // namespace dateline
