#include "importers/nlp/training/coreference_corpus.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

constexpr std::string_view kTree =
    "# newdoc id = GUM_news_well\n# sent_id = GUM_news_well-1\n"
    "1\tAna\tAna\tPROPN\t_\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3\ther\ther\tPRON\t_\t_\t4\tnmod:poss\t_\t_\n4\tbank\tbank\tNOUN\t_\t_\t2\tobj\t_\t_\n\n";

class CoreferenceCorpus : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("dateline-coreference-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::string written(const std::string& name, std::string_view bytes) const {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  std::filesystem::path folder_;
};

TEST_F(CoreferenceCorpus, ReadsNestedBracketsAsSpansOfTheText) {
  const std::string tree = written("well.conllu", kTree);
  const std::string brackets = written("GUM_news_well.conll",
                                       "# begin document GUM_news_well\n0\tAna\t(person-1-Ana)\n"
                                       "1\tleft\t_\n2\ther\t(organization-2(person-1)\n"
                                       "3\tbank\torganization-2)\n# end document\n");
  const auto texts = read_gum_coreference({tree, brackets});
  ASSERT_TRUE(texts) << texts.error().message;
  ASSERT_EQ(texts->size(), 1u);
  const GoldCoreference& gold = texts->front();
  EXPECT_EQ(gold.text, "Ana left her bank");
  ASSERT_EQ(gold.mentions.size(), 3u);
  EXPECT_EQ(gold.mentions[0].span.of(gold.text), "Ana");
  EXPECT_EQ(gold.mentions[1].span.of(gold.text), "her");
  EXPECT_EQ(gold.mentions[1].entity, gold.mentions[0].entity);
  EXPECT_EQ(gold.mentions[2].span.of(gold.text), "her bank");
  EXPECT_NE(gold.mentions[2].entity, gold.mentions[0].entity);
}

TEST_F(CoreferenceCorpus, LeavesOutTextsThatHaveOtherWords) {
  const std::string tree = written("well.conllu", kTree);
  const std::string other = written("GUM_news_well.conll", "0\tEva\t(person-1)\n1\tleft\t_\n");
  EXPECT_FALSE(read_gum_coreference({tree, other}));
  EXPECT_FALSE(read_gum_coreference({tree, written("GUM_news_none.conll", "0\tAna\t_\n")}));
}

TEST_F(CoreferenceCorpus, ReadsWhomThePronounOfARowMeans) {
  const std::string table =
      written("gap.tsv",
              "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL\n"
              "1\tZo\u00eb met Ana. She left.\tShe\t13\tZo\u00eb\t0\tFALSE\tAna\t8\tTRUE\tx\n"
              "2\tEva met Ana. She left.\tShe\t13\tEva\t0\tFALSE\tAna\t8\tFALSE\tx\n");
  const auto texts = read_gap({table});
  ASSERT_TRUE(texts) << texts.error().message;
  ASSERT_EQ(texts->size(), 1u) << "a pronoun that means neither teaches nothing";
  const GoldCoreference& gold = texts->front();
  EXPECT_TRUE(gold.partial);
  ASSERT_EQ(gold.mentions.size(), 3u);
  EXPECT_EQ(gold.mentions[0].span.of(gold.text), "She") << "offsets are code points";
  EXPECT_EQ(gold.mentions[2].span.of(gold.text), "Ana");
  EXPECT_EQ(gold.mentions[2].entity, gold.mentions[0].entity);
  EXPECT_NE(gold.mentions[1].entity, gold.mentions[0].entity);
  EXPECT_FALSE(read_gap({"/none/such.tsv"}));
}

}  // namespace
}  // namespace dateline
