#include "importers/nlp/pronouns.h"

#include <algorithm>
#include <cmath>

#include "importers/nlp/binding.h"
#include "importers/nlp/pronoun_weights.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxChainsBack = 120;     // chains that a pronoun is held against
constexpr std::uint32_t kMaxSentencesBack = 3;  // from a pronoun to what it stands for
constexpr int kMaxClausesUp = 6;                // clauses around a pronoun

struct Candidate {
  ChainId chain;
  MentionId mention;  ///< by which it was last spoken of, or will be
  bool ahead = false;
};

class AntecedentFinder {
 public:
  AntecedentFinder(const Document& document, const Tree& tree, const EntityWords& words,
                   const std::vector<GrowingChain>& growing, const std::vector<ChainId>& recent)
      : document_(document), tree_(tree), words_(words), growing_(growing), recent_(recent) {}

  ChainId find(MentionId id) const {
    const Mention& pronoun = mention(id);
    const std::string word = ascii_lower(document_.text_of(pronoun.head));
    if (words_.has("first-singular", word) || words_.has("first-plural", word)) return {};
    const PronounClues& weights = words_.pronouns().of[class_of(pronoun)];
    Candidate best;
    double best_score = 0;
    double rank = 0;
    for (const Candidate& candidate : candidates_of(id)) {
      const PronounClues clues = clues_of(id, candidate, rank++);
      double score = 0;
      for (std::size_t i = 0; i < kPronounClues; ++i) score += weights[i] * clues[i];
      if (score > best_score) {
        best_score = score;
        best = candidate;
      }
    }
    const bool earlier = best.chain && growing_[best.chain.index].last_sentence < sentence_of(id);
    return earlier && means_thing(pronoun, clause_begin(pronoun.head)) ? ChainId{} : best.chain;
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  const Token& at(TokenId token) const { return document_.at(token); }
  std::uint32_t sentence_of(MentionId id) const {
    return static_cast<std::uint32_t>(&document_.sentence_of(mention(id).head) -
                                      document_.sentences.data());
  }
  Gender gender_of(const Mention& pronoun) const {
    return gender_of_pronoun(words_, ascii_lower(document_.text_of(pronoun.head)));
  }
  static std::size_t class_of(const Mention& pronoun) {
    if (pronoun.kind == EntityKind::person) return 0;
    return pronoun.kind == EntityKind::group ? 2 : 1;
  }

  /// The latest first, those that are only named later in the sentence last.
  std::vector<Candidate> candidates_of(MentionId id) const {
    const Mention& pronoun = mention(id);
    const std::uint32_t sentence = sentence_of(id);
    std::vector<Candidate> all;
    const auto known = [&](ChainId chain) {
      return std::ranges::any_of(all, [&](const Candidate& c) { return c.chain == chain; });
    };
    const std::size_t reach = std::min(recent_.size(), kMaxChainsBack);
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = recent_[recent_.size() - back];
      const GrowingChain& growing = growing_[chain.index];
      if (!pronoun_fits(pronoun, growing) || known(chain)) continue;
      if (is_beside_its_own(document_, id, growing)) continue;
      if (sentence - growing.last_sentence > kMaxSentencesBack) continue;
      if (is_own_subject(document_, tree_, words_, mention(growing.last).head, pronoun.head))
        continue;
      all.push_back({chain, growing.last, false});
    }
    const std::uint32_t end = document_.sentence_of(pronoun.head).tokens.last;
    for (auto i = id.index + 1; i < document_.mentions.size(); ++i) {
      const Mention& later = document_.mentions[i];
      if (later.tokens.first >= end) break;
      if (later.form != MentionForm::name || !later.chain || known(later.chain)) continue;
      if (universal(at(later.head).relation) == Relation::nsubj &&
          pronoun_fits(pronoun, growing_[later.chain.index]) &&
          !is_beside_its_own(document_, id, growing_[later.chain.index]))
        all.push_back({later.chain, {i}, true});
    }
    return all;
  }

  PronounClues clues_of(MentionId id, const Candidate& candidate, double rank) const {
    const Mention &pronoun = mention(id), &last = mention(candidate.mention);
    const GrowingChain& growing = growing_[candidate.chain.index];
    const Relation role = universal(at(last.head).relation),
                   own = universal(at(pronoun.head).relation);
    const bool owner = is_possessive(last.head), owned = is_possessive(pronoun.head);
    const std::uint32_t gap =
        candidate.ahead ? 0 : sentence_of(id) - sentence_of(candidate.mention);
    PronounClues clues{};
    const auto set = [&](PronounClue clue, double value) {
      clues[static_cast<std::size_t>(clue)] = value;
    };
    set(PronounClue::bias, 1);
    set(PronounClue::same_sentence, gap == 0 && !candidate.ahead);
    set(PronounClue::sentence_before, gap == 1);
    set(PronounClue::two_before, gap == 2);
    set(PronounClue::rank, std::log2(1 + rank));
    const double apart = std::abs(static_cast<double>(pronoun.head.index) - last.head.index);
    set(PronounClue::distance, std::log2(1 + apart));
    set(PronounClue::subject, role == Relation::nsubj);
    set(PronounClue::main_subject, role == Relation::nsubj && is_main(at(last.head).head));
    set(PronounClue::object, role == Relation::obj || role == Relation::iobj);
    set(PronounClue::possessive, owner);
    set(PronounClue::oblique, role == Relation::obl || (role == Relation::nmod && !owner));
    set(PronounClue::aside,
        role == Relation::appos || role == Relation::compound || role == Relation::flat);
    set(PronounClue::coordinated, role == Relation::conj);
    set(PronounClue::pronoun, last.form == MentionForm::pronoun);
    set(PronounClue::name, last.form == MentionForm::name);
    set(PronounClue::named, !growing.names.empty());
    set(PronounClue::often, std::log2(1 + static_cast<double>(times_before(growing, id))));
    set(PronounClue::early, sentence_of(growing.chain.mentions.front()) < 2);
    set(PronounClue::gender,
        growing.gender != Gender::unknown && growing.gender == gender_of(pronoun));
    set(PronounClue::same_role, role == own && owner == owned);
    set(PronounClue::both_subject, role == Relation::nsubj && own == Relation::nsubj);
    set(PronounClue::both_possessive, owner && owned);
    set(PronounClue::co_argument,
        !owned && at(last.head).head == at(pronoun.head).head && at(last.head).head);
    set(PronounClue::owner_is_subject, owned && is_subject_over(last.head, pronoun.head, 1));
    set(PronounClue::subject_above, is_subject_over(last.head, pronoun.head, kMaxClausesUp));
    set(PronounClue::opens_sentence,
        last.tokens.first == document_.sentence_of(last.head).tokens.first);
    set(PronounClue::ahead, candidate.ahead);
    return clues;
  }

