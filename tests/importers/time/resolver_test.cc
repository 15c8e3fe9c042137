#include "importers/time/resolver.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

const TimexRules& english() {
  static const Result<TimexRules> rules = load_timex_rules(DataFiles::embedded(), "en");
  return *rules;
}

std::vector<Timex> times_of(std::string text, std::string_view published = "") {
  Document document;
  document.article.text = Text::from_source(std::move(text));
  document.published = date_from_timex_value(published);
  return find_timexes(document, english());
}

std::string values_of(std::string text, std::string_view published = "") {
  std::string values;
  for (const Timex& timex : times_of(std::move(text), published))
    values += (values.empty() ? "" : " ") + timex.value;
  return values;
}

TEST(Undated, WhatIsSeenFromTheDayOfPublicationStaysOpen) {
  EXPECT_EQ(values_of("It was bought in 1974. It goes home by the end of next year."), "1974 XXXX");
  EXPECT_EQ(values_of("It was bought in 1974. They met last week."), "1974 XXXX-WXX");
  EXPECT_EQ(values_of("It was bought in March 1974. They met today."), "1974-03 XXXX-XX-XX");
  EXPECT_EQ(values_of("It was bought on March 4, 1974. They met on Monday."),
            "1974-03-04 XXXX-WXX-1");
  EXPECT_EQ(values_of("It was bought on March 4, 1974. They met last Monday."),
            "1974-03-04 XXXX-WXX-1");
  EXPECT_EQ(values_of("It was bought in 1974. They met two years ago."), "1974 XXXX");
  EXPECT_EQ(values_of("It was bought in 1974. They met this spring."), "1974 XXXX-SP");
}

TEST(Undated, WhatStaysOpenHasNoDateAndNoInterval) {
  for (const Timex& timex :
       times_of("It was bought in 1974. It goes home by the end of next year.")) {
    if (timex.value == "1974") continue;
    EXPECT_FALSE(timex.date);
    EXPECT_FALSE(timex.interval);
    EXPECT_EQ(timex.anchor, Timex::Anchor::document);
  }
}

TEST(Undated, ABareMonthOfAnotherParagraphStaysOpen) {
  EXPECT_EQ(values_of("It was bought in 1974.\n\nThey met in November."), "1974 XXXX-11");
}

TEST(Undated, WhatIsSeenFromTheStoryHangsOnIt) {
  EXPECT_EQ(values_of("It was bought in 1974 and sold the following year."), "1974 1975");
  EXPECT_EQ(values_of("It fell on March 4, 1974. Two days later it was found."),
            "1974-03-04 1974-03-06");
  EXPECT_EQ(values_of("It began in 1914. In August the army marched."), "1914 1914-08");
}

TEST(Undated, ADatedTextIsNotTouched) {
  EXPECT_EQ(values_of("It was bought in 1974. It goes home by the end of next year.", "2022-02-12"),
            "1974 2023");
}

}  // namespace
}  // namespace dateline
