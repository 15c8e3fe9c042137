#include "importers/time/resolver.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/make_document.h"

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

constexpr std::string_view kHistory =
    "In 1939 war came. In 1940 France fell. In 1941 it spread. In 1942 it turned. ";

std::string last_value_of(std::string text, std::string_view published) {
  const auto times = times_of(std::move(text), published);
  return times.empty() ? "" : times.back().value;
}

std::string in_history(std::string_view text) {
  return last_value_of(std::string(kHistory) + std::string(text), "2009-12-19");
}

TEST(History, AnOpenDateIsCountedFromWhatWasToldLast) {
  EXPECT_EQ(in_history("In 1943 they landed. On 9 September the army gave in."), "1943-09-09");
  EXPECT_EQ(in_history("In August 1943 they landed. In March they went on."), "1944-03");
  EXPECT_EQ(in_history("On 5 May 1943 they landed. The next day they fought."), "1943-05-06");
}

TEST(History, WhatStandsInParenthesesIsToldAside) {
  EXPECT_EQ(in_history("In May 1943 they landed (it was planned in 1941). In July they fought."),
            "1943-07");
}

TEST(History, AStoryDoesNotLeapOverTheYearThatItTellsNext) {
  std::string text(kHistory);
  text.append("In August 1943 they landed. In June they had met. In October 1943 they fell back.");
  const auto times = times_of(text, "2009-12-19");
  ASSERT_EQ(times.size(), 7u);
  EXPECT_EQ(times[5].value, "1943-06");
}

TEST(History, AFarYearWithinASentenceIsToldAside) {
  EXPECT_EQ(in_history("In May 1943 they landed, as papers found in 2005 show. In July they won."),
            "1943-07");
}

TEST(History, ALookBackIsToldAside) {
  EXPECT_EQ(in_history("In May 1943 they landed, two years earlier than asked. In July they won."),
            "1943-07");
}

TEST(History, ATextWithWeekdaysIsNews) {
  EXPECT_EQ(in_history("On Monday they met. On Tuesday they wrote. On Friday they sang."),
            "2009-12-18");
}

TEST(History, ATextThatBeginsWithItsDayIsNews) {
  EXPECT_EQ(last_value_of("On Friday they spoke of the war. " + std::string(kHistory) +
                              "In 1943 it slowed. They will speak again this year.",
                          "2009-12-19"),
            "2009");
}

TEST(Resolver, ATimeOfDayBeforeANounIsOfTheDayAfterIt) {
  EXPECT_EQ(values_of("It met a midnight deadline on Thursday.", "2027-10-01"),
            "2027-09-30T24:00 2027-09-30");
  EXPECT_EQ(values_of("It shut at noon. It opened on Thursday.", "2027-10-01"),
            "2027-10-01T12:00 2027-09-30");
}

TEST(Resolver, OnASundayANewWeekHasBegun) {
  EXPECT_EQ(values_of("They meet this week.", "2021-06-13"), "2021-W24");
  EXPECT_EQ(values_of("They met last week.", "2021-06-13"), "2021-W23");
  EXPECT_EQ(values_of("They met last week.", "2021-06-12"), "2021-W22");
}

TEST(Resolver, AFractionOfAUnitIsCountedInFinerOnes) {
  EXPECT_EQ(values_of("It fell half a century ago.", "2013-03-22"), "1963");
  EXPECT_EQ(values_of("It fell a year and a half ago.", "2013-03-22"), "2011-09");
}

TEST(Resolver, TheHalfOfACenturyIsNoHalfOfAYear) {
  EXPECT_EQ(values_of("It fell in the latter half of the 19th century.", "2013-03-22"), "18");
}

TEST(Resolver, TheSmallHoursOfANightToldAreTheNextDays) {
  EXPECT_EQ(values_of("It blew overnight, they said at 5 a.m.", "2023-10-03"),
            "2023-10-02TNI 2023-10-03T05:00");
}

// Five years of the past make a history.
const std::string kFiveYears = "It fell in 1801, in 1802, in 1803, in 1804 and in 1805. ";

TEST(History, GoesOnFromWhereItWasAfterALeapAside) {
  EXPECT_EQ(last_value_of(kFiveYears + "In 1863 a crowd remembered it. On April 15 it rained. They "
                                       "left in July 1805. On January 3 they were home.",
                          "2009-12-19"),
            "1806-01-03");
  EXPECT_EQ(values_of(kFiveYears + "In 1863 a crowd remembered it. On April 15 they left. It ended "
                                   "in July 1805.",
                      "2009-12-19"),
            "1801 1802 1803 1804 1805 1863 1805-04-15 1805-07");
}

