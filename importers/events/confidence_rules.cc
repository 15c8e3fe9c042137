#include "importers/events/confidence_rules.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "importers/data_lines.h"

namespace dateline {
namespace {

constexpr auto kBases = std::to_array<std::string_view>(
    {"told-day", "told-range", "publication", "derived-day", "derived-range", "open", "unknown"});

std::optional<DateBasis> basis_named(std::string_view name) {
  const auto found = std::ranges::find(kBases, name);
  if (found == kBases.end()) return std::nullopt;
  return static_cast<DateBasis>(found - kBases.begin());
}

/// What is wrong with the rate of something; "" if nothing is.
template <typename Named>
std::string set_rate(std::map<Named, double>& rates, std::optional<Named> named,
                     std::string_view name, double rate) {
  if (!named) return "there is no '" + std::string(name) + "' of that kind";
  if (rate < 0 || rate > 1) return "expected a rate from 0 to 1";
  rates[*named] = rate;
  return {};
}

/// The first of the names, which are in the order of their values, that has no rate.
template <typename Named>
std::string first_missing(const std::map<Named, double>& rates, std::string_view kind, Named last) {
  for (int value = 0; value <= static_cast<int>(last); ++value)
    if (!rates.contains(static_cast<Named>(value)))
      return std::string(kind) + " number " + std::to_string(value);
  return {};
}

}  // namespace

Result<ConfidenceRules> ConfidenceRules::load(const DataFiles& files, std::string_view language) {
  const std::string path = std::string(language) + "/confidence.txt";
  const auto text = files.find(path);
  if (!text) return Error{"expected the file " + path, {}};
  ConfidenceRules rules;
  for (const DataLine& line : data_lines(*text))
    if (const std::string wrong = rules.add(line.text); !wrong.empty())
      return data_error(path, line, wrong);
  if (const std::string missing = rules.missing(); !missing.empty())
    return Error{path + ": expected a rate for " + missing, {}};
  return rules;
}

std::string ConfidenceRules::add(std::string_view line) {
  const auto words = words_of(line);
  const auto number = words.size() == 3 ? decimal_of(words[2]) : std::nullopt;
  if (!number) return "expected: event TRAIT WEIGHT, or: date|factuality|role  NAME  RATE";
  if (words[0] == "date") return set_rate(dates_, basis_named(words[1]), words[1], *number);
  if (words[0] == "factuality")
    return set_rate(factualities_, factuality_named(words[1]), words[1], *number);
  if (words[0] == "role") return set_rate(roles_, role_named(words[1]), words[1], *number);
  if (words[0] != "event")
    return "expected 'event', 'date', 'factuality' or 'role', found '" + std::string(words[0]) +
           "'";
  const auto trait = story_trait_named(words[1]);
  if (!trait) return "there is no trait '" + std::string(words[1]) + "'";
  event_[static_cast<std::size_t>(*trait)] = *number;
  return {};
}

std::string ConfidenceRules::missing() const {
  if (auto date = first_missing(dates_, "date", DateBasis::unknown); !date.empty()) return date;
  if (auto fact = first_missing(factualities_, "factuality", FactualityValue::unknown);
      !fact.empty())
    return fact;
  return first_missing(roles_, "role", Role::other);
}

double ConfidenceRules::event(const StoryTraits& traits) const {
  return 1 / (1 + std::exp(-weighed(event_, traits)));
}

}  // namespace dateline
