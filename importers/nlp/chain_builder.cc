#include "importers/nlp/chain_builder.h"

#include <algorithm>

#include "importers/nlp/chain_names.h"
#include "importers/nlp/pronouns.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

template <typename Known>
void add_new(std::vector<Known>& all, Known one) {
  if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
}

}  // namespace

ChainBuilder::ChainBuilder(Document& document, const EntityWords& words,
                           std::vector<PhraseFacts> facts)
    : document_(document),
      words_(words),
      facts_(std::move(facts)),
      names_(document, words, growing_) {}

void ChainBuilder::join(MentionId id, ChainId to) {
  Mention& found = document_.mentions[id.index];
  if (!to) {
    to = {static_cast<std::uint32_t>(growing_.size())};
    growing_.emplace_back();
    growing_.back().chain.kind = found.kind;
  }
  GrowingChain& growing = growing_[to.index];
  const auto after = std::ranges::upper_bound(growing.chain.mentions, id);
  growing.chain.mentions.insert(after, id);
  found.chain = to;
  learn(growing, found);
  if (!facts_.empty()) learn_facts(growing, id);
  touch(id, to);
}

void ChainBuilder::touch(MentionId id, ChainId chain) {
  const TokenId head = document_.mentions[id.index].head;
  GrowingChain& growing = growing_[chain.index];
  // "Quill, a judge, said": it is as the subject that he is known.
  const bool aside = !facts_.empty() && facts_[id.index].aside;
  if (aside && growing.last && facts_[growing.last.index].sentence == facts_[id.index].sentence)
    return;
  growing.last_sentence =
      static_cast<std::uint32_t>(&document_.sentence_of(head) - document_.sentences.data());
  growing.last_token = head.index;
  growing.last = id;
  recent_.push_back(chain);
}

std::vector<Chain> ChainBuilder::take() {
  std::vector<Chain> chains;
  for (GrowingChain& growing : growing_) {
    name_chain(document_, words_, growing.chain);
    chains.push_back(std::move(growing.chain));
  }
  return chains;
}

void ChainBuilder::learn_facts(GrowingChain& growing, MentionId id) const {
  const Mention& found = document_.mentions[id.index];
  const PhraseFacts& facts = facts_[id.index];
  if (growing.chain.kind == EntityKind::other && found.form != MentionForm::thing &&
      found.form != MentionForm::pronoun)
    growing.chain.kind = found.kind;
  if (!growing.noun_class) growing.noun_class = facts.noun_class;
  if (found.form == MentionForm::name && growing.name_words.size() < growing.names.size()) {
    std::vector<std::uint64_t>& words = growing.name_words.emplace_back();
    for (const std::string& word : growing.names.back()) words.push_back(hash_of_word(word));
  }
  growing.called.clear();
  for (const std::string& role : growing.roles) growing.called.push_back(hash_of_word(role));
  if (found.form == MentionForm::name || found.form == MentionForm::pronoun) return;
  add_new(growing.heads, facts.head);
  for (const std::uint64_t word : facts.modifiers) add_new(growing.modifiers, word);
}

void ChainBuilder::learn(GrowingChain& growing, const Mention& found) {
  if (found.form == MentionForm::thing) return;
  if (found.form == MentionForm::name) {
    if (const Gender gender = names_.gender_told(found); gender != Gender::unknown)
      growing.gender = gender;
    if (auto name = names_.words_of(found); !name.empty()) {
      if (growing.gender == Gender::unknown) growing.gender = gender_of_name(found, name);
      add_new(growing.names, std::move(name));
    }
  }
  for (std::uint32_t i = found.tokens.first; i < found.tokens.last; ++i) {
    if (found.name.contains(TokenId{i})) continue;
    const std::string word = lower_lemma(document_, i);
    if (found.form == MentionForm::nominal && i > found.head.index) break;
    if (document_.tokens[i].relation == Relation::nmod_poss) continue;
    if (names_office(document_, words_, i)) add_new(growing.offices, word);
    if (words_.has("title", word) || words_.kind_of_noun(word)) add_new(growing.roles, word);
    if (words_.has("male", word)) growing.gender = Gender::male;
    if (words_.has("female", word)) growing.gender = Gender::female;
  }
  if (found.form == MentionForm::pronoun && growing.gender == Gender::unknown)
    growing.gender = gender_of_pronoun(words_, ascii_lower(document_.text_of(found.head)));
}

/// By the first name of a person.
Gender ChainBuilder::gender_of_name(const Mention& found,
                                    const std::vector<std::string>& name) const {
  if (found.kind != EntityKind::person || name.size() < 2) return Gender::unknown;
  if (words_.has("male-name", name.front())) return Gender::male;
  return words_.has("female-name", name.front()) ? Gender::female : Gender::unknown;
}

std::string lower_lemma(const Document& document, std::uint32_t token) {
  const std::string& known = document.tokens[token].lemma;
  return ascii_lower(known.empty() ? document.text_of({token}) : std::string_view(known));
}

bool names_office(const Document& document, const EntityWords& words, std::uint32_t token) {
  const Token& word = document.tokens[token];
  return (word.relation == Relation::compound && word.pos == Pos::noun) ||
         words.has("title-word", lower_lemma(document, token));
}

}  // namespace dateline
