#include "importers/nlp/coreference.h"

#include <algorithm>
#include <map>

#include "importers/nlp/binding.h"
#include "importers/nlp/chain_builder.h"
#include "importers/nlp/nouns.h"
#include "importers/nlp/phrase_facts.h"
#include "importers/nlp/phrases.h"
#include "importers/nlp/pronouns.h"

namespace dateline {
namespace {
// In log-odds, found on articles of news, of which GUM has few: what a chain with a name, and one
// that the sentence of a pronoun does not speak of, must be the likeliest by (a wrong alias joins
// two people); and how much the rules' answer counts.
constexpr double kCautionWithNames = 1, kCautionBeyondSentence = 2;
constexpr double kTrustInNounRules = 5, kTrustInPronounRules = 2;

using Choose =
    std::function<ChainId(MentionId, const std::vector<PhraseChoice>&, const NounAntecedent& rule)>;

class Resolver {
 public:
  Resolver(Document& document, const Tree& tree, const EntityWords& words,
           std::vector<PhraseFacts> facts)
      : document_(document),
        tree_(tree),
        words_(words),
        chains_(document, words, std::move(facts)) {}

  void resolve() {
    join_names();
    for_each_open([&](MentionId id) {
      const NounAntecedent rule = rule_for(id);
      if (rule.chain || mention(id).form == MentionForm::nominal) join(id, rule.chain, rule);
    });
    document_.chains = chains_.take();
  }

  void resolve(const PhraseRanker& ranker) {
    join_names();
    rank([&](MentionId id, const std::vector<PhraseChoice>& choices, const NounAntecedent& rule) {
      return best_choice(id, choices, rule, ranker);
    });
    document_.chains = chains_.take();
    settle_things();
  }

  /// The choices of each phrase where all before it are as the corpus has them.
  std::vector<RankedPhrase> teach(const GoldEntity& gold) {
    std::map<int, ChainId> known;
    const auto chain_of = [&](MentionId id) {
      const auto found = known.find(gold(mention(id)));
      return found == known.end() ? ChainId{} : found->second;
    };
    const auto learn = [&](MentionId id) {
      const int entity = gold(mention(id));
      if (entity >= 0 && mention(id).chain) known.emplace(entity, mention(id).chain);
    };
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (document_.mentions[i].form != MentionForm::name) continue;
      chains_.join({i}, chain_of({i}));
      learn({i});
    }
    std::vector<RankedPhrase> all;
    MentionId before;
    rank([&](MentionId id, const std::vector<PhraseChoice>& choices, const NounAntecedent&) {
      if (before) learn(before);
      before = id;
      const ChainId right = chain_of(id);
      const auto at = std::ranges::find(choices, right, &PhraseChoice::chain);
      if (at != choices.end() && choices.size() > 1)
        all.push_back({choices, static_cast<std::size_t>(at - choices.begin())});
      return right;
    });
    return all;
  }

  /// The choices of the pronouns that the corpus knows; all else is as the ranker says.
  std::vector<RankedPhrase> teach_pronouns(const GoldEntity& gold, const PhraseRanker& ranker) {
    join_names();
    std::vector<RankedPhrase> all;
    rank([&](MentionId id, const std::vector<PhraseChoice>& choices, const NounAntecedent& rule) {
      const int entity = mention(id).form == MentionForm::pronoun ? gold(mention(id)) : -1;
      const auto means = [&](const PhraseChoice& choice) {
        return choice.chain &&
               std::ranges::any_of(chains_.growing()[choice.chain.index].chain.mentions,
                                   [&](MentionId other) { return gold(mention(other)) == entity; });
      };
      const auto at = entity < 0 ? choices.end() : std::ranges::find_if(choices, means);
      if (at == choices.end()) return best_choice(id, choices, rule, ranker);
      all.push_back({choices, static_cast<std::size_t>(at - choices.begin())});
      return at->chain;
    });
    return all;
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  Mention& mention(MentionId id) { return document_.mentions[id.index]; }
  const PhraseFacts& facts(MentionId id) const { return chains_.facts()[id.index]; }

  void join_names() {
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i)
      if (document_.mentions[i].form == MentionForm::name) chains_.join({i}, chains_.named({i}));
    equate_headline();
  }

  /// The verb that a mention is the subject of, if it has an object too; else empty.
  TokenId verb_of(const Mention& found) const {
    const Token& head = document_.at(found.head);
    if (head.relation != Relation::nsubj || !head.head) return {};
    return tree_.has(head.head, Relation::obj) ? head.head : TokenId{};
  }

