#include "importers/nlp/name_parts.h"

#include <gtest/gtest.h>

#include "tests/support/make_document.h"

namespace dateline {
namespace {

/// The names of a line whose tokens are all one name, parted by "; ".
std::string parts_of(std::string_view lines) {
  Document document = make_document(lines);
  document.names.push_back(
      {{0, static_cast<std::uint32_t>(document.tokens.size())}, NameLabel::miscellaneous});
  std::string all;
  for (const NameSpan& part : part_names_at_verbs(document))
    all +=
        (all.empty() ? "" : "; ") + std::string(document.span_of(part.tokens).of(document.text()));
  return all;
}

TEST(NameParts, AHeadlineIsCutAtItsVerb) {
  EXPECT_EQ(parts_of("# headline\n"
                     "Arn PROPN 2 compound\n"
                     "Foods PROPN 3 nsubj\n"
                     "buys VERB 0 root present finite\n"
                     "Solent PROPN 3 obj\n"),
            "Arn Foods; Solent");
}

TEST(NameParts, ATitleInCapitalsStaysWhole) {
  EXPECT_EQ(parts_of("# headline\n"
                     "Winter PROPN 2 nsubj\n"
                     "Comes VERB 0 root present finite\n"
                     "Home PROPN 2 obj\n"),
            "Winter Comes Home");
}

TEST(NameParts, AVerbAtTheEndCutsNothingOff) {
  EXPECT_EQ(parts_of("Arn PROPN 2 nsubj\n"
                     "wins VERB 0 root present finite\n"),
            "Arn wins");
}

}  // namespace
}  // namespace dateline
