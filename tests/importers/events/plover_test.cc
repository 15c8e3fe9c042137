#include "importers/events/plover.h"

#include <filesystem>
#include <fstream>
#include <set>

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

std::string code(std::string_view type, FactualityValue value, bool negative = false) {
  Factuality factuality;
  factuality.value = value;
  factuality.negative = negative;
  return std::string(english_events().plover().code(type, "word", factuality));
}

TEST(Plover, ATypeHasItsCode) {
  EXPECT_EQ(code("investigation", FactualityValue::asserted), "INVESTIGATE");
  EXPECT_EQ(code("knowledge", FactualityValue::asserted), "");
}

TEST(Plover, AWordGoesBeforeItsType) {
  EXPECT_EQ(english_events().plover().code("other", "expel", {}), "SANCTION");
}

TEST(Plover, WhatIsOnlyPromisedIsAgreedToOrThreatened) {
  EXPECT_EQ(code("visit", FactualityValue::scheduled), "AGREE");
  EXPECT_EQ(code("attack", FactualityValue::possible), "THREATEN");
}

TEST(Plover, WhatIsAskedForIsDemanded) {
  EXPECT_EQ(code("withdrawal", FactualityValue::requested), "DEMAND");
}

TEST(Plover, WhatIsNotGrantedIsRejected) {
  EXPECT_EQ(code("aid", FactualityValue::asserted, true), "REJECT");
  EXPECT_EQ(code("aid", FactualityValue::denied), "");
}

TEST(Plover, EventsOfATimelineAreTagged) {
  const Timeline timeline =
      timeline_of("Norway expelled two Danish envoys on Monday.", "2031-03-11");
  const Event& event = event_of(timeline, "expelled");
  EXPECT_EQ(event.tags, std::vector<std::string>{"plover:SANCTION"});
}

TEST(Plover, ActorsHaveTheCountryThatTheirWordsTell) {
  const Timeline timeline =
      timeline_of("Danish officials met rebels from Chad in Oslo on Monday.", "2031-03-11");
  std::set<std::string> countries;
  for (const Entity& entity : timeline.entities) countries.insert(entity.country);
  EXPECT_TRUE(countries.contains("DNK"));
  EXPECT_TRUE(countries.contains("TCD"));
  EXPECT_TRUE(countries.contains("NOR"));
}

TEST(Plover, ABrokenRowIsNamed) {
  const std::filesystem::path folder =
      std::filesystem::path(::testing::TempDir()) / "broken_plover";
  std::filesystem::create_directories(folder / "xx");
  std::ofstream(folder / "xx/plover.txt") << "type visit\n";
  const DataFiles files = DataFiles::from_folder(folder).value();
  const auto broken = PloverCodes::load(files, "xx");
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().message.find("xx/plover.txt:1"), std::string::npos);
}

}  // namespace
}  // namespace dateline
