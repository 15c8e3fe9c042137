#include "importers/nlp/nouns.h"

#include <algorithm>

#include "importers/nlp/mentions.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxLookback = 120;  // mentions that a noun is held against

class NounFinder {
 public:
  NounFinder(const Document& document, const EntityWords& words, const ChainBuilder& chains)
      : document_(document), words_(words), chains_(chains) {}

  NounAntecedent find(MentionId id) {
    const ChainId chain = by_noun(id);
    return {chain, std::move(members_), certain_ && chain};
  }

 private:
  const Mention& mention(MentionId id) const { return document_.mentions[id.index]; }

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

  /// "The clerk, Amy Tran, said", "Diane Ortega, the majority leader, said": a name and a noun with
  /// nothing but a comma between them.
  ChainId by_apposition(MentionId id) {
    const Mention& found = mention(id);
    const bool plain = found.kind == EntityKind::person || found.kind == EntityKind::organization ||
                       found.kind == EntityKind::work;
    if (!plain || found.plural) return {};
    const auto& all = document_.mentions;
    for (std::uint32_t i = id.index + 1;
         i < all.size() && all[i].tokens.first <= found.tokens.last + kMaxNameDescription; ++i)
      if (is_actor(all[i]) && stands_beside(all[i], found, true)) return all[i].chain;
    for (std::uint32_t i = id.index;
         i-- > 0 && all[i].tokens.last + kMaxNameTokens > found.tokens.first;)
      if (is_actor(all[i]) && stands_beside(all[i], found, false)) return all[i].chain;
    return {};
  }
  static constexpr std::uint32_t kMaxNameTokens = 16, kMaxNameDescription = 5;

  /// `after`: whether the name comes after the noun.
  bool stands_beside(const Mention& name, const Mention& noun, bool after) {
    certain_ = is_appositive(name, noun);
    return certain_ || (after ? follows(name, noun) : follows(noun, name));
  }

  static bool is_actor(const Mention& name) {
    return name.form == MentionForm::name && name.kind != EntityKind::place &&
           name.kind != EntityKind::state;
  }

  /// "Her employer, the Green Valley Telephone Company": the tree knows more than the kinds do.
  bool is_appositive(const Mention& a, const Mention& b) const {
    const Token &one = document_.at(a.head), &other = document_.at(b.head);
    const bool beside = (one.relation == Relation::appos && one.head == b.head) ||
                        (other.relation == Relation::appos && other.head == a.head);
    return beside && !is_in_list(a);
  }

  /// Between commas, right after the other: but not in "the mayor, Ann Lee and Bob Orr".
  bool follows(const Mention& aside, const Mention& told) const {
    const std::uint32_t end = aside.tokens.last;
    return aside.kind == told.kind && is_comma(told.tokens.last) &&
           aside.tokens.first == told.tokens.last + 1 && end < document_.tokens.size() &&
           document_.tokens[end].pos == Pos::punct && !is_in_list(told);
  }
  bool is_in_list(const Mention& first) const {
    return std::ranges::any_of(document_.mentions, [&](const Mention& other) {
      const Token& head = document_.at(other.head);
      return head.relation == Relation::conj && head.head == first.head;
    });
  }

  ChainId by_noun(MentionId id) {
    const Mention& found = mention(id);
    const std::string head = lower_lemma(document_, found.head.index);
    if (const ChainId beside = by_apposition(id)) return beside;
    if (is_indefinite(found) || document_.text_of(found.head).empty()) return {};
    if (found.plural) return by_members(id, head);
    if (!is_definite(found) && found.kind != EntityKind::person) return {};
    if (is_age(document_, words_, found.head)) {
      certain_ = true;
      return last_person();
    }
    ChainId generic;
    const std::size_t reach = std::min(chains_.recent().size(), kMaxLookback);
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = chains_.recent()[chains_.recent().size() - back];
      const GrowingChain& growing = chains_.growing()[chain.index];
      if (!kinds_meet(growing.chain.kind, found.kind)) continue;
      const bool called = std::ranges::find(growing.roles, head) != growing.roles.end();
      if ((called && holds_office(growing, found)) || is_named_after(growing, head)) return chain;
      if (!generic && found.kind == EntityKind::organization && !growing.names.empty() &&
          found.tokens.size() == 2 && may_be_called(growing, head))
        generic = chain;
    }
    return generic;
  }

  /// Whom "the 61-year-old" names.
  ChainId last_person() const {
    const std::size_t reach = std::min(chains_.recent().size(), kMaxLookback);
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = chains_.recent()[chains_.recent().size() - back];
      const GrowingChain& growing = chains_.growing()[chain.index];
      if (growing.chain.kind == EntityKind::person && !growing.names.empty()) return chain;
    }
    return {};
  }

  /// "The prime minister" is no finance minister.
  bool holds_office(const GrowingChain& growing, const Mention& found) const {
    for (auto i = found.tokens.first; i < found.head.index; ++i)
      if (names_office(document_, words_, i) &&
          std::ranges::find(growing.offices, lower_lemma(document_, i)) == growing.offices.end())
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
    if (words_.has("generic-firm", head)) return !is_public(growing) && !is_other_body(growing);
    const std::vector<std::string>& name = growing.names.front();
    const bool agency = std::ranges::any_of(
        name, [&](const std::string& word) { return words_.has("agency-name", word); });
    const bool acronym = std::ranges::any_of(growing.chain.mentions, [&](MentionId id) {
      return chains_.names().is_acronym(mention(id));
    });
    return words_.has("generic-agency", head) && (agency || acronym);
  }

  /// "The company" is no ministry.
  bool is_public(const GrowingChain& growing) const {
    return std::ranges::any_of(growing.names, [&](const std::vector<std::string>& name) {
      return std::ranges::any_of(
          name, [&](const std::string& word) { return words_.has("public-body", word); });
    });
  }

  /// "The company" is not the union that was told of.
  bool is_other_body(const GrowingChain& growing) const {
    return std::ranges::any_of(growing.roles, [&](const std::string& role) {
      return words_.kind_of_noun(role) == EntityKind::organization &&
             !words_.has("generic-firm", role);
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
                    lower_lemma(document_, mention(id).head.index) == plural;
           });
  }

  /// "the two presidents": the persons so called before, if there are just as many.
  ChainId by_members(MentionId id, const std::string& head) {
    const Mention& found = mention(id);
    const std::size_t reach = std::min(chains_.recent().size(), kMaxLookback);
    std::vector<ChainId> members;
    for (std::size_t back = 1; back <= reach; ++back) {
      const ChainId chain = chains_.recent()[chains_.recent().size() - back];
      const GrowingChain& growing = chains_.growing()[chain.index];
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
      members_ = members;
    }
    return {};
  }

  const Document& document_;
  const EntityWords& words_;
  const ChainBuilder& chains_;
  std::vector<ChainId> members_;
  bool certain_ = false;
};

}  // namespace

NounAntecedent noun_antecedent_of(MentionId noun, const Document& document,
                                  const EntityWords& words, const ChainBuilder& chains) {
  return NounFinder(document, words, chains).find(noun);
}

}  // namespace dateline
