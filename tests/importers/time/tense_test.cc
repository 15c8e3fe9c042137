#include "importers/time/tense.h"

#include <gtest/gtest.h>

#include "importers/time/timex_rules.h"
#include "tests/support/make_document.h"

namespace dateline {
namespace {

const Grammar& english() {
  static const Result<TimexRules> rules = load_timex_rules(DataFiles::embedded(), "en");
  return rules->grammar;
}

TimexClause clause_of(std::string_view lines, std::string_view words) {
  const Document document = make_document(lines);
  const auto at = document.text().find(words);
  EXPECT_NE(at, std::string_view::npos);
  return TenseReader(document, english())
      .around({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())});
}

TEST(Tense, IsThatOfTheVerbThatTheTimeHangsOn) {
  const std::string_view lines =
      "He PRON 2 nsubj\nsaid VERB 0 root past finite\nthat SCONJ 6 mark\nthey PRON 6 nsubj\n"
      "will AUX 6 aux finite\nmeet VERB 2 ccomp infinitive\nMonday PROPN 2 obl\n. PUNCT 2 punct";
  EXPECT_EQ(clause_of(lines, "Monday").tense, ClauseTense::past);
  EXPECT_TRUE(clause_of(lines, "Monday").hangs_on_verb);
}

TEST(Tense, OfAFutureClauseIsFuture) {
  EXPECT_EQ(clause_of("They PRON 3 nsubj\nwill AUX 3 aux finite\nmeet VERB 0 root infinitive\n"
                      "Monday PROPN 3 obl",
                      "Monday")
                .tense,
            ClauseTense::future);
}

TEST(Tense, OfWhatIsExpectedIsFutureAndOfWhatHadBeenDueIsPast) {
  EXPECT_EQ(clause_of("It PRON 3 nsubj:pass\nis AUX 3 aux:pass present finite\n"
                      "expected VERB 0 root past participle\nin ADP 5 case\nDecember PROPN 3 obl",
                      "December")
                .tense,
            ClauseTense::future);
  EXPECT_EQ(clause_of("It PRON 4 nsubj\nhad AUX 4 aux past finite\nbeen AUX 4 cop past participle\n"
                      "due ADJ 0 root\nto PART 6 mark\nexpire VERB 4 xcomp infinitive\n"
                      "Friday PROPN 6 obl",
                      "Friday")
                .tense,
            ClauseTense::past);
}

TEST(Tense, LooksBackInThePastPerfectOnly) {
  EXPECT_TRUE(clause_of("It PRON 4 nsubj:pass\nhad AUX 4 aux past finite\n"
                        "been AUX 4 aux:pass past participle\nbegun VERB 0 root past participle\n"
                        "in ADP 6 case\n1961 NUM 4 obl",
                        "1961")
                  .looks_back);
  EXPECT_FALSE(clause_of("It PRON 3 nsubj:pass\nwas AUX 3 aux:pass past finite\n"
                         "begun VERB 0 root past participle\nin ADP 5 case\n1961 NUM 3 obl",
                         "1961")
                   .looks_back);
}

TEST(Tense, WhatWasMeantForAMonthWasAPlan) {
  EXPECT_TRUE(clause_of("It PRON 3 nsubj:pass\nwas AUX 3 aux:pass past finite\n"
                        "planned VERB 0 root past participle\nfor ADP 5 case\nMarch PROPN 3 obl",
                        "March")
                  .was_meant);
  EXPECT_FALSE(clause_of("It PRON 3 nsubj:pass\nwas AUX 3 aux:pass past finite\n"
                         "found VERB 0 root past participle\nin ADP 5 case\nMarch PROPN 3 obl",
                         "March")
                   .was_meant);
}

TEST(Tense, OfAConditionInThePresentIsFuture) {
  EXPECT_EQ(clause_of("when ADV 5 advmod\nthe DET 3 det\ncase NOUN 5 nsubj:pass\n"
                      "is AUX 5 aux:pass present finite\nheard VERB 0 root past participle\n"
                      "in ADP 7 case\nMay PROPN 5 obl",
                      "May")
                .tense,
            ClauseTense::future);
}

TEST(Tense, AVerbWithoutATenseHasThatOfAFutureOverIt) {
  EXPECT_EQ(clause_of("Schools NOUN 3 nsubj\nwill AUX 3 aux finite\nstay VERB 0 root infinitive\n"
                      "shut VERB 3 xcomp past participle\nthrough ADP 6 case\nFriday PROPN 4 obl",
                      "Friday")
                .tense,
            ClauseTense::future);
  EXPECT_EQ(clause_of("Schools NOUN 2 nsubj\nstayed VERB 0 root past finite\n"
                      "shut VERB 2 xcomp past participle\non ADP 5 case\nFriday PROPN 3 obl",
                      "Friday")
                .tense,
            ClauseTense::past);
}

TEST(Tense, WhatIsAnnouncedLiesAhead) {
  EXPECT_EQ(clause_of("It PRON 2 nsubj\nresulted VERB 0 root past finite\nfrom ADP 5 case\n"
                      "a DET 5 det\npact NOUN 2 obl\neffective ADJ 5 amod\n[June 1] PROPN 2 obl",
                      "June 1")
                .tense,
            ClauseTense::future);
  EXPECT_EQ(clause_of("He PRON 2 nsubj\nsaid VERB 0 root past finite\nas ADV 4 advmod\n"
                      "soon ADV 2 advmod\nas ADP 6 case\nTuesday PROPN 4 obl",
                      "Tuesday")
                .tense,
            ClauseTense::future);
}

TEST(Tense, AVerbInANounsPlaceIsPassedOver) {
  EXPECT_EQ(clause_of("She PRON 2 nsubj\nmet VERB 0 root past finite\nher PRON 4 nmod:poss\n"
                      "aides VERB 2 obj present finite\nWednesday PROPN 4 iobj",
                      "Wednesday")
                .tense,
            ClauseTense::past);
}

TEST(Tense, ATimeThatOwnsIsTold) {
  EXPECT_TRUE(clause_of("It PRON 2 nsubj\nfollows VERB 0 root present finite\n"
                        "Tuesday PROPN 5 nmod:poss\n's PART 3 case\nvote NOUN 2 obj",
                        "Tuesday")
                  .owns);
}

TEST(Tense, WhatWentOnUntilThenLasts) {
  const auto until = [](std::string_view verb) {
    return clause_of("They PRON 2 nsubj\n" + std::string(verb) +
                         " VERB 0 root past finite\nuntil ADP 4 case\nFriday PROPN 2 obl",
                     "Friday")
        .lasts;
  };
  EXPECT_TRUE(until("stayed"));
  EXPECT_FALSE(until("postponed"));
  EXPECT_TRUE(clause_of("Until ADP 2 case\nThursday PROPN 5 obl\nthey PRON 5 nsubj\n"
                        "had AUX 5 aux past finite\ncalled VERB 0 root past participle",
                        "Thursday")
                  .lasts);
}

TEST(Tense, AUnitAfterACountedThingIsTold) {
  const Document document = make_document(
      "960 NUM 2 nummod\nflights NOUN 0 root\na DET 4 det\nweek NOUN 2 nmod\nfor ADP 7 case\n"
      "a DET 7 det\nweek NOUN 2 nmod");
  const TenseReader reader(document, english());
  EXPECT_TRUE(reader.follows_counted({12, 18}));
  EXPECT_FALSE(reader.follows_counted({23, 29}));
}

TEST(Tense, WithoutTokensIsUnknown) {
  Document document;
  document.article.text = Text::from_source("They met on Monday.");
  EXPECT_EQ(TenseReader(document, english()).around({12, 18}).tense, ClauseTense::unknown);
}

}  // namespace
}  // namespace dateline
