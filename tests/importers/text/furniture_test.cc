#include "importers/text/furniture.h"

#include <gtest/gtest.h>

#include "importers/data_files.h"

namespace dateline {
namespace {

FurniturePatterns parsed(std::string_view text) {
  auto patterns = FurniturePatterns::parse(text, "x.txt");
  EXPECT_TRUE(patterns) << patterns.error().message;
  return std::move(patterns).value();
}

TEST(Furniture, EveryExampleOfTheDataHolds) {
  const auto patterns = FurniturePatterns::parse(
      DataFiles::embedded().find("en/furniture.txt").value(), "en/furniture.txt");
  ASSERT_TRUE(patterns) << patterns.error().message;
  ASSERT_GT(patterns->examples().size(), 80u);
  for (const auto& example : patterns->examples())
    EXPECT_EQ(patterns->kind_of(example.text), example.expected)
        << example.rule << ": " << example.text;
}

TEST(Furniture, PassesOverCaseSignsAndEmoji) {
  const auto patterns = parsed("line share : share this\n");
  EXPECT_EQ(patterns.kind_of("  🔗 SHARE — this! "), Furniture::line);
  EXPECT_EQ(patterns.kind_of("share that"), Furniture::none);
}

TEST(Furniture, FitsWholeLinesOnly) {
  const auto patterns = parsed("line share : share this\n");
  EXPECT_EQ(patterns.kind_of("share this now"), Furniture::none);
  EXPECT_EQ(patterns.kind_of("do share this"), Furniture::none);
}

TEST(Furniture, KnowsOptionalWordsNumbersAndGaps) {
  const auto patterns = parsed("section s : read|see # more? stories *\n");
  EXPECT_EQ(patterns.kind_of("See 12 stories"), Furniture::section);
  EXPECT_EQ(patterns.kind_of("read 3 more stories on a b c"), Furniture::section);
  EXPECT_EQ(patterns.kind_of("read three more stories"), Furniture::none);
  EXPECT_EQ(patterns.kind_of("see 1 stories a b c d e f g h i"), Furniture::none);
}

TEST(Furniture, LongLinesAndEmptyOnesAreNone) {
  const auto patterns = parsed("line all : a * * * * * * * *\n");
  std::string line = "a";
  for (int i = 0; i < 39; ++i) line += " b";
  EXPECT_EQ(patterns.kind_of(line), Furniture::line);
  EXPECT_EQ(patterns.kind_of(line + " b"), Furniture::none);
  EXPECT_EQ(patterns.kind_of(" — "), Furniture::none);
}

TEST(Furniture, BrokenDataIsReportedWithItsLine) {
  const auto message = [](std::string_view text) {
    return FurniturePatterns::parse(text, "x.txt").error().message;
  };
  EXPECT_EQ(message("\nlines a : b"), "x.txt:2: expected 'line', 'section', '+' or '-' first");
  EXPECT_EQ(message("line a b"), "x.txt:1: expected a name, ':' and a pattern");
  EXPECT_EQ(message("line a : * b"), "x.txt:1: expected a pattern that begins with a word");
  EXPECT_EQ(message("+ x"), "x.txt:1: expected a rule before its examples");
}

}  // namespace
}  // namespace dateline
