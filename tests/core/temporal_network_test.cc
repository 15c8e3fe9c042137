#include "core/temporal_network.h"

#include <gtest/gtest.h>

#include <random>

namespace dateline {
namespace {

using enum TemporalRelation;
using Conflict = TemporalNetwork::Conflict;

TEST(TemporalNetwork, ConcludesWhatFollows) {
  TemporalNetwork network(4);
  EXPECT_FALSE(network.add(0, before, 1, 0));
  EXPECT_FALSE(network.add(1, includes, 2, 1));
  EXPECT_FALSE(network.add(3, simultaneous, 0, 2));
  EXPECT_EQ(network.between(0, 2), before);
  EXPECT_EQ(network.between(2, 3), after);
  EXPECT_EQ(network.between(2, 1), is_included);
  EXPECT_EQ(network.between(3, 0), simultaneous);
}

TEST(TemporalNetwork, LeavesOpenWhatDoesNotFollow) {
  TemporalNetwork network(3);
  network.add(0, is_included, 2, 0);
  network.add(1, is_included, 2, 1);
  EXPECT_EQ(network.between(0, 1), vague);
  network.add(0, vague, 1, 2);
  EXPECT_EQ(network.between(0, 1), vague);
}

TEST(TemporalNetwork, OrderOfAddingDoesNotMatter) {
  TemporalNetwork forwards(5), backwards(5);
  for (std::uint32_t i = 0; i < 4; ++i) {
    forwards.add(i, before, i + 1, i);
    backwards.add(4 - i, after, 3 - i, i);
  }
  for (std::uint32_t a = 0; a < 5; ++a)
    for (std::uint32_t b = 0; b < 5; ++b)
      EXPECT_EQ(forwards.between(a, b), backwards.between(a, b)) << a << " and " << b;
  EXPECT_EQ(forwards.between(4, 0), after);
}

TEST(TemporalNetwork, NamesTheFewestLinksBehindAContradiction) {
  TemporalNetwork network(5);
  network.add(0, before, 1, 10);
  network.add(1, before, 2, 11);
  network.add(2, before, 3, 12);
  network.add(0, is_included, 4, 13);
  network.add(4, before, 3, 14);
  const auto conflict = network.add(3, before, 0, 15);
  ASSERT_TRUE(conflict);
  EXPECT_EQ(*conflict, (Conflict{13, 14}));
}

TEST(TemporalNetwork, WhatContradictsIsNotAdded) {
  TemporalNetwork network(3);
  network.add(0, before, 1, 0);
  EXPECT_EQ(network.add(1, includes, 0, 1), (Conflict{0}));
  EXPECT_EQ(network.between(0, 1), before);
  EXPECT_FALSE(network.add(1, before, 2, 2));
  EXPECT_EQ(network.add(0, simultaneous, 2, 3), (Conflict{0, 2}));
}

TEST(TemporalNetwork, NothingIsBeforeItself) {
  TemporalNetwork network(1);
  EXPECT_EQ(network.add(0, before, 0, 7), Conflict{});
  EXPECT_FALSE(network.add(0, simultaneous, 0, 8));
}

TEST(TemporalNetwork, IntervalsThatShareAnEndMayIncludeEachOther) {
  TemporalNetwork network(2);
  EXPECT_FALSE(network.add(0, includes, 1, 0));
  EXPECT_FALSE(network.add(0, is_included, 1, 1));
  EXPECT_EQ(network.between(0, 1), simultaneous);
}

/// Whether the interval that a relation puts on intervals with known ends holds for them.
bool holds(std::pair<int, int> a, TemporalRelation relation, std::pair<int, int> b) {
  switch (relation) {
    case before:
      return a.second <= b.first;
    case after:
      return b.second <= a.first;
    case includes:
      return a.first <= b.first && b.second <= a.second;
    case is_included:
      return b.first <= a.first && a.second <= b.second;
    case simultaneous:
      return a == b;
    case vague:
      return true;
  }
  return false;
}

TEST(TemporalNetwork, ConcludesOnlyWhatHoldsOfEveryOrderAndRefusesNothingThatHolds) {
  std::mt19937 random(7);
  for (int round = 0; round < 50; ++round) {
    constexpr std::uint32_t kCount = 12;
    std::vector<std::pair<int, int>> truth;
    for (std::uint32_t i = 0; i < kCount; ++i) {
      const int start = static_cast<int>(random() % 20);
      truth.emplace_back(start, start + 1 + static_cast<int>(random() % 8));
    }
    TemporalNetwork network(kCount);
    for (std::uint32_t link = 0; link < 30; ++link) {
      const auto a = static_cast<std::uint32_t>(random() % kCount);
      const auto b = static_cast<std::uint32_t>(random() % kCount);
      const auto relation = static_cast<TemporalRelation>(random() % 5);
      if (a != b && holds(truth[a], relation, truth[b])) {
        EXPECT_FALSE(network.add(a, relation, b, link));
      }
    }
    for (std::uint32_t a = 0; a < kCount; ++a)
      for (std::uint32_t b = 0; b < kCount; ++b)
        EXPECT_TRUE(holds(truth[a], network.between(a, b), truth[b])) << round;
  }
}

}  // namespace
}  // namespace dateline
