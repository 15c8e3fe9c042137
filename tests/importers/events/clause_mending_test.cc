#include "importers/events/clause_mending.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/event_reading.h"
#include "tests/support/make_document.h"

namespace dateline {
namespace {

/// A sentence of a tree as a parser may write it, mended.
struct Mended {
  explicit Mended(std::string_view lines) : document(make_document(lines)) {}

  /// "said ccomp": the head of the first such word and the relation to it; "- root" at the root.
  std::string arc(std::string_view word) {
    if (!done) mend_clauses(document, english_events());
    done = true;
    for (const Token& token : document.tokens) {
      if (token.span.of(document.text()) != word) continue;
      const std::string head(token.head ? document.text_of(token.head) : "-");
      return head + " " + std::string(name_of(token.relation));
    }
    return {};
  }

  /// Marks the words from `first` up to `last`, counted from 0, as a person's name.
  void add_person(std::uint32_t first, std::uint32_t last) {
    document.names.push_back({.tokens = {first, last}, .label = NameLabel::person});
  }
  void add_duration(std::uint32_t first, std::uint32_t last) {
    add_time(first, last).type = TimexType::duration;
  }
  Timex& add_time(std::uint32_t first, std::uint32_t last) {
    Timex& timex = document.timexes.emplace_back();
    timex.span = document.span_of({first, last});
    return timex;
  }

