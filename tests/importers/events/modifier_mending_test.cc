#include "importers/events/modifier_mending.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/event_reading.h"
#include "tests/support/make_document.h"

namespace dateline {
namespace {

/// A sentence of a tree as a parser may write it, mended.
struct MendedModifiers {
  explicit MendedModifiers(std::string_view lines) : document(make_document(lines)) {
    mend_modifiers(document, english_events());
  }

  /// "struck nsubj": the head of the first such word and the relation to it; "- root" at the root.
  std::string arc(std::string_view word) const {
    for (const Token& token : document.tokens) {
      if (token.span.of(document.text()) != word) continue;
      const std::string head(token.head ? document.text_of(token.head) : "-");
      return head + " " + std::string(name_of(token.relation));
    }
    return {};
  }

  Document document;
};

TEST(ModifierMending, AVerbBetweenTwoNominalsIsNoModifierOfTheSecond) {
  MendedModifiers tree(
      "On ADP 2 case\n"
      "Saturday PROPN 4 nmod\n"
      "a DET 4 det\n"
      "quake NOUN 0 root\n"
      "struck VERB 6 amod past participle\n"
      "Arn PROPN 4 appos\n");
  EXPECT_EQ(tree.arc("struck"), "- root");
  EXPECT_EQ(tree.arc("quake"), "struck nsubj");
  EXPECT_EQ(tree.arc("Arn"), "struck obj");
  EXPECT_EQ(tree.arc("Saturday"), "struck obl");
  MendedModifiers noun(
      "Mayor NOUN 0 root\n"
      "of ADP 5 case\n"
      "the DET 5 det\n"
      "damaged VERB 5 amod past participle\n"
      "town NOUN 1 nmod\n");
  EXPECT_EQ(noun.arc("damaged"), "town amod");
}

TEST(ModifierMending, AGerundAfterAVerbOfPhaseIsWhatBegins) {
  MendedModifiers tree(
      "They PRON 3 nsubj\n"
      "have AUX 3 aux\n"
      "begun/begin VERB 0 root past participle\n"
      "questioning VERB 5 amod\n"
      "owners NOUN 3 obj\n");
  EXPECT_EQ(tree.arc("questioning"), "begun xcomp");
  EXPECT_EQ(tree.arc("owners"), "questioning obj");
}

}  // namespace
}  // namespace dateline
