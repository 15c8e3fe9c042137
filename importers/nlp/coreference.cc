#include "importers/nlp/coreference.h"

#include <algorithm>

#include "importers/nlp/chain_names.h"
#include "importers/nlp/name_matcher.h"
#include "importers/nlp/pronouns.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxLookback = 40;  // chains that a noun is held against

class Resolver {
 public:
  Resolver(Document& document, const Tree& tree, const EntityWords& words)
      : document_(document), tree_(tree), words_(words), names_(document, words, growing_) {}

  void resolve() {
    sieve([&](const Mention& m) { return m.form == MentionForm::name; },
          [&](MentionId id) { return names_.find(id); }, true);
    equate_headline();
    order_by_text();
    std::vector<Chain> chains;
    for (GrowingChain& growing : growing_) {
      name_chain(document_, words_, growing.chain);
      chains.push_back(std::move(growing.chain));
    }
    document_.chains = std::move(chains);
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }
  Mention& mention(MentionId id) { return document_.mentions[id.index]; }
  std::uint32_t sentence_of(MentionId id) const {
    return static_cast<std::uint32_t>(&document_.sentence_of(mention(id).head) -
                                      document_.sentences.data());
  }

  /// Gives every mention that `wanted` likes the chain that `find` names, or one of its own.
  template <typename Wanted, typename Find>
  void sieve(Wanted wanted, Find find, bool opens) {
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (document_.mentions[i].chain || !wanted(document_.mentions[i])) continue;
      const ChainId chain = find({i});
      if (chain || opens) join({i}, chain);
    }
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
      if (const ChainId chain = named_in_lead(told)) join({i}, chain);
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
      if (acts && again && lemma(again.index) == lemma(verb.index) &&
          lemma(tree_.child(again, Relation::obj).index) ==
              lemma(tree_.child(verb, Relation::obj).index))
        return found.chain;
    }
    return {};
  }

  /// Names are known from all over the text; nouns and pronouns look back from where they stand.
  void order_by_text() {
    std::vector<bool> named(document_.mentions.size());
    for (std::size_t i = 0; i < named.size(); ++i) named[i] = bool(document_.mentions[i].chain);
    for (std::uint32_t i = 0; i < document_.mentions.size(); ++i) {
      if (named[i]) {
        if (!is_adjective(document_.mentions[i])) touch({i}, document_.mentions[i].chain);
      } else if (document_.mentions[i].form == MentionForm::nominal) {
        join({i}, by_noun({i}));
        take_members(document_.mentions[i].chain);
      } else if (const ChainId chain =
                     antecedent_of({i}, document_, tree_, words_, growing_, recent_)) {
        join({i}, chain);
      }
    }
  }

  /// "A Japanese firm": nobody goes on to speak of Japan.
  bool is_adjective(const Mention& found) const {
    return found.kind == EntityKind::state &&
           universal(document_.at(found.head).relation) == Relation::amod;
  }

  void take_members(ChainId group) {
    if (!pending_members_.empty()) growing_[group.index].chain.members = pending_members_;
    pending_members_.clear();
  }

  void join(MentionId id, ChainId to) {
    if (!to) {
      to = {static_cast<std::uint32_t>(growing_.size())};
      growing_.emplace_back();
      growing_.back().chain.kind = mention(id).kind;
    }
    GrowingChain& growing = growing_[to.index];
    const auto after = std::ranges::upper_bound(growing.chain.mentions, id);
    growing.chain.mentions.insert(after, id);
    mention(id).chain = to;
    learn(growing, mention(id));
    touch(id, to);
  }

  void touch(MentionId id, ChainId chain) {
    GrowingChain& growing = growing_[chain.index];
    growing.last_sentence = sentence_of(id);
    growing.last_token = mention(id).head.index;
    growing.last = id;
    recent_.push_back(chain);
  }

  template <typename Known>
  static void add_new(std::vector<Known>& all, Known one) {
    if (std::ranges::find(all, one) == all.end()) all.push_back(std::move(one));
  }

  void learn(GrowingChain& growing, const Mention& found) {
    if (found.form == MentionForm::name)
      if (auto name = names_.words_of(found); !name.empty()) {
        if (growing.gender == Gender::unknown) growing.gender = gender_of_name(found, name);
        add_new(growing.names, std::move(name));
      }
    for (std::uint32_t i = found.tokens.first; i < found.tokens.last; ++i) {
      if (found.name.contains(TokenId{i})) continue;
      const std::string word = lemma(i);
      if (found.form == MentionForm::nominal && i > found.head.index) break;
      if (document_.tokens[i].relation == Relation::nmod_poss) continue;
      if (names_office(i)) add_new(growing.offices, word);
      if (words_.has("title", word) || words_.kind_of_noun(word)) add_new(growing.roles, word);
      if (words_.has("male", word)) growing.gender = Gender::male;
      if (words_.has("female", word)) growing.gender = Gender::female;
    }
    if (found.form == MentionForm::pronoun && growing.gender == Gender::unknown)
      growing.gender = gender_of_pronoun(words_, ascii_lower(document_.text_of(found.head)));
  }

  /// By the first name of a person.
  Gender gender_of_name(const Mention& found, const std::vector<std::string>& name) const {
    if (found.kind != EntityKind::person || name.size() < 2) return Gender::unknown;
    if (words_.has("male-name", name.front())) return Gender::male;
    return words_.has("female-name", name.front()) ? Gender::female : Gender::unknown;
  }

  std::string lemma(std::uint32_t token) const {
    const std::string& known = document_.tokens[token].lemma;
    return ascii_lower(known.empty() ? document_.text_of({token}) : std::string_view(known));
  }

  // --- common nouns

  bool is_definite(const Mention& found) const {
    const std::string first = ascii_lower(document_.text_of({found.tokens.first}));
    return words_.has("definite", first);
  }
  bool is_indefinite(const Mention& found) const {
    return words_.has("indefinite-article", ascii_lower(document_.text_of({found.tokens.first})));
  }

  bool is_comma(std::uint32_t token) const {
    return token < document_.tokens.size() && document_.text_of({token}) == ",";
  }

  /// "The clerk, Amy Tran, said", "Diane Ortega, the majority leader, said": a name and a noun of
  /// the same kind with nothing but a comma between them.
  ChainId by_apposition(MentionId id) const {
    const Mention& found = mention(id);
    if (found.kind != EntityKind::person && found.kind != EntityKind::organization) return {};
    const auto& all = document_.mentions;
    for (std::uint32_t i = id.index + 1;
         i < all.size() && all[i].tokens.first <= found.tokens.last + 1; ++i)
      if (all[i].tokens.first == found.tokens.last + 1 && is_comma(found.tokens.last) &&
          all[i].form == MentionForm::name && may_stand_beside(all[i].kind, found.kind))
        return all[i].chain;
    for (std::uint32_t i = id.index;
         i-- > 0 && all[i].tokens.last + kMaxNameTokens > found.tokens.first;)
      if (all[i].tokens.last + 1 == found.tokens.first && is_comma(all[i].tokens.last) &&
          all[i].form == MentionForm::name && may_stand_beside(all[i].kind, found.kind))
        return all[i].chain;
    return {};
  }
  static bool may_stand_beside(EntityKind name, EntityKind noun) {
    return name == noun || (noun == EntityKind::organization && name == EntityKind::other);
  }
  static constexpr std::uint32_t kMaxNameTokens = 16;

  ChainId by_noun(MentionId id) {
    const Mention& found = mention(id);
    const std::string head = lemma(found.head.index);
    if (const ChainId beside = by_apposition(id)) return beside;
    if (is_indefinite(found) || document_.text_of(found.head).empty()) return {};
    if (found.plural) return by_members(id, head);
    if (!is_definite(found) && found.kind != EntityKind::person) return {};
    ChainId generic;
    const std::size_t reach = std::min(recent_.size(), kMaxLookback);
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = recent_[recent_.size() - back];
      const GrowingChain& growing = growing_[chain.index];
      if (!kinds_meet(growing.chain.kind, found.kind)) continue;
      const bool called = std::ranges::find(growing.roles, head) != growing.roles.end();
      if ((called && holds_office(growing, found)) || is_named_after(growing, head)) return chain;
      if (!generic && found.kind == EntityKind::organization && !growing.names.empty() &&
          found.tokens.size() == 2 && may_be_called(growing, head))
        generic = chain;
    }
    return generic;
  }

  /// Whether a word says what a title is for: "finance" minister, "prime" minister.
  bool names_office(std::uint32_t token) const {
    const Token& word = document_.tokens[token];
    return (word.relation == Relation::compound && word.pos == Pos::noun) ||
           words_.has("title-word", lemma(token));
  }

  /// "The prime minister" is no finance minister.
  bool holds_office(const GrowingChain& growing, const Mention& found) const {
    for (auto i = found.tokens.first; i < found.head.index; ++i)
      if (names_office(i) && std::ranges::find(growing.offices, lemma(i)) == growing.offices.end())
        return false;
    return true;
  }

  /// "The resolution" for Resolution 678, "the storm" for Hurricane Ada.
  bool is_named_after(const GrowingChain& growing, const std::string& head) const {
    if (growing.names.empty()) return false;
    const std::vector<std::string>& name = growing.names.front();
    if (name.back() == head) return true;
    if (name.size() < 2) return false;
    const bool numbered = name.back()[0] >= '0' && name.back()[0] <= '9';
    return (numbered && name.front() == head) ||
           (words_.has("storm", head) && words_.has("storm", name.front()));
  }

  /// "The company" for a name that may be a firm's, "the agency" for one that is none's.
  bool may_be_called(const GrowingChain& growing, const std::string& head) const {
    if (words_.has("generic-firm", head)) return !is_public(growing);
    const std::vector<std::string>& name = growing.names.front();
    const bool agency = std::ranges::any_of(
        name, [&](const std::string& word) { return words_.has("agency-name", word); });
    const bool acronym = std::ranges::any_of(
        growing.chain.mentions, [&](MentionId id) { return names_.is_acronym(mention(id)); });
    return words_.has("generic-agency", head) && (agency || acronym);
  }

  /// "The company" is no ministry.
  bool is_public(const GrowingChain& growing) const {
    return std::ranges::any_of(growing.names, [&](const std::vector<std::string>& name) {
      return std::ranges::any_of(
          name, [&](const std::string& word) { return words_.has("public-body", word); });
    });
  }

  static bool kinds_meet(EntityKind a, EntityKind b) {
    if (a == b) return true;
    const auto place = [](EntityKind kind) {
      return kind == EntityKind::place || kind == EntityKind::state;
    };
    const auto text = [](EntityKind kind) {
      return kind == EntityKind::work || kind == EntityKind::other;
    };
    return (place(a) && place(b)) || (text(a) && text(b));
  }

  /// Whether a chain, whatever its name, was spoken of as several: "rebels".
  bool was_called(const GrowingChain& growing, const std::string& plural) const {
    if (growing.chain.kind == EntityKind::group) return true;
    return growing.chain.kind != EntityKind::person &&
           std::ranges::any_of(growing.chain.mentions, [&](MentionId id) {
             return mention(id).form == MentionForm::nominal && mention(id).plural &&
                    lemma(mention(id).head.index) == plural;
           });
  }

  /// "the two presidents": the persons so called before, if there are just as many.
  ChainId by_members(MentionId id, const std::string& head) {
    const Mention& found = mention(id);
    const std::size_t reach = std::min(recent_.size(), kMaxLookback);
    std::vector<ChainId> members;
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = recent_[recent_.size() - back];
      const GrowingChain& growing = growing_[chain.index];
      if (std::ranges::find(growing.roles, head) == growing.roles.end()) continue;
      if (is_definite(found) && was_called(growing, head)) return chain;
      if (growing.chain.kind == EntityKind::person &&
          std::ranges::find(members, chain) == members.end())
        members.push_back(chain);
    }
    const bool counted = found.head.index > found.tokens.first &&
                         document_.tokens[found.head.index - 1].pos == Pos::num;
    if (counted && members.size() == 2) {
      std::ranges::sort(members);
      pending_members_ = members;
    }
    return {};
  }

  Document& document_;
  const Tree& tree_;
  const EntityWords& words_;
  std::vector<GrowingChain> growing_;
  NameMatcher names_;
  std::vector<ChainId> recent_;  // chains as they were last spoken of, the latest at the end
  std::vector<ChainId> pending_members_;
};

}  // namespace

void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words) {
  Resolver(document, tree, words).resolve();
}

}  // namespace dateline
