#include "importers/places/gazetteer.h"

#include <gtest/gtest.h>

#include <sstream>

#include "importers/places/place_points.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

/// A row of the dump.
std::string row(std::string_view id, std::string_view name, std::string_view others, double lat,
                double lon, std::string_view kind, std::string_view country,
                std::string_view region, int population) {
  std::ostringstream out;
  out << id << '\t' << name << '\t' << name << '\t' << others << '\t' << lat << '\t' << lon << '\t'
      << kind << "\tPPL\t" << country << "\t\t" << region << "\t\t\t\t" << population
      << "\t\t1\tEurope/Oslo\t2030-01-01\n";
  return out.str();
}

Result<Gazetteer> gazetteer_of(const std::string& rows) {
  std::istringstream in(rows);
  return Gazetteer::read(in, "towns.txt");
}

std::string error_of(const std::string& rows) {
  const auto read = gazetteer_of(rows);
  return read ? std::string() : read.error().message;
}

const std::string kTowns = row("1", "Paris", "Lutetia", 48.85, 2.35, "P", "FR", "11", 2100000) +
                           row("2", "Paris", "", 33.66, -95.56, "P", "US", "TX", 25000) +
                           row("3", "Springfield", "", 39.8, -89.64, "P", "US", "IL", 114000) +
                           row("4", "Springfield", "", 37.2, -93.29, "P", "US", "MO", 169000) +
                           row("5", "Georgia", "", 44.73, -73.1, "P", "US", "VT", 5000) +
                           row("6", "Oslo", "", 59.91, 10.75, "A", "NO", "12", 0);

/// "Paris 2" for each place of a text that was found, by name and the number in the gazetteer.
std::vector<std::string> points_in(std::string_view text) {
  Timeline timeline = timeline_of(std::string(text), "2031-03-10");
  const auto words = PlaceWords::load(DataFiles::embedded(), "en");
  EXPECT_TRUE(words);
  add_coordinates(timeline, gazetteer_of(kTowns).value(), words.value());
  std::vector<std::string> points;
  for (const Entity& entity : timeline.entities)
    if (entity.coordinates) points.push_back(entity.name + " " + entity.same_as.back().substr(25));
  return points;
}

using Points = std::vector<std::string>;

TEST(Gazetteer, APlaceIsFoundByEachOfItsNames) {
  const Gazetteer towns = gazetteer_of(kTowns).value();
  ASSERT_EQ(towns.find("Lutetia").size(), 1u);
  EXPECT_EQ(towns.find("Lutetia")[0]->id, "1");
  EXPECT_EQ(towns.find("PARIS").size(), 2u);
}

TEST(Gazetteer, WhatIsNoPlaceOfPeopleIsLeftOut) {
  EXPECT_TRUE(gazetteer_of(kTowns).value().find("Oslo").empty());
}

TEST(Gazetteer, ABrokenRowIsToldByLineAndColumn) {
  EXPECT_EQ(error_of(kTowns + "7\tHamar\n"),
            "towns.txt:7: expected 19 columns parted by tabs, found 2");
  EXPECT_EQ(error_of(row("7", "Hamar", "", 91, 11, "P", "NO", "34", 9)),
            "towns.txt:1:5: expected a latitude from -90 to 90 in this column, found '91'");
  EXPECT_EQ(error_of(row("7", "Hamar", "", 60, 11, "P", "Norway", "34", 9)),
            "towns.txt:1:9: expected two letters for the state in this column, found 'Norway'");
  EXPECT_NE(error_of("").find("found none"), std::string::npos);
}

TEST(Gazetteer, ALineWithoutEndIsRefused) {
  EXPECT_NE(error_of(std::string(200000, 'x')).find("too long"), std::string::npos);
}

TEST(PlacePoints, TheLargestTownOfANameIsMeantIfNothingSpeaksForAnother) {
  EXPECT_EQ(points_in("The talks were held in Paris on Monday.\n"), Points{"Paris 1/"});
}

TEST(PlacePoints, ARegionBesideTheNameTellsWhich) {
  EXPECT_EQ(points_in("A plant in Springfield, Illinois, closed on Monday.\n").front(),
            "Springfield 3/");
}

TEST(PlacePoints, ARegionThatTheArticleNamesSpeaksForItsTowns) {
  EXPECT_EQ(points_in("A storm hit Texas. It flooded two schools in Paris on Monday.\n").front(),
            "Paris 2/");
}

TEST(PlacePoints, ARegionAroundATownIsNoPoint) {
  EXPECT_TRUE(points_in("The army left the Springfield region on Monday.\n").empty());
}

TEST(PlacePoints, AStateIsNoPointThoughATownHasItsName) {
  EXPECT_TRUE(points_in("Troops crossed the border of Georgia on Monday.\n").empty());
}

}  // namespace
}  // namespace dateline