  /// "Rebels reject offer": whom the headline does not name, the first sentence of the story does
  /// ("The Northern Front rejected an offer").
  void equate_headline() {
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      const Mention& told = document_.mentions[i];
      if (told.chain || told.form != MentionForm::nominal) continue;
      if (document_.sentence_of(told.head).kind != SentenceKind::headline) continue;
      if (const ChainId chain = named_in_lead(told)) chains_.join({i}, chain);
    }
  }

  ChainId named_in_lead(const Mention& told) const {
    const TokenId verb = verb_of(told);
    const Sentence* lead = nullptr;
    for (const Sentence& sentence : document_.sentences)
      if (!lead && sentence.kind == SentenceKind::prose) lead = &sentence;
    if (!verb || !lead) return {};
    for (const Mention& found : document_.mentions) {
      if (found.form != MentionForm::name || !lead->tokens.contains(found.head)) continue;
      const TokenId again = verb_of(found);
      const bool same_kind =
          (found.kind == EntityKind::person) == (told.kind == EntityKind::person);
      const bool acts = found.kind != EntityKind::place && same_kind;
      if (acts && again &&
          lower_lemma(document_, again.index) == lower_lemma(document_, verb.index) &&
          lower_lemma(document_, tree_.child(again, Relation::obj).index) ==
              lower_lemma(document_, tree_.child(verb, Relation::obj).index))
        return found.chain;
    }
    return {};
  }

