#include "importers/text/repair_hints.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(RepairHints, ReadDoubtsAndJoinedWords) {
  const auto hints = RepairHints::parse("# why\ndoubtful 7 åé\njoined s quela\n", "hints.txt");
  ASSERT_TRUE(hints);
  EXPECT_EQ(hints->doubt(U'é'), 7);
  EXPECT_EQ(hints->doubt('e'), 0);
  EXPECT_TRUE(hints->joins_a_grave("s 19h"));
  EXPECT_TRUE(hints->joins_a_grave("quela"));
  EXPECT_FALSE(hints->joins_a_grave("si"));
  EXPECT_FALSE(hints->joins_a_grave(""));
}

TEST(RepairHints, NameTheLineOfAMistake) {
  for (const char* wrong : {"doubt 7 å\n", "doubtful å\n", "doubtful x å\n"}) {
    const auto hints = RepairHints::parse(wrong, "wrong.txt");
    ASSERT_FALSE(hints) << wrong;
    EXPECT_TRUE(hints.error().message.starts_with("wrong.txt:1:"));
  }
  EXPECT_EQ(RepairHints::embedded().doubt('e'), 0);
}

}  // namespace
}  // namespace dateline
