#include <gtest/gtest.h>

#include <cstdlib>
#include <ostream>

#include "tests/fuzz/targets.h"
#include "tests/support/mutate.h"

namespace dateline::test {

static void PrintTo(const FuzzTarget& target, std::ostream* to) { *to << target.name; }

namespace {

class Fuzz : public testing::TestWithParam<FuzzTarget> {};

// DATELINE_FUZZ_INPUTS=1000000 searches longer, always along the same way.
long inputs() {
  constexpr long kQuick = 20'000;
  const char* told = std::getenv("DATELINE_FUZZ_INPUTS");
  return told == nullptr ? kQuick : std::atol(told);
}

TEST_P(Fuzz, NoBytesBreakIt) {
  const FuzzTarget& target = GetParam();
  for (const std::string_view seed : target.seeds) EXPECT_EQ(target.broken_by(seed), "") << seed;
  EXPECT_EQ(target.broken_by(""), "");
  Random random(12);
  for (long i = 0; i < inputs() / target.cost; ++i) {
    const std::string bytes = mutated(random, target.seeds);
    ASSERT_EQ(target.broken_by(bytes), "") << testing::PrintToString(bytes);
  }
}

INSTANTIATE_TEST_SUITE_P(Everything, Fuzz, testing::ValuesIn(fuzz_targets()),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace dateline::test