TEST(History, DoesNotGoOnFromWhatALongTimeLastedUntil) {
  EXPECT_EQ(last_value_of(kFiveYears + "The siege lasted until the fall of the town in 1806. In "
                                       "July they left.",
                          "2009-12-19"),
            "1805-07");
  EXPECT_EQ(last_value_of(kFiveYears + "The siege ended with the fall of the town. In 1806 they "
                                       "slept. In July they left.",
                          "2009-12-19"),
            "1806-07");
}

TEST(History, ReachesByAMonthWhatLiesAhead) {
  EXPECT_EQ(last_value_of(kFiveYears + "In March 1805 they were few. By December they were many.",
                          "2009-12-19"),
            "1805-12");
}

TEST(History, StaysOnItsDayWhenTheYearIsNamedBesideIt) {
  EXPECT_EQ(last_value_of(kFiveYears + "On December 7 they landed with few men in 1805. In January "
                                       "they left.",
                          "2009-12-19"),
            "1806-01");
}

TEST(Resolver, ASeasonTakesTheYearOfItsNounPhrase) {
  EXPECT_EQ(values_of("The spring offensive of 1918 failed.", "2009-12-19"), "1918-SP 1918");
  EXPECT_EQ(values_of("Their summer campaign in June 1942 failed.", "2009-12-19"),
            "1942-SU 1942-06");
  EXPECT_EQ(values_of("In the summer he rested. Of 1942 he spoke.", "2009-12-19"), "2009-SU 1942");
}

// A clause in the past, and nothing told before it.
std::string past_value_of(std::string_view times) {
  Document document = make_document("It PRON 2 nsubj\nfell VERB 0 root past finite\n[" +
                                    std::string(times) + "] NOUN 2 obl");
  document.published = date_from_timex_value("2013-03-22");
  const auto found = find_timexes(document, english());
  return found.size() == 1 ? found[0].value : "";
}

TEST(Resolver, WhatCameLaterThanNothingToldStaysOpen) {
  EXPECT_EQ(past_value_of("two weeks later"), "XXXX-WXX");
  EXPECT_EQ(past_value_of("the following Tuesday"), "XXXX-WXX-2");
  EXPECT_EQ(past_value_of("a day earlier"), "2013-03-21");
}

TEST(Resolver, AMonthThatIsAFirstNameIsNoTime) {
  Document document = make_document(
      "April PROPN 3 nsubj\nSmith PROPN 1 flat\nleft VERB 0 root past finite\nin ADP 5 case\n"
      "April PROPN 3 obl");
  document.published = date_from_timex_value("2013-03-22");
  const auto found = find_timexes(document, english());
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span.begin, 20u);
}

TEST(Resolver, AnExplicitDateHangsOnNothing) {
  for (const Timex& timex : times_of("It began in 1939 and ended on May 8, 1945.", "2009-12-19"))
    EXPECT_EQ(timex.anchor, Timex::Anchor::none);
}

TEST(Resolver, AShiftKeepsItsAnchorAndOffset) {
  const auto times =
      times_of("It fell on March 4, 1974. Two days later it was found.", "2009-12-19");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[1].anchor, Timex::Anchor::timex);
  EXPECT_EQ(times[1].anchor_timex.index, 0u);
  EXPECT_EQ(times[1].offset, "P2D");
  EXPECT_EQ(times[1].direction, TimexDirection::after);
}

TEST(Resolver, AZoneIsKeptByTheDateAndNotByTheValue) {
  const auto times = times_of("It ends at 5 p.m. EST on November 9, 1989.", "1989-11-03");
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].value, "1989-11-09T17:00");
  EXPECT_EQ(times[0].date->utc_offset, -300);
}

TEST(Resolver, ASetSaysHowOften) {
  const auto times = times_of("They met twice a week.");
  ASSERT_EQ(times.size(), 1u);
  EXPECT_EQ(times[0].type, TimexType::set);
  EXPECT_EQ(times[0].freq, "2X");
}

TEST(Resolver, TheEndsOfARangeAreLinked) {
  const auto times = times_of("It lasted from June 3 to 5, 2021.");
  ASSERT_EQ(times.size(), 2u);
  EXPECT_EQ(times[0].value, "2021-06-03");
  EXPECT_EQ(times[1].value, "2021-06-05");
  EXPECT_EQ(times[0].range_end.index, 1u);
}

