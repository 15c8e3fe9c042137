#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/word_table.h"

namespace dateline {

/// A city, town or village.
struct GazetteerPlace {
  std::string id;           ///< in GeoNames; empty if it is from elsewhere
  std::string key;          ///< name_key of its main name
  std::string country;      ///< ISO 3166-1 alpha-2; may be empty
  std::string region;       ///< code of the state or province within it; may be empty
  double lat = 0, lon = 0;  ///< degrees
  std::uint64_t population = 0;
};

/// What a gazetteer was made of.
enum class GazetteerSource {
  geonames,    ///< all places of a name, with their addresses
  time_zones,  ///< tzdata's table: one city of a name at most, and not its region
};

/// Cities, towns and villages by name. Borders, regions, states, rivers and mountains are no points
/// and are left out.
class Gazetteer {
 public:
  explicit Gazetteer(GazetteerSource source) : source_(source) {}

  /// The populated places of a GeoNames dump (download.geonames.org/export/dump: 19 columns parted
  /// by tabs, "cities15000.txt"), line by line. Error.message tells `name`, the line and the column
  /// that are broken, or that there are more places than memory is meant for.
  static Result<Gazetteer> read(std::istream& in, std::string_view name);

  void add(GazetteerPlace place);
  /// Of the place that was added last.
  void add_name(std::string_view name);

  /// The places with a name, main or other, in order of the file.
  std::vector<const GazetteerPlace*> find(std::string_view name) const;
  std::size_t size() const { return places_.size(); }
  GazetteerSource source() const { return source_; }

 private:
  GazetteerSource source_;
  std::vector<GazetteerPlace> places_;
  WordTable<std::vector<std::uint32_t>> by_name_;  // name_key to places
};

}  // namespace dateline
