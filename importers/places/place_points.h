#pragma once

#include "core/timeline.h"
#include "importers/places/gazetteer.h"
#include "importers/places/place_words.h"

namespace dateline {

/// Gives the places of one article's timeline their coordinates and the gazetteer's address of them
/// (same_as). Of places of one name it takes the one in the state or region that stands beside the
/// name ("Paris, Texas"), or else the one that the article's states and regions and its population
/// speak for most. A border, a region, and a name that the article never uses for a city alone stay
/// without a point.
void add_coordinates(Timeline& timeline, const Gazetteer& gazetteer, const PlaceWords& words);

}  // namespace dateline
