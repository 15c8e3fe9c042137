#include "importers/nlp/name_matcher.h"

#include <algorithm>
#include <span>

#include "importers/text/ascii.h"

namespace dateline {

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

bool NameMatcher::is_acronym(const Mention& found) const {
  const std::string_view text = text_of(found.name);
  return found.name.size() == 1 && text.size() > 1 &&
         std::ranges::all_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || c == '.'; });
}

void NameMatcher::remember_words(ChainId best, const std::vector<std::string>& name,
                                 const Mention& found) {
  const ChainId chain = best ? best : ChainId{static_cast<std::uint32_t>(growing_.size())};
  by_word_.emplace(name.front(), chain);
  if (name.size() > 1) by_word_.emplace(name.back(), chain);
  if (name.size() > 2 && words_.has("state-prefix", name[0])) by_word_.emplace(name[1], chain);
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

ChainId NameMatcher::by_acronym(const Mention& found) const {
  if (const ChainId before = before_bracket(found)) return before;
  std::string acronym(text_of(found.name));
  std::erase(acronym, '.');
  const auto known = by_acronym_.find(acronym);
  return known == by_acronym_.end() ? ChainId{} : known->second;
}

ChainId NameMatcher::before_bracket(const Mention& found) const {
  const std::uint32_t at = found.name.first;
  if (!is_acronym(found) || at < 2 || document_.text_of({at - 1}) != "(") return {};
  for (const Mention& full : document_.mentions)
    if (full.form == MentionForm::name && full.tokens.last == at - 1) return full.chain;
  return {};
}

ChainId NameMatcher::by_full_form(const Mention& found) const {
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
  return std::ranges::any_of(growing.names, [&](const std::vector<std::string>& other) {
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
