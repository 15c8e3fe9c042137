#include "importers/nlp/name_matcher.h"

#include <algorithm>
#include <span>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

// Chains that share a word of their names, in one article; the first are kept.
constexpr std::size_t kMaxNamesakes = 200;
constexpr std::uint32_t kMaxFullFormsBack = 20;  // mentions between a bracket and its full form

bool is_several_words(const std::vector<std::string>& name) { return name.size() > 1; }

}  // namespace

std::vector<std::string> NameMatcher::words_of(const Mention& found) const {
  std::vector<std::string> name;
  for (std::uint32_t i = found.name.first; i < found.name.last; ++i)
    if (document_.tokens[i].pos != Pos::punct) name.push_back(ascii_lower(document_.text_of({i})));
  return name;
}

ChainId NameMatcher::find(MentionId id) {
  const Mention& found = mention(id);
  const std::vector<std::string> name = words_of(found);
  if (const std::string_view state = state_of(found); !state.empty()) return by_state(state);
  if (name.empty()) return {};
  ChainId best;
  const auto fit = [&](ChainId chain) {  // who is known to be a man or woman, then the last named
    const bool known = growing_[chain.index].gender == gender_told(found);
    return std::pair(known, growing_[chain.index].last_token);
  };
  for (const ChainId chain : named_with(name.back()))
    if (fits(chain, found, name) && (!best || fit(chain) >= fit(best))) best = chain;
  if (!best) best = first_that_fits(name.front(), found, name);
  if (!best && name.size() > 2 && words_.has("state-prefix", name[0]))
    best = first_that_fits(name[1], found, name);
  if (!best) best = name.size() == 1 ? by_acronym(id) : by_full_form(found);
  remember_words(best, name, found);
  return best;
}

std::span<const ChainId> NameMatcher::named_with(const std::string& word) const {
  const auto known = by_word_.find(word);
  return known == by_word_.end() ? std::span<const ChainId>() : known->second;
}

ChainId NameMatcher::first_that_fits(const std::string& word, const Mention& found,
                                     const std::vector<std::string>& name) const {
  for (const ChainId chain : named_with(word))
    if (fits(chain, found, name)) return chain;
  return {};
}

void NameMatcher::remember(const std::string& word, ChainId chain) {
  std::vector<ChainId>& chains = by_word_[word];
  if (chains.size() < kMaxNamesakes && std::ranges::find(chains, chain) == chains.end())
    chains.push_back(chain);
}

