#include "importers/places/gazetteer.h"

#include <array>
#include <charconv>
#include <istream>
#include <optional>

#include "core/name_key.h"
#include "importers/places/table_row.h"

namespace dateline {
namespace {

constexpr std::size_t kColumns = 19;
constexpr std::streamsize kMaxLine = 1 << 17;  // bytes; GeoNames' other names take up to 10,000
constexpr std::size_t kMaxPlaces = 1'000'000;  // cities500 has 200,000; more would fill memory
constexpr std::size_t kShortestOtherName = 4;  // shorter ones are codes of airports

/// Columns of the dump, from 0.
enum Column : std::size_t {
  kId = 0,
  kName = 1,
  kAscii = 2,
  kOthers = 3,
  kLat = 4,
  kLon = 5,
  kClass = 6,
  kCountry = 8,
  kRegion = 10,
  kPopulation = 14
};

using Row = std::array<std::string_view, kColumns>;

template <typename Number>
std::optional<Number> number_of(std::string_view text) {
  Number number{};
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<double> degrees(std::string_view text, double most) {
  const auto number = number_of<double>(text);
  return number && *number >= -most && *number <= most ? number : std::nullopt;
}

std::optional<BrokenColumn> read_row(const Row& row, GazetteerPlace& place) {
  if (!number_of<std::uint64_t>(row[kId])) return BrokenColumn{kId, "a number"};
  if (row[kName].empty()) return BrokenColumn{kName, "a name"};
  const auto lat = degrees(row[kLat], 90), lon = degrees(row[kLon], 180);
  if (!lat) return BrokenColumn{kLat, "a latitude from -90 to 90"};
  if (!lon) return BrokenColumn{kLon, "a longitude from -180 to 180"};
  if (row[kClass].size() > 1) return BrokenColumn{kClass, "a letter for the kind of feature"};
  if (!row[kCountry].empty() && !is_state_code(row[kCountry]))
    return BrokenColumn{kCountry, "two letters for the state"};
  const auto population = row[kPopulation].empty() ? 0 : number_of<std::uint64_t>(row[kPopulation]);
  if (!population) return BrokenColumn{kPopulation, "a number of people"};
  place = {std::string(row[kId]),
           name_key(row[kName]),
           std::string(row[kCountry]),
           std::string(row[kRegion]),
           *lat,
           *lon,
           *population};
  return std::nullopt;
}

/// Names in Latin letters: others cannot stand in an article that is read.
bool may_be_read(std::string_view name) {
  return name.size() >= kShortestOtherName && name.front() >= 'A' && name.front() <= 'Z';
}

}  // namespace

void Gazetteer::add(GazetteerPlace place) { places_.push_back(std::move(place)); }

void Gazetteer::add_name(std::string_view name) {
  const std::string key = name_key(name);
  if (key.empty() || places_.empty()) return;
  std::vector<std::uint32_t>& all = by_name_[key];
  const auto place = static_cast<std::uint32_t>(places_.size() - 1);
  if (all.empty() || all.back() != place) all.push_back(place);
}

Result<Gazetteer> Gazetteer::read(std::istream& in, std::string_view name) {
  Gazetteer gazetteer(GazetteerSource::geonames);
  std::string buffer(kMaxLine, '\0');
  std::size_t line = 0;
  while (in.getline(buffer.data(), kMaxLine)) {
    ++line;
    std::string_view text(buffer.data());
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty()) continue;
    Row row;
    if (const std::size_t columns = split_columns(text, row); columns != kColumns)
      return broken_line(name, line,
                         "expected 19 columns parted by tabs, found " + std::to_string(columns));
    GazetteerPlace place;
    if (const auto broken = read_row(row, place))
      return broken_row(name, line, *broken, row[broken->column]);
    if (row[kClass] != "P") continue;
    if (gazetteer.places_.size() == kMaxPlaces)
      return broken_line(name, line, "expected at most 1000000 places; take a dump of larger ones");
    gazetteer.add(std::move(place));
    gazetteer.add_name(row[kName]);
    gazetteer.add_name(row[kAscii]);
    for (std::size_t at = 0; at < row[kOthers].size();) {
      const std::size_t comma = std::min(row[kOthers].find(',', at), row[kOthers].size());
      if (const auto other = row[kOthers].substr(at, comma - at); may_be_read(other))
        gazetteer.add_name(other);
      at = comma + 1;
    }
  }
  if (!in.eof()) return broken_line(name, line + 1, "expected a line, found one that is too long");
  if (gazetteer.places_.empty())
    return Error{std::string(name) + ": expected populated places (class P), found none", {}};
  return gazetteer;
}

std::vector<const GazetteerPlace*> Gazetteer::find(std::string_view name) const {
  std::vector<const GazetteerPlace*> found;
  if (const auto all = by_name_.find(name_key(name)); all != by_name_.end())
    for (const std::uint32_t place : all->second) found.push_back(&places_[place]);
  return found;
}

}  // namespace dateline
