#include "importers/time/published.h"

#include <gtest/gtest.h>

#include "importers/time/resolver.h"

namespace dateline {
namespace {

const TimexRules& english() {
  static const Result<TimexRules> rules = load_timex_rules(DataFiles::embedded(), "en");
  return *rules;
}

Document read(std::string text) {
  Document document;
  document.article.text = Text::from_source(std::move(text));
  settle_published(document, english());
  resolve_timexes(document, english());
  return document;
}

TEST(Published, ADateBesideADashAtTheTopIsTaken) {
  EXPECT_EQ(read("Budget passed\n\nBy Ann Low\n\nOctober 1, 2027 — It passed.").article.published,
            "2027-10-01");
  EXPECT_EQ(read("Runoff\n\nLIVE — Sunday, June 13, 2021. Local time.").article.published,
            "2021-06-13");
  EXPECT_EQ(read("GENEVA, March 3, 2019 (Lake Agency) — They met.").article.published_from,
            PublishedFrom::text);
}

TEST(Published, ADateInTheStoryIsNot) {
  EXPECT_EQ(read("On September 1, 1939, anti-war crowds met.").article.published, "");
  EXPECT_EQ(read("They met on Friday.").article.published, "");
}

constexpr std::string_view kGames =
    "The two spoke on Saturday morning.\n\nThe call came before the end of the Beijing Olympics "
    "on Feb. 20, as the ministry said this morning.";

TEST(Published, KnownGamesAndAWeekdayLeaveThreeDays) {
  const Document document = read(std::string(kGames));
  const auto& candidates = document.article.published_candidates;
  ASSERT_EQ(candidates.size(), 3u);
  EXPECT_EQ(candidates[0].edtf, "2022-02-05");
  EXPECT_EQ(candidates[1].edtf, "2022-02-12");
  EXPECT_EQ(candidates[2].edtf, "2022-02-19");
  EXPECT_EQ(document.article.published, "");
  EXPECT_FALSE(document.published);
}

TEST(Published, TheYearIsUsedAndTheWeekdayStaysOpen) {
  const Document document = read(std::string(kGames));
  ASSERT_EQ(document.timexes.size(), 3u);
  EXPECT_EQ(document.timexes[0].value, "XXXX-WXX-6TMO");
  EXPECT_FALSE(document.timexes[0].date);
  EXPECT_EQ(document.timexes[1].value, "2022-02-20");
  EXPECT_FALSE(document.timexes[2].date);
}

TEST(Published, GamesOfAnotherYearAreToldApartByTheirDays) {
  const Document document =
      read("They met on Friday. Today they will go to the Beijing Olympics, which end on Aug. 24.");
  ASSERT_FALSE(document.article.published_candidates.empty());
  EXPECT_EQ(document.article.published_candidates[0].edtf.substr(0, 4), "2008");
}

}  // namespace
}  // namespace dateline
