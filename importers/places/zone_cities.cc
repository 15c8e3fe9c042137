#include "importers/places/zone_cities.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/name_key.h"
#include "importers/data_lines.h"
#include "importers/places/table_row.h"

namespace dateline {
namespace {

constexpr std::string_view kZones = "zone.tab", kStates = "iso3166.tab",
                           kRules = "root/zone_cities.txt";

/// Columns of zone.tab, from 0.
enum ZoneColumn : std::size_t { kZoneCountry = 0, kPlace = 1, kZone = 2, kComment = 3 };
using ZoneRow = std::array<std::string_view, kComment + 1>;

/// Parts of a degree that are kept: a second of arc is nearly three of them.
constexpr double kPartsKept = 1e4;

/// What of the tables is a city.
struct ZoneRules {
  WordSet islands, cities, no_cities;
  WordTable<std::vector<std::string>> also;
  WordTable<std::string> states;  ///< name_key by alpha-2
};

std::optional<unsigned> whole_number(std::string_view digits) {
  unsigned number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return number;
}

/// Degrees of "+5026" or "+502630", whose first `digits` digits are degrees (ISO 6709).
std::optional<double> degrees_of(std::string_view text, std::size_t digits, unsigned most) {
  if (text.size() != digits + 3 && text.size() != digits + 5) return std::nullopt;
  if (text[0] != '+' && text[0] != '-') return std::nullopt;
  const auto degrees = whole_number(text.substr(1, digits)),
             minutes = whole_number(text.substr(digits + 1, 2)),
             seconds = text.size() == digits + 5 ? whole_number(text.substr(digits + 3, 2)) : 0u;
  if (!degrees || !minutes || !seconds || *minutes > 59 || *seconds > 59) return std::nullopt;
  const double angle = *degrees + *minutes / 60.0 + *seconds / 3600.0;
  if (angle > most) return std::nullopt;
  return std::round((text[0] == '-' ? -angle : angle) * kPartsKept) / kPartsKept;
}

std::optional<BrokenColumn> read_place(const ZoneRow& row, GazetteerPlace& place) {
  if (!is_state_code(row[kZoneCountry]))
    return BrokenColumn{kZoneCountry, "two letters for the state"};
  const std::string_view where = row[kPlace];
  const std::size_t second = std::min(where.find_first_of("+-", 1), where.size());
  const auto lat = degrees_of(where.substr(0, second), 2, 90),
             lon = degrees_of(where.substr(second), 3, 180);
  if (!lat || !lon) return BrokenColumn{kPlace, "a place such as +5026+03031"};
  if (row[kZone].find('/') == std::string_view::npos || row[kZone].ends_with('/'))
    return BrokenColumn{kZone, "a zone such as Europe/Kyiv"};
  place.country = row[kZoneCountry];
  place.lat = *lat;
  place.lon = *lon;
  return std::nullopt;
}

std::string with_spaces(std::string_view name) {
  std::string spaced(name);
  std::ranges::replace(spaced, '_', ' ');
  return spaced;
}

std::optional<Error> read_rules(std::string_view file, ZoneRules& rules) {
  for (const DataLine& line : data_lines(file)) {
    const auto words = words_of(line.text);
    if (words.size() == 2 && words[0] == "islands") {
      rules.islands.emplace(words[1]);
    } else if (words.size() == 2 && words[0] == "city") {
      rules.cities.emplace(words[1]);
    } else if (words.size() == 2 && words[0] == "not") {
      rules.no_cities.emplace(words[1]);
    } else if (words.size() == 3 && words[0] == "also") {
      rules.also[std::string(words[1])].push_back(with_spaces(words[2]));
      rules.also[std::string(words[2])].push_back(with_spaces(words[1]));
    } else {
      return data_error(kRules, line, "expected: islands PART, city NAME, not NAME, or also A B");
    }
  }
  return std::nullopt;
}

std::optional<Error> read_states(std::string_view file, ZoneRules& rules) {
  for (const DataLine& line : data_lines(file)) {
    std::array<std::string_view, 2> row;
    if (split_columns(line.text, row) != row.size())
      return broken_line(kStates, line.number, "expected 2 columns parted by tabs");
    if (!is_state_code(row[0]))
      return broken_row(kStates, line.number, {0, "two letters for the state"}, row[0]);
    rules.states.emplace(row[0], name_key(row[1]));
  }
  return std::nullopt;
}

/// "Antigua" of "Antigua & Barbuda".
bool begins_with_words(std::string_view whole, std::string_view begin) {
  return whole.starts_with(begin) && (whole.size() == begin.size() || whole[begin.size()] == ' ');
}

class ZoneReader {
 public:
  ZoneReader(ZoneRules rules, const EntityWords& entities, const PlaceWords& places)
      : rules_(std::move(rules)), entities_(entities), places_(places) {}

  Result<Gazetteer> read(std::string_view table) {
    for (const DataLine& line : data_lines(table)) {
      ZoneRow row;
      if (const std::size_t columns = split_columns(line.text, row);
          columns != row.size() && columns != kComment)
        return broken_line(
            kZones, line.number,
            "expected 3 or 4 columns parted by tabs, found " + std::to_string(columns));
      GazetteerPlace place;
      if (const auto broken = read_place(row, place))
        return broken_row(kZones, line.number, *broken, row[broken->column]);
      add(std::move(place), row[kZone]);
    }
    return std::move(cities_);
  }

 private:
  void add(GazetteerPlace place, std::string_view zone) {
    const std::string_view last = zone.substr(zone.rfind('/') + 1);
    const std::string name = with_spaces(last);
    place.key = name_key(name);
    if (!is_city(zone, last, name, place)) return;
    cities_.add(std::move(place));
    cities_.add_name(name);
    if (const auto also = rules_.also.find(last); also != rules_.also.end())
      for (const std::string& other : also->second) cities_.add_name(other);
  }

  bool is_city(std::string_view zone, std::string_view last, std::string_view name,
               const GazetteerPlace& place) const {
    if (rules_.no_cities.contains(last)) return false;
    if (rules_.cities.contains(last)) return true;
    const auto state = rules_.states.find(place.country);
    if (state != rules_.states.end() && begins_with_words(state->second, place.key)) return false;
    const bool doubted = rules_.islands.contains(zone.substr(0, zone.find('/'))) ||
                         std::ranges::count(zone, '/') > 1;
    return !doubted || is_capital(name, place.country);
  }

  bool is_capital(std::string_view name, std::string_view country) const {
    const std::string_view state = entities_.state_of_capital(name);
    return !state.empty() && places_.country(entities_.code_of_state(state)) == country;
  }

  ZoneRules rules_;
  const EntityWords& entities_;
  const PlaceWords& places_;
  Gazetteer cities_{GazetteerSource::time_zones};
};

}  // namespace

Result<Gazetteer> zone_cities(const DataFiles& files, const EntityWords& entities,
                              const PlaceWords& places) {
  const auto table = files.find(kZones), states = files.find(kStates), list = files.find(kRules);
  if (!table || !states || !list)
    return Error{"expected the files zone.tab, iso3166.tab and root/zone_cities.txt", {}};
  ZoneRules rules;
  if (const auto wrong = read_rules(*list, rules)) return *wrong;
  if (const auto wrong = read_states(*states, rules)) return *wrong;
  return ZoneReader(std::move(rules), entities, places).read(*table);
}

}  // namespace dateline
