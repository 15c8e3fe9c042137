#include "importers/nlp/coreference.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "importers/nlp/pronoun_weights.h"

#include "tests/support/reading.h"

namespace dateline {
namespace {

/// The name of the entity that is spoken of in those words, as a mention; empty if there is none.
std::string name_of_mention(const Timeline& timeline, std::string_view words) {
  for (const Entity& entity : timeline.entities)
    for (const Evidence& mention : entity.mentions)
      if (mention.quote == words) return entity.name;
  return {};
}

std::size_t count_of(const Timeline& timeline, EntityKind kind) {
  return static_cast<std::size_t>(std::ranges::count(timeline.entities, kind, &Entity::kind));
}

TEST(Coreference, AnAcronymIsTheNameThatItIsMadeOf) {
  const Timeline before = timeline_of(
      "EU bans imports of steel\n\nThe European Union on Friday banned imports of steel. The EU "
      "said so.\n");
  EXPECT_EQ(name_of_mention(before, "EU"), "European Union");
  const Timeline after = timeline_of(
      "The deadline was set by the African Union on Monday. The AU will meet the rebels.\n");
  EXPECT_EQ(name_of_mention(after, "The AU").empty() ? name_of_mention(after, "AU")
                                                     : name_of_mention(after, "The AU"),
            "African Union");
}

TEST(Coreference, WhomTheHeadlineDoesNotNameTheFirstSentenceDoes) {
  const Timeline timeline = timeline_of(
      "Rebels reject truce offer\n\nNAROK - The Northern Front on Saturday rejected a government "
      "offer of a ceasefire.\n\nHe had received no reply from the rebels.\n");
  EXPECT_EQ(name_of_mention(timeline, "Rebels"), "Northern Front");
  EXPECT_EQ(name_of_mention(timeline, "the rebels"), "Northern Front");
}

TEST(Coreference, AThingThatStandsNearerKeepsItFromABodyFurtherOff) {
  const Timeline timeline = timeline_of(
      "The National Seismological Institute measured the quake. Rescue workers pulled a girl from "
      "a collapsed apartment block on Tuesday, 11 hours after it fell.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "fell"), Role::agent), "");
}

TEST(Coreference, ABodyOfTheStateIsNotTheFirm) {
  const Timeline timeline = timeline_of(
      "Corvane Terminals filed for bankruptcy in 2020. The Treasury fined it last year. The firm "
      "has appealed.");
  EXPECT_EQ(name_of_mention(timeline, "The firm"), "Corvane Terminals");
}

TEST(Coreference, TheCouncilIsNoOtherBody) {
  const Timeline timeline = timeline_of(
      "The FBI raided city hall in October 2019. Ann Zoller said the council would sue.");
  EXPECT_EQ(name_of_mention(timeline, "the council"), "council");
}

TEST(Coreference, AFirstNameTellsWhetherSheIsMeant) {
  const Timeline timeline = timeline_of(
      "Gov. Rita Salcedo spoke with the sheriff on Monday. He praised Rita Salcedo. She said that "
      "she had asked the president to declare a disaster.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "asked"), Role::speaker), "Rita Salcedo");
}

TEST(Coreference, TheStormIsTheHurricane) {
  const Timeline timeline =
      timeline_of("Hurricane Marlow came ashore on Monday. The storm killed two people.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "killed"), Role::agent), "Hurricane Marlow");
}

TEST(Coreference, AWordOfAFirmsNameIsNoPerson) {
  const Timeline timeline = timeline_of(
      "Dockers rejected an offer from Corvane Terminals on Monday. Corvane denied that it "
      "bargained "
      "in bad faith.");
  EXPECT_EQ(name_of_mention(timeline, "Corvane"), "Corvane Terminals");
  EXPECT_EQ(count_of(timeline, EntityKind::person), 0u);
}

TEST(Coreference, ThePrimeMinisterIsNoFinanceMinister) {
  const Timeline timeline = timeline_of(
      "Finance Minister Aldo Brenn welcomed the decision. The prime minister has promised not to "
      "interfere.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "promised"), Role::speaker), "prime minister");
}

TEST(Coreference, WhoIsReleasedIsWhoWasArrested) {
  const Timeline timeline =
      timeline_of("Police arrested two protesters. They were later released.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "released"), Role::patient), "two protesters");
}

TEST(Coreference, ACallingBeforeANameIsThePerson) {
  const Timeline timeline = timeline_of("Striker Danny Pelham has joined Rovers.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "joined"), Role::agent), "Danny Pelham");
}

TEST(Coreference, AnAcronymInBracketsIsTheNameBeforeIt) {
  const Timeline timeline = timeline_of(
      "The Centers for Disease Control and Prevention (CDC) sent a team. The CDC warned of it.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "warned"), Role::speaker),
            "Centers for Disease Control and Prevention");
}

TEST(Coreference, WhatAnOfficialIsCloseToIsNotTheOfficial) {
  const Timeline timeline =
      timeline_of("A source close to the player failed a test. The player resigned on Friday.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "resigned"), Role::agent), "player");
}

TEST(Coreference, ThePremierIsNotHisSpokesman) {
  const Timeline timeline = timeline_of(
      "The premier's spokesman called the demand absurd. The premier resigned on Friday.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "resigned"), Role::agent), "premier");
}

TEST(Coreference, APossessiveIsThatOfTheSubjectOfItsClause) {
  const Timeline timeline = timeline_of(
      "Martin Gray met Peter Sand in the harbour on Monday. Peter Sand sold his boat to the town.");
  EXPECT_EQ(name_of_mention(timeline, "his"), "Peter Sand");
}

TEST(Coreference, WhoIsSpokenOfAllAlongIsMeantBeforeWhoIsNamedOnce) {
  const Timeline timeline = timeline_of(
      "Anna Berg was born in Narok. She studied law. In 1990 she married Maria Sand's brother. She "
      "died in 2010.");
  EXPECT_EQ(name_of_mention(timeline, "She"), "Anna Berg");
}

TEST(Coreference, BrokenPronounWeightsAreNamed) {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("dateline-pronouns-test-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "en");
  std::ofstream(folder / "en/pronouns.txt") << "# clues\nbias 1 2\n";
  const DataFiles files = DataFiles::from_folder(folder).value();
  const auto weights = PronounWeights::load(files, "en");
  ASSERT_FALSE(weights);
  EXPECT_NE(weights.error().message.find("en/pronouns.txt:2"), std::string::npos);
}

/// The mentions of the entity that is spoken of in those words, in order of the text, parted by
/// "; ".
std::string chain_with(const Timeline& timeline, std::string_view words) {
  for (const Entity& entity : timeline.entities) {
    if (std::ranges::find(entity.mentions, words, &Evidence::quote) == entity.mentions.end())
      continue;
    std::string all;
    for (const Evidence& mention : entity.mentions)
      all += (all.empty() ? "" : "; ") + mention.quote;
    return all;
  }
  return {};
}

TEST(Coreference, AThingThatIsSpokenOfAgainIsOne) {
  const Timeline timeline = timeline_of(
      "The council bought an old lighthouse on Monday. The lighthouse was built in 1911. Mara "
      "Quill "
      "sold a boat.");
  EXPECT_EQ(chain_with(timeline, "The lighthouse"), "an old lighthouse; The lighthouse");
  EXPECT_EQ(chain_with(timeline, "a boat"), "") << "what is spoken of once is none";
}

TEST(Coreference, AThingTakesNoPartInEvents) {
  const Timeline timeline = timeline_of(
      "The council bought an old lighthouse on Monday. The lighthouse collapsed on Tuesday.");
  EXPECT_EQ(actors(timeline, event_of(timeline, "bought"), Role::patient), "");
}

TEST(Coreference, AThingIsToldApartFromTheNameOfAnother) {
  const Timeline timeline = timeline_of(
      "Mara Quill opened a bakery in Norwick on Monday. The bakery sells bread, and Quill said the "
      "bakery would grow.");
  EXPECT_EQ(chain_with(timeline, "The bakery"), "a bakery; The bakery; the bakery");
}

TEST(Coreference, WhatANameIsSaidToBeIsItsAlias) {
  const Timeline timeline =
      timeline_of("Rosa Tellin, a retired judge, spoke on Monday. The judge praised the clerks.");
  EXPECT_EQ(name_of_mention(timeline, "a retired judge"), "Rosa Tellin");
  EXPECT_EQ(name_of_mention(timeline, "The judge"), "Rosa Tellin");
}

TEST(Coreference, WhoWasNeverCalledSoIsNotMeant) {
  const Timeline timeline =
      timeline_of("Simon Farrow praised the bridge on Monday. The architect was not there.");
  EXPECT_NE(name_of_mention(timeline, "The architect"), "Simon Farrow");
}

TEST(Coreference, WhatHoldsAPronounIsNotWhatItStandsFor) {
  const Timeline timeline =
      timeline_of("Mara Quill found her tapes in the attic on Monday. Her tapes were dusty.");
  EXPECT_EQ(name_of_mention(timeline, "her"), "Mara Quill");
}

TEST(Coreference, AMentionIsShownWithAllThatBelongsToIt) {
  const Timeline timeline =
      timeline_of("The driver who left the depot was arrested on Monday. The driver was fined.");
  EXPECT_EQ(chain_with(timeline, "The driver"), "The driver who left the depot; The driver");
}

TEST(Coreference, BodiesThatAreCalledDifferentlyAreTwo) {
  const Timeline timeline = timeline_of(
      "Under the court's ruling on Monday, the ministry published the report on Tuesday.");
  EXPECT_EQ(name_of_mention(timeline, "the ministry"), "ministry");
}

TEST(Coreference, ACourtesyTitleIsNoPartOfTheName) {
  const Timeline timeline =
      timeline_of("Priya Nandra resigned on Monday. The company thanked Ms Nandra for her work.");
  EXPECT_EQ(name_of_mention(timeline, "Ms Nandra"), "Priya Nandra");
}

TEST(Coreference, AManIsNotHisWife) {
  const Timeline timeline = timeline_of(
      "Mr Harm sold the mill in 1990. Mrs Harm said she had never agreed. Mr Harm died in 2001.");
  EXPECT_EQ(count_of(timeline, EntityKind::person), 2);
}

TEST(Coreference, ATitleFindsTheBrotherAndTheSister) {
  const Timeline timeline = timeline_of(
      "Ilse Harm and her brother Jonas Harm inherited the mill. Ms Harm sold her half. Mr Harm "
      "kept his.");
  EXPECT_EQ(name_of_mention(timeline, "Ms Harm"), "Ilse Harm");
  EXPECT_EQ(name_of_mention(timeline, "Mr Harm"), "Jonas Harm");
}

TEST(Coreference, AFirmGoesByItsFirstWord) {
  const Timeline estates =
      timeline_of("Castellan Estates withdrew its plan. Castellan had asked for more time.");
  EXPECT_EQ(name_of_mention(estates, "Castellan"), "Castellan Estates");
  EXPECT_EQ(count_of(estates, EntityKind::organization), 1);
  const Timeline rockets = timeline_of(
      "Meridian Launch lost a rocket on Friday. Meridian said it would fly again. Meridian "
      "Launch's shares fell.");
  EXPECT_EQ(name_of_mention(rockets, "Meridian"), "Meridian Launch");
}

TEST(Coreference, WhoBearsASurnameIsNoFirm) {
  const Timeline timeline = timeline_of(
      "Corran Stone won the race. Stone thanked his coach. \"Corran is fast,\" his coach said.");
  EXPECT_EQ(count_of(timeline, EntityKind::organization), 0);
}

TEST(Coreference, AnAsideNamesWhoeverTheNounStandsFor) {
  EXPECT_EQ(name_of_mention(timeline_of("The mediator, the retired judge Solveig Aune, chaired "
                                        "the talks."),
                            "The mediator"),
            "Solveig Aune");
  EXPECT_EQ(
      name_of_mention(timeline_of("Her employer, Green Valley Telephone Company, let her go."),
                      "Her employer"),
      "Green Valley Telephone Company");
}

TEST(Coreference, WhoIsNamedBesideAListIsNobodyInIt) {
  const Timeline timeline = timeline_of("The mayor, Ann Lee and Bob Orr met on Friday.");
  EXPECT_EQ(name_of_mention(timeline, "The mayor"), "mayor");
}

TEST(Coreference, WhoIsNamedAfterACommaIsNotWhoStandsBeforeIt) {
  const Timeline timeline =
      timeline_of("According to the lawyer, Brandl knew of the letters. Brandl denied it.");
  EXPECT_EQ(name_of_mention(timeline, "the lawyer"), "lawyer");
}

TEST(Coreference, NobodyOwnsHimself) {
  const Timeline timeline = timeline_of("Her predecessor, Ragnar Thors, raised rates.");
  EXPECT_EQ(name_of_mention(timeline, "Her predecessor"), "Ragnar Thors");
  EXPECT_EQ(name_of_mention(timeline, "Her"), "");
}

TEST(Coreference, AnAgeStandsForWhoWasSpokenOfLast) {
  const Timeline timeline =
      timeline_of("Dieter Brandl was convicted. The 61-year-old showed no emotion.");
  EXPECT_EQ(name_of_mention(timeline, "The 61-year-old"), "Dieter Brandl");
}

TEST(Coreference, AMonthIsNoEntity) {
  const Timeline timeline =
      timeline_of("The port closed in July. The storm came in July and July was wet.");
  EXPECT_EQ(name_of_mention(timeline, "July"), "");
}

TEST(Coreference, ARelativeIsNotWhoSharesTheSurname) {
  const Timeline timeline = timeline_of(
      "Sylvie Marchand resigned on Tuesday. Mrs Marchand enjoyed his trust. The firm is owned by "
      "Georges Marchand.");
  EXPECT_EQ(name_of_mention(timeline, "Mrs Marchand"), "Sylvie Marchand");
  EXPECT_EQ(name_of_mention(timeline, "Georges Marchand"), "Georges Marchand");
}

TEST(Coreference, WhatIsDescribedInOtherWordsIsAnother) {
  const Timeline timeline = timeline_of(
      "Divers found the cockpit voice recorder on Thursday. The flight data recorder has not been "
      "found. The recorder may be lost.");
  EXPECT_EQ(name_of_mention(timeline, "The recorder"), "flight data recorder");
  EXPECT_NE(name_of_mention(timeline, "the cockpit voice recorder"), "flight data recorder");
}

TEST(Coreference, AUnionIsNoCompany) {
  const Timeline timeline = timeline_of(
      "Norlink and the drivers' union ABM met on Tuesday. The company denies that any driver will "
      "be dismissed.");
  EXPECT_NE(name_of_mention(timeline, "The company"), "ABM");
}

TEST(Coreference, AnotherCommissionIsAnother) {
  const Timeline timeline = timeline_of(
      "In 1923 a commission of the League drew the border. A joint commission, set up in 1993, was "
      "wound up in 2005.");
  EXPECT_NE(name_of_mention(timeline, "a commission of the League"), "joint commission");
}

}  // namespace
}  // namespace dateline
