#include "importers/nlp/training/parser_training.h"

#include <gtest/gtest.h>

#include "importers/format/conllu.h"
#include "importers/nlp/parser.h"
#include "importers/nlp/tagger.h"
#include "importers/nlp/training/tagger_training.h"

namespace dateline {
namespace {

// Sentences of four nouns and four verbs, and of no more than grammar needs.
std::vector<Document> treebank() {
  std::string lines;
  for (const std::string noun : {"envoy", "bank", "storm", "mayor"})
    for (const std::string verb : {"left", "spoke", "waited", "returned"})
      lines += "1\tthe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\t" + noun +
               "\t_\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\t_\n3\t" + verb +
               "\t_\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_\n4\tearly\tearly\tADV\t_\t_\t3\t"
               "advmod\t_\t_\n\n";
  std::vector<Document> documents;
  read_conllu(lines,
              [&](Result<Document> document) { documents.push_back(std::move(document).value()); });
  return documents;
}

constexpr TaggerTrainingOptions kTagger = {.epochs = 300, .width = 16};
constexpr ParserTrainingOptions kParser = {.epochs = 200};

TEST(TaggerTraining, LearnsTheTagsOfATreebank) {
  const auto documents = treebank();
  const std::string bytes = train_tagger(documents, kTagger);
  const auto file = ModelFile::from_bytes(bytes, kTaggerKind, word_keys_hash());
  ASSERT_TRUE(file);
  const auto tagger = Tagger::from_model(*file);
  ASSERT_TRUE(tagger);
  Document document = documents[0];
  for (Token& token : document.tokens) token.pos = Pos::none;
  tagger->tag(document, word_forms(document));
  for (std::size_t i = 0; i < document.tokens.size(); ++i)
    EXPECT_EQ(document.tokens[i].pos, documents[0].tokens[i].pos) << "token " << i;
}

TEST(TaggerTraining, GivesTheSameBytesForTheSameSeed) {
  const auto documents = treebank();
  const TaggerTrainingOptions quick = {.epochs = 2, .width = 16}, other = {2, 16, 7};
  EXPECT_EQ(train_tagger(documents, quick), train_tagger(documents, quick));
  EXPECT_NE(train_tagger(documents, quick), train_tagger(documents, other));
}

TEST(ParserTraining, LearnsTheTreesOfATreebank) {
  const auto documents = treebank();
  const std::string bytes = train_parser(documents, kParser);
  const auto file = ModelFile::from_bytes(bytes, kParserKind, parser_features_hash());
  ASSERT_TRUE(file);
  const auto parser = Parser::from_model(*file);
  ASSERT_TRUE(parser);
  Document document = documents[0];
  for (Token& token : document.tokens) token.head = {}, token.relation = Relation::none;
  parser->parse(document, word_forms(document));
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    EXPECT_EQ(document.tokens[i].head, documents[0].tokens[i].head) << "token " << i;
    EXPECT_EQ(document.tokens[i].relation, documents[0].tokens[i].relation) << "token " << i;
  }
}

TEST(CrossParsing, GivesADocumentTheTreesOfAParserThatHasNotSeenIt) {
  std::vector<Document> documents = treebank();
  documents.push_back(documents[0]);
  for (Token& token : documents[1].tokens)
    if (token.pos == Pos::adv) token.relation = Relation::obl;
  const auto parsed = cross_parsed(documents, {.epochs = 100});
  ASSERT_EQ(parsed.size(), 2u);
  EXPECT_EQ(parsed[0].tokens[3].relation, Relation::obl);
  EXPECT_EQ(parsed[1].tokens[3].relation, Relation::advmod);
}

}  // namespace
}  // namespace dateline
