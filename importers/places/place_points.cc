#include "importers/places/place_points.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/name_key.h"
#include "core/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kGazetteer = "GeoNames";
constexpr std::string_view kAddress = "https://sws.geonames.org/";

// What speaks for a place, in powers of ten of its population.
constexpr double kMainName = 0.5;
constexpr double kCountryNamed = 1, kCountryShare = 1, kRegionNamed = 2.5;

constexpr std::size_t kMaxRegionWords = 2;

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
      for (const Evidence& mention : timeline.entities[i].mentions) at_.insert({mention.start, i});
    set_scene();
  }

  void find() {
    for (Entity& entity : timeline_.entities)
      if (entity.kind == EntityKind::place && !entity.coordinates) find(entity);
  }

 private:
  /// Words that follow a mention and tell where it is.
  struct Beside {
    std::string country, region;
    bool area = false;
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
    const auto candidates = gazetteer_.find(entity.name);
    if (candidates.empty() || words_.region(key)) return;
    Beside told;
    for (const Evidence& mention : entity.mentions) {
      const Beside beside = beside_of(mention);
      if (beside.area) return;
      if (told.country.empty()) told = beside;
    }
    const GazetteerPlace* best = nullptr;
    double most = 0;
    for (const GazetteerPlace* const place : candidates) {
      if (!told.country.empty() && place->country != told.country) continue;
      if (!told.region.empty() && place->region != told.region) continue;
      const double score = score_of(*place, key);
      if (best && score <= most) continue;
      best = place;
      most = score;
    }
    if (!best) return;
    // That of the capital of this name, if the city is another one.
    if (words_.country(entity.country) != best->country) entity.country.clear();
    entity.coordinates = Coordinates{best->lat, best->lon, {}, std::string(kGazetteer)};
    entity.same_as.push_back(std::string(kAddress) + best->id + "/");
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

  Beside beside_of(const Evidence& mention) const {
    Beside beside;
    const std::string_view text = text_;
    const std::string_view before = text.substr(0, places_.byte_of(mention.start));
    const std::string_view after = text.substr(places_.byte_of(mention.end));
    beside.area = words_.is_area(word_after(after)) || opens_area(before) ||
                  words_.is_area(last_word(mention.quote));
    if (!after.starts_with(", ")) return beside;
    if (const Region* const region = region_in(after.substr(2))) {
      beside.country = region->country;
      beside.region = region->code;
    } else if (const auto next = at_.find(mention.end + 2); next != at_.end()) {
      const Entity& state = timeline_.entities[next->second];
      if (state.kind != EntityKind::person && name_key(state.name) != "")
        beside.country = words_.country(state.country);
    }
    return beside;
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
    return begin == 0 ? std::string() : std::string(text.substr(begin));
  }

  /// "the province of Zell", "northern Zell".
  bool opens_area(std::string_view before) const {
    for (int word = 0; word < 2; ++word) {
      if (!before.ends_with(' ')) return false;
      before.remove_suffix(1);
      const std::string last = last_word(before);
      if (words_.opens_area(last)) return true;
      if (last.empty() || last.size() > 2) return false;  // only "of" may stand between
      before.remove_suffix(last.size());
    }
    return false;
  }

  const Region* region_in(std::string_view text) const {
    std::size_t end = 0, words = 0;
    const Region* found = nullptr;
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
  std::map<std::uint32_t, std::uint32_t> at_;  // where a mention begins, and whose it is
  Scene scene_;
};

}  // namespace

void add_coordinates(Timeline& timeline, const Gazetteer& gazetteer, const PlaceWords& words) {
  if (timeline.documents.size() == 1) PointFinder(timeline, gazetteer, words).find();
}

}  // namespace dateline