TEST(Resolver, AYearAfterNineMonthsIsNoQuarter) {
  EXPECT_EQ(last_value_of("Profit rose in the third quarter from a year earlier.", "1989-11-02"),
            "1988-Q3");
  EXPECT_EQ(last_value_of("Profit rose in the third quarter. In the first nine months it rose from "
                          "a year earlier.",
                          "1989-11-02"),
            "1988");
}

TEST(Resolver, AShortYearOfARangeFollowsTheFirst) {
  EXPECT_EQ(values_of("The season of 2021–22 was short."), "2021 2022");
  EXPECT_EQ(values_of("The war of 1914-18 was long.", "2013-03-22"), "1914 1918");
  EXPECT_EQ(values_of("It grew in 2025/10 and in 2009/10."), "2025-10 2009 2010");
}

TEST(Resolver, ADayByWhichItMustBeIsNoYearAway) {
  EXPECT_EQ(values_of("They must leave by Oct. 14.", "2000-10-15"), "2000-10-14");
  EXPECT_EQ(values_of("They must leave by Oct. 14.", "2000-03-15"), "2000-10-14");
}

TEST(Resolver, OfJoinedMonthsAndWeekdaysTheSecondFollowsTheFirst) {
  EXPECT_EQ(values_of("It rains in March and April.", "2013-03-22"), "2013-03 2013-04");
  EXPECT_EQ(values_of("It rained on Thursday and Friday.", "2013-03-23"), "2013-03-21 2013-03-22");
}

TEST(Resolver, WhatNamesNoDayHasNoValueAndADiagnostic) {
  for (const char* text :
       {"on February 30", "on 29 February 2021", "on 31 April", "on 2021-02-29"}) {
    Document document;
    document.article.text = Text::from_source(text);
    document.published = date_from_timex_value("2021-03-01");
    resolve_timexes(document, english());
    ASSERT_EQ(document.timexes.size(), 1u) << text;
    EXPECT_EQ(document.timexes[0].value, "") << text;
    EXPECT_FALSE(document.timexes[0].date) << text;
    ASSERT_EQ(document.diagnostics.size(), 1u) << text;
    EXPECT_EQ(document.diagnostics[0].kind, "impossible-date");
  }
  EXPECT_EQ(values_of("on 29 February 2024"), "2024-02-29");
}

TEST(Resolver, ImpossibleDatesAreNoDates) {
  for (const char* text : {"on February 30, 2021", "on 31 April 2021", "on 2021-02-29"})
    for (const Timex& timex : times_of(text, "2021-03-01"))
      EXPECT_TRUE(timex.date == std::nullopt || timex.date->grain != Grain::day) << text;
}

TEST(Resolver, WhatAYearDoesNotHaveStaysOpen) {
  for (const char* text : {"on the 400th day of 2021", "in the 54th week of 2021"})
    for (const Timex& timex : times_of(text, "2021-03-01"))
      EXPECT_TRUE(timex.value == "2021" || !timex.date) << text << " " << timex.value;
  EXPECT_EQ(values_of("on the 100th day of 2021", "2021-03-01"), "2021-04-10");
}

TEST(Resolver, ARangeMayBePartOfAnotherExpression) {
  for (const char* text : {"the early 2006-07", "early from 9 to 5 on the end of 1914-18",
                           "the day before 2006-07", "the first week of 2006-07"})
    for (const Timex& timex : times_of(text, "2013-03-22"))
      EXPECT_FALSE(timex.span.empty()) << text;
}

TEST(Resolver, YearsThatRunBackAreNoStretch) {
  for (const Timex& timex : times_of("in 1990-1985", "2021-03-01")) EXPECT_FALSE(timex.range_end);
  EXPECT_EQ(values_of("in 2021-20.", "2021-03-01"), "2021");
}

TEST(Resolver, VastShiftsStayOpen) {
  for (const char* text : {"1000000000 weeks ago", "999999999 years later", "99999999 months ago"})
    for (const Timex& timex : times_of(text, "2021-03-01")) EXPECT_FALSE(timex.date) << text;
}

TEST(Dated, CandidatesOfTheTextDoNotHideTheDayThatIsKnown) {
  Document document;
  document.article.text = Text::from_source("GENEVA, Nov. 30 (Agency) — They met on Friday.");
  document.article.published_candidates = {{"XXXX-11-30", "dateline without a year", 0.9}};
  document.published = date_from_timex_value("1990-11-30");
  for (const Timex& timex : find_timexes(document, english())) EXPECT_EQ(timex.value, "1990-11-30");
}

