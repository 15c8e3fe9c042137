#include "importers/events/story_rules.h"

#include <algorithm>
#include <numeric>

#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr auto kTraitNames = std::to_array<std::string_view>(
    {"always",   "late",      "again",       "headline",  "noun",     "weak",
     "unlisted", "statement", "state",       "reporting", "attitude", "dated",
     "agent",    "patient",   "place",       "asserted",  "planned",  "doubtful",
     "past",     "perfect",   "progressive", "passive",   "main",     "content",
     "relative", "adnominal", "sourced",     "told",      "stage"});
static_assert(kTraitNames.size() == static_cast<std::size_t>(StoryTrait::count_));

}  // namespace

std::optional<StoryTrait> story_trait_named(std::string_view name) {
  const auto found = std::ranges::find(kTraitNames, name);
  if (found == kTraitNames.end()) return std::nullopt;
  return static_cast<StoryTrait>(found - kTraitNames.begin());
}

double weighed(const StoryTraits& weights, const StoryTraits& traits) {
  return std::inner_product(weights.begin(), weights.end(), traits.begin(), 0.0);
}

Result<StoryRules> StoryRules::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/story.txt";
  const auto text = files.find(path);
  if (!text) return Error{"expected the file " + path, {}};
  StoryRules rules;
  for (const DataLine& line : data_lines(*text))
    if (const std::string wrong = rules.add(line.text); !wrong.empty())
      return data_error(path, line, wrong);
  return rules;
}

WordSet* StoryRules::words_named(std::string_view kind) {
  if (kind == "ability") return &abilities_;
  if (kind == "mention") return &mentions_;
  return kind == "describing" ? &descriptions_ : nullptr;
}

std::string StoryRules::add(std::string_view line) {
  const auto words = words_of(line);
  if (WordSet* const set = words_named(words[0])) {
    set->insert(words.begin() + 1, words.end());
    return {};
  }
  if (words[0] == "stage") {
    const auto value = words.size() > 2 ? decimal_of(words[1]) : std::nullopt;
    if (!value || *value < -1 || *value > 1) return "expected: stage  VALUE from -1 to 1  TYPE...";
    for (std::size_t i = 2; i < words.size(); ++i) stages_.emplace(words[i], *value);
    return {};
  }
  const auto weight = words.size() == 3 ? decimal_of(words[2]) : std::nullopt;
  if (!weight)
    return "expected: importance|order|date  NAME  WEIGHT, or: stage, or a list of words";
  return add_weight(words[0], words[1], *weight);
}

std::string StoryRules::add_weight(std::string_view kind, std::string_view name, double weight) {
  if (kind == "date" && (name == "told" || name == "published")) {
    (name == "told" ? told_date_ : published_date_) = weight;
    return {};
  }
  if (kind != "importance" && kind != "order")
    return "expected 'importance', 'order' or 'date', found '" + std::string(kind) + "'";
  const auto trait = story_trait_named(name);
  if (!trait) return "there is no trait '" + std::string(name) + "'";
  (kind == "order" ? order_ : importance_)[static_cast<std::size_t>(*trait)] = weight;
  return {};
}

double StoryRules::stage(std::string_view type) const {
  const auto found = stages_.find(type);
  return found == stages_.end() ? 0 : found->second;
}

}  // namespace dateline
