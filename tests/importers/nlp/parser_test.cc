#include "importers/nlp/parser.h"

#include <gtest/gtest.h>

#include <random>

#include "importers/nlp/sentences.h"
#include "importers/pipeline.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

Document read(std::string text) {
  Article article;
  article.text = Text::from_source(std::move(text));
  return read_document(std::move(article), english(), {});
}

// "word<-head:relation", "-" for no head.
std::string arc(const Document& document, std::string_view word) {
  for (const Token& token : document.tokens)
    if (token.span.of(document.text()) == word)
      return std::string(word) + "<-" +
             std::string(token.head ? document.text_of(token.head) : "-") + ":" +
             std::string(name_of(token.relation));
  return "no such word";
}

TEST(Parser, FindsSubjectsObjectsAndModifiers) {
  const Document document = read("On Monday the new minister warned reporters about the cost.");
  EXPECT_EQ(arc(document, "warned"), "warned<--:root");
  EXPECT_EQ(arc(document, "minister"), "minister<-warned:nsubj");
  EXPECT_EQ(arc(document, "new"), "new<-minister:amod");
  EXPECT_EQ(arc(document, "reporters"), "reporters<-warned:obj");
  EXPECT_EQ(arc(document, "Monday"), "Monday<-warned:obl");
  EXPECT_EQ(arc(document, "about"), "about<-cost:case");
}

TEST(Parser, FindsClausesUnderOthers) {
  const Document document = read("Ana Ulm said that the bank would close the branch.");
  EXPECT_EQ(arc(document, "Ana"), "Ana<-said:nsubj");
  EXPECT_EQ(arc(document, "close"), "close<-said:ccomp");
  EXPECT_EQ(arc(document, "would"), "would<-close:aux");
}

// Every sentence is a tree: one root, and every word leads to it.
void expect_trees(const Document& document) {
  for (const Sentence& sentence : document.sentences) {
    std::size_t roots = 0;
    for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
      const Token& token = document.tokens[i];
      roots += !token.head;
      ASSERT_EQ(token.relation == Relation::root, !token.head);
      std::uint32_t steps = 0;
      for (TokenId at{i}; at; at = document.at(at).head) {
        ASSERT_TRUE(sentence.tokens.contains(at));
        ASSERT_LE(++steps, sentence.tokens.size()) << "a circle at token " << i;
      }
    }
    ASSERT_EQ(roots, 1u);
  }
}

TEST(Parser, GivesATreeToWhatIsNoSentence) {
  for (const char* text : {"", "a", ". . . ! ?", "((((((((((", "— — —", "the the the the"})
    expect_trees(read(text));
}

TEST(Parser, GivesATreeToEachPieceOfASentenceOfAHundredThousandWords) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "Ana said that he , ";
  Document document;
  document.article.text = Text::from_source(std::move(text));
  find_sentences(document, english().tokens, english().lines);
  EXPECT_EQ(document.tokens.size(), 100000u);
  EXPECT_EQ(document.sentences.size(), 100000u / kMaxSentenceTokens);
  ASSERT_FALSE(document.diagnostics.empty());
  EXPECT_EQ(document.diagnostics[0].kind, "sentence-too-long");
  const auto forms = word_forms(document, english().words);
  english().tagger.tag(document, forms);
  english().parser.parse(document, forms);
  expect_trees(document);
}

TEST(Parser, GivesTreesToRandomWords) {
  constexpr std::string_view kWords[] = {"the",   "Ulm", "said",  "in", ",",   "and", "to",  "\"",
                                         "leave", ".",   "which", "2",  "not", "(",   "\xFF"};
  std::mt19937 random(9);
  for (int round = 0; round < 50; ++round) {
    std::string text;
    for (auto i = random() % 80; i > 0; --i) text += std::string(kWords[random() % 15]) + " ";
    expect_trees(read(text));
  }
}

TEST(Parser, SaysThatASentenceWasParsedInPieces) {
  std::string text;
  for (std::uint32_t i = 0; i < kMaxParsedWords + 1; ++i) text += "and ";
  const Document document = read(text);
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].kind, "sentence-too-long");
  EXPECT_TRUE(read("A short sentence.").diagnostics.empty());
}

TEST(Parser, RefusesAModelWhoseLayersDoNotFit) {
  const auto bytes = DataFiles::embedded().find("en/parser.model");
  ASSERT_TRUE(bytes);
  const auto file = ModelFile::from_bytes(*bytes, kParserKind, parser_features_hash());
  ASSERT_TRUE(file);
  std::vector<std::string> sections;
  constexpr auto kEnd =
      static_cast<std::size_t>(ParserSection::encoder) + SentenceEncoder::kSections;
  for (std::size_t i = 0; i < kEnd; ++i) sections.emplace_back(file->section(i));
  for (std::size_t i = 0; i < kEnd; ++i) {
    std::vector<std::string> damaged = sections;
    damaged[i].resize(damaged[i].size() / 2);
    const std::string again = to_model_bytes(kParserKind, parser_features_hash(), damaged);
    const auto model = ModelFile::from_bytes(again, kParserKind, parser_features_hash());
    ASSERT_TRUE(model);
    EXPECT_FALSE(Parser::from_model(*model)) << "section " << i;
  }
}

TEST(Parser, RefusesADamagedFile) {
  std::string bytes(*DataFiles::embedded().find("en/parser.model"));
  bytes[bytes.size() / 2] ^= 1;
  EXPECT_FALSE(ModelFile::from_bytes(bytes, kParserKind, parser_features_hash()));
  EXPECT_FALSE(ModelFile::from_bytes(bytes, kTaggerKind, parser_features_hash()));
}

}  // namespace
}  // namespace dateline
