#include "importers/events/timeml_words.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(TimemlWords, KeepTheRowsOfAWordInTheirOrder) {
  const auto words = TimemlWords::parse("tell,say verb i_action infinitive\ntell verb none\n");
  ASSERT_TRUE(words);
  const TimemlRows* rows = words->verb("tell");
  ASSERT_NE(rows, nullptr);
  ASSERT_EQ(rows->size(), 2u);
  EXPECT_EQ((*rows)[0].event_class, EventClass::i_action);
  EXPECT_EQ((*rows)[0].conditions, std::vector{TimemlCondition::infinitive});
  EXPECT_FALSE((*rows)[1].event_class);
  EXPECT_EQ(words->verb("say")->size(), 1u);
  EXPECT_EQ(words->noun("tell"), nullptr);
}

TEST(TimemlWords, NameTheLineThatIsBroken) {
  const auto message = [](std::string_view file) {
    const auto words = TimemlWords::parse(file);
    return words ? std::string() : words.error().message;
  };
  EXPECT_EQ(message("go verb occurrence\nrun verb fast\n"), "timeml.txt:2: unknown class 'fast'");
  EXPECT_EQ(message("go adverb state\n"),
            "timeml.txt:1: expected 'verb', 'noun' or 'adjective', found 'adverb'");
  EXPECT_EQ(message("go verb state often\n"), "timeml.txt:1: unknown condition 'often'");
  EXPECT_EQ(message("war noun state event\n"),
            "timeml.txt:1: 'event' is a condition for verbs only");
  EXPECT_EQ(message("go verb\n"),
            "timeml.txt:1: expected: word[,word...] verb|noun|adjective class [condition ...]");
}

}  // namespace
}  // namespace dateline
