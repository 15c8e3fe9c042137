#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// A part of a state.
struct Region {
  std::string country;  ///< ISO 3166-1 alpha-2
  std::string code;     ///< in GeoNames
};

/// What tells which place of a name is meant (places.txt, country_codes.txt).
class PlaceWords {
 public:
  /// Error.message names the file and the line that is broken.
  static Result<PlaceWords> load(const DataFiles& files, std::string_view language);

  /// "region" in "the Springfield region"; lower case.
  bool is_area(std::string_view word) const { return areas_.contains(word); }
  /// "province" in "the province of Ontario", "northern" in "northern Springfield"; lower case.
  bool opens_area(std::string_view word) const { return openers_.contains(word); }
  /// "in" in "Springfield in Illinois"; lower case.
  bool is_within(std::string_view word) const { return within_.contains(word); }
  /// "city" in "the Norwegian city of Springfield"; lower case.
  bool is_town(std::string_view word) const { return towns_.contains(word); }
  /// By name_key; null if there is none.
  const Region* region(std::string_view key) const;
  /// Alpha-2 of alpha-3; empty if it is not known.
  std::string_view country(std::string_view alpha3) const;

 private:
  WordSet areas_, openers_, within_, towns_;
  WordTable<Region> regions_;
  WordTable<std::string> countries_;
};

}  // namespace dateline
