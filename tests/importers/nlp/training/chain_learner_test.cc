#include "importers/nlp/training/chain_learner.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

ChainWord word(std::uint32_t feature, std::uint16_t allowed) {
  ChainWord made;
  made.features = {feature};
  made.allowed = allowed;
  return made;
}

constexpr std::uint16_t only(NameTag tag) { return static_cast<std::uint16_t>(1 << tag); }

void learn(ChainLearner& learner, const std::vector<ChainSentence>& sentences) {
  for (int round = 0; round < 200; ++round)
    for (const ChainSentence& sentence : sentences) learner.learn(sentence, true);
}

TEST(ChainLearner, LearnsWhatAFeatureSays) {
  const ChainSentence sentence{{word(0, only(1)), word(1, only(0)), word(2, only(5))}};
  ChainLearner learner(3);
  learn(learner, {sentence});
  EXPECT_EQ(learner.decode(sentence, true), (std::vector<NameTag>{1, 0, 5}));
}

TEST(ChainLearner, LearnsFromThePlaceInTheSequence) {
  // The same feature begins a name after feature 0 and goes on in one otherwise.
  const ChainSentence one{{word(0, only(0)), word(1, only(3))}};
  const ChainSentence two{{word(2, only(3)), word(1, only(4))}};
  ChainLearner learner(3);
  learn(learner, {one, two});
  EXPECT_EQ(learner.decode(one, true), (std::vector<NameTag>{0, 3}));
  EXPECT_EQ(learner.decode(two, true), (std::vector<NameTag>{3, 4}));
}

TEST(ChainLearner, NeverGivesAnImpossibleSequence) {
  ChainLearner learner(1);
  learn(learner, {ChainSentence{{word(0, only(2))}}});
  EXPECT_NE(learner.decode(ChainSentence{{word(0, 1)}}, true).front(), 2);
}

TEST(ChainLearner, LearnsNothingBetweenTagsThatMayBothBeRight) {
  const std::uint16_t either = only(0) | only(7) | only(8);
  const ChainSentence open{{word(0, either)}}, other{{word(1, only(7))}};
  ChainLearner learner(2);
  learn(learner, {open, other});
  EXPECT_TRUE(either >> learner.decode(open, true).front() & 1);
  EXPECT_EQ(learner.decode(other, true).front(), 7);
}

TEST(ChainLearner, KeepsTheLargestWeights) {
  ChainLearner learner(2);
  learn(learner, {ChainSentence{{word(0, only(1))}}});
  learner.keep_largest(1);
  EXPECT_TRUE(learner.is_kept(0));
  EXPECT_FALSE(learner.is_kept(1));
}

}  // namespace
}  // namespace dateline