  Document document;
  bool done = false;
};

TEST(ClauseMending, WhatHasAPrepositionIsNoSecondSubject) {
  Mended tree(
      "With ADP 2 case\n"
      "votes NOUN 5 nsubj\n"
      "counted VERB 6 ccomp past participle\n"
      "Osei PROPN 5 nsubj\n"
      "leads VERB 6 ccomp present finite\n"
      "said VERB 0 root past finite\n");
  EXPECT_EQ(tree.arc("votes"), "leads obl");
  EXPECT_EQ(tree.arc("counted"), "votes acl");
  EXPECT_EQ(tree.arc("Osei"), "leads nsubj");
}

TEST(ClauseMending, ASubjectDoesNotReachOverAVerbThatWantsOne) {
  Mended tree(
      "buyer NOUN 7 nsubj\n"
      "had AUX 3 aux past finite\n"
      "informed VERB 0 root past participle\n"
      "Osprey PROPN 3 obj\n"
      "that SCONJ 7 mark\n"
      "date NOUN 7 nsubj:pass\n"
      "named VERB 3 ccomp past participle\n");
  EXPECT_EQ(tree.arc("buyer"), "informed nsubj");
  EXPECT_EQ(tree.arc("date"), "named nsubj:pass");
}

TEST(ClauseMending, ANominalAtTheRootIsTheSubjectOfItsVerb) {
  Mended name(
      "Alan PROPN 0 root\n"
      "signed VERB 1 acl:relcl past finite\n"
      "law NOUN 2 obj\n"
      ". PUNCT 1 punct\n");
  EXPECT_EQ(name.arc("signed"), "- root");
  EXPECT_EQ(name.arc("Alan"), "signed nsubj");
  Mended quake(
      "Quake NOUN 0 root\n"
      "struck VERB 1 acl past participle\n"
      "Tarvia PROPN 2 obj\n");
  EXPECT_EQ(quake.arc("Quake"), "struck nsubj");
  Mended reduced(
      "Quake NOUN 0 root\n"
      "felt VERB 1 acl past participle\n"
      "here ADV 2 advmod\n");
  EXPECT_EQ(reduced.arc("felt"), "Quake acl");
}

TEST(ClauseMending, OfTwoSubjectsTheFirstIsThatOfTheClauseBeforeTheOther) {
  Mended tree(
      "call NOUN 6 nsubj\n"
      "was AUX 3 cop past finite\n"
      "short ADJ 6 ccomp\n"
      ", PUNCT 6 punct\n"
      "official NOUN 6 nsubj\n"
      "said VERB 0 root past finite\n");
  EXPECT_EQ(tree.arc("call"), "short nsubj");
  EXPECT_EQ(tree.arc("official"), "said nsubj");
}

TEST(ClauseMending, AnAdverbThatMakesAnotherVerbIsAParticle) {
  Mended tree(
      "drivers NOUN 2 nsubj\n"
      "walked/walk VERB 0 root past finite\n"
      "out ADV 2 advmod\n");
  EXPECT_EQ(tree.arc("out"), "walked compound:prt");
}

TEST(ClauseMending, ASecondSubjectIsThatOfTheClauseBelowIt) {
  Mended tree(
      "magnitude NOUN 7 nsubj\n"
      "earthquake NOUN 1 appos\n"
      "struck VERB 2 acl past participle\n"
      "Tarvia PROPN 3 obj\n"
      ", PUNCT 3 punct\n"
      "officials NOUN 7 nsubj\n"
      "said VERB 0 root past finite\n");
  EXPECT_EQ(tree.arc("struck"), "said ccomp");
  EXPECT_EQ(tree.arc("earthquake"), "struck nsubj");
  EXPECT_EQ(tree.arc("magnitude"), "earthquake compound");
}

TEST(ClauseMending, AParticipleJoinedToAFiniteVerbIsTheSentence) {
  Mended tree(
      "Impey PROPN 0 root\n"
      "scheduled VERB 1 acl past participle\n"
      "sentencing VERB 2 xcomp gerund\n"
      "and CCONJ 5 cc\n"
      "allowed VERB 2 conj past finite\n");
  EXPECT_EQ(tree.arc("scheduled"), "- root");
  EXPECT_EQ(tree.arc("Impey"), "scheduled nsubj");
}

TEST(ClauseMending, WhatAConjunctionOpensBelongsToTheVerb) {
  Mended tree(
      "table VERB 0 root infinitive\n"
      "motion NOUN 1 obj\n"
      "unless SCONJ 5 mark\n"
      "Lund PROPN 5 nsubj\n"
      "left VERB 2 acl past finite\n");
  EXPECT_EQ(tree.arc("left"), "table advcl");
}

TEST(ClauseMending, WhatFollowsATimeBelongsToTheVerb) {
  Mended tree(
      "gave VERB 0 root past finite\n"
      "owners NOUN 1 obj plural\n"
      "until ADP 4 case\n"
      "June PROPN 1 obl\n"
      "to PART 6 mark\n"
      "apply VERB 4 acl infinitive\n");
  tree.add_time(3, 4);
  EXPECT_EQ(tree.arc("apply"), "gave advcl");
}

TEST(ClauseMending, AConjunctionOpensNoRelativeClause) {
  Mended tree(
      "evidence NOUN 0 root\n"
      "that SCONJ 4 mark\n"
      "anyone PRON 4 nsubj\n"
      "left VERB 1 acl:relcl past finite\n");
  EXPECT_EQ(tree.arc("left"), "evidence acl");
}

TEST(ClauseMending, ARelativePronounKeepsItsClause) {
  Mended tree(
      "Alan PROPN 0 root\n"
      "who PRON 3 nsubj\n"
      "signed VERB 1 acl:relcl past finite\n"
      "law NOUN 3 obj\n");
  EXPECT_EQ(tree.arc("signed"), "Alan acl:relcl");
}

TEST(ClauseMending, AFiniteVerbIsNoPartOfTheNounAfterIt) {
  Mended tree(
      "# headline\n"
      "County PROPN 2 compound\n"
      "orders VERB 3 compound present finite\n"
      "coast NOUN 4 nsubj\n"
      "cleared VERB 0 root past participle\n");
  EXPECT_EQ(tree.arc("orders"), "- root");
  EXPECT_EQ(tree.arc("County"), "orders nsubj");
  EXPECT_EQ(tree.arc("cleared"), "orders ccomp");
  EXPECT_EQ(tree.arc("coast"), "cleared nsubj:pass");
}

TEST(ClauseMending, AClauseWithItsPronounIsARelativeOne) {
  Mended tree(
      "voided VERB 0 root past finite\n"
      "permit NOUN 1 obj\n"
      "which PRON 5 obj\n"
      "office NOUN 5 nsubj\n"
      "issued VERB 2 acl past participle\n");
  EXPECT_EQ(tree.arc("issued"), "permit acl:relcl");
}

TEST(ClauseMending, ThatBeforeASubjectOpensTheClause) {
  Mended tree(
      "evidence NOUN 0 root\n"
      "that PRON 5 obl\n"
      "anyone PRON 5 nsubj:pass\n"
      "was AUX 5 aux:pass past finite\n"
      "freed VERB 1 acl:relcl past participle\n");
  EXPECT_EQ(tree.arc("that"), "freed mark");
  EXPECT_EQ(tree.arc("freed"), "evidence acl");
  EXPECT_EQ(tree.document.tokens[1].pos, Pos::sconj);
}

TEST(ClauseMending, ABareNominalIsTheObject) {
  Mended tree(
      "killing VERB 0 root gerund\n"
      "14 NUM 3 nummod\n"
      "people NOUN 1 obl\n");
  EXPECT_EQ(tree.arc("people"), "killing obj");
  Mended time(
      "killing VERB 0 root gerund\n"
      "last ADJ 3 amod\n"
      "week NOUN 1 obl\n");
  time.add_time(1, 3);
  EXPECT_EQ(time.arc("week"), "killing obl");
  Mended marked(
      "killing VERB 0 root gerund\n"
      "in ADP 3 case\n"
      "Tarvia PROPN 1 obl\n");
  EXPECT_EQ(marked.arc("Tarvia"), "killing obl");
}

TEST(ClauseMending, AVerbIsNoPartOfAFixedPhrase) {
  Mended tree(
      "due ADJ 0 root\n"
      "to PART 1 fixed\n"
      "start VERB 1 fixed infinitive\n");
  EXPECT_EQ(tree.arc("start"), "due xcomp");
  EXPECT_EQ(tree.arc("to"), "start mark");
}

TEST(ClauseMending, ANumberAfterANameCountsTheNoun) {
  Mended tree(
      "gave VERB 0 root past finite\n"
      "Osprey PROPN 4 compound\n"
      "90 NUM 2 flat\n"
      "days NOUN 1 obj plural\n");
  EXPECT_EQ(tree.arc("90"), "days nummod");
  EXPECT_EQ(tree.arc("Osprey"), "gave iobj");
}

TEST(ClauseMending, WhatFollowsADeadlineIsWhatIsDue) {
  Mended tree(
      "extended VERB 0 root past finite\n"
      "deadline NOUN 1 obj\n"
      "for SCONJ 4 mark\n"
      "removing VERB 1 advcl gerund\n");
  EXPECT_EQ(tree.arc("removing"), "deadline acl");
  Mended other(
      "thanked VERB 0 root past finite\n"
      "crew NOUN 1 obj\n"
      "for SCONJ 4 mark\n"
      "removing VERB 1 advcl gerund\n");
  EXPECT_EQ(other.arc("removing"), "thanked advcl");
  Mended finite(
      "table VERB 0 root infinitive\n"
      "motion NOUN 1 obj\n"
      "unless SCONJ 5 mark\n"
      "Lund PROPN 5 nsubj\n"
      "left VERB 1 advcl past finite\n");
  EXPECT_EQ(finite.arc("left"), "table advcl");
}

TEST(ClauseMending, ACallingIsNotTheHeadOfAName) {
  Mended tree(
      "Striker PROPN 4 nsubj\n"
      "Ann PROPN 1 flat\n"
      "has AUX 4 aux present finite\n"
      "joined VERB 0 root past participle\n");
  tree.add_person(1, 2);
  EXPECT_EQ(tree.arc("Ann"), "joined nsubj");
  EXPECT_EQ(tree.arc("Striker"), "Ann compound");
}

TEST(ClauseMending, ADayBeforeAConjunctionIsNotPartOfWhatFollows) {
  Mended tree(
      "remove VERB 0 root infinitive\n"
      "by ADP 7 case\n"
      "June PROPN 4 nmod:unmarked\n"
      "30 NUM 7 nmod\n"
      "or CCONJ 6 cc\n"
      "face VERB 1 conj infinitive\n"
      "fines NOUN 1 obl plural\n");
  tree.add_time(2, 4);
  EXPECT_EQ(tree.arc("30"), "remove obl");
  EXPECT_EQ(tree.arc("by"), "30 case");
  EXPECT_EQ(tree.arc("fines"), "face obj");
}

TEST(ClauseMending, DaysBeforeAClauseCountFromIt) {
  Mended tree(
      "voted VERB 0 root past finite\n"
      "sanctions NOUN 1 obl\n"
      "ten NUM 4 nummod\n"
      "days NOUN 2 nmod:unmarked plural\n"
      "after SCONJ 7 mark\n"
      "it PRON 7 nsubj\n"
      "fired VERB 1 advcl past finite\n");
  tree.add_duration(2, 4);
  EXPECT_EQ(tree.arc("days"), "fired obl:unmarked");
}

}  // namespace
}  // namespace dateline
