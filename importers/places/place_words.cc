#include "importers/places/place_words.h"

#include <algorithm>

#include "importers/data_lines.h"

namespace dateline {

Result<PlaceWords> PlaceWords::load(const DataFiles& files, std::string_view language) {
  const std::string codes_path = "root/country_codes.txt";
  const std::string path = std::string(language) + "/places.txt";
  PlaceWords words;
  for (const DataLine& line : data_lines(files.find(codes_path).value_or(""))) {
    const auto codes = words_of(line.text);
    if (codes.size() != 2 || codes[0].size() != 3 || codes[1].size() != 2)
      return data_error(codes_path, line, "expected: ALPHA-3 ALPHA-2");
    words.countries_.emplace(codes[0], codes[1]);
  }
  for (const DataLine& line : data_lines(files.find(path).value_or(""))) {
    const auto parts = words_of(line.text);
    if (parts.size() == 2 && parts[0] == "area") {
      words.areas_.emplace(parts[1]);
    } else if (parts.size() == 2 && parts[0] == "before") {
      words.openers_.emplace(parts[1]);
    } else if (parts.size() == 2 && parts[0] == "within") {
      words.within_.emplace(parts[1]);
    } else if (parts.size() == 2 && parts[0] == "town") {
      words.towns_.emplace(parts[1]);
    } else if (parts.size() == 4 && parts[0] == "region") {
      std::string name(parts[1]);
      std::ranges::replace(name, '_', ' ');
      words.regions_.emplace(name, Region{std::string(parts[2]), std::string(parts[3])});
    } else {
      return data_error(path, line,
                        "expected: area, before, within or town WORD, or region NAME STATE CODE");
    }
  }
  return words;
}

const Region* PlaceWords::region(std::string_view key) const {
  const auto found = regions_.find(key);
  return found == regions_.end() ? nullptr : &found->second;
}

std::string_view PlaceWords::country(std::string_view alpha3) const {
  const auto found = countries_.find(alpha3);
  return found == countries_.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace dateline
