#include "importers/places/place_points.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/name_key.h"
#include "core/utf8.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kGeoNames = "GeoNames", kTimeZones = "tzdata";
constexpr std::string_view kAddress = "https://sws.geonames.org/";

// What speaks for a place, in powers of ten of its population.
constexpr double kMainName = 0.5;
constexpr double kCountryNamed = 1, kCountryShare = 1, kRegionNamed = 2.5;

constexpr std::size_t kMaxRegionWords = 2;
constexpr std::size_t kLongestOf = 2;  // bytes of a word between a noun and its name: "of"

/// What an article tells of where it plays.
struct Scene {
  std::map<std::string, double> countries;                ///< alpha-2, with the share of mentions
  std::set<std::pair<std::string, std::string>> regions;  ///< country and code
};

class PointFinder {
 public:
  PointFinder(Timeline& timeline, const Gazetteer& gazetteer, const PlaceWords& words)
      : timeline_(timeline),
        gazetteer_(gazetteer),
        words_(words),
        text_(timeline.documents.front().text.value_or("")),
        places_(text_) {
    for (std::uint32_t i = 0; i < timeline.entities.size(); ++i)
      if (timeline.entities[i].kind == EntityKind::state)
        for (const Evidence& mention : timeline.entities[i].mentions) {
          states_at_.insert({places_.byte_of(mention.start), i});
          states_before_.insert({places_.byte_of(mention.end), i});
        }
    set_scene();
  }

  void find() {
    for (Entity& entity : timeline_.entities)
      if (entity.kind == EntityKind::place && !entity.coordinates) find(entity);
  }

 private:
  /// What the words beside the name tell of where it is.
  struct Beside {
    const Region* region = nullptr;
    std::string_view state;  ///< alpha-2; "Georgia" may be a region or a state
    bool area = false;

    bool is_told() const { return region || !state.empty(); }
    bool allows(std::string_view country, std::string_view code) const {
      return !is_told() || country == state ||
             (region && country == region->country && code == region->code);
    }
  };

  void set_scene() {
    double all = 0;
    for (const Entity& entity : timeline_.entities) {
      if (const Region* const region = words_.region(name_key(entity.name)))
        scene_.regions.insert({region->country, region->code});
      // A city's own state is only that of the capital of its name.
      const std::string_view country = words_.country(entity.country);
      if (country.empty() || entity.kind == EntityKind::place) continue;
      const auto mentions = static_cast<double>(entity.mentions.size());
      scene_.countries[std::string(country)] += mentions;
      all += mentions;
    }
    for (auto& [country, share] : scene_.countries) share /= std::max(1.0, all);
  }

  void find(Entity& entity) {
    const std::string key = name_key(entity.name);
    if (words_.region(key)) return;
    const auto candidates = gazetteer_.find(entity.name);
    const Beside told = beside_of(entity);
    const std::string_view own = words_.country(entity.country);
    // That of the capital of this name: "Kingston, Ontario".
    if (told.region && own != told.state && own != told.region->country) entity.country.clear();
    if (told.area) return;
    const GazetteerPlace* best = nullptr;
    double most = 0;
    for (const GazetteerPlace* const place : candidates) {
      if (!told.allows(place->country, place->region)) continue;
      if (knows_one_of_a_name() && !own.empty() && own != place->country) continue;
      const double score = score_of(*place, key);
      if (best && score <= most) continue;
      best = place;
      most = score;
    }
    if (best) set_point(entity, *best);
  }

  bool knows_one_of_a_name() const { return gazetteer_.source() == GazetteerSource::time_zones; }

  void set_point(Entity& entity, const GazetteerPlace& place) const {
    // That of the capital of this name, if the city is another one.
    if (words_.country(entity.country) != place.country) entity.country.clear();
    const bool geonames = gazetteer_.source() == GazetteerSource::geonames;
    entity.coordinates =
        Coordinates{place.lat, place.lon, {}, std::string(geonames ? kGeoNames : kTimeZones)};
    if (geonames) entity.same_as.push_back(std::string(kAddress) + place.id + "/");
  }

  double score_of(const GazetteerPlace& place, const std::string& key) const {
    double score = std::log10(static_cast<double>(place.population) + 1);
    if (place.key == key) score += kMainName;
    if (const auto named = scene_.countries.find(place.country); named != scene_.countries.end())
      score += kCountryNamed + kCountryShare * named->second;
    if (scene_.regions.contains({place.country, place.region})) score += kRegionNamed;
    return score;
  }

  // --- the words around a mention

