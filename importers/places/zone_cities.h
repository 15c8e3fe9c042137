#pragma once

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/nlp/entity_words.h"
#include "importers/places/gazetteer.h"
#include "importers/places/place_words.h"

namespace dateline {

/// The cities that time zones are named after, by tzdata's zone.tab (public domain), which the
/// build puts beside the data files: "UA +5026+03031 Europe/Kyiv". Their places are right to a
/// minute of arc or better. Names of states, territories, islands and regions are left out, as
/// iso3166.tab and root/zone_cities.txt tell. Error.message tells the file, the line and the column
/// that are broken.
Result<Gazetteer> zone_cities(const DataFiles& files, const EntityWords& entities,
                              const PlaceWords& places);

}  // namespace dateline