bool NameMatcher::is_acronym(const Mention& found) const {
  const std::string_view text = text_of(found.name);
  return found.name.size() == 1 && text.size() > 1 &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

void NameMatcher::remember_words(ChainId best, const std::vector<std::string>& name,
                                 const Mention& found) {
  const ChainId chain = best ? best : ChainId{static_cast<std::uint32_t>(growing_.size())};
  remember(name.front(), chain);
  if (name.size() > 1) remember(name.back(), chain);
  if (name.size() > 2 && words_.has("state-prefix", name[0])) remember(name[1], chain);
  if (found.kind == EntityKind::organization && name.size() > 1)
    by_acronym_.emplace(acronym_of(found), chain);
}

std::string NameMatcher::acronym_of(const Mention& found) const {
  std::string acronym;
  for (std::uint32_t i = found.name.first; i < found.name.last; ++i) {
    const char first = document_.text_of({i}).front();
    if (first >= 'A' && first <= 'Z') acronym += first;
  }
  return acronym;
}

ChainId NameMatcher::by_acronym(MentionId id) const {
  const Mention& found = mention(id);
  if (const ChainId before = before_bracket(id)) return before;
  std::string acronym(text_of(found.name));
  std::erase(acronym, '.');
  const auto known = by_acronym_.find(acronym);
  return known == by_acronym_.end() ? ChainId{} : known->second;
}

ChainId NameMatcher::before_bracket(MentionId id) const {
  const Mention& found = mention(id);
  const std::uint32_t at = found.name.first;
  if (!is_acronym(found) || at < 2 || document_.text_of({at - 1}) != "(") return {};
  for (std::uint32_t back = 1; back <= std::min(id.index, kMaxFullFormsBack); ++back) {
    const Mention& full = mention({id.index - back});
    if (full.form == MentionForm::name && full.tokens.last == at - 1) return full.chain;
  }
  return {};
}

ChainId NameMatcher::by_full_form(const Mention& found) const {
  if (found.kind != EntityKind::organization) return {};
  const std::string acronym = ascii_lower(acronym_of(found));
  if (acronym.size() < 2) return {};
  for (const ChainId chain : named_with(acronym)) {
    const GrowingChain& growing = growing_[chain.index];
    if (compatible(growing.chain.kind, found.kind) && growing.names.size() > 0 &&
        growing.names.front().size() == 1 && is_acronym(mention(growing.chain.mentions.front())))
      return chain;
  }
  return {};
}

std::string_view NameMatcher::state_of(const Mention& found) const {
  if (found.kind != EntityKind::state && found.kind != EntityKind::group) return {};
  const std::string_view text = text_of(found.name);
  if (const auto state = words_.state_named(text); !state.empty()) return state;
  if (const auto state = words_.state_of_adjective(text); !state.empty()) return state;
  return found.kind == EntityKind::state ? words_.state_of_people(text) : std::string_view();
}

ChainId NameMatcher::by_state(std::string_view state) {
  const auto [known, fresh] =
      states_.try_emplace(state, ChainId{static_cast<std::uint32_t>(growing_.size())});
  return fresh ? ChainId{} : known->second;
}

bool NameMatcher::fits(ChainId chain, const Mention& found,
                       const std::vector<std::string>& name) const {
  const GrowingChain& growing = growing_[chain.index];
  if (growing.chain.kind != found.kind && !compatible(growing.chain.kind, found.kind)) return false;
  const Gender gender = gender_told(found);
  if (gender != Gender::unknown && growing.gender != Gender::unknown && gender != growing.gender)
    return false;  // "Mr Harm" and "Mrs Harm"
  // "Georges Marchand" is not Sylvie Marchand, though she is "Mrs Marchand" too.
  const bool full = found.kind == EntityKind::person && name.size() > 1 &&
                    std::ranges::any_of(growing.names, is_several_words);
  return std::ranges::any_of(growing.names, [&](const std::vector<std::string>& other) {
    if (full && other.size() == 1) return false;
    const auto& longer = name.size() >= other.size() ? name : other;
    const auto& shorter = name.size() >= other.size() ? other : name;
    if (longer.size() == shorter.size()) return longer == shorter;
    const bool at_end = std::ranges::equal(shorter, std::span(longer).last(shorter.size()));
    const bool at_begin = std::ranges::equal(shorter, std::span(longer).first(shorter.size()));
    if (found.kind == EntityKind::person) return at_end;
    if (found.kind != EntityKind::organization && found.kind != EntityKind::occasion) return false;
    const bool whole_only = words_.has("by-metonymy", longer.front() + " " + longer.back());
    return !whole_only && (at_end || at_begin || follows_state(longer, shorter));
  });
}

Gender NameMatcher::gender_told(const Mention& found) const {
  for (std::uint32_t i = found.tokens.first; i < found.name.first; ++i)
    if (const Gender gender = gender_of_noun({i}); gender != Gender::unknown) return gender;
  const Token& head = document_.at(found.head);
  return head.relation == Relation::appos ? gender_of_noun(head.head) : Gender::unknown;
}

Gender NameMatcher::gender_of_noun(TokenId noun) const {
  std::string word = ascii_lower(document_.text_of(noun));
  while (!word.empty() && word.back() == '.') word.pop_back();
  if (words_.has("male", word)) return Gender::male;
  return words_.has("female", word) ? Gender::female : Gender::unknown;
}

bool NameMatcher::follows_state(const std::vector<std::string>& longer,
                                const std::vector<std::string>& shorter) const {
  return shorter.size() == 1 && longer.size() > 2 && longer[1] == shorter[0] &&
         words_.has("state-prefix", longer[0]);
}

bool NameMatcher::compatible(EntityKind a, EntityKind b) {
  const auto body = [](EntityKind kind) {
    return kind == EntityKind::organization || kind == EntityKind::other;
  };
  return body(a) && body(b);
}

}  // namespace dateline