TEST(Dated, AQuarterIsTheOneThatMostDaysBeforeItsEndLieIn) {
  EXPECT_EQ(values_of("net for the quarter ended July 31", "1989-10-30"), "1989-Q2 1989-07-31");
  EXPECT_EQ(values_of("net for the quarter ended Sept. 29", "1989-10-30"), "1989-Q3 1989-09-29");
  EXPECT_EQ(values_of("net for the quarter ended Jan. 31, 2010", "2010-03-30"),
            "2009-Q4 2010-01-31");
  EXPECT_EQ(values_of("net for the quarter", "1989-11-02"), "1989-Q3");
}

TEST(Dated, AHoursOtherEndTellsItsHalfOfTheDay) {
  EXPECT_EQ(values_of("from 8 to 10:30 p.m.", "2013-03-22"), "2013-03-22T20:00 2013-03-22T22:30");
  EXPECT_EQ(values_of("from 11 to 1 p.m.", "2013-03-22"), "2013-03-22T11:00 2013-03-22T13:00");
  EXPECT_EQ(values_of("from 9 a.m. to 5 daily", "2013-03-22"),
            "2013-03-22T09:00 2013-03-22T17:00 P1D");
  EXPECT_EQ(values_of("from 9 to 5.", "2013-03-22"), "2013-03-22T09:00 2013-03-22T17:00");
  EXPECT_EQ(values_of("from 9 to 5 percent", "2013-03-22"), "");
}

std::string values_in(std::string_view lines, std::string_view published) {
  Document document = make_document(lines);
  document.published = date_from_timex_value(published);
  std::string values;
  for (const Timex& timex : find_timexes(document, english()))
    values += (values.empty() ? "" : " ") + timex.value;
  return values;
}

TEST(Dated, WeekdaysOfOneSentenceGoOnAhead) {
  const std::string_view lines =
      "They PRON 3 nsubj\nwill AUX 3 aux finite\nleave VERB 0 root infinitive\n"
      "Tuesday PROPN 3 obl\nand CCONJ 6 cc\nreturn VERB 3 conj infinitive\n"
      "Sunday PROPN 6 obl\n. PUNCT 3 punct";
  EXPECT_EQ(values_in(lines, "2013-03-20"), "2013-03-26 2013-03-31");
  const std::string_view apart =
      "They PRON 3 nsubj\nwill AUX 3 aux finite\nleave VERB 0 root infinitive\n"
      "Tuesday PROPN 3 obl\nafter SCONJ 7 mark\nthey PRON 7 nsubj\n"
      "meet VERB 3 advcl present finite\nSunday PROPN 7 obl\n. PUNCT 3 punct";
  EXPECT_EQ(values_in(apart, "2013-03-20"), "2013-03-26 2013-03-24");
}

TEST(Dated, WhatWasDoneOnADayOfTheYearIsPast) {
  const std::string_view born =
      "He PRON 3 nsubj:pass\nwas AUX 3 aux:pass past finite\nborn VERB 0 root past participle\n"
      "on ADP 5 case\nMay PROPN 3 obl\n5 NUM 5 nummod\n. PUNCT 3 punct";
  EXPECT_EQ(values_in(born, "2013-03-20"), "2012-05-05");
  const std::string_view extended =
      "It PRON 3 nsubj:pass\nwas AUX 3 aux:pass past finite\n"
      "extended VERB 0 root past participle\n"
      "to ADP 5 case\nMay PROPN 3 obl\n5 NUM 5 nummod\n. PUNCT 3 punct";
  EXPECT_EQ(values_in(extended, "2013-03-20"), "2013-05-05");
  const std::string_view lasted =
      "They PRON 2 nsubj\nfought VERB 0 root past finite\nfrom ADP 4 case\nMay PROPN 2 obl\n"
      "3 NUM 4 nummod\nthrough ADP 7 case\nMay PROPN 2 obl\n9 NUM 7 nummod\n. PUNCT 2 punct";
  EXPECT_EQ(values_in(lasted, "2013-03-20"), "2012-05-03 2012-05-09");
}

TEST(Dated, TheYearOfTheSecondMonthIsThatOfTheFirst) {
  EXPECT_EQ(values_of("between May and June in 1981", "2013-03-22"), "1981-05 1981-06 1981");
  EXPECT_EQ(values_of("in June in 1981", "2013-03-22"), "1981-06 1981");
}

