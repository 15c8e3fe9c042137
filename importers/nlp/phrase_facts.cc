#include "importers/nlp/phrase_facts.h"

#include "importers/nlp/hash.h"
#include "importers/nlp/phrases.h"
#include "importers/nlp/pronouns.h"
#include "importers/nlp/quotation_marks.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

class FactFinder {
 public:
  FactFinder(const Document& document, const Tree& tree, const EntityWords& words,
             std::span<const WordForm> forms)
      : document_(document), tree_(tree), words_(words), forms_(forms) {
    quoted_.resize(document.tokens.size());
    for (const TokenRange range : find_quoted(document))
      for (auto i = range.first; i < range.last; ++i) quoted_[i] = true;
  }

  PhraseFacts facts_of(const Mention& mention) const {
    PhraseFacts facts;
    facts.head = lemma_hash(mention.head);
    facts.noun_class = forms_[mention.head.index].known.noun_class;
    facts.role = role_of(mention.head);
    if (const TokenId verb = at(mention.head).head; verb && at(verb).pos == Pos::verb) {
      facts.verb_class = forms_[verb.index].known.verb_class;
      facts.main_subject = facts.role == PhraseRole::subject &&
                           (!at(verb).head || universal(at(verb).relation) == Relation::conj);
    }
    facts.aside = facts.role == PhraseRole::apposition || tree_.has(mention.head, Relation::cop);
    facts.quoted = quoted_[mention.head.index];
    facts.sentence = static_cast<std::uint32_t>(&document_.sentence_of(mention.head) -
                                                document_.sentences.data());
    facts.whole = mention.form == MentionForm::pronoun
                      ? mention.tokens
                      : whole_phrase(document_, tree_, mention.head);
    if (!facts.whole.contains(mention.tokens)) facts.whole = mention.tokens;
    facts.gender = gender_of(mention);
    facts.type = type_of(mention, facts);
    return facts;
  }

 private:
  const Token& at(TokenId token) const { return document_.at(token); }
  std::string lemma(TokenId token) const {
    const std::string& known = at(token).lemma;
    return ascii_lower(known.empty() ? document_.text_of(token) : std::string_view(known));
  }
  std::uint64_t lemma_hash(TokenId token) const { return hash_of_word(lemma(token)); }

  Gender gender_of(const Mention& mention) const {
    const std::string word = ascii_lower(document_.text_of(mention.head));
    if (mention.form == MentionForm::pronoun) return gender_of_pronoun(words_, word);
    if (words_.has("male", word)) return Gender::male;
    return words_.has("female", word) ? Gender::female : Gender::unknown;
  }

  PhraseRole role_of(TokenId head) const {
    if (at(head).relation == Relation::nmod_poss) return PhraseRole::owner;
    switch (universal(at(head).relation)) {
      case Relation::nsubj:
        return PhraseRole::subject;
      case Relation::obj:
        return PhraseRole::object;
      case Relation::iobj:
      case Relation::obl:
        return PhraseRole::oblique;
      case Relation::nmod:
        return PhraseRole::modifier;
      case Relation::appos:
        return PhraseRole::apposition;
      case Relation::conj:
        return PhraseRole::conjunct;
      case Relation::compound:
        return PhraseRole::part;
      case Relation::root:
        return PhraseRole::root;
      default:
        return PhraseRole::other;
    }
  }

  PhraseType type_of(const Mention& mention, PhraseFacts& facts) const {
    const std::string word = ascii_lower(document_.text_of(mention.head));
    if (mention.form == MentionForm::name) return PhraseType::name;
    if (mention.form == MentionForm::pronoun) return type_of_pronoun(mention, word);
    if (at(mention.head).features.person == 2) return PhraseType::speaker_pronoun;
    if (at(mention.head).pos == Pos::pron || at(mention.head).pos == Pos::det)
      return PhraseType::demonstrative;
    if (facts.role == PhraseRole::part) return PhraseType::part;
    bool counted = false, owned = false;
    for (const TokenId child : tree_.children(mention.head)) {
      const Relation relation = at(child).relation;
      if (child.index > mention.head.index) {
        facts.followed |=
            universal(relation) == Relation::acl || universal(relation) == Relation::nmod;
        continue;
      }
      counted |= universal(relation) == Relation::nummod;
      owned |= relation == Relation::nmod_poss;
      if (universal(relation) == Relation::det && !facts.determiner)
        facts.determiner = lemma_hash(child);
      else if (universal(relation) == Relation::amod || universal(relation) == Relation::compound ||
               universal(relation) == Relation::nummod)
        facts.modifiers.push_back(lemma_hash(child));
    }
    if (owned) return PhraseType::possessed;
    return type_of_noun(mention, facts, counted);
  }

  PhraseType type_of_pronoun(const Mention& mention, const std::string& word) const {
    if (words_.has("first-singular", word) || words_.has("first-plural", word))
      return PhraseType::speaker_pronoun;
    if (mention.kind == EntityKind::person) return PhraseType::person_pronoun;
    return mention.kind == EntityKind::group ? PhraseType::group_pronoun
                                             : PhraseType::thing_pronoun;
  }

  PhraseType type_of_noun(const Mention& mention, const PhraseFacts& facts, bool counted) const {
    if (facts.determiner) {
      const std::string first = ascii_lower(document_.text_of({mention.tokens.first}));
      if (words_.has("definite", first)) return PhraseType::definite;
      return words_.has("indefinite-article", first) ? PhraseType::indefinite
                                                     : PhraseType::determined;
    }
    if (counted) return PhraseType::counted;
    if (at(mention.head).pos == Pos::propn) return PhraseType::proper;
    return mention.plural ? PhraseType::bare_plural : PhraseType::bare;
  }

  const Document& document_;
  const Tree& tree_;
  const EntityWords& words_;
  std::span<const WordForm> forms_;
  std::vector<bool> quoted_;  // by token
};

}  // namespace

std::uint64_t hash_of_word(std::string_view word) { return hash_bytes(word) | 1; }

std::vector<PhraseFacts> phrase_facts(const Document& document, const Tree& tree,
                                      const EntityWords& words, std::span<const WordForm> forms) {
  const FactFinder finder(document, tree, words, forms);
  std::vector<PhraseFacts> all;
  all.reserve(document.mentions.size());
  for (const Mention& mention : document.mentions) all.push_back(finder.facts_of(mention));
  return all;
}

}  // namespace dateline