  /// Names are known from all over the text; nouns and pronouns look back from where they stand.
  void for_each_open(const std::function<void(MentionId)>& find) {
    std::vector<bool> named(document_.mentions.size());
    for (std::size_t i = 0; i < named.size(); ++i) named[i] = bool(document_.mentions[i].chain);
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (!named[i])
        find({i});
      else if (!is_adjective(document_.mentions[i]))
        chains_.touch({i}, document_.mentions[i].chain);
    }
  }

  /// "A Japanese firm": nobody goes on to speak of Japan.
  bool is_adjective(const Mention& found) const {
    return found.kind == EntityKind::state &&
           universal(document_.at(found.head).relation) == Relation::amod;
  }

  NounAntecedent rule_for(MentionId id) const {
    if (mention(id).form == MentionForm::nominal)
      return noun_antecedent_of(id, document_, words_, chains_);
    if (mention(id).form != MentionForm::pronoun) return {};
    return {antecedent_of(id, document_, tree_, words_, chains_.growing(), chains_.recent()), {}};
  }

  void join(MentionId id, ChainId chain, const NounAntecedent& rule) {
    chains_.join(id, chain);
    if (!rule.members.empty()) chains_.set_members(mention(id).chain, rule.members);
  }

  void rank(const Choose& choose) {
    const PhraseContext context{document_, tree_, chains_.facts(), chains_.growing(),
                                chains_.recent()};
    for_each_open([&](MentionId id) {
      // Who speaks in a quotation is told where speech is known.
      const bool speaks = facts(id).type == PhraseType::speaker_pronoun;
      if (speaks && facts(id).quoted) return;
      const NounAntecedent rule = rule_for(id);
      const ChainId chain = choose(id, phrase_choices(context, id, rule.chain), rule);
      if (chain || speaks || mention(id).form != MentionForm::pronoun) join(id, chain, rule);
    });
  }

  ChainId best_choice(MentionId id, const std::vector<PhraseChoice>& choices,
                      const NounAntecedent& rule, const PhraseRanker& ranker) const {
    if (rule.certain) return rule.chain;
    ChainId best;
    double best_score = ranker.score(choices.front().features);
    for (const PhraseChoice& choice : choices) {
      if (!choice.chain || is_himself(id, choice.last)) continue;
      if (choice.chain != rule.chain && is_too_bold(id, choice)) continue;
      const double score = ranker.score(choice.features) + trust(id, choice.chain, rule.chain);
      if (score <= best_score) continue;
      best_score = score;
      best = choice.chain;
    }
    return best;
  }

  /// "The architect" is nobody with a name who was not called so; "the company" may be a firm,
  /// "the city of Dordrecht" is no other, and the ministry is not the court.
  bool is_too_bold(MentionId id, const PhraseChoice& choice) const {
    const Mention& found = mention(id);
    if (found.form == MentionForm::pronoun) return acts_on(choice.last, found);
    if (choice.alike) return false;
    const PhraseFacts& own = facts(id);
    const bool plain = own.type == PhraseType::definite && own.modifiers.empty() && !own.followed;
    const bool body = found.kind == EntityKind::organization || found.kind == EntityKind::place;
    if (has_name(choice.chain)) return !body || !plain;
    return found.form == MentionForm::nominal;
  }

  bool is_himself(MentionId id, MentionId last) const {
    return mention(id).form == MentionForm::pronoun && last &&
           is_own_subject(document_, tree_, words_, mention(last).head, mention(id).head);
  }

  /// "A High Court injunction ordered them": the court is none of them.
  bool acts_on(MentionId last, const Mention& pronoun) const {
    const Relation own = document_.at(pronoun.head).relation;
    if (own != Relation::obj && own != Relation::iobj) return false;
    const TokenId part = mention(last).head, verb = document_.at(pronoun.head).head;
    const Relation relation = universal(document_.at(part).relation);
    if (relation != Relation::compound && relation != Relation::amod) return false;
    const TokenId whole = document_.at(part).head;
    return whole && document_.at(whole).head == verb;
  }

  double trust(MentionId id, ChainId chain, ChainId rule) const {
    const bool ruled = chain == rule;
    if (mention(id).form == MentionForm::pronoun) {
      const bool far = facts(chains_.growing()[chain.index].last).sentence < facts(id).sentence;
      return ruled ? kTrustInPronounRules : far && has_name(chain) ? -kCautionBeyondSentence : 0;
    }
    if (ruled) return kTrustInNounRules;
    return has_name(chain) ? -kCautionWithNames : 0;
  }

  bool has_name(ChainId chain) const { return !chains_.growing()[chain.index].names.empty(); }

  static bool is_actor(const Mention& found) {
    return found.form == MentionForm::name || found.form == MentionForm::nominal;
  }

  /// A thing in a chain of somebody is a noun for him; one that is spoken of once is none at all.
  void settle_things() {
    std::vector<ChainId> ids(document_.chains.size());
    std::vector<Chain> kept;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      Chain& chain = document_.chains[i];
      const bool acts =
          std::ranges::any_of(chain.mentions, [&](MentionId id) { return is_actor(mention(id)); });
      for (const MentionId id : chain.mentions) settle(mention(id), chain.kind, acts);
      if (!acts && chain.mentions.size() < 2) continue;
      chain.anonymous |= !acts;
      ids[i] = {static_cast<std::uint32_t>(kept.size())};
      kept.push_back(std::move(chain));
    }
    document_.chains = std::move(kept);
    drop_mentions(ids);
  }

  static void settle(Mention& found, EntityKind kind, bool acts) {
    if (!acts) {
      found.form = MentionForm::thing;
    } else if (found.form == MentionForm::thing) {
      found.form = MentionForm::nominal;
      found.kind = kind;
    }
  }

  /// `chains`: the new ids of the old ones.
  void drop_mentions(const std::vector<ChainId>& chains) {
    std::vector<MentionId> ids(document_.mentions.size());
    std::vector<Mention> kept;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      Mention found = document_.mentions[i];
      if (found.chain) found.chain = chains[found.chain.index];
      if (!found.chain && found.form == MentionForm::thing) continue;
      ids[i] = {static_cast<std::uint32_t>(kept.size())};
      kept.push_back(found);
    }
    document_.mentions = std::move(kept);
    for (Chain& chain : document_.chains) {
      for (MentionId& id : chain.mentions) id = ids[id.index];
      for (ChainId& member : chain.members) member = chains[member.index];
    }
  }

  Document& document_;
  const Tree& tree_;
  const EntityWords& words_;
  ChainBuilder chains_;
};

}  // namespace

void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words) {
  Resolver(document, tree, words, {}).resolve();
}

void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words,
                      std::span<const WordForm> forms, const PhraseRanker& ranker) {
  if (!ranker.knows()) return resolve_mentions(document, tree, words);
  add_things(document, tree, document.mentions);
  Resolver(document, tree, words, phrase_facts(document, tree, words, forms)).resolve(ranker);
}

std::vector<RankedPhrase> ranked_phrases(Document& document, const Tree& tree,
                                         const EntityWords& words, std::span<const WordForm> forms,
                                         const GoldEntity& gold) {
  add_things(document, tree, document.mentions);
  return Resolver(document, tree, words, phrase_facts(document, tree, words, forms)).teach(gold);
}

std::vector<RankedPhrase> ranked_pronouns(Document& document, const Tree& tree,
                                          const EntityWords& words, std::span<const WordForm> forms,
                                          const GoldEntity& gold, const PhraseRanker& ranker) {
  add_things(document, tree, document.mentions);
  return Resolver(document, tree, words, phrase_facts(document, tree, words, forms))
      .teach_pronouns(gold, ranker);
}

}  // namespace dateline