TEST(Dated, HoursFromADayStayInItUnlessTheyAreWholeDays) {
  EXPECT_EQ(values_of("They left two hours ago.", "2013-03-22"), "2013-03-22TXX");
  EXPECT_EQ(values_of("They left 48 hours ago.", "2013-03-22"), "2013-03-20");
  for (const Timex& timex : times_of("They left two hours ago.", "2013-03-22")) {
    EXPECT_EQ(timex.type, TimexType::time);
    EXPECT_FALSE(timex.date);
  }
}

TEST(Dated, WhatStandsAroundAYearMayTellThatItIsOne) {
  const auto found = times_of("two sisters (d. 1990) and a son", "2013-03-22");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].span, (Span{16, 20}));
}

TEST(Dated, WhatIsBiddenLiesAhead) {
  EXPECT_EQ(values_in("Call VERB 0 root finite\nme PRON 1 obj\non ADP 4 case\n"
                      "Monday PROPN 1 obl\n. PUNCT 1 punct",
                      "2013-03-20"),
            "2013-03-25");
}

TEST(Dated, WhatIsPutOffFromADayMayLieAhead) {
  const std::string_view put_off =
      "It PRON 3 nsubj:pass\nwas AUX 3 aux:pass past finite\n"
      "moved VERB 0 root past participle\n"
      "from ADP 5 case\nMay PROPN 3 obl\n5 NUM 5 nummod\n"
      "to ADP 8 case\nMay PROPN 3 obl\n9 NUM 8 nummod\n. PUNCT 3 punct";
  EXPECT_EQ(values_in(put_off, "2013-03-20"), "2013-05-05 2013-05-09");
}

TEST(Dated, PiecesOfAWordAreNoTimes) {
  EXPECT_EQ(values_of("see example.org/x7q3Kab and mar5c and 9b2015x", "2013-03-22"), "");
  EXPECT_EQ(values_of("at 2013-03-22T19:30Z", "2013-03-22"), "2013-03-22T19:30");
  EXPECT_EQ(values_of("by 5pm", "2013-03-22"), "2013-03-22T17:00");
}

TEST(Signals, TwoWordsOfCautionLeaveABoundAsItIs) {
  const auto found = times_of("They stay shut until at least March 1.", "2021-02-18");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].signal, "until");
}

TEST(Signals, AndJoinsTheEndsOfARangeAfterBetween) {
  const auto found = times_of("Five were found between Sunday and Tuesday.", "2021-02-18");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].range_end, TimexId{1});
  const auto apart = times_of("Five were found on Sunday and Tuesday.", "2021-02-18");
  ASSERT_EQ(apart.size(), 2u);
  EXPECT_FALSE(apart[0].range_end);
}

// --- two readings

std::vector<std::string> others_of(std::string text, std::string_view published) {
  const std::vector<Timex> found = times_of(std::move(text), published);
  return found.empty() ? std::vector<std::string>{"nothing found"} : found[0].other_values;
}
using Others = std::vector<std::string>;

TEST(OtherReadings, DayAndMonthMayBeTheOtherWayRound) {
  EXPECT_EQ(values_of("It opened on 03/04/2022."), "2022-03-04");
  EXPECT_EQ(others_of("It opened on 03/04/2022.", ""), Others{"2022-04-03"});
  EXPECT_EQ(others_of("It opened on 3/4/22.", "2022-06-01"), Others{"2022-04-03"});
  EXPECT_EQ(others_of("It opened on 03/13/2022.", ""), Others{});
  EXPECT_EQ(others_of("It opened on 13/03/2022.", ""), Others{});
  EXPECT_EQ(others_of("It opened on 04/04/2022.", ""), Others{});
  EXPECT_EQ(others_of("It opened on March 4, 2022.", ""), Others{});
}

TEST(OtherReadings, NextFridayMayBeThatOfTheWeekAfter) {
  EXPECT_EQ(others_of("It will open next Friday.", "2022-02-09"), Others{"2022-02-18"});
  EXPECT_EQ(others_of("It will open next Tuesday.", "2022-02-09"), Others{});  // of next week
  EXPECT_EQ(others_of("It opened last Friday.", "2022-02-09"), Others{});
}

TEST(OtherReadings, MidnightBeginsOrEndsItsDay) {
  EXPECT_EQ(values_of("It stays open until midnight Friday.", "2022-02-09"), "2022-02-11T24:00");
  EXPECT_EQ(others_of("It stays open until midnight Friday.", "2022-02-09"),
            Others{"2022-02-11T00:00"});
}

}  // namespace
}  // namespace dateline
