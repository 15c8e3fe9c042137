#include "importers/places/zone_cities.h"

#include <gtest/gtest.h>

#include "importers/places/place_points.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

constexpr std::string_view kTable =
    "# A comment.\n"
    "UA\t+5026+03031\tEurope/Kyiv\tmost of it\n"
    "JP\t+353916+1394441\tAsia/Tokyo\n"
    "AU\t-3352+15113\tAustralia/Sydney\n"
    "GB\t+513030-0000731\tEurope/London\n"
    "CA\t+4339-07923\tAmerica/Toronto\tEastern\n"
    "US\t+332654-1120424\tAmerica/Phoenix\n"
    "TR\t+4101+02858\tEurope/Istanbul\n"
    "GE\t+4143+04449\tAsia/Tbilisi\n"
    "IE\t+5320-00615\tEurope/Dublin\n"
    "FR\t+4852+00220\tEurope/Paris\n"
    "CI\t+0519-00402\tAfrica/Abidjan\n";

DataFiles files_with(std::string_view table) {
  DataFiles files = DataFiles::embedded();
  files.replace("zone.tab", std::string(table));
  return files;
}

PlaceWords place_words() { return PlaceWords::load(DataFiles::embedded(), "en").value(); }

Result<Gazetteer> cities_of(std::string_view table) {
  return zone_cities(files_with(table), english().entities, place_words());
}

std::string error_of_zones(std::string_view table) {
  const auto cities = cities_of(table);
  return cities ? std::string() : cities.error().message;
}

/// Whether a zone of that state, at a place of no matter, is taken for a city.
bool is_city(std::string_view state, std::string_view zone) {
  return cities_of(std::string(state) + "\t+0000+00000\t" + std::string(zone) + "\n")->size() == 1;
}

Timeline located(std::string_view text) {
  Timeline timeline = timeline_of(std::string(text), "2031-03-10");
  add_coordinates(timeline, cities_of(kTable).value(), place_words());
  return timeline;
}

using Names = std::vector<std::string>;

/// The names that got a point.
Names points_of(std::string_view text) {
  Names names;
  for (const Entity& entity : located(text).entities)
    if (entity.coordinates) names.push_back(entity.name);
  std::ranges::sort(names);
  return names;
}

TEST(ZoneCities, ARowIsACityWithItsStateAndItsDegrees) {
  const Gazetteer cities = cities_of(kTable).value();
  ASSERT_EQ(cities.find("London").size(), 1u);
  const GazetteerPlace& london = *cities.find("London")[0];
  EXPECT_EQ(london.country, "GB");
  EXPECT_EQ(london.region, "");
  EXPECT_EQ(london.id, "");
  EXPECT_DOUBLE_EQ(london.lat, 51.5083);
  EXPECT_DOUBLE_EQ(london.lon, -0.1253);
  EXPECT_DOUBLE_EQ(cities.find("Sydney")[0]->lat, -33.8667);
  EXPECT_DOUBLE_EQ(cities.find("Sydney")[0]->lon, 151.2167);
}

TEST(ZoneCities, ABrokenRowIsToldByLineAndColumn) {
  EXPECT_EQ(error_of_zones("# -\nUA\t+5026+03031\n"),
            "zone.tab:2: expected 3 or 4 columns parted by tabs, found 2");
  EXPECT_EQ(error_of_zones("Ukraine\t+5026+03031\tEurope/Kyiv\n"),
            "zone.tab:1:1: expected two letters for the state in this column, found 'Ukraine'");
  EXPECT_EQ(error_of_zones("UA\t+5026+03031\tKyiv\n"),
            "zone.tab:1:3: expected a zone such as Europe/Kyiv in this column, found 'Kyiv'");
  for (const std::string_view where : {"+5026", "5026+03031", "+9026+03031", "+5060+03031",
                                       "+5026+18131", "+502661+0303100", "+5a26+03031", ""})
    EXPECT_EQ(error_of_zones("UA\t" + std::string(where) + "\tEurope/Kyiv\n"),
              "zone.tab:1:2: expected a place such as +5026+03031 in this column, found '" +
                  std::string(where) + "'");
}

