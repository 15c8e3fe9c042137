#include "importers/time/atoms.h"

#include <gtest/gtest.h>

#include "importers/time/vocabulary.h"

namespace dateline {
namespace {

std::vector<std::string> pieces(std::string_view text) {
  std::vector<std::string> list;
  for (const Atom& atom : atoms_of(text, Vocabulary())) list.emplace_back(atom.span.of(text));
  return list;
}

TEST(Atoms, AreRunsOfLettersOrDigitsAndSingleMarks) {
  EXPECT_EQ(pieces("10:30pm, mid-1990s"),
            (std::vector<std::string>{"10", ":", "30", "pm", ",", "mid", "-", "1990", "s"}));
}

TEST(Atoms, TellWhatTouches) {
  const auto atoms = atoms_of("at 10pm", Vocabulary());
  ASSERT_EQ(atoms.size(), 3u);
  EXPECT_FALSE(atoms[1].glued);
  EXPECT_TRUE(atoms[2].glued);
}

TEST(Atoms, TellABlankLineAndALineBreakIsNone) {
  const auto atoms = atoms_of("one\ntwo\n\nthree", Vocabulary());
  ASSERT_EQ(atoms.size(), 3u);
  EXPECT_TRUE(atoms[0].after_break);
  EXPECT_FALSE(atoms[1].after_break);
  EXPECT_TRUE(atoms[2].after_break);
}

TEST(Atoms, FoldCaseAndKeepThatItWasThere) {
  Vocabulary words;
  const auto may = words.add("may");
  const auto atoms = atoms_of("May MAY may", words);
  for (const Atom& atom : atoms) EXPECT_EQ(atom.symbol, may);
  EXPECT_TRUE(atoms[0].capital);
  EXPECT_FALSE(atoms[0].all_capitals);
  EXPECT_TRUE(atoms[1].all_capitals);
  EXPECT_FALSE(atoms[2].capital);
}

TEST(Atoms, KeepNumbersWithTheirWidthAndHoldNoneThatIsTooLarge) {
  const auto atoms = atoms_of("007 99999999999", Vocabulary());
  EXPECT_EQ(atoms[0].number, 7u);
  EXPECT_EQ(atoms[0].width, 3u);
  EXPECT_EQ(atoms[1].number, 0xFFFFFFFFu);
}

TEST(Atoms, LettersBeyondAsciiHoldAWordTogether) {
  EXPECT_EQ(pieces("año März"), (std::vector<std::string>{"año", "März"}));
  EXPECT_EQ(pieces("5\u00A0April"), (std::vector<std::string>{"5", "April"}));
}

}  // namespace
}  // namespace dateline
