#pragma once

#include "core/timeline.h"
#include "importers/places/gazetteer.h"
#include "importers/places/place_words.h"

namespace dateline {

/// Gives the cities of one article's timeline their coordinates, and the gazetteer's address of
/// them (same_as) if it has any. Of places of one name it takes the one in the state or region that
/// stands beside the name ("Paris, Texas"), or else the one that the article's states and regions
/// and its population speak for most; the table of time zones has but one, so that none is taken
/// where a region beside the name or the entity's state may speak for another. A border, a region,
/// and a name that the article also uses for the land around a city stay without a point.
void add_coordinates(Timeline& timeline, const Gazetteer& gazetteer, const PlaceWords& words);

}  // namespace dateline