TEST(ZoneCities, ABrokenListIsToldByItsLine) {
  DataFiles files = files_with(kTable);
  files.replace("root/zone_cities.txt", "# -\nisle Wight\n");
  EXPECT_EQ(zone_cities(files, english().entities, place_words()).error().message,
            "root/zone_cities.txt:2: expected: islands PART, city NAME, not NAME, or also A B");
  files = files_with(kTable);
  files.replace("iso3166.tab", "UA\tUkraine\nFRA\tFrance\n");
  EXPECT_EQ(zone_cities(files, english().entities, place_words()).error().message,
            "iso3166.tab:2:1: expected two letters for the state in this column, found 'FRA'");
}

TEST(ZoneCities, AStateOrATerritoryIsNoCity) {
  EXPECT_FALSE(is_city("SG", "Asia/Singapore"));
  EXPECT_FALSE(is_city("JE", "Europe/Jersey"));
  EXPECT_FALSE(is_city("AG", "America/Antigua"));
  EXPECT_FALSE(is_city("CW", "America/Curacao"));
  EXPECT_TRUE(is_city("TN", "Africa/Tunis"));
  EXPECT_TRUE(is_city("MX", "America/Mexico_City"));
  EXPECT_TRUE(is_city("DO", "America/Santo_Domingo"));
}

TEST(ZoneCities, AnIslandIsNoCityUnlessItIsACapitalOrListed) {
  EXPECT_FALSE(is_city("AQ", "Antarctica/Davis"));
  EXPECT_FALSE(is_city("PF", "Pacific/Tahiti"));
  EXPECT_FALSE(is_city("RU", "Asia/Sakhalin"));
  EXPECT_TRUE(is_city("IS", "Atlantic/Reykjavik"));
  EXPECT_TRUE(is_city("US", "Pacific/Honolulu"));
  EXPECT_FALSE(is_city("PF", "Pacific/Reykjavik"));  // a capital of another state
}

TEST(ZoneCities, AZoneOfThreePartsIsACityOnlyIfItIsACapital) {
  EXPECT_FALSE(is_city("US", "America/Indiana/Petersburg"));
  EXPECT_TRUE(is_city("AR", "America/Argentina/Buenos_Aires"));
}

TEST(ZoneCities, TheEmbeddedTableHasTheLargeCitiesAndNoStates) {
  const auto cities = zone_cities(DataFiles::embedded(), english().entities, place_words()).value();
  EXPECT_GT(cities.size(), 200u);
  for (const char* const city : {"Kyiv", "Kiev", "Tirana", "Kolkata", "Calcutta", "São Paulo",
                                 "N'Djamena", "New York", "Nuuk", "Auckland", "Port-au-Prince"})
    EXPECT_EQ(cities.find(city).size(), 1u) << city;
  for (const char* const land : {"Bermuda", "Guam", "Jersey", "Knox", "Casey", "Gaza", "Kuwait",
                                 "Hong Kong", "Azores", "Lord Howe", "Petersburg", "Norfolk"})
    EXPECT_TRUE(cities.find(land).empty()) << land;
}

TEST(ZonePoints, ACityGetsItsPointAndNoAddress) {
  const Timeline timeline = located("Two people were hurt in Istanbul on Monday.\n");
  const auto city = std::ranges::find(timeline.entities, "Istanbul", &Entity::name);
  ASSERT_NE(city, timeline.entities.end());
  ASSERT_TRUE(city->coordinates);
  EXPECT_DOUBLE_EQ(city->coordinates->lat, 41.0167);
  EXPECT_EQ(city->coordinates->gazetteer, "tzdata");
  EXPECT_TRUE(city->same_as.empty());
}

TEST(ZonePoints, EitherNameOfACityIsKnown) {
  EXPECT_EQ(points_of("Two people were hurt in Kiev on Monday.\n"), Names{"Kiev"});
  EXPECT_EQ(points_of("Two people were hurt in Yamoussoukro on Monday.\n"), Names{});
}

