#include "importers/nlp/coreference.h"

#include <algorithm>
#include <map>
#include <span>

#include "importers/nlp/chain_names.h"
#include "importers/nlp/pronouns.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxLookback = 40;  // chains that a noun is held against

class Resolver {
 public:
  Resolver(Document& document, const Tree& tree, const EntityWords& words)
      : document_(document), tree_(tree), words_(words) {}

  void resolve() {
    sieve([&](const Mention& m) { return m.form == MentionForm::name; },
          [&](MentionId id) { return by_name(id); }, true);
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
  std::string_view text_of(TokenRange tokens) const {
    return document_.span_of(tokens).of(document_.text());
  }
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
    const Relation relation = universal(document_.at(mention(id).head).relation);
    growing.last_was_subject = relation == Relation::nsubj;
    const Relation exact = document_.at(mention(id).head).relation;
    growing.last_underwent = exact == Relation::obj || exact == Relation::nsubj_pass;
    recent_.push_back(chain);
  }

  void learn(GrowingChain& growing, const Mention& found) {
    if (found.form == MentionForm::name)
      if (auto name = name_words(found); !name.empty()) {
        if (growing.gender == Gender::unknown) growing.gender = gender_of_name(found, name);
        growing.names.push_back(std::move(name));
      }
    for (std::uint32_t i = found.tokens.first; i < found.tokens.last; ++i) {
      if (found.name.contains(TokenId{i})) continue;
      const std::string word = lemma(i);
      if (found.form == MentionForm::nominal && i > found.head.index) break;
      if (document_.tokens[i].relation == Relation::nmod_poss) continue;
      if (names_office(i)) growing.offices.push_back(word);
      if (words_.has("title", word) || words_.kind_of_noun(word)) growing.roles.push_back(word);
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

  // --- names

  std::vector<std::string> name_words(const Mention& found) const {
    std::vector<std::string> name;
    for (std::uint32_t i = found.name.first; i < found.name.last; ++i)
      if (document_.tokens[i].pos != Pos::punct)
        name.push_back(ascii_lower(document_.text_of({i})));
    return name;
  }

  ChainId by_name(MentionId id) {
    const Mention& found = mention(id);
    const std::vector<std::string> name = name_words(found);
    if (const std::string_view state = state_of(found); !state.empty()) return by_state(state);
    if (name.empty()) return {};
    ChainId best;
    const auto same_last = by_word_.equal_range(name.back());
    for (auto entry = same_last.first; entry != same_last.second; ++entry)
      if (fits(entry->second, found, name)) best = entry->second;
    const auto same_first = by_word_.equal_range(name.front());
    for (auto entry = same_first.first; !best && entry != same_first.second; ++entry)
      if (fits(entry->second, found, name)) best = entry->second;
    if (!best && name.size() > 2 && words_.has("state-prefix", name[0]))
      for (auto entry = by_word_.find(name[1]);
           !best && entry != by_word_.end() && entry->first == name[1]; ++entry)
        if (fits(entry->second, found, name)) best = entry->second;
    if (!best) best = name.size() == 1 ? by_acronym(found) : by_full_form(found);
    remember_words(best, name, found);
    return best;
  }

  void remember_words(ChainId best, const std::vector<std::string>& name, const Mention& found) {
    const ChainId chain = best ? best : ChainId{static_cast<std::uint32_t>(growing_.size())};
    by_word_.emplace(name.front(), chain);
    if (name.size() > 1) by_word_.emplace(name.back(), chain);
    if (name.size() > 2 && words_.has("state-prefix", name[0])) by_word_.emplace(name[1], chain);
    if (found.kind == EntityKind::organization && name.size() > 1)
      by_acronym_.emplace(acronym_of(found), chain);
  }

  std::string acronym_of(const Mention& found) const {
    std::string acronym;
    for (std::uint32_t i = found.name.first; i < found.name.last; ++i) {
      const char first = document_.text_of({i}).front();
      if (first >= 'A' && first <= 'Z') acronym += first;
    }
    return acronym;
  }

  ChainId by_acronym(const Mention& found) const {
    if (const ChainId before = before_bracket(found)) return before;
    std::string acronym(text_of(found.name));
    std::erase(acronym, '.');
    const auto known = by_acronym_.find(acronym);
    return known == by_acronym_.end() ? ChainId{} : known->second;
  }

  /// "The Centers for Disease Control and Prevention (CDC)".
  ChainId before_bracket(const Mention& found) const {
    const std::uint32_t at = found.name.first;
    if (!is_acronym(found) || at < 2 || document_.text_of({at - 1}) != "(") return {};
    for (const Mention& full : document_.mentions)
      if (full.form == MentionForm::name && full.tokens.last == at - 1) return full.chain;
    return {};
  }

  bool is_acronym(const Mention& found) const {
    const std::string_view text = text_of(found.name);
    return found.name.size() == 1 && text.size() > 1 &&
           std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
  }

  /// "EU officials met. The European Union ...": the acronym stood first.
  ChainId by_full_form(const Mention& found) const {
    if (found.kind != EntityKind::organization) return {};
    const std::string acronym = ascii_lower(acronym_of(found));
    if (acronym.size() < 2) return {};
    const auto same = by_word_.equal_range(acronym);
    for (auto entry = same.first; entry != same.second; ++entry) {
      const GrowingChain& growing = growing_[entry->second.index];
      if (compatible(growing.chain.kind, found.kind) && growing.names.size() > 0 &&
          growing.names.front().size() == 1 && is_acronym(mention(growing.chain.mentions.front())))
        return entry->second;
    }
    return {};
  }

  std::string_view state_of(const Mention& found) const {
    if (found.kind != EntityKind::state && found.kind != EntityKind::group) return {};
    const std::string_view text = text_of(found.name);
    if (const auto state = words_.state_named(text); !state.empty()) return state;
    if (const auto state = words_.state_of_adjective(text); !state.empty()) return state;
    return found.kind == EntityKind::state ? words_.state_of_people(text) : std::string_view();
  }

  ChainId by_state(std::string_view state) {
    const auto [known, fresh] =
        states_.try_emplace(state, ChainId{static_cast<std::uint32_t>(growing_.size())});
    return fresh ? ChainId{} : known->second;
  }

  /// Whether a name may be that of a chain: the same words, or the one's words all in the other and
  /// at its end (a surname) or beginning (the short name of a firm).
  bool fits(ChainId chain, const Mention& found, const std::vector<std::string>& name) const {
    const GrowingChain& growing = growing_[chain.index];
    if (growing.chain.kind != found.kind && !compatible(growing.chain.kind, found.kind))
      return false;
    return std::ranges::any_of(growing.names, [&](const std::vector<std::string>& other) {
      const auto& longer = name.size() >= other.size() ? name : other;
      const auto& shorter = name.size() >= other.size() ? other : name;
      if (longer.size() == shorter.size()) return longer == shorter;
      const bool at_end = std::ranges::equal(shorter, std::span(longer).last(shorter.size()));
      const bool at_begin = std::ranges::equal(shorter, std::span(longer).first(shorter.size()));
      if (found.kind == EntityKind::person) return at_end;
      if (found.kind != EntityKind::organization && found.kind != EntityKind::occasion)
        return false;
      const bool whole_only = words_.has("by-metonymy", longer.front() + " " + longer.back());
      return !whole_only && (at_end || at_begin || follows_state(longer, shorter));
    });
  }

  /// "US House of Representatives" and "House".
  bool follows_state(const std::vector<std::string>& longer,
                     const std::vector<std::string>& shorter) const {
    return shorter.size() == 1 && longer.size() > 2 && longer[1] == shorter[0] &&
           words_.has("state-prefix", longer[0]);
  }

  static bool compatible(EntityKind a, EntityKind b) {
    const auto body = [](EntityKind kind) {
      return kind == EntityKind::organization || kind == EntityKind::other;
    };
    return body(a) && body(b);
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
    const bool acronym = std::ranges::any_of(growing.chain.mentions,
                                             [&](MentionId id) { return is_acronym(mention(id)); });
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
  std::vector<ChainId> recent_;  // chains as they were last spoken of, the latest at the end
  std::multimap<std::string, ChainId> by_word_;  // first and last words of names
  std::map<std::string, ChainId> by_acronym_;
  std::map<std::string_view, ChainId> states_;
  std::vector<ChainId> pending_members_;
};

}  // namespace

void resolve_mentions(Document& document, const Tree& tree, const EntityWords& words) {
  Resolver(document, tree, words).resolve();
}

}  // namespace dateline
