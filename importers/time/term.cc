#include "importers/time/term.h"

#include <utility>

namespace dateline {
namespace {

using Field = TimeTerm::Field;

constexpr std::array<std::string_view, TimeTerm::kFields> kFieldNames = {
    "year",   "short-year",  "era",    "century", "decade",  "half",   "quarter", "season",
    "month",  "weekday",     "day",    "weekend", "holiday", "part",   "hour",    "minute",
    "second", "meridiem",    "zone",   "seek",    "from",    "unit",   "sign",    "ordinal",
    "mod",    "reference",   "quant",  "vague",   "fiscal",  "period", "freq",    "rate",
    "clock",  "consecutive", "either", "history", "ends"};

constexpr std::array<std::string_view, 6> kPartCodes = {"MO", "MI", "AF", "EV", "NI", "DT"};

constexpr std::array<std::string_view, 13> kMods = {
    "",          "START",         "MID",          "END",         "APPROX",
    "BEFORE",    "AFTER",         "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN",
    "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"};

constexpr std::array<std::string_view, 5> kQuantities = {"", "EACH", "EVERY", "SOME", "MOST"};

constexpr std::pair<std::string_view, int> kKeywords[] = {
    {"spring", 21},   {"summer", 22},  {"autumn", 23},  {"winter", 24},   {"last", 0},
    {"current", 1},   {"next", 2},     {"previous", 3}, {"following", 4}, {"same", 5},
    {"published", 0}, {"narrated", 1}, {"event", 2},    {"back", -1},     {"forward", 1},
    {"past", 0},      {"present", 1},  {"future", 2},   {"am", 1},        {"pm", 2},
    {"open", 3},      {"bc", 1},       {"yes", 1}};

template <std::size_t n>
std::optional<std::int32_t> place_in(const std::array<std::string_view, n>& names,
                                     std::string_view name) {
  for (std::size_t i = 0; i < n; ++i)
    if (!name.empty() && names[i] == name) return static_cast<std::int32_t>(i);
  return std::nullopt;
}

}  // namespace

std::string_view timex_code(Part part) { return kPartCodes[static_cast<std::size_t>(part)]; }
std::string_view name_of(Mod mod) { return kMods[static_cast<std::size_t>(mod)]; }

std::string_view quantity_name(std::int32_t quant) {
  return quant < 0 || quant >= static_cast<std::int32_t>(kQuantities.size())
             ? ""
             : kQuantities[static_cast<std::size_t>(quant)];
}

std::optional<std::int32_t> term_keyword(std::string_view word) {
  if (const auto part = place_in(kPartCodes, word)) return part;
  if (const auto mod = place_in(kMods, word)) return mod;
  if (const auto quant = place_in(kQuantities, word)) return quant;
  if (const auto unit = grain_named(word)) return static_cast<std::int32_t>(*unit);
  for (const auto& [name, value] : kKeywords)
    if (name == word) return value;
  return std::nullopt;
}

std::optional<TimeTerm::Field> term_field(std::string_view parameter) {
  const auto place = place_in(kFieldNames, parameter);
  return place ? std::optional(static_cast<Field>(*place)) : std::nullopt;
}

bool is_clock_only(const TimeTerm& said) {
  const bool dated = said.has(Field::day) || said.has(Field::month) || said.has(Field::weekday) ||
                     said.has(Field::holiday);
  return !dated && (said.has(Field::part) || said.has(Field::hour));
}

}  // namespace dateline
