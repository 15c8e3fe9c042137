#include "importers/nlp/role_features.h"

#include <algorithm>
#include <tuple>

#include "core/characters.h"
#include "importers/nlp/hash.h"
#include "importers/nlp/parser.h"

namespace dateline {
namespace {

constexpr std::uint64_t kPredicatePlaces = 1;
constexpr std::uint32_t kFar = 10;  // words; what is farther is just far

std::uint64_t number_of(Relation relation) { return static_cast<std::uint64_t>(relation); }

// Numbers each key by its place, so that equal values of two places stay apart.
template <std::size_t size>
class KeyList {
 public:
  explicit KeyList(std::uint64_t places = 0) : places_(places) {}

  template <typename... Values>
  void add(Values... values) {
    std::uint64_t key = hash_with(places_, next_);
    ((key = hash_with(key, static_cast<std::uint64_t>(values))), ...);
    keys_[next_++] = key;
  }
  std::array<std::uint64_t, size> take() const { return keys_; }

 private:
  std::array<std::uint64_t, size> keys_{};
  std::uint64_t places_;  // tells lists apart
  std::size_t next_ = 0;
};

bool is_small_ascii(std::string_view ascii) {
  return std::all_of(ascii.begin(), ascii.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// What a word means, as far as a lexicon tells it by its part of speech.
std::uint64_t class_of(Pos pos, const WordFacts& known) {
  std::uint64_t meaning = 0;
  if (pos == Pos::noun || pos == Pos::propn) meaning = known.noun_class;
  if (pos == Pos::verb || pos == Pos::aux) meaning = known.verb_class;
  return static_cast<std::uint64_t>(pos) << 8 | meaning;
}

bool is_core(Relation relation) {
  switch (universal(relation)) {
    case Relation::nsubj:
    case Relation::csubj:
    case Relation::obj:
    case Relation::iobj:
    case Relation::ccomp:
    case Relation::xcomp:
    case Relation::expl:
      return true;
    default:
      return relation == Relation::obl_agent;
  }
}

}  // namespace

PredicateKind predicate_kind(Pos pos) {
  if (pos == Pos::verb || pos == Pos::aux) return PredicateKind::verb;
  return pos == Pos::noun || pos == Pos::propn ? PredicateKind::noun : PredicateKind::other;
}

RoleFeatures::RoleFeatures(const Document& document, const Tree& tree,
                           std::span<const WordForm> forms)
    : document_(document), tree_(tree) {
  const std::size_t words = document.tokens.size();
  lemmas_.reserve(words);
  classes_.reserve(words);
  for (std::size_t i = 0; i < words; ++i)
    classes_.push_back(class_of(document.tokens[i].pos, forms[i].known));
  markers_.resize(words);
  child_relations_.resize(words);
  for (const Token& token : document.tokens)
    lemmas_.push_back(
        hash_bytes(is_small_ascii(token.lemma) ? token.lemma : lower_case(token.lemma)));
  for (std::size_t i = 0; i < words; ++i) {
    const Token& token = document.tokens[i];
    if (!token.head || token.relation == Relation::punct) continue;
    child_relations_[token.head.index] |= std::uint64_t{1} << number_of(token.relation);
    if (token.relation == Relation::case_ || token.relation == Relation::mark)
      markers_[token.head.index] = hash_with(markers_[token.head.index], lemmas_[i]);
  }
}

std::uint64_t RoleFeatures::lexicon_key(TokenId word) const {
  const auto kind = predicate_kind(document_.at(word).pos);
  return hash_with(lemmas_[word.index], static_cast<std::uint64_t>(kind));
}

WordKeys RoleFeatures::word_keys(TokenId word, const WordForm& form) const {
  const Token& token = document_.at(word);
  const bool has_head = bool(token.head);
  const Token& head = has_head ? document_.at(token.head) : token;
  KeyList<kWordKeys> keys;
  keys.add(form.lower);
  keys.add(lemmas_[word.index]);
  keys.add(form.suffix[1]);
  keys.add(form.suffix[2]);
  keys.add(parser_tag(token));
  keys.add(number_of(token.relation));
  keys.add(has_head ? lemmas_[token.head.index] : 0);
  keys.add(has_head ? parser_tag(head) : 0, number_of(token.relation));
  keys.add(has_head ? number_of(head.relation) : 0, has_head && token.head < word);
  keys.add(markers_[word.index], number_of(token.relation));
  keys.add(child_relations_[word.index]);
  keys.add(classes_[word.index]);
  keys.add(has_head ? classes_[token.head.index] : 0, number_of(token.relation));
  keys.add(markers_[word.index], classes_[word.index]);
  return keys.take();
}

std::uint64_t RoleFeatures::voice(TokenId predicate) const {
  enum Voice : std::uint64_t { active, passive, past_part, present_part, gerund, infinitive };
  const Token& token = document_.at(predicate);
  const auto has = [&](Relation relation) {
    return (child_relations_[predicate.index] >> number_of(relation) & 1) != 0;
  };
  if (has(Relation::aux_pass) || has(Relation::nsubj_pass)) return passive;
  const bool modifies = token.relation == Relation::acl || token.relation == Relation::amod;
  if (token.features.form == VerbForm::participle && modifies)
    return token.features.tense == Tense::past ? past_part : present_part;
  if (token.features.form == VerbForm::gerund) return gerund;
  return token.features.form == VerbForm::infinitive ? infinitive : active;
}

PredicateContext RoleFeatures::context(TokenId predicate) const {
  const auto kind = static_cast<std::uint64_t>(predicate_kind(document_.at(predicate).pos));
  std::uint64_t particle = 0;
  PredicateContext context{.word = predicate};
  for (const TokenId child : tree_.children(predicate)) {
    const Relation relation = document_.at(child).relation;
    if (relation == Relation::compound_prt) particle = lemmas_[child.index];
    if (is_core(relation))
      context.frame = hash_with(context.frame, 2 * number_of(relation) + (child < predicate));
  }
  context.lemma = hash_with(hash_with(lemmas_[predicate.index], particle), kind);
  context.voice = voice(predicate) * 4 + kind;
  return context;
}

PredicateKeys RoleFeatures::predicate_keys(const PredicateContext& predicate,
                                           std::string_view roleset) const {
  KeyList<std::tuple_size_v<PredicateKeys>> keys(kPredicatePlaces);
  keys.add(predicate.lemma);
  keys.add(predicate.lemma, hash_bytes(roleset));
  keys.add(predicate.voice);
  keys.add(predicate.frame);
  return keys.take();
}

PairKeys RoleFeatures::pair_keys(const PredicateContext& predicate,
                                 const RoleCandidate& candidate) const {
  const TokenId word = candidate.word;
  const bool before = word < predicate.word;
  const std::uint32_t far =
      before ? predicate.word.index - word.index : word.index - predicate.word.index;
  const std::uint64_t steps = candidate.up * 4u + candidate.down;
  const std::uint64_t path = 2 * candidate.path + before;
  const std::uint64_t relation = number_of(document_.at(word).relation),
                      lemma = lemmas_[word.index], marker = markers_[word.index];
  KeyList<std::tuple_size_v<PairKeys>> keys;
  keys.add(path);
  keys.add(path, predicate.lemma);
  keys.add(path, predicate.voice);
  keys.add(path, predicate.voice, predicate.lemma);
  keys.add(path, marker);
  keys.add(path, lemma);
  keys.add(path, parser_tag(document_.at(word)));
  keys.add(candidate.universal_path, before);
  keys.add(before, std::min(far, kFar), steps);
  keys.add(number_of(document_.at(predicate.word).relation), steps);
  keys.add(predicate.frame, relation, before);
  keys.add(predicate.lemma, relation);
  keys.add(predicate.lemma, marker);
  keys.add(predicate.lemma, lemma);
  keys.add(marker, lemma);
  keys.add(relation, lemmas_[tree_.subtree(word).first]);
  const std::uint64_t own = classes_[predicate.word.index], other = classes_[word.index];
  keys.add(path, other);
  keys.add(path, own);
  keys.add(marker, other);
  keys.add(own, marker);
  keys.add(predicate.lemma, other);
  keys.add(own, other, relation);
  return keys.take();
}

std::uint64_t role_features_hash() {
  Document document;
  const std::string_view lemmas[] = {"he", "ask", "they", "for", "help"};
  const Relation relations[] = {Relation::nsubj_pass, Relation::root, Relation::obj,
                                Relation::case_, Relation::obl};
  const std::uint32_t heads[] = {1, TokenId::kNone, 1, 4, 1};
  for (std::size_t i = 0; i < std::size(lemmas); ++i) {
    Token& token = document.tokens.emplace_back();
    token.lemma = lemmas[i];
    token.pos = i == 1 ? Pos::verb : Pos::noun;
    token.head = {heads[i]};
    token.relation = relations[i];
  }
  const Tree tree(document);
  std::vector<WordForm> forms(document.tokens.size());
  forms[1].known.verb_class = 7;
  forms[2].known.noun_class = 3;
  const RoleFeatures features(document, tree, forms);
  std::uint64_t hash = features.lexicon_key({1});
  const auto add = [&](const auto& keys) {
    for (const std::uint64_t key : keys)
      if (key != 0) hash = hash_with(hash, key);
  };
  std::vector<RoleCandidate> candidates;
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i) {
    add(features.word_keys({i}, word_form("A-9b")));
    const PredicateContext context = features.context({i});
    add(features.predicate_keys(context, "ask.01"));
    find_role_candidates(document, tree, {i}, candidates);
    for (const RoleCandidate& candidate : candidates) add(features.pair_keys(context, candidate));
  }
  return hash;
}

}  // namespace dateline
