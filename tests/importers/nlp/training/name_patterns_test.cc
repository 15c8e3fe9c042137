#include "importers/nlp/training/name_patterns.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace dateline {
namespace {

std::string text_of(const TaggedSentence& sentence) {
  std::string text;
  for (std::size_t i = 0; i < sentence.words.size(); ++i)
    text += (i > 0 ? " " : "") + sentence.words[i] + "/" + std::to_string(sentence.tags[i]);
  return text;
}

std::string only(std::string_view patterns, const NameLists& lists = {}) {
  const auto sentences = fill_name_patterns(patterns, lists);
  if (!sentences) return sentences.error().message;
  return sentences->empty() ? "" : text_of(sentences->front());
}

TEST(NamePatterns, MarkTheSlotsThatNameSomething) {
  EXPECT_EQ(only("[person PER]\nAda Bell\n[1]\n{person} left ."), "Ada/1 Bell/2 left/0 ./0");
}

TEST(NamePatterns, FillSlotsWithinSlots) {
  EXPECT_EQ(only("[first -]\nada\n[person PER]\n{First} Bell\n[1]\nBy {PERSON}"),
            "By/0 ADA/1 BELL/2");
}

TEST(NamePatterns, JoinWhatStandsTogether) {
  EXPECT_EQ(only("[part -]\nko\n[side ORG]\n{Part}{part}\n[1]\n{side} 3"), "Koko/3 3/0");
}

TEST(NamePatterns, TakeNamesFromLists) {
  EXPECT_EQ(only("[firm ORG]\n{company}\n[1]\n{firm} 's", {{"company", {"Orso's"}}}),
            "Orso/3 's/4 's/0");
}

TEST(NamePatterns, AreFilledAsOftenAsTheirSectionSays) {
  const auto sentences = fill_name_patterns("[3]\none\ntwo\n", {});
  ASSERT_TRUE(sentences);
  EXPECT_EQ(sentences->size(), 6u);
}

TEST(NamePatterns, RefuseASlotThatNothingFills) {
  EXPECT_EQ(only("[1]\n{nobody} came"), "nothing fills {nobody}");
}

TEST(NamePatterns, EndWhereAListHoldsItself) {
  EXPECT_EQ(only("[loop LOC]\n{loop}\n[1]\n{loop}"), "{loop}/5");
}

}  // namespace
}  // namespace dateline
