#include "importers/text/character_model.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

constexpr std::string_view kSmall =
    "class letter 1 8\n"
    "2 61-63\n"
    "class box 10 1\n"
    "0 2500 4E00\n"
    "after letter letter:0.5\n";

TEST(CharacterModel, TellsHowUsualNeighboursAre) {
  const auto model = CharacterModel::parse(kSmall, "small.txt");
  ASSERT_TRUE(model);
  const auto letter = model->class_of('b'), box = model->class_of(0x2500);
  EXPECT_EQ(model->within_class('b'), 2);
  EXPECT_EQ(model->after(letter, letter), 0.5f);
  EXPECT_EQ(model->after(letter, box), 18);  // not seen after a letter, and rare
  EXPECT_EQ(model->anywhere(box), 10);
  EXPECT_EQ(model->class_of(0x10FFFF), box);
}

TEST(CharacterModel, NamesTheLineOfAMistake) {
  for (const char* wrong : {"class a\n", "3 61\n", "class a 1 1\n99 61\n", "class a 1 1\n3 62-61\n",
                            "after a a:1\n", "class a 1 1\nafter a a=1\n"}) {
    const auto model = CharacterModel::parse(wrong, "wrong.txt");
    ASSERT_FALSE(model) << wrong;
    EXPECT_TRUE(model.error().message.starts_with("wrong.txt:")) << model.error().message;
  }
}

TEST(CharacterModel, KnowsMojibakeIsStrange) {
  const CharacterModel& model = CharacterModel::embedded();
  const auto type = [&](char32_t c) { return model.class_of(c); };
  EXPECT_GT(model.after(type(U'Ã'), type(U'©')), model.after(type(U'f'), type(U'é')));
  EXPECT_GT(model.after(type('a'), type(U'я')), model.after(type(U'а'), type(U'я')));
}

}  // namespace
}  // namespace dateline
