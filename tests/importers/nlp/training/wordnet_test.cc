#include "importers/nlp/training/wordnet.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

// A dictionary of a few words in WordNet's format.
class Wordnet : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("dateline-wordnet-test-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    write("data.noun",
          "  1 A licence\n"
          "00000100 14 n 02 party 0 firm_party 0 000 | some people\n"
          "00000200 28 n 01 March 0 000 | a month\n"
          "00000300 05 n 01 ox 0 000 | it draws a plough\n"
          "00000400 18 n 02 spokesman 0 Ulm_of_March 0 000 | a person\n");
    write("index.noun",
          "  1 A licence\n"
          "firm_party n 1 0 1 0 00000100  \n"
          "march n 1 1 @ 1 0 00000200  \n"
          "ox n 1 2 @ ~ 1 0 00000300  \n"
          "party n 1 0 1 1 00000100  \n"
          "spokesman n 1 0 1 0 00000400  \n");
    write("data.verb",
          "00000100 38 v 01 march 0 000 01 + 02 00 | walk in step\n"
          "00000200 38 v 02 go 0 walk 0 000 01 + 02 00 | not stay\n"
          "00000300 41 v 01 party 0 000 | celebrate\n");
    write("index.verb",
          "go v 1 0 1 1 00000200  \nmarch v 1 0 1 1 00000100  \nparty v 1 0 1 0 00000300  \n");
    write("data.adj", "00000100 00 a 01 dry 0 000 | not wet\n");
    write("index.adj", "dry a 1 0 1 0 00000100  \n");
    write("data.adv", "");
    write("index.adv", "");
    write("noun.exc", "oxen ox\n");
    write("verb.exc", "went go\ngone go\n");
    write("adj.exc", "");
    write("adv.exc", "");
    write("cntlist.rev",
          "march%2:38:00:: 1 30\nmarch%1:28:00:: 1 2\nparty%1:14:00:: 1 3\n"
          "party%2:41:00:: 1 1\n");
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, std::string_view text) {
    std::ofstream(folder_ / name) << text;
  }
  WordFacts facts(const std::string& word) {
    const auto table = read_wordnet(folder_.string());
    EXPECT_TRUE(table);
    const auto at = table ? table->find(word) : WordFactsTable::const_iterator{};
    return table && at != table->end() ? at->second : WordFacts{};
  }

  std::filesystem::path folder_;
};

TEST_F(Wordnet, GivesRegularForms) {
  EXPECT_EQ(facts("party").readings, WordFacts::noun | WordFacts::verb);
  EXPECT_EQ(facts("parties").readings, WordFacts::plural | WordFacts::third_person);
  EXPECT_EQ(facts("partied").readings, WordFacts::past);
  EXPECT_EQ(facts("partying").readings, WordFacts::gerund);
  EXPECT_EQ(facts("spokesmen").readings, WordFacts::plural);
  EXPECT_EQ(facts("marches").readings, WordFacts::third_person);
  EXPECT_EQ(facts("drier").readings, WordFacts::comparative);
  EXPECT_EQ(facts("driest").readings, WordFacts::superlative);
}

TEST_F(Wordnet, GivesListedFormsInPlaceOfRegularOnes) {
  EXPECT_EQ(facts("oxen").readings, WordFacts::plural);
  EXPECT_EQ(facts("oxes"), WordFacts{});
  EXPECT_EQ(facts("gone").readings, WordFacts::past);
  EXPECT_EQ(facts("goed"), WordFacts{});
  EXPECT_EQ(facts("going").readings, WordFacts::gerund);
}

TEST_F(Wordnet, TellsNamesFromOtherNouns) {
  EXPECT_EQ(facts("march").readings, WordFacts::name | WordFacts::verb);
  EXPECT_EQ(facts("ulm").readings, WordFacts::name);
  EXPECT_EQ(facts("ulm").noun_class, 18 - 2);
  EXPECT_EQ(facts("of"), WordFacts{});
}

TEST_F(Wordnet, GivesTheClassesOfTheMostFrequentSenses) {
  EXPECT_EQ(facts("party").noun_class, 14 - 2);
  EXPECT_EQ(facts("parties").noun_class, 14 - 2);
  EXPECT_EQ(facts("march").noun_class, 28 - 2);
  EXPECT_EQ(facts("march").verb_class, 38 - 28);
  EXPECT_EQ(facts("dry").noun_class, 0);
}

TEST_F(Wordnet, TellsWhatAWordMostOftenIs) {
  EXPECT_EQ(facts("party").commonest, 1);      // a noun
  EXPECT_EQ(facts("march").commonest, 2 + 4);  // nearly always a verb
  EXPECT_EQ(facts("dry").commonest, 0);
}

TEST_F(Wordnet, LeavesOutWhatIsNoSingleWord) { EXPECT_EQ(facts("firm_party"), WordFacts{}); }

TEST_F(Wordnet, MissesNoFile) {
  std::filesystem::remove(folder_ / "index.adj");
  const auto table = read_wordnet(folder_.string());
  ASSERT_FALSE(table);
  EXPECT_NE(table.error().message.find("adj"), std::string::npos);
}

TEST_F(Wordnet, BecomesALexicon) {
  const auto table = read_wordnet(folder_.string());
  ASSERT_TRUE(table);
  const std::string bytes = train_word_lexicon(*table);
  EXPECT_TRUE(ModelFile::from_bytes(bytes, kWordLexiconKind, word_lexicon_hash()));
}

}  // namespace
}  // namespace dateline
