#include "importers/nlp/speech_parsing.h"

#include <gtest/gtest.h>

#include "importers/nlp/sentences.h"
#include "importers/nlp/tree.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

Document parsed(std::string text) {
  Document document;
  document.article.text = Text::from_source(std::move(text));
  find_sentences(document, english().tokens, english().lines);
  const auto forms = word_forms(document, english().words);
  english().tagger.tag(document, forms);
  parse_with_speech(document, forms, english().parser);
  return document;
}

TokenId token(const Document& document, std::string_view word) {
  for (std::uint32_t i = 0; i < document.tokens.size(); ++i)
    if (document.text_of({i}) == word) return {i};
  ADD_FAILURE() << "no token " << word;
  return {};
}

std::string head(const Document& document, std::string_view word) {
  const TokenId above = document.at(token(document, word)).head;
  return above ? std::string(document.text_of(above)) : "ROOT";
}

TEST(SpeechParsing, TheClauseThatReportsHasItsOwnSubject) {
  const Document document = parsed(
      "“If the bridges close, nobody will come,” Mayor Luis Arroyo told residents on Monday.");
  EXPECT_EQ(head(document, "told"), "ROOT");
  EXPECT_TRUE(Tree(document).has(token(document, "told"), Relation::nsubj));
  EXPECT_EQ(head(document, "come"), "told");
  EXPECT_EQ(document.at(token(document, "come")).relation, Relation::ccomp);
}

TEST(SpeechParsing, MarksHangOnTheSpeech) {
  const Document document = parsed("“We will leave tomorrow,” Anna Berg said.");
  for (const std::string_view mark : {"“", ",", "”"}) EXPECT_EQ(head(document, mark), "leave");
}

TEST(SpeechParsing, ASpeechThatIsInterruptedIsOne) {
  const Document document = parsed("“We will leave,” Anna Berg said, “when the rain stops.”");
  EXPECT_EQ(head(document, "stops"), "leave");
  EXPECT_EQ(head(document, "leave"), "said");
}

TEST(SpeechParsing, SpeechFromASentenceBeforeEndsInThisOne) {
  const Document document = parsed("“They lost. We will not wait for them,” Anna Berg said.");
  EXPECT_EQ(head(document, "wait"), "said");
  EXPECT_EQ(head(document, "said"), "ROOT");
}

TEST(SpeechParsing, QuotedWordsWithinAClauseStayWithIt) {
  const Document document = parsed("The mayor called the plan “a gift” to the builders.");
  EXPECT_NE(head(document, "gift"), "ROOT");
  EXPECT_EQ(head(document, "plan"), "called");
}

TEST(SpeechParsing, EverySentenceHasOneRoot) {
  for (const std::string text : {"“”", "“Go!” “Stay!”", "“Go”, she said. ” “", "” she said “",
                                 "“We go,” he said, “or we stay,” she said."}) {
    const Document document = parsed(text);
    for (const Sentence& sentence : document.sentences) {
      int roots = 0;
      for (auto i = sentence.tokens.first; i < sentence.tokens.last; ++i) {
        const TokenId above = document.tokens[i].head;
        roots += !above;
        EXPECT_TRUE(!above || sentence.tokens.contains(above)) << text;
      }
      EXPECT_EQ(roots, 1) << text;
    }
  }
}

}  // namespace
}  // namespace dateline
