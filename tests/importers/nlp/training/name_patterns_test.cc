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
  const auto stories = fill_name_patterns(patterns, lists);
  if (!stories) return stories.error().message;
  return stories->empty() ? "" : text_of(stories->front().front());
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
  const auto stories = fill_name_patterns("[3]\none\ntwo\n", {});
  ASSERT_TRUE(stories);
  ASSERT_EQ(stories->size(), 1u);
  EXPECT_EQ(stories->front().size(), 6u);
}

TEST(NamePatterns, NameTheSamePeopleAgainByTheirFamilies) {
  const auto stories = fill_name_patterns(
      "[person PER]\nAda Bell, Ida Bell\n[family PER]\nOther\n[20]\n{person}\n{family}\n", {});
  ASSERT_TRUE(stories);
  std::size_t again = 0;
  for (const TaggedStory& story : *stories)
    for (const TaggedSentence& sentence : story) again += sentence.words.front() == "Bell";
  EXPECT_GT(again, 0u);
}

TEST(NamePatterns, NameBodiesAgainInShort) {
  const auto stories = fill_name_patterns("[body ORG]\nBank of Velden Trust\n[30]\n{body}\n", {});
  ASSERT_TRUE(stories);
  std::size_t again = 0;
  for (const TaggedSentence& sentence : stories->front()) again += text_of(sentence) == "BVT/3";
  EXPECT_GT(again, 0u);
}

TEST(NamePatterns, RefuseASlotThatNothingFills) {
  EXPECT_EQ(only("[1]\n{nobody} came"), "nothing fills {nobody}");
}

TEST(NamePatterns, EndWhereAListHoldsItself) {
  EXPECT_EQ(only("[loop LOC]\n{loop}\n[1]\n{loop}"), "{loop}/5");
}

}  // namespace
}  // namespace dateline
