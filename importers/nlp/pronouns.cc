#include "importers/nlp/pronouns.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxChainsBack = 40;      // chains that a pronoun is held against
constexpr std::uint32_t kMaxSentencesBack = 3;  // from a pronoun to what it stands for

class AntecedentFinder {
 public:
  AntecedentFinder(const Document& document, const Tree& tree, const EntityWords& words,
                   const std::vector<GrowingChain>& growing, const std::vector<ChainId>& recent)
      : document_(document), tree_(tree), words_(words), growing_(growing), recent_(recent) {}

  ChainId find(MentionId id) const {
    const Mention& pronoun = mention(id);
    const std::string word = ascii_lower(document_.text_of(pronoun.head));
    if (words_.has("first-singular", word) || words_.has("first-plural", word)) return {};
    const std::uint32_t sentence = sentence_of(id);
    const std::uint32_t clause = clause_begin(pronoun.head);
    ChainId best;
    double best_score = 0;
    const std::size_t reach = std::min(recent_.size(), kMaxChainsBack);
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = recent_[recent_.size() - back];
      const GrowingChain& growing = growing_[chain.index];
      if (!pronoun_fits(pronoun, growing)) continue;
      if (sentence - growing.last_sentence > kMaxSentencesBack) continue;
      double score = 4.0 - (sentence - growing.last_sentence) - 0.05 * static_cast<double>(back);
      const bool undergoes = document_.at(pronoun.head).relation == Relation::nsubj_pass;
      if (undergoes ? growing.last_underwent : growing.last_was_subject) score += 1.0;
      if (!growing.names.empty()) score += 0.5;
      if (growing.last_token >= clause && !is_possessive(pronoun.head)) score -= 1.5;
      if (score > best_score) {
        best_score = score;
        best = chain;
      }
    }
    const bool earlier = best && growing_[best.index].last_sentence < sentence;
    return earlier && means_thing(pronoun, clause) ? ChainId{} : best;
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  std::uint32_t sentence_of(MentionId id) const {
    return static_cast<std::uint32_t>(&document_.sentence_of(mention(id).head) -
                                      document_.sentences.data());
  }
  Gender gender_of(const Mention& pronoun) const {
    return gender_of_pronoun(words_, ascii_lower(document_.text_of(pronoun.head)));
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

  bool is_possessive(TokenId pronoun) const {
    return document_.at(pronoun).relation == Relation::nmod_poss;
  }

  /// The first token of the clause that a pronoun is an argument of: what stands in it as another
  /// argument is not what the pronoun stands for.
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

ChainId antecedent_of(MentionId pronoun, const Document& document, const Tree& tree,
                      const EntityWords& words, const std::vector<GrowingChain>& growing,
                      const std::vector<ChainId>& recent) {
  return AntecedentFinder(document, tree, words, growing, recent).find(pronoun);
}

}  // namespace dateline
