#include "importers/nlp/sentences.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/characters.h"

namespace dateline {
namespace {

Document read(std::string text, std::string title = "") {
  static const auto rules = load_token_rules(DataFiles::embedded(), "en");
  static const auto lines = load_line_rules(DataFiles::embedded(), "en");
  EXPECT_TRUE(rules && lines);
  Document document;
  document.article.title = std::move(title);
  document.article.text = Text::from_source(std::move(text));
  find_sentences(document, *rules, *lines);
  return document;
}

std::vector<std::string> sentences(std::string text) {
  const Document document = read("Headline\n\n" + std::move(text));
  std::vector<std::string> all;
  for (std::size_t i = 1; i < document.sentences.size(); ++i)
    all.emplace_back(document.sentences[i].span.of(document.text()));
  return all;
}

using Strings = std::vector<std::string>;

TEST(Sentences, EndWhereATextIsTooLongToBeAnArticle) {
  std::string text;
  while (text.size() <= kMaxReadBytes) text += "The mill shut.\n\nForty went home.\n\n";
  const Document document = read(text);
  ASSERT_EQ(document.diagnostics.size(), 1u);
  EXPECT_EQ(document.diagnostics[0].kind, "text-too-long");
  const SourceSpan rest = document.diagnostics[0].at;
  EXPECT_EQ(rest.end, text.size());
  EXPECT_EQ(document.text(), text);
  EXPECT_EQ(document.sentences.back().span.end + 1, rest.begin);
  EXPECT_GT(rest.begin + 40, kMaxReadBytes);
}

TEST(Sentences, OfATextThatIsTooLongEndAtALineOrAWordOrACharacter) {
  constexpr std::size_t kMost = 10;
  EXPECT_EQ(end_of_reading("one two th", kMost), 10u);
  EXPECT_EQ(end_of_reading("one two\nthree", kMost), 7u);
  EXPECT_EQ(end_of_reading("one\ntwo four", kMost), 7u);
  EXPECT_EQ(end_of_reading("one three four", kMost), 9u);
  EXPECT_EQ(end_of_reading("a\nbcdefghijklm", kMost), 10u);
  EXPECT_EQ(end_of_reading("\u4e2d\u6587\u4e2d\u6587", kMost), 9u);
}

TEST(Sentences, EndAtFullStopsThatAreNotAbbreviations) {
  EXPECT_EQ(sentences("Gen. Ames met Mr. Oduya on Feb. 20. They spoke."),
            (Strings{"Gen. Ames met Mr. Oduya on Feb. 20.", "They spoke."}));
  EXPECT_EQ(sentences("He left the U.S. in May. The U.S. Senate met."),
            (Strings{"He left the U.S. in May.", "The U.S. Senate met."}));
  EXPECT_EQ(sentences("It opens at 5 p.m. The doors close at six."),
            (Strings{"It opens at 5 p.m.", "The doors close at six."}));
  EXPECT_EQ(sentences("She works for Dunmore Corp. in Ames."),
            (Strings{"She works for Dunmore Corp. in Ames."}));
}

TEST(Sentences, TakeClosingQuotesAndBracketsWithThem) {
  EXPECT_EQ(sentences("“We will stay.” The envoy left."),
            (Strings{"“We will stay.”", "The envoy left."}));
  EXPECT_EQ(sentences("\"We will stay.\" \"Why?\""), (Strings{"\"We will stay.\"", "\"Why?\""}));
  EXPECT_EQ(sentences("He left (by car.) She stayed."),
            (Strings{"He left (by car.)", "She stayed."}));
}

TEST(Sentences, TakeFacesAndNumbersOfNotesWithThem) {
  EXPECT_EQ(sentences("It was late. :) He stayed."), (Strings{"It was late. :)", "He stayed."}));
  EXPECT_EQ(sentences("It was late.[17] He stayed."), (Strings{"It was late.[17]", "He stayed."}));
  EXPECT_EQ(sentences("It was late. [He stayed.] Why?"),
            (Strings{"It was late.", "[He stayed.]", "Why?"}));
}

TEST(Sentences, BeginInLowerCaseAfterAPlainWordAndASpace) {
  EXPECT_EQ(sentences("it was late. we left. why? nobody knew"),
            (Strings{"it was late.", "we left.", "why?", "nobody knew"}));
  EXPECT_EQ(sentences("Dunmore Xcorp. said no."), (Strings{"Dunmore Xcorp. said no."}));
  EXPECT_EQ(sentences("Wow! is a firm."), (Strings{"Wow! is a firm."}));
}

TEST(Sentences, GoOnAfterAQuotedQuestion) {
  EXPECT_EQ(sentences("“Why now?” he asked."), (Strings{"“Why now?” he asked."}));
  EXPECT_EQ(sentences("“Why now?” Oduya asked. Nobody knew."),
            (Strings{"“Why now?” Oduya asked.", "Nobody knew."}));
}

TEST(Sentences, GoOnAfterAnEllipsisWithoutSpace) {
  EXPECT_EQ(sentences("steps on the ground…which we see."),
            (Strings{"steps on the ground…which we see."}));
}

TEST(Sentences, DoNotCrossParagraphsOrLines) {
  EXPECT_EQ(sentences("One goes here\n\nTwo goes there"),
            (Strings{"One goes here", "Two goes there"}));
  EXPECT_EQ(sentences("9:15 p.m.\nPolls close\nThe polls have closed."),
            (Strings{"9:15 p.m.", "Polls close", "The polls have closed."}));
}

TEST(Sentences, CrossTheLinesOfWrappedText) {
  EXPECT_EQ(sentences("The harbour authority said on Monday that it would close the\n"
                      "northern basin to all traffic until the wreck of the ferry had\n"
                      "been raised. It gave no date."),
            (Strings{"The harbour authority said on Monday that it would close the\n"
                     "northern basin to all traffic until the wreck of the ferry had\n"
                     "been raised.",
                     "It gave no date."}));
}

std::string kinds(std::string text, std::string title = "") {
  static constexpr char kLetters[] = {'p', 'H', 'h', 'b', 'd', 'f'};
  std::string letters;
  for (const Sentence& sentence : read(std::move(text), std::move(title)).sentences)
    letters += kLetters[static_cast<std::size_t>(sentence.kind)];
  return letters;
}

TEST(SentenceKinds, KnowHeadlineBylineAndDateline) {
  EXPECT_EQ(kinds("Port closes after spill\n\nBy Ana Ulm, Gulf Mail\n\n"
                  "PORT ELM, Fla., Sept 28 (Mailwire) - Crews left. It was late."),
            "Hbdpp");
  EXPECT_EQ(kinds("Port closes\n\nWeekend profile — by Ana Ulm\n\nShe left."), "Hbp");
  EXPECT_EQ(kinds("Port closes\n\nOctober 1, 2027 — Crews left the port."), "Hdp");
  EXPECT_EQ(kinds("Port closes.\n\nIt did.", "Port closes."), "Hp");
}

TEST(SentenceKinds, TakeNoSentenceForADateline) {
  EXPECT_EQ(kinds("Title\n\nNASA said - on Monday - that it would stop."), "Hp");
  EXPECT_EQ(kinds("Title\n\nThe mayor — a lawyer — resigned."), "Hp");
  EXPECT_EQ(kinds("Title\n\nIt began.\n\nNATO - the alliance - met."), "Hpp");
}

TEST(SentenceKinds, KnowHeadingsAndFurniture) {
  EXPECT_EQ(kinds("Title\n\nIt began.\n\nWhat happened next\n\nIt ended."), "Hphp");
  EXPECT_EQ(kinds("Title\n\nIt began.\n\nRead more: the long story\n\n* * *\n\nIt ended."),
            "Hpffp");
  EXPECT_EQ(kinds("Title\n\n9:15 p.m.\nIt ended."), "Hhp");
}

TEST(SentenceKinds, CallALongFirstParagraphProse) {
  EXPECT_EQ(kinds("The port closed on Monday.\n\nIt will open again."), "pp");
}

TEST(Sentences, CoverEveryTokenOnceOnAnyBytes) {
  std::mt19937 random(3);
  constexpr std::string_view kBytes = "ab Z.?!\"()\n\n-,:'9\xE2\x80\x9D\xFF";
  for (int round = 0; round < 500; ++round) {
    std::string text(random() % 300, ' ');
    for (char& c : text) c = kBytes[random() % kBytes.size()];
    const Document document = read(text);
    std::uint32_t token = 0;
    for (const Sentence& sentence : document.sentences) {
      ASSERT_EQ(sentence.tokens.first, token);
      ASSERT_LT(sentence.tokens.first, sentence.tokens.last);
      token = sentence.tokens.last;
    }
    ASSERT_EQ(token, document.tokens.size());
  }
}

TEST(LineRules, NameTheFileThatIsNotThere) {
  const auto rules = load_line_rules(DataFiles::embedded(), "xx");
  ASSERT_FALSE(rules);
  EXPECT_NE(rules.error().message.find("xx/lines.txt"), std::string::npos);
}

}  // namespace
}  // namespace dateline
