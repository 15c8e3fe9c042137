#include "importers/events/dating.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/reading.h"

namespace dateline {
namespace {

std::string date(const Timeline& timeline, std::string_view trigger) {
  return event_of(timeline, trigger).when.edtf;
}

TEST(Dating, WhoSaysSomethingSaysItNowWhateverThePastThatItIsOf) {
  const Timeline timeline = timeline_of(
      "The Calder Trust sued the department in January 2024. Its director, Ingrid Sollers, said "
      "the case was the first of its kind.",
      "2025-05-14");
  EXPECT_EQ(date(timeline, "sued"), "2024-01");
  EXPECT_EQ(date(timeline, "said"), "2025-05-14");
}

TEST(Dating, WhatWasSaidAtTheTimeWasSaidThen) {
  const Timeline timeline = timeline_of(
      "A state panel published its review in March 2023. “The order came too late,” Ruth Okafor "
      "said at the time.",
      "2025-05-14");
  EXPECT_EQ(date(timeline, "said"), "2023-03");
}

TEST(Dating, ARelativeClauseKeepsItsTimeToItself) {
  const Timeline timeline = timeline_of(
      "The permit, which the ministry issued in October 2023, was unlawful. The judge ordered the "
      "ministry to pay.",
      "2025-05-14");
  EXPECT_EQ(date(timeline, "ordered"), "2025-05-14");
}

TEST(Dating, OfTwoFactsTheLaterIsTheNews) {
  const Timeline timeline =
      timeline_of("The freighter sailed two days after Minister Ilse Brandauer warned the owners.",
                  "2025-08-03");
  EXPECT_EQ(date(timeline, "sailed"), "2025-08-03");
  EXPECT_EQ(date(timeline, "warned"), "2025-08-01");
}

TEST(Dating, ADayBeforeTheCallIsCountedFromTheCall) {
  const Timeline timeline = timeline_of(
      "Mayor Joan Harlan spoke with Governor Ellen Marsh by phone on Saturday. A day before the "
      "call, Marsh had warned of floods.",
      "2022-02-12");
  EXPECT_EQ(date(timeline, "spoke"), "2022-02-12");
  EXPECT_EQ(date(timeline, "warned"), "2022-02-11");
}

TEST(Dating, HoursBeforeADayAreOfThatDay) {
  const Timeline timeline = timeline_of(
      "President Alan Whitcomb signed a spending law two hours before a deadline on Thursday.",
      "2027-10-01");
  EXPECT_EQ(date(timeline, "signed"), "2027-09-30");
}

TEST(Dating, AClauseAfterATimeTellsWhatWasThen) {
  const Timeline timeline = timeline_of(
      "Her breakthrough came in 1998, when the city of Tarn asked her to design a school.",
      "2018-06-09");
  EXPECT_EQ(date(timeline, "breakthrough"), "1998");
  EXPECT_EQ(date(timeline, "asked"), "1998");
}

TEST(Dating, WhatHappenedWhenSomethingElseDidHasItsTime) {
  const Timeline timeline = timeline_of(
      "A driver was injured when his lorry overturned on the causeway on Tuesday.", "2026-01-23");
  EXPECT_EQ(date(timeline, "injured"), "2026-01-20");
}

TEST(Dating, TheFirstSinceAYearIsNotOfThatYear) {
  const Timeline timeline =
      timeline_of("Polls opened in the first mayoral runoff since 1998.", "2021-06-13");
  EXPECT_EQ(date(timeline, "opened"), "2021-06-13");
}

TEST(Dating, WhatIsDoneAtAMeetingIsDoneWhenThatIs) {
  const Timeline timeline =
      timeline_of("The council will discuss the repairs at a meeting on Thursday.", "2024-04-10");
  EXPECT_EQ(date(timeline, "discuss"), "2024-04-11");
}

TEST(Dating, LiveUpdatesTellOfTheirDay) {
  const Timeline timeline = timeline_of(
      "Tarn votes: live updates\n\nLIVE — Sunday, June 13, 2021.\n\n10:42 p.m.\nJoan Harlan has "
      "conceded.\n\n8:00 p.m.\nPolls have closed.\n",
      "2021-06-13");
  EXPECT_EQ(date(timeline, "closed"), "2021-06-13");
}

TEST(Dating, WhatIsExpectedOfAYearIsExpectedNow) {
  const Timeline timeline =
      timeline_of("The company now expects revenue of two billion euros in 2024.", "2024-05-02");
  EXPECT_EQ(date(timeline, "expects"), "2024-05-02");
}

TEST(Dating, WhatExpiresInSixtyDaysDoesSoThen) {
  const Timeline timeline =
      timeline_of("The governor signed an emergency declaration on Sunday; it expires in 60 days.",
                  "2023-10-03");
  EXPECT_EQ(date(timeline, "expires"), "2023-11-30");
}

TEST(Dating, GamesThatEndOnADayBoundWhatMayComeBefore) {
  const Timeline timeline = timeline_of(
      "Jake Sullivan warned that Russian forces might invade Ukraine before the Winter Games in "
      "Beijing end on Feb. 20.",
      "2022-02-12");
  EXPECT_EQ(event_of(timeline, "invade").when.edtf, "2022-02-12/2022-02-20");
}

TEST(Dating, AfterAClockTimeIsOnThatDay) {
  const Timeline timeline =
      timeline_of("The bridge collapsed shortly after 8 a.m. on Tuesday.", "2024-04-10");
  EXPECT_EQ(date(timeline, "collapsed"), "2024-04-09");
}

TEST(Dating, WhatStartsOnADayIsAhead) {
  const Timeline timeline = timeline_of(
      "Prime Minister Ilse Brandauer declared three days of mourning starting Wednesday.",
      "2024-05-07");
  EXPECT_TRUE(std::ranges::none_of(timeline.events, [](const Event& event) {
    return event.when.edtf.starts_with("2024-05-01");
  }));
}

TEST(Dating, WhatLiesBetweenTwoDaysLastsFromOneToTheOther) {
  const Timeline timeline =
      timeline_of("Five more victims were found between Sunday and Tuesday.", "2021-02-18");
  EXPECT_EQ(date(timeline, "found"), "2021-02-14/2021-02-16");
}

TEST(Dating, JustBeforeDawnIsOfThatDay) {
  const Timeline timeline =
      timeline_of("The ferry capsized shortly before dawn on Wednesday.", "2022-08-25");
  EXPECT_EQ(date(timeline, "capsized"), "2022-08-24");
}

TEST(Dating, WhatIsPlannedIsNotOfTheDayThatItComesAfter) {
  const Timeline timeline = timeline_of(
      "Drivers will march from next Monday after talks over pay broke down late on Tuesday.",
      "2023-09-13");
  EXPECT_EQ(date(timeline, "march"), "2023-09-18/..");
  EXPECT_EQ(date(timeline, "broke down").substr(0, 10), "2023-09-12");
}

TEST(Dating, AnOwnedDayIsThatOfItsNoun) {
  const Timeline timeline =
      timeline_of("The coach resigned hours after Sunday's attack on the stadium.", "2025-01-29");
  EXPECT_EQ(date(timeline, "attack"), "2025-01-26");
}

TEST(Dating, OfWhatWasVotedToDoAfterADeedTheVoteIsCounted) {
  const Timeline timeline = timeline_of(
      "The council voted on Friday to tighten its sanctions on Zarkova, ten days after the country "
      "fired two missiles.",
      "2022-04-08");
  EXPECT_EQ(date(timeline, "fired"), "2022-03-29");
}

TEST(Dating, NothingIsCountedFromAnEventThatStandsByTheWay) {
  const Timeline timeline = timeline_of(
      "The probe is to land near the pole about five days after liftoff and work there.",
      "2026-10-02");
  EXPECT_EQ(date(timeline, "land"), "2026-10-02/..");
}

TEST(Dating, ThePastOfAConditionMayLieAhead) {
  const Timeline timeline = timeline_of(
      "Colonel Idris Bako threatened to march on the capital if the army did not leave the valley "
      "by Monday.",
      "2025-02-15");
  EXPECT_EQ(date(timeline, "leave"), "../2025-02-17");
}

TEST(Dating, WhatWasDemandedByATimeIsStillToCome) {
  const Timeline timeline = timeline_of(
      "In January, the fund bought a stake of 5 percent and demanded a sale by the summer.",
      "2024-03-04");
  EXPECT_EQ(date(timeline, "demanded"), "2024-01");
}

TEST(Dating, WhatWasOrderedByADayWasDueAfterTheOrder) {
  const Timeline timeline = timeline_of(
      "The ministry ordered the board in December to submit a plan by Jan. 31.", "2021-02-18");
  EXPECT_EQ(date(timeline, "submit"), "../2021-01-31");
}

TEST(Dating, WhatIsPlannedForADayIsOfThatDay) {
  const Timeline timeline = timeline_of(
      "A second walkout is planned for the last week of September. The judge scheduled a hearing "
      "for next Monday.",
      "2023-09-13");
  EXPECT_EQ(date(timeline, "walkout"), "2023-09-25/2023-10-01");
  EXPECT_EQ(event_of(timeline, "walkout").factuality.value, FactualityValue::scheduled);
  EXPECT_EQ(date(timeline, "hearing"), "2023-09-18");
}

TEST(Dating, WhatHadBeenPlannedForADayIsOfTheNearestOne) {
  const Timeline timeline = timeline_of(
      "A debate planned for October 30 was called off after Ilse Varga withdrew.", "2023-11-06");
  EXPECT_EQ(date(timeline, "debate"), "2023-10-30");
  EXPECT_NE(event_of(timeline, "debate").factuality.value, FactualityValue::asserted);
}

TEST(Dating, WhatWasScheduledForAYearWasNotScheduledThen) {
  const Timeline timeline =
      timeline_of("The ferry was originally scheduled to sail in 2023.", "2026-10-02");
  EXPECT_EQ(date(timeline, "sail"), "2023");
  EXPECT_EQ(date(timeline, "scheduled"), "../2026-10-02");
}

TEST(Dating, WhatIsPutOffHasTheNewDayAndThePuttingOffHasNone) {
  const Timeline timeline =
      timeline_of("The vote has been put off from Oct. 6 to Oct. 19, the council said on Friday.",
                  "2026-10-02");
  EXPECT_EQ(date(timeline, "vote"), "2026-10-19");
  EXPECT_EQ(date(timeline, "put off"), "2026-10-02");
}

TEST(Dating, WhatResumesOnADayIsOnThatDay) {
  const Timeline timeline = timeline_of("Talks resume on Friday.", "2022-02-09");
  EXPECT_EQ(date(timeline, "resume"), "2022-02-11");
  const Timeline with_object = timeline_of("The firm resumes work on Friday.", "2022-02-09");
  EXPECT_EQ(date(with_object, "work"), "2022-02-11");
}

TEST(Dating, WhatStartsOnADayStillToComeIsPlanned) {
  const Timeline timeline = timeline_of(
      "The council voted to close the school and move its 180 pupils starting in September 2020.",
      "2019-12-04");
  EXPECT_EQ(event_with(timeline, "starting"), nullptr);
  EXPECT_EQ(event_of(timeline, "move").factuality.value, FactualityValue::scheduled);
}

TEST(Dating, AnAccusationIsNotOfTheYearsThatItTellsOf) {
  const Timeline timeline = timeline_of(
      "Prosecutors accuse Victor Halloran of hiding losses between 2016 and 2019.", "2021-10-11");
  EXPECT_EQ(date(timeline, "accuse"), "2021-10-11");
}

TEST(Dating, WhatEndedAfterMonthsIsCountedFromItsBeginning) {
  const Timeline timeline = timeline_of(
      "The conflict began in 2021 when soldiers took up arms. A peace agreement signed in August "
      "2023 collapsed after four months.",
      "2025-02-15");
  EXPECT_EQ(date(timeline, "collapsed"), "2023-12");
  EXPECT_EQ(date(timeline, "agreement"), "../2023-08-31");
}

TEST(Dating, APlanIsCountedFromTheFactBesideIt) {
  const Timeline timeline = timeline_of(
      "Judge Warren Pike ruled a day before the families were to be removed.", "2020-07-16");
  EXPECT_EQ(date(timeline, "ruled"), "2020-07-16");
  EXPECT_EQ(date(timeline, "removed"), "2020-07-17");
}

TEST(Dating, PlansOfThePastAreNotOfToday) {
  const Timeline timeline =
      timeline_of("The ferry sank in July 2021, minutes before it was to arrive.", "2026-10-02");
  EXPECT_EQ(date(timeline, "arrive"), "2021-07-01/..");
}

TEST(Dating, WhatWasDueAndIsNotDoneIsNoFact) {
  const Timeline timeline =
      timeline_of("The seawall was due to be repaired by the end of 2020, but work has not begun.",
                  "2022-08-25");
  EXPECT_EQ(event_of(timeline, "repaired").factuality.value, FactualityValue::scheduled);
  EXPECT_EQ(date(timeline, "begun"), "../2022-08-25");
}

TEST(Dating, ALengthDoesNotHideTheYearThatItsClauseIsOf) {
  const Timeline timeline = timeline_of(
      "The strike would be the first since 2014, when drivers stayed out for nine days.",
      "2023-09-13");
  EXPECT_EQ(date(timeline, "stayed out"), "2014");
}

TEST(Dating, APlanOfALaterTimeLeadsAwayFromTheStory) {
  const Timeline timeline = timeline_of(
      "Calder bought the complex in 1998. Construction had been due to start in May but was put "
      "off "
      "until October.",
      "2020-07-16");
  EXPECT_NE(date(timeline, "put off"), "1998");
  EXPECT_NE(event_of(timeline, "Construction").factuality.value, FactualityValue::asserted);
}

TEST(Dating, AClauseWithoutAVerbHasOne) {
  const Timeline timeline =
      timeline_of("The window for this year's launch closes on Nov. 2. They had better be quick.",
                  "2026-10-02");
  EXPECT_EQ(date(timeline, "closes"), "2026-11-02");
}

TEST(Dating, APostponementOnADayWasThen) {
  const Timeline timeline = timeline_of(
      "The trial was to begin this week, but the court postponed it on Monday.", "2022-11-17");
  EXPECT_EQ(date(timeline, "postponed"), "2022-11-14");
}

TEST(Dating, WhatWasPlannedForADayIsOfTheNearestOne) {
  const Timeline timeline =
      timeline_of("The vote was first planned for May 24, the mayor said.", "2021-07-26");
  EXPECT_EQ(date(timeline, "vote"), "2021-05-24");
}

TEST(Dating, WhatMustBeDoneDidNotBeginLongAgo) {
  const Timeline timeline = timeline_of(
      "Osprey Minerals must hand over records of its work since 2019 within three weeks.",
      "2025-06-03");
  EXPECT_EQ(date(timeline, "hand").substr(0, 4), "2025");
}

TEST(Dating, AClauseWithItsOwnTenseSharesNoTime) {
  const Timeline timeline = timeline_of(
      "The grant was approved in 2019 but has not been paid, the mayor said.", "2021-07-26");
  EXPECT_EQ(date(timeline, "approved"), "2019");
  EXPECT_NE(date(timeline, "paid"), "2019");
}

TEST(Dating, WhatCameBeforeAFarYearIsNotOfToday) {
  const Timeline timeline =
      timeline_of("She studied law in Madrid and returned in 1953.", "2020-01-08");
  EXPECT_EQ(date(timeline, "studied"), "../1953-12-31");
}

TEST(Dating, WhatAnOldPaperSaidWasSaidSinceThen) {
  const Timeline timeline = timeline_of(
      "A lawsuit filed in 2021 accused the utility of failing to clear trees. It settled.",
      "2024-09-23");
  EXPECT_EQ(date(timeline, "accused"), "2021-01-01/2024-09-23");
}

TEST(Dating, OnceAgainOpensNoClause) {
  const Timeline timeline =
      timeline_of("The council has once again rejected the plan.", "2021-07-26");
  EXPECT_EQ(event_of(timeline, "rejected").factuality.value, FactualityValue::asserted);
}

TEST(Dating, WhatIsToldByTheWayIsNoCondition) {
  const Timeline timeline =
      timeline_of("The board, which meets on Wednesday, will now discuss the plan.", "2025-06-03");
  EXPECT_EQ(event_of(timeline, "meets").factuality.value, FactualityValue::scheduled);
  EXPECT_EQ(date(timeline, "meets"), "2025-06-04");
}

TEST(Dating, TheTwentiethOfAPlanIsStillToCome) {
  const Timeline timeline = timeline_of(
      "Retailers rerouted ships in late October. The first will arrive on the 20th.", "2024-11-14");
  EXPECT_EQ(date(timeline, "arrive"), "2024-11-20");
}

TEST(Dating, TheSameDayIsTheLastOneThatIsOver) {
  const Timeline timeline = timeline_of(
      "Marta Lind said on Monday that talks would end by the summer. Her minister, Pavel Roth, "
      "flew "
      "to Kestrel the same day.",
      "2021-03-24");
  EXPECT_EQ(date(timeline, "flew"), "2021-03-22");
}

TEST(Dating, WhatSomebodyDidByTheWayIsNotOfToday) {
  const Timeline timeline = timeline_of(
      "Ana Reyes Calder, who led San Telmo to independence, died on Sunday.", "2020-01-08");
  EXPECT_EQ(date(timeline, "led"), "../2020-01-08");
}

TEST(Dating, AStoryDoesNotGoOnFromALookBack) {
  const Timeline timeline = timeline_of(
      "In 2018, Osprey Minerals paid a fine. It had known of the fault since 2016, and the owner "
      "resigned the following year.",
      "2023-02-02");
  EXPECT_EQ(date(timeline, "resigned"), "2019");
}

TEST(Dating, AParticipleIsOfTheTimeOfItsFiniteVerb) {
  const Timeline timeline = timeline_of(
      "The city won the right to host the final in November 2019, defeating three rivals.",
      "2022-06-21");
  EXPECT_EQ(date(timeline, "defeating"), "2019-11");
}

TEST(Dating, WhatCouldHappenLiesAheadAndWhatCouldNotIsPast) {
  constexpr std::string_view kSaturday = "2022-02-12";
  EXPECT_EQ(date(timeline_of("The port could close on Monday.", kSaturday), "close"), "2022-02-14");
  EXPECT_EQ(date(timeline_of("Crews could not reach the port on Monday.", kSaturday), "reach"),
            "2022-02-07");
  EXPECT_EQ(date(timeline_of("Will the port close on Monday?", kSaturday), "close"), "2022-02-14");
}

TEST(Dating, ADayAfterTheObjectIsThatOfTheVerbToo) {
  constexpr std::string_view kSaturday = "2022-02-12";
  EXPECT_EQ(date(timeline_of("Two residents heard explosions on Tuesday.", kSaturday), "heard"),
            "2022-02-08");
  EXPECT_EQ(date(timeline_of("The union announced a strike on Tuesday.", kSaturday), "announced"),
            "2022-02-08");
}

TEST(Dating, WhoIsExpectedOnADayComesThatDay) {
  const Timeline timeline = timeline_of("The envoy is expected on Monday.", "2022-02-12");
  EXPECT_EQ(date(timeline, "expected"), "2022-02-14");
  EXPECT_EQ(event_of(timeline, "expected").factuality.value, FactualityValue::scheduled);
}

TEST(Dating, WhatCouldNotBeDoneWasNotDoneByNow) {
  EXPECT_EQ(date(timeline_of("The claim could not be verified.", "2022-02-12"), "verified"),
            "2022-02-12");
}

TEST(Dating, AVerbThatLooksLikeAnAdjectiveTellsWhatHappened) {
  const Timeline timeline =
      timeline_of("Flight 217 vanished from radar on Tuesday, the airline said.", "2022-02-12");
  EXPECT_EQ(date(timeline, "vanished"), "2022-02-08");
}

constexpr std::string_view kDecades =
    "In 1961 engineers measured the valley. In 1963 the cabinet approved a dam. In 1964 farmers "
    "blocked the road. In 1966 the wall was finished. In 1968 the village was sold. ";

TEST(Dating, AStoryMayLeapOverDecades) {
  const Timeline timeline = timeline_of(
      std::string(kDecades) +
          "The water reached the church in March 1991. The last family left by Christmas. That "
          "autumn a committee thanked them.",
      "2024-11-21");
  EXPECT_EQ(date(timeline, "left"), "../1991-12-25");
  EXPECT_EQ(date(timeline, "thanked"), "1991-23");
}

TEST(Dating, OneWeekdayMakesNewsOfAStoryOfThePast) {
  const Timeline timeline =
      timeline_of(std::string(kDecades) + "Its mayor retired last year. Parliament met on Tuesday.",
                  "2024-11-21");
  EXPECT_EQ(date(timeline, "retired"), "2023");
}

TEST(Dating, WhatIsToldAfterABirthWasSinceThen) {
  const Timeline timeline =
      timeline_of("Ilse Harm was born in Marnow in 1958. She studied law.", "2024-11-21");
  EXPECT_EQ(date(timeline, "studied"), "1958-01-01/2024-11-21");
}

TEST(Dating, WhatSomebodyCameToDoWasDoneThen) {
  const Timeline timeline = timeline_of(
      "In August 2003 the village fell dry. Thousands came to see the church.", "2024-11-21");
  EXPECT_EQ(date(timeline, "see"), date(timeline, "came"));
}

TEST(Dating, AnAccidentIsOfTheTimeThatItsNounHas) {
  const Timeline timeline = timeline_of(
      "The finance minister stepped down in January, and Otto Lind died in a car crash in the "
      "spring.",
      "2016-12-08");
  EXPECT_EQ(date(timeline, "died"), "2016-21");
}

TEST(Dating, WhoTurnedThemBackSaidSoThen) {
  const Timeline timeline =
      timeline_of("The convoy was turned back on Tuesday by soldiers who said they had no orders.",
                  "2016-12-08");
  EXPECT_EQ(date(timeline, "said"), "2016-12-06");
}

TEST(Dating, WhatLapsesAtTheEndOfAYearDoesSoOnItsLastDay) {
  EXPECT_EQ(date(timeline_of("The accord lapses at the end of the year.", "2016-12-08"), "lapses"),
            "2016-12-31");
}

TEST(Dating, WhatIsWantedOrThreatenedLiesAhead) {
  EXPECT_EQ(
      date(timeline_of("The council wants to close two libraries in September.", "2025-03-11"),
           "close"),
      "2025-09");
  EXPECT_EQ(date(timeline_of("The opposition has threatened to vote down the budget in February.",
                             "2025-09-03"),
                 "vote down"),
            "2026-02");
}

TEST(Dating, NextFridayIsNotTomorrow) {
  EXPECT_EQ(date(timeline_of("Fighting could resume next Friday.", "2016-12-08"), "resume"),
            "2016-12-16");
}

TEST(Dating, WhatMayHaveHappenedIsOver) {
  EXPECT_EQ(date(timeline_of("The storm may have killed three people.", "2016-12-08"), "killed"),
            "../2016-12-08");
}

TEST(Dating, AVerbTakesTheDayOfWhatStandsBesideIt) {
  EXPECT_EQ(
      date(timeline_of("She tabled a motion of no confidence on Monday.", "2016-12-08"), "tabled"),
      "2016-12-05");
  EXPECT_EQ(date(timeline_of("The union may raise the matter when it meets the management next "
                             "Tuesday.",
                             "2016-12-08"),
                 "raise"),
            "2016-12-13");
  EXPECT_EQ(date(timeline_of("The union announced a strike on Monday.", "2016-12-08"), "announced"),
            "2016-12-05");
}

TEST(Dating, ANewsConferenceIsOfTheDayOfWhatItIsTold) {
  EXPECT_EQ(date(timeline_of("A spokesman told a news conference that the pool would close.",
                             "2016-12-08"),
                 "conference"),
            "2016-12-08");
}

}  // namespace
}  // namespace dateline