  static std::size_t times_before(const GrowingChain& growing, MentionId id) {
    const auto& all = growing.chain.mentions;
    return static_cast<std::size_t>(std::ranges::lower_bound(all, id) - all.begin());
  }

  bool is_main(TokenId verb) const {
    return verb && (!at(verb).head || universal(at(verb).relation) == Relation::conj);
  }

  /// Whether a word is the subject of one of the clauses around another word, its own not counted
  /// unless that is a possessive.
  bool is_subject_over(TokenId subject, TokenId inner, int clauses) const {
    if (universal(at(subject).relation) != Relation::nsubj) return false;
    const TokenId verb = at(subject).head;
    TokenId up = at(inner).head;
    for (int seen = 0; up && seen < clauses; up = at(up).head) {
      if (up == verb) return true;
      seen += tree_.has(up, Relation::nsubj);
    }
    return false;
  }

  /// "A girl was pulled from a block after it fell": a thing that is no mention stands nearer than
  /// anybody whom "it" could name.
  bool means_thing(const Mention& pronoun, std::uint32_t clause) const {
    const bool person = pronoun.kind == EntityKind::person || pronoun.kind == EntityKind::group;
    if (person || is_possessive(pronoun.head)) return false;
    for (auto i = document_.sentence_of(pronoun.head).tokens.first; i < clause; ++i) {
      const Token& token = document_.tokens[i];
      const Relation relation = universal(token.relation);
      const bool takes_part = relation == Relation::nsubj || relation == Relation::obj ||
                              relation == Relation::obl ||
                              (relation == Relation::nmod && tree_.has({i}, Relation::det));
      if (token.pos == Pos::noun && takes_part && token.features.number == Number::singular &&
          !is_mentioned({i}) && !in_time(token.span))
        return true;
    }
    return false;
  }

  bool is_mentioned(TokenId token) const {
    return std::ranges::any_of(document_.mentions,
                               [&](const Mention& found) { return found.head == token; });
  }

  bool in_time(Span word) const {
    return std::ranges::any_of(document_.timexes,
                               [&](const Timex& timex) { return timex.span.contains(word); });
  }

  bool is_possessive(TokenId token) const { return at(token).relation == Relation::nmod_poss; }

  /// The first token of the clause that a pronoun is an argument of.
  std::uint32_t clause_begin(TokenId pronoun) const {
    const TokenId verb = document_.at(pronoun).head;
    return verb ? tree_.subtree(verb).first : pronoun.index;
  }

  bool pronoun_fits(const Mention& pronoun, const GrowingChain& growing) const {
    const EntityKind kind = growing.chain.kind;
    switch (pronoun.kind) {
      case EntityKind::person: {
        if (kind != EntityKind::person) return false;
        const Gender gender = gender_of(pronoun);
        return growing.gender == Gender::unknown || growing.gender == gender;
      }
      case EntityKind::group:
        return kind == EntityKind::group;
      default:
        if (mention(growing.chain.mentions.front()).plural) return false;
        return kind == EntityKind::organization || kind == EntityKind::work ||
               kind == EntityKind::state || kind == EntityKind::occasion ||
               kind == EntityKind::other;
    }
  }

  const Document& document_;
  const Tree& tree_;
  const EntityWords& words_;
  const std::vector<GrowingChain>& growing_;
  const std::vector<ChainId>& recent_;
};

}  // namespace

Gender gender_of_pronoun(const EntityWords& words, std::string_view word) {
  if (words.has("he", word)) return Gender::male;
  return words.has("she", word) ? Gender::female : Gender::unknown;
}

bool is_beside_its_own(const Document& document, MentionId pronoun, const GrowingChain& chain) {
  const Token& own = document.at(document.mentions[pronoun.index].head);
  if (own.relation != Relation::nmod_poss || !own.head) return false;
  const auto& all = chain.chain.mentions;
  const auto after = std::ranges::lower_bound(all, pronoun);
  const auto beside = [&](MentionId id) {
    const TokenId name = document.mentions[id.index].head;
    const Token &one = document.at(name), &owned = document.at(own.head);
    return (one.relation == Relation::appos && one.head == own.head) ||
           (owned.relation == Relation::appos && owned.head == name);
  };
  return (after != all.end() && beside(*after)) || (after != all.begin() && beside(*(after - 1)));
}

ChainId antecedent_of(MentionId pronoun, const Document& document, const Tree& tree,
                      const EntityWords& words, const std::vector<GrowingChain>& growing,
                      const std::vector<ChainId>& recent) {
  return AntecedentFinder(document, tree, words, growing, recent).find(pronoun);
}

}  // namespace dateline
