#include "importers/text/decoration.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Decoration, IsTakenOffBothEnds) {
  EXPECT_EQ(without_decoration("Mill closes 💥💥💥"), "Mill closes");
  EXPECT_EQ(without_decoration("🔴 ⚡️ Live: mill burns ▶ "), "Live: mill burns");
}

TEST(Decoration, StaysWithin) {
  EXPECT_EQ(without_decoration("I ❤️ the mill"), "I ❤️ the mill");
}

TEST(Decoration, LettersAndQuotesAreNone) {
  EXPECT_EQ(without_decoration("“Öst” – über 3 €"), "“Öst” – über 3 €");
}

TEST(Decoration, MayBeAllThereIs) {
  EXPECT_EQ(without_decoration("💥 "), "");
  EXPECT_EQ(without_decoration(""), "");
}

}  // namespace
}  // namespace dateline