TEST(ZonePoints, AnotherRegionOrStateBesideTheNameTakesThePointAway) {
  for (const char* const where :
       {"Paris, Texas", "London, Ontario", "Sydney, Nova Scotia", "Istanbul, Ohio", "Dublin, Ohio",
        "London, Canada", "Paris, U.S."})
    EXPECT_EQ(points_of("Two people were hurt in " + std::string(where) + ", on Monday.\n"),
              Names{})
        << where;
  EXPECT_EQ(points_of("Paris (Texas) elected a mayor on Monday.\n"), Names{});
  EXPECT_EQ(points_of("Two people were hurt in Paris in Texas on Monday.\n"), Names{});
  EXPECT_EQ(points_of("The Canadian city of London elected a mayor on Monday.\n"), Names{});
  // The table does not know which Phoenix it has.
  EXPECT_EQ(points_of("Two people were hurt in Phoenix, Oregon, on Monday.\n"), Names{});
}

TEST(ZonePoints, ItsOwnStateBesideTheNameLeavesThePoint) {
  EXPECT_EQ(points_of("Two people were hurt in Istanbul, Turkey, on Monday.\n"), Names{"Istanbul"});
  // Georgia is a region too.
  EXPECT_EQ(points_of("Two people were hurt in Tbilisi, Georgia, on Monday.\n"), Names{"Tbilisi"});
}

TEST(ZonePoints, WhatBeginsTheNextClauseIsNotBesideTheName) {
  EXPECT_EQ(points_of("The ministers met in Paris, London and Istanbul on Monday.\n"),
            (Names{"Istanbul", "London", "Paris"}));
  EXPECT_EQ(points_of("In Istanbul, American officials said the talks had failed on Monday.\n"),
            Names{"Istanbul"});
}

TEST(ZonePoints, AWordInSmallLettersIsNoRegion) {
  EXPECT_EQ(points_of("In Istanbul, mass protests began on Monday.\n"), Names{"Istanbul"});
}

TEST(ZonePoints, LandAroundACityIsNoPoint) {
  EXPECT_EQ(points_of("The army left the Toronto region on Monday.\n"), Names{});
  EXPECT_EQ(points_of("Two people were hurt in northern Istanbul on Monday.\n"), Names{});
  EXPECT_EQ(points_of("Northern Istanbul was flooded on Monday.\n"), Names{});
  EXPECT_EQ(points_of("North of Istanbul two people were hurt on Monday.\n"), Names{});
  EXPECT_EQ(points_of("A storm hit Toronto on Sunday. The Toronto region was flooded.\n"), Names{});
}

TEST(ZonePoints, TheStateOfTheEntityDecides) {
  Timeline timeline = timeline_of("Two people were hurt in Sydney on Monday.\n", "2031-03-10");
  const auto city = std::ranges::find(timeline.entities, "Sydney", &Entity::name);
  ASSERT_NE(city, timeline.entities.end());
  city->country = "CAN";
  add_coordinates(timeline, cities_of(kTable).value(), place_words());
  EXPECT_FALSE(city->coordinates);
  EXPECT_EQ(city->country, "CAN");
  city->country = "AUS";
  add_coordinates(timeline, cities_of(kTable).value(), place_words());
  EXPECT_TRUE(city->coordinates);
}

TEST(ZonePoints, ATownWithTheNameOfACapitalIsNotInItsState) {
  const Timeline timeline = located("Two people were hurt in Kingston, Ontario, on Monday.\n");
  const auto town = std::ranges::find(timeline.entities, "Kingston", &Entity::name);
  ASSERT_NE(town, timeline.entities.end());
  EXPECT_EQ(town->country, "");
}

TEST(ZonePoints, WhatIsNoPlaceGetsNone) {
  Timeline timeline = timeline_of("Two people were hurt in Sydney on Monday.\n", "2031-03-10");
  for (Entity& entity : timeline.entities) entity.kind = EntityKind::organization;
  add_coordinates(timeline, cities_of(kTable).value(), place_words());
  for (const Entity& entity : timeline.entities) EXPECT_FALSE(entity.coordinates) << entity.name;
}

}  // namespace
}  // namespace dateline