  /// Of all mentions: an area if one of them is, and where it is by the first that tells.
  Beside beside_of(const Entity& entity) const {
    Beside told;
    for (const Evidence& mention : entity.mentions) {
      const Beside beside = beside_of(mention, entity.name);
      if (!told.is_told()) told = beside;
      if (!beside.area) continue;
      told.area = true;
      break;
    }
    return told;
  }

  Beside beside_of(const Evidence& mention, std::string_view name) const {
    Beside beside;
    beside.area = words_.is_area(last_word(mention.quote));
    // A mention may hold more than the name ("Paris, Texas"), or not the name at all ("the city").
    const std::size_t at = ascii_lower(mention.quote).find(ascii_lower(name));
    if (at == std::string::npos) return beside;
    const std::string_view text = text_;
    const std::size_t begin = std::min(places_.byte_of(mention.start) + at, text.size());
    const std::string_view before = text.substr(0, begin);
    const std::string_view after = text.substr(std::min(begin + name.size(), text.size()));
    beside.area = beside.area || words_.is_area(word_after(after)) || opens_area(before);
    const std::string_view around = after.substr(gap_after(after));
    beside.region = region_in(around);
    beside.state = state_in(around);
    if (beside.state.empty()) beside.state = state_before(before);
    return beside;
  }

  /// Bytes between a name and what it lies in: of ", ", " (" or " in "; all if none of these.
  std::size_t gap_after(std::string_view after) const {
    if (after.starts_with(", ") || after.starts_with(" (")) return 2;
    const std::string word = word_after(after);
    return words_.is_within(word) ? std::min(word.size() + 2, after.size()) : after.size();
  }

  /// "the Norwegian city of Zell".
  std::string_view state_before(std::string_view before) const {
    for (int word = 0; word < 2; ++word) {
      if (!before.ends_with(' ')) return {};
      before.remove_suffix(1);
      const std::string last = last_word(before);
      if (word == 0 ? last.size() > kLongestOf : !words_.is_town(last)) return {};
      before.remove_suffix(last.size());
    }
    if (!before.ends_with(' ')) return {};
    const auto state = states_before_.find(static_cast<std::uint32_t>(before.size() - 1));
    if (state == states_before_.end()) return {};
    return words_.country(timeline_.entities[state->second].country);
  }

  /// Of a state whose name begins the text, but not of "American officials" or "Britain's".
  std::string_view state_in(std::string_view text) const {
    const auto found = states_at_.find(static_cast<std::uint32_t>(text_.size() - text.size()));
    if (found == states_at_.end()) return {};
    const Entity& state = timeline_.entities[found->second];
    std::size_t end = 0;
    while (end < text.size() && (is_letter(text[end]) || text[end] == '.')) ++end;
    const bool is_adjective =
        end < text.size() && text[end] == ' ' && !text.starts_with(state.name);
    return is_adjective ? std::string_view() : words_.country(state.country);
  }

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  }

  static std::string word_after(std::string_view text) {
    if (!text.starts_with(' ')) return {};
    std::size_t end = 1;
    while (end < text.size() && is_letter(text[end])) ++end;
    return std::string(text.substr(1, end - 1));
  }

  static std::string last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return std::string(text.substr(begin));
  }

  /// "the province of Zell", "northern Zell".
  bool opens_area(std::string_view before) const {
    for (int word = 0; word < 2; ++word) {
      if (!before.ends_with(' ')) return false;
      before.remove_suffix(1);
      const std::string last = last_word(before);
      if (words_.opens_area(ascii_lower(last))) return true;
      if (last.empty() || last.size() > kLongestOf) return false;
      before.remove_suffix(last.size());
    }
    return false;
  }

  const Region* region_in(std::string_view text) const {
    const Region* found = nullptr;
    if (!text.empty() && ascii_lower(text.front()) == text.front())
      return found;  // "mass protests"
    std::size_t end = 0, words = 0;
    while (end < text.size() && words < kMaxRegionWords) {
      while (end < text.size() && (is_letter(text[end]) || text[end] == '.')) ++end;
      ++words;
      if (const Region* const region = words_.region(name_key(text.substr(0, end)))) found = region;
      if (end >= text.size() || text[end] != ' ') break;
      ++end;
    }
    return found;
  }

  Timeline& timeline_;
  const Gazetteer& gazetteer_;
  const PlaceWords& words_;
  const std::string text_;
  const CodePointIndex places_;
  // Bytes where the naming of a state begins and ends, and which state.
  std::map<std::uint32_t, std::uint32_t> states_at_, states_before_;
  Scene scene_;
};

}  // namespace

void add_coordinates(Timeline& timeline, const Gazetteer& gazetteer, const PlaceWords& words) {
  if (timeline.documents.size() == 1) PointFinder(timeline, gazetteer, words).find();
}

}  // namespace dateline
