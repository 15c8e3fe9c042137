#include "importers/text/repair_changes.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline {
namespace {

RepairPass pass_of(std::string table, std::vector<Correction> corrections) {
  return {std::move(table), 20, std::move(corrections)};
}

TEST(RepairChanges, JoinsWhatTwoPassesDidToOnePlace) {
  RepairChanges changes("xABCDy");
  changes.apply(pass_of("one", {{{1, 3}, "a", 0.9, 1}, {{3, 5}, "b", 0.8, 2}}));
  EXPECT_EQ(changes.current(), "xaby");
  changes.apply(pass_of("two", {{{1, 3}, "é", 0.95, 1}}));
  EXPECT_EQ(changes.current(), "xéy");
  const Repaired done = changes.finish(Text::from_source("xABCDy"));
  EXPECT_EQ(done.text.view(), "xéy");
  ASSERT_EQ(done.repairs.size(), 1u);
  EXPECT_EQ(done.repairs[0].at, (SourceSpan{1, 5}));
  EXPECT_EQ(done.repairs[0].broken, "ABCD");
  EXPECT_EQ(done.repairs[0].fixed, "é");
  EXPECT_EQ(done.repairs[0].table, "one, then one, 2 times, then two");
  EXPECT_EQ(done.repairs[0].confidence, 0.8);
}

TEST(RepairChanges, KeepsApartWhatOnlyTouches) {
  RepairChanges changes("abcd");
  changes.apply(pass_of("t", {{{0, 2}, "1", 1, 1}, {{2, 4}, "2", 1, 1}}));
  EXPECT_EQ(changes.finish(Text::from_source("abcd")).repairs.size(), 2u);
}

/// The text as it is now, and for each of its bytes the bytes of the first text it came from.
struct Model {
  std::string text;
  std::vector<Span> from;
};

/// Random corrections that do not overlap, applied to the model byte by byte.
RepairPass random_pass(Model& model, std::mt19937& random) {
  RepairPass pass = pass_of("t", {});
  Model next;
  for (std::uint32_t at = 0; at < model.text.size();) {
    const auto size = std::min(1 + static_cast<std::uint32_t>(random() % 3),
                               static_cast<std::uint32_t>(model.text.size()) - at);
    if (random() % 4 == 0) {
      const std::string fixed(1 + random() % 2, static_cast<char>('A' + random() % 26));
      pass.corrections.push_back({{at, at + size}, fixed, 1, 1});
      const Span whole{model.from[at].begin, model.from[at + size - 1].end};
      next.text += fixed;
      next.from.insert(next.from.end(), fixed.size(), whole);
    } else {
      next.text.append(model.text, at, size);
      next.from.insert(next.from.end(), model.from.begin() + at, model.from.begin() + at + size);
    }
    at += size;
  }
  model = next;
  return pass;
}

TEST(RepairChanges, AgreeWithAModelOfEveryByte) {
  std::mt19937 random(1);
  for (int round = 0; round < 2000; ++round) {
    const std::string given = "abcdefghijklmnopqrst";
    Model model{given, {}};
    for (std::uint32_t i = 0; i < given.size(); ++i) model.from.push_back({i, i + 1});
    RepairChanges changes(given);
    for (int pass = 0; pass < 3; ++pass) changes.apply(random_pass(model, random));
    ASSERT_EQ(changes.current(), model.text);
    const Repaired done = changes.finish(Text::from_source(given));
    ASSERT_EQ(done.text.view(), model.text);
    for (std::uint32_t i = 0; i < model.text.size(); ++i) {
      // A change may be wider than the byte's own past, never narrower.
      const SourceSpan source = done.text.to_source({i, i + 1});
      ASSERT_LE(source.begin, model.from[i].begin);
      ASSERT_GE(source.end, model.from[i].end);
    }
  }
}

}  // namespace
}  // namespace dateline
