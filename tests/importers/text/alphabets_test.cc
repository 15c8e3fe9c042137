#include "importers/text/alphabets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>

namespace dateline {
namespace {

bool is_of(char32_t letter, std::string_view language) {
  const Alphabets& alphabets = Alphabets::embedded();
  const auto found = std::ranges::find(alphabets.languages(), language);
  EXPECT_NE(found, alphabets.languages().end()) << language;
  const auto index = static_cast<unsigned>(found - alphabets.languages().begin());
  return (alphabets.languages_of(letter) >> index & 1) != 0;
}

TEST(Alphabets, KnowWhichLanguagesUseALetter) {
  EXPECT_TRUE(is_of(U'å', "da"));
  EXPECT_TRUE(is_of(U'Å', "da"));
  EXPECT_FALSE(is_of(U'ü', "da"));
  EXPECT_TRUE(is_of(U'ы', "ru"));
  EXPECT_FALSE(is_of(U'ы', "uk"));
  EXPECT_EQ(Alphabets::embedded().languages_of('a'), 0u);
  EXPECT_EQ(Alphabets::embedded().languages_of(U'中'), 0u);
}

TEST(Alphabets, GiveEachLanguageOneScript) {
  const Alphabets& alphabets = Alphabets::embedded();
  std::size_t languages = 0;
  for (const Alphabets::Mask script : alphabets.scripts())
    languages += static_cast<std::size_t>(std::popcount(script));
  EXPECT_EQ(languages, alphabets.languages().size());
}

TEST(Alphabets, NameTheLineOfAMistake) {
  for (const char* wrong : {"de äöü\n", "script latin\nde\n"}) {
    const auto alphabets = Alphabets::parse(wrong, "wrong.txt");
    ASSERT_FALSE(alphabets) << wrong;
    EXPECT_TRUE(alphabets.error().message.starts_with("wrong.txt:"));
  }
}

}  // namespace
}  // namespace dateline
