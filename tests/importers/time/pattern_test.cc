#include "importers/time/pattern.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace dateline {
namespace {

// Each reading's symbols; "+" marks what touches the one before.
std::vector<std::string> readings(std::string_view text) {
  const auto pattern = parse_pattern(text);
  if (!pattern) return {"error: " + pattern.error().message};
  const auto all = readings_of(*pattern);
  if (!all) return {"error: " + all.error().message};
  std::vector<std::string> list;
  for (const PlainPattern& reading : *all) {
    std::string line;
    for (const PlainElement& element : reading)
      line += (line.empty() ? "" : element.glued ? "+" : " ") + element.symbol;
    list.push_back(line);
  }
  std::sort(list.begin(), list.end());
  return list;
}

using List = std::vector<std::string>;

TEST(Pattern, WordsStandApartAndGluedOnesTouch) {
  EXPECT_EQ(readings("last {weekday}"), List{"last {weekday}"});
  EXPECT_EQ(readings("{day}{ending}"), List{"{day}+{ending}"});
}

TEST(Pattern, OptionsAndChoicesGiveEveryReading) {
  EXPECT_EQ(readings("the? {day}"), (List{"the {day}", "{day}"}));
  EXPECT_EQ(readings("(about|some) {n}"), (List{"about {n}", "some {n}"}));
}

TEST(Pattern, ATildeIsASpaceOrAHyphen) {
  EXPECT_EQ(readings("year~long"), (List{"year long", "year+-+long"}));
}

TEST(Pattern, WhatMayStandBesideIsNoPartOfIt) {
  const auto pattern = parse_pattern("[in|since] {year} ![{counted}]");
  ASSERT_TRUE(pattern);
  ASSERT_EQ(pattern->beside.size(), 2u);
  EXPECT_TRUE(pattern->beside[0].left);
  EXPECT_TRUE(pattern->beside[0].wanted);
  EXPECT_FALSE(pattern->beside[1].left);
  EXPECT_FALSE(pattern->beside[1].wanted);
}

TEST(Pattern, AnAliasNamesACategory) {
  const auto pattern = parse_pattern("{number=rest}");
  ASSERT_TRUE(pattern);
  EXPECT_EQ(pattern->sequence[0].symbol, "{number}");
  EXPECT_EQ(pattern->sequence[0].label, "rest");
}

TEST(Pattern, AMistakeIsTold) {
  EXPECT_FALSE(parse_pattern("(one|two"));
  EXPECT_FALSE(parse_pattern("{day"));
  EXPECT_FALSE(parse_pattern(""));
  EXPECT_FALSE(parse_pattern("((((((a))))))"));
}

}  // namespace
}  // namespace dateline
