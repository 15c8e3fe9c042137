#include "importers/events/story_rules.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "tests/support/event_reading.h"

namespace dateline {
namespace {

/// The complaint about a story.txt of one line; empty if there is none.
std::string complaint_about(std::string_view line) {
  const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
  const auto folder = std::filesystem::path(::testing::TempDir()) / ("story_rules_" + test);
  std::filesystem::create_directories(folder / "xx");
  std::ofstream(folder / "xx/story.txt") << line << "\n";
  const DataFiles files = DataFiles::from_folder(folder).value();
  const auto rules = StoryRules::load(files, "xx");
  return rules ? "" : rules.error().message;
}

TEST(StoryRules, WhatSetsAStoryOffStandsBeforeWhatIsSaidAboutIt) {
  const StoryRules& story = english_events().story();
  EXPECT_LT(story.stage("disaster"), story.stage("death"));
  EXPECT_LT(story.stage("death"), story.stage("investigation"));
  EXPECT_LT(story.stage("investigation"), story.stage("statement"));
  EXPECT_EQ(story.stage("a type of no list"), 0);
}

TEST(StoryRules, AGoodLineHasNoComplaint) {
  EXPECT_EQ(complaint_about("importance headline 0.5"), "");
  EXPECT_EQ(complaint_about("stage -0.5 attack fight"), "");
  EXPECT_EQ(complaint_about("date told 2"), "");
}

TEST(StoryRules, ABrokenLineIsNamed) {
  EXPECT_NE(complaint_about("importance fame 0.5").find("xx/story.txt:1"), std::string::npos);
  EXPECT_NE(complaint_about("importance fame 0.5").find("'fame'"), std::string::npos);
  EXPECT_NE(complaint_about("stage 3 attack").find("-1 to 1"), std::string::npos);
  EXPECT_NE(complaint_about("order main much"), "");
  EXPECT_NE(complaint_about("hour told 2").find("'hour'"), std::string::npos);
}

}  // namespace
}  // namespace dateline
