#include "importers/format/conllu.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

constexpr std::string_view kSample =
    "# newdoc id = a\n# newpar\n# text = We don't.\n"
    "1\tWe\twe\tPRON\tPRP\tNumber=Plur|Person=1\t2\tnsubj\t_\t_\n"
    "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
    "2\tdo\tdo\tAUX\tVBP\tTense=Pres|VerbForm=Fin\t0\troot\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_\n"
    "3.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n"
    "# newpar\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
    "# newdoc id = b\n1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n";

std::vector<Document> read(std::string_view bytes) {
  std::vector<Document> documents;
  read_conllu(bytes, [&](Result<Document> document) {
    ASSERT_TRUE(document) << document.error().message;
    documents.push_back(std::move(document).value());
  });
  return documents;
}

TEST(Conllu, PutsTheTextTogether) {
  const auto documents = read(kSample);
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].text(), "We don't.\n\nNo");
  EXPECT_EQ(documents[1].text(), "Yes");
}

TEST(Conllu, KeepsWordsSentencesAndParagraphs) {
  const Document document = read(kSample)[0];
  ASSERT_EQ(document.tokens.size(), 5u);
  EXPECT_EQ(document.text_of(TokenId{2}), "n't");
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_EQ(document.sentences[0].tokens, (TokenRange{0, 4}));
  EXPECT_EQ(document.sentences[1].tokens, (TokenRange{4, 5}));
  EXPECT_EQ(document.sentences[0].paragraph, 0u);
  EXPECT_EQ(document.sentences[1].paragraph, 1u);
}

TEST(Conllu, ReadsLemmaTagHeadAndRelation) {
  const Document document = read(kSample)[0];
  const Token& we = document.tokens[0];
  EXPECT_EQ(we.lemma, "we");
  EXPECT_EQ(we.pos, Pos::pron);
  EXPECT_EQ(we.features, (Features{.number = Number::plural, .person = 1}));
  EXPECT_EQ(we.head, TokenId{1});
  EXPECT_EQ(we.relation, Relation::nsubj);
  EXPECT_FALSE(document.tokens[1].head);
  EXPECT_EQ(document.tokens[4].relation, Relation::root);
}

TEST(Conllu, KeepsTheIdOfASentence) {
  const Document document = read(
      "# sent_id = a-1\n1\tNo\tno\tINTJ\tUH\t_\t0\troot\t_\t_\n\n"
      "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n")[0];
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_EQ(document.sentences[0].id, "a-1");
  EXPECT_EQ(document.sentences[1].id, "");
}

TEST(Conllu, DropsAHeadOutsideTheSentence) {
  const Document document = read("1\ta\ta\tX\t_\t_\t9\tdep\t_\t_\n")[0];
  EXPECT_FALSE(document.tokens[0].head);
}

TEST(Conllu, NamesThePlaceOfABrokenLine) {
  std::optional<Error> error;
  read_conllu("# a\n1\tWe\n", [&](Result<Document> document) {
    if (!document) error = document.error();
  });
  ASSERT_TRUE(error);
  EXPECT_EQ(error->at, (SourceSpan{4, 9}));
}

TEST(Columns, BeginADocumentAtEachDocLine) {
  std::vector<Document> documents;
  read_columns(
      "# doc = a\nAda\tB-PER\nleft\tO\n\nWhy\tO\n# doc = b\nNow O\n",
      [&](Result<Document> document) { documents.push_back(std::move(document).value()); });
  ASSERT_EQ(documents.size(), 2u);
  EXPECT_EQ(documents[0].text(), "Ada left\nWhy");
  EXPECT_EQ(documents[0].sentences.size(), 2u);
  EXPECT_EQ(documents[1].text(), "Now");
}

}  // namespace
}  // namespace dateline
