#include "importers/nlp/roleset_lexicon.h"

#include <gtest/gtest.h>

#include "importers/nlp/model_file.h"
#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/training/roleset_table.h"

namespace dateline {
namespace {

constexpr std::uint64_t kWarn = 7, kMay = 9;
constexpr std::size_t kWidth = 2;

RolesetTable table() {
  RolesetTable table;
  for (int i = 0; i < 5; ++i) table.count(kWarn, "warn.01");
  table.count(kWarn, "warn_off.02");
  for (int i = 0; i < 5; ++i) table.count(kMay, "");
  table.finish();
  return table;
}

/// A lexicon with the bytes that it reads.
struct Lexicon {
  explicit Lexicon(const RolesetTable& table, std::vector<float> numbers = {})
      : entries(table.entry_bytes()), rows(roleset_row_bytes(table.rows())) {
    numbers.resize(table.rows().size() * kWidth);
    vectors = embedding_bytes(numbers, kWidth);
  }
  Result<RolesetLexicon> read() const {
    return RolesetLexicon::from_bytes(entries, rows, vectors, kWidth);
  }
  std::string entries, rows, vectors;
};

TEST(RolesetLexicon, KnowsTheRolesetsOfAWord) {
  const Lexicon bytes(table());
  const auto lexicon = bytes.read();
  ASSERT_TRUE(lexicon);
  const RolesetEntry entry = lexicon->find(kWarn, Pos::verb);
  ASSERT_EQ(entry.count, 3u);
  EXPECT_EQ(lexicon->name(entry.first), "");
  EXPECT_EQ(lexicon->name(entry.first + 1), "warn.01");
  EXPECT_EQ(lexicon->name(entry.first + 2), "warn_off.02");
}

TEST(RolesetLexicon, KnowsVerbsThatAreNoPredicates) {
  const Lexicon bytes(table());
  EXPECT_EQ(bytes.read()->find(kMay, Pos::verb).count, 1u);
}

TEST(RolesetLexicon, AsksWhetherUnknownVerbsNounsAndAdjectivesArePredicates) {
  const Lexicon bytes(table());
  const auto lexicon = bytes.read();
  EXPECT_EQ(lexicon->find(1, Pos::verb).count, 2u);
  EXPECT_NE(lexicon->find(1, Pos::noun).first, lexicon->find(1, Pos::verb).first);
  EXPECT_EQ(lexicon->find(1, Pos::adv).count, 0u);
  EXPECT_EQ(lexicon->find(kWarn, Pos::punct).count, 0u);
}

TEST(RolesetLexicon, ScoresTheFrequentRolesetHigherUntilTheQuestionSaysOtherwise) {
  const RolesetTable counted = table();
  const std::uint32_t warn = counted.find(kWarn, Pos::verb).first + 1;
  std::vector<float> numbers(counted.rows().size() * kWidth);
  numbers[(warn + 1) * kWidth] = 5;
  const Lexicon bytes(counted, numbers);
  const auto lexicon = bytes.read();
  const std::int16_t nothing[kWidth] = {0, 0}, asked[kWidth] = {256, 0};
  EXPECT_GT(lexicon->score(warn, nothing), lexicon->score(warn + 1, nothing));
  EXPECT_LT(lexicon->score(warn, asked), lexicon->score(warn + 1, asked));
}

TEST(RolesetLexicon, RefusesEntriesOutsideOfItsRows) {
  Lexicon bytes(table());
  ASSERT_TRUE(bytes.read());
  bytes.entries[8] = 100;
  EXPECT_FALSE(bytes.read());
  Lexicon cut(table());
  cut.vectors.pop_back();
  EXPECT_FALSE(cut.read());
}

TEST(RolesetTable, FindsTheRowOfARoleset) {
  const RolesetTable counted = table();
  const RolesetEntry warn = counted.find(kWarn, Pos::verb);
  EXPECT_EQ(counted.row_of(warn, ""), warn.first);
  EXPECT_EQ(counted.row_of(warn, "warn_off.02"), warn.first + 2);
  EXPECT_EQ(counted.row_of(entry_of_unknown(Pos::verb), "go.01"), 1u);
  EXPECT_FALSE(counted.is_rare(kWarn));
  EXPECT_TRUE(counted.is_rare(1));
}

}  // namespace
}  // namespace dateline
