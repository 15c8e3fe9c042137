#include "importers/nlp/roles.h"

#include <gtest/gtest.h>

#include <random>

#include "importers/pipeline.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

const RoleLabeler& labeler() {
  static const RoleLabeler labeler = *RoleLabeler::load(DataFiles::embedded(), "en");
  return labeler;
}

Document read(std::string text) {
  Article article;
  article.text = Text::from_source(std::move(text));
  ReadOptions options;
  options.roles = &labeler();
  return read_document(std::move(article), english(), options);
}

// "warn.01 ARG0=the minister ARG1=..." of the first frame of a word; empty if it has none.
std::string frame_of(const Document& document, std::string_view predicate) {
  for (const Frame& frame : document.frames) {
    if (document.text_of(frame.predicate) != predicate) continue;
    std::string text = frame.roleset;
    for (const auto& argument : frame.arguments)
      text += " " + argument.label + "=" +
              std::string(document.span_of(argument.tokens).of(document.text()));
    return text;
  }
  return {};
}

TEST(Roles, TellWhoDoesWhatToWhom) {
  const Document document = read("On Monday the new minister fired his old driver.");
  EXPECT_EQ(frame_of(document, "fired"),
            "fire.02 ARGM-TMP=On Monday ARG0=the new minister ARG1=his old driver");
}

TEST(Roles, SeeThroughThePassive) {
  const Document document = read("Two drivers were killed by the soldiers.");
  EXPECT_EQ(frame_of(document, "killed"), "kill.01 ARG1=Two drivers ARG0=by the soldiers");
}

TEST(Roles, GiveNegationAndModals) {
  EXPECT_EQ(frame_of(read("The bank will not sell the house."), "sell"),
            "sell.01 ARG0=The bank ARGM-MOD=will ARGM-NEG=not ARG1=the house");
}

TEST(Roles, GiveAVerbTheSubjectThatControlsIt) {
  EXPECT_EQ(frame_of(read("Ana Ulm wants to sell the house."), "sell"),
            "sell.01 ARG0=Ana Ulm ARG1=the house");
}

TEST(Roles, FindPredicatesAmongNouns) {
  EXPECT_NE(frame_of(read("The attack on the village shocked everybody."), "attack"), "");
  EXPECT_EQ(frame_of(read("The village is near the river."), "village"), "");
}

// Frames lie in order within sentences; arguments neither overlap nor hold their predicate, hold
// their heads, and those of the core are there once.
void expect_sound(const Document& document) {
  TokenId last;
  for (const Frame& frame : document.frames) {
    if (last) {
      ASSERT_LT(last, frame.predicate);
    }
    last = frame.predicate;
    const TokenRange sentence = document.sentence_of(frame.predicate).tokens;
    TokenRange before{sentence.first, sentence.first};
    std::vector<std::string> core;
    for (const auto& argument : frame.arguments) {
      ASSERT_TRUE(sentence.contains(argument.tokens));
      ASSERT_TRUE(argument.tokens.contains(argument.head));
      ASSERT_FALSE(argument.tokens.contains(frame.predicate));
      ASSERT_LE(before.last, argument.tokens.first);
      before = argument.tokens;
      if (is_core_argument(argument.label)) core.push_back(argument.label);
    }
    std::sort(core.begin(), core.end());
    ASSERT_EQ(std::unique(core.begin(), core.end()), core.end());
  }
}

TEST(Roles, AreSoundForRandomWords) {
  constexpr std::string_view kWords[] = {"the",  "Ulm", "said",  "in", ",",     "and",
                                         "to",   "\"",  "leave", ".",  "which", "not",
                                         "will", "is",  "\xFF",  "her"};
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (auto i = random() % 80; i > 0; --i) text += std::string(kWords[random() % 16]) + " ";
    expect_sound(read(text));
  }
}

TEST(Roles, AreSoundForASentenceThatIsParsedInPieces) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "Ana said that he , ";
  const Document document = read(text);
  EXPECT_GE(document.frames.size(), 150u);
  expect_sound(document);
}

TEST(Roles, AreNotLookedForUnlessTheyAreWanted) {
  Article article;
  article.text = Text::from_source("Ana left.");
  EXPECT_TRUE(read_document(std::move(article), english(), {}).frames.empty());
}

TEST(Roles, OfTheCoreAreThoseWithNumbers) {
  EXPECT_TRUE(is_core_argument("ARG0"));
  EXPECT_FALSE(is_core_argument("ARGM-TMP"));
  EXPECT_FALSE(is_core_argument("R-ARG0"));
}

TEST(Roles, RefuseAModelWhosePartsDoNotFit) {
  const auto bytes = DataFiles::embedded().find("en/roles.model");
  ASSERT_TRUE(bytes);
  const auto file = ModelFile::from_bytes(*bytes, kRolesKind, role_features_hash());
  ASSERT_TRUE(file);
  constexpr auto kEnd = static_cast<std::size_t>(RoleSection::encoder) + SentenceEncoder::kSections;
  std::vector<std::string> sections;
  for (std::size_t i = 0; i < kEnd; ++i) sections.emplace_back(file->section(i));
  for (std::size_t i = 0; i < kEnd; ++i) {
    std::vector<std::string> damaged = sections;
    damaged[i].resize(damaged[i].size() / 2 - 1);
    const std::string again = to_model_bytes(kRolesKind, role_features_hash(), damaged);
    const auto model = ModelFile::from_bytes(again, kRolesKind, role_features_hash());
    ASSERT_TRUE(model);
    EXPECT_FALSE(RoleLabeler::from_model(*model)) << "section " << i;
  }
}

TEST(Roles, RefuseADamagedFileAndOneOfAnotherKind) {
  std::string bytes(*DataFiles::embedded().find("en/roles.model"));
  EXPECT_FALSE(ModelFile::from_bytes(bytes, "parser", role_features_hash()));
  EXPECT_FALSE(ModelFile::from_bytes(bytes, kRolesKind, role_features_hash() + 1));
  bytes[bytes.size() / 2] ^= 1;
  EXPECT_FALSE(ModelFile::from_bytes(bytes, kRolesKind, role_features_hash()));
}

}  // namespace
}  // namespace dateline
