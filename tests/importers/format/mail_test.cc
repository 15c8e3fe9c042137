#include <gtest/gtest.h>

#include "tests/support/read_articles.h"

namespace dateline {
namespace {

const std::string kHead =
    "Received: from a by b\nFrom: =?utf-8?Q?Ann_Lee?= <ann@herald.example>\n"
    "Subject: Mill\n shuts\nDate: Sat, 12 Feb 2022 10:30:00 +0100 (CET)\nMIME-Version: 1.0\n";

TEST(Mail, GivesItsTextSenderSubjectAndDate) {
  const auto read = read_articles("a", kHead + "\nThe mill shut.\n");
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& mail = read.articles[0];
  EXPECT_EQ(mail.title, "Mill shuts");
  EXPECT_EQ(mail.authors, std::vector<std::string>{"Ann Lee"});
  EXPECT_EQ(mail.published, "2022-02-12T10:30:00+01:00");
  EXPECT_EQ(mail.text.view(), "The mill shut.\n");
  EXPECT_EQ(mail.source, "a");
}

TEST(Mail, IsReadAsThePageThatItHoldsAndNotWithItsAttachments) {
  const std::string mail =
      kHead +
      "List-Unsubscribe: <x>\nContent-Type: multipart/mixed; boundary=m\n\n"
      "--m\nContent-Type: multipart/alternative; boundary=a\n\n"
      "--a\nContent-Type: text/plain\n\nThe mill, in short.\n"
      "--a\nContent-Type: text/html; charset=iso-8859-1\nContent-Transfer-Encoding: "
      "quoted-printable\n\n<p>The mill caf=E9 shut on Mon=\nday, its owner said.</p>\n--a--\n"
      "--m\nContent-Disposition: attachment\n\nNot this.\n--m--\n";
  const auto read = read_articles("a.eml", mail);
  ASSERT_EQ(read.articles.size(), 1u);
  const Text& text = read.articles[0].text;
  EXPECT_EQ(text.view(), "The mill café shut on Monday, its owner said.");
  EXPECT_EQ(read.articles[0].publisher, "Ann Lee");
  EXPECT_TRUE(read.articles[0].authors.empty());
  const auto monday = static_cast<std::uint32_t>(text.view().find("Monday"));
  const SourceSpan at = text.to_source({monday, monday + 6});
  EXPECT_EQ(mail.substr(at.begin, at.end - at.begin), "Mon=\nday");
}

TEST(Mail, GivesTheMailsInItAsArticlesOfTheirOwn) {
  const auto read = read_articles(
      "a.eml", kHead +
                   "Content-Type: multipart/mixed; boundary=m\n\n--m\n\nSee below.\n"
                   "--m\nContent-Type: message/rfc822\n\nFrom: Bo Ek <b@c>\nSubject: Dam\n\n"
                   "The dam held.\n--m--\n");
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[1].source, "a.eml#2");
  EXPECT_EQ(read.articles[1].title, "Dam");
  EXPECT_EQ(read.articles[1].text.view(), "The dam held.");
}

TEST(Mail, OfADigestIsTheMailsInIt) {
  const auto read = read_articles(
      "a.eml", kHead +
                   "Content-Type: multipart/digest; boundary=m\n\n--m\n\nSubject: One\n\n"
                   "The mill shut.\n--m\n\nSubject: Two\n\nThe dam held.\n--m--\n");
  EXPECT_TRUE(read.errors.empty());
  ASSERT_EQ(read.articles.size(), 2u);
  EXPECT_EQ(read.articles[0].title, "One");
}

TEST(Mail, OfASavedPageIsThatPage) {
  const auto read = read_articles(
      "a.mhtml",
      "From: <Saved by Blink>\nSnapshot-Content-Location: http://herald.example/mill\n"
      "Subject: Saved\nDate: Sat, 12 Feb 2022 10:30:00 -0000\nMIME-Version: 1.0\n"
      "Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n"
      "Content-Transfer-Encoding: quoted-printable\n\n<title>Mill shuts</title><h1>Mill shuts</h1>"
      "<p class=3Da>The mill shut on Monday.</p>\n--x\nContent-Type: text/css\n\np {}\n--x--\n");
  ASSERT_EQ(read.articles.size(), 1u);
  const Article& page = read.articles[0];
  EXPECT_EQ(page.title, "Mill shuts");
  EXPECT_EQ(page.url, "http://herald.example/mill");
  EXPECT_EQ(page.published, "");
  EXPECT_EQ(page.retrieved, "2022-02-12T10:30:00Z");
  EXPECT_TRUE(page.authors.empty());
}

TEST(Mail, IsNoTextWithColons) {
  EXPECT_EQ(
      read_articles("a", "From: here to there\nDate of it: none\n\nText.").articles.at(0).title,
      "");
  EXPECT_EQ(read_articles("a", "Mill: it shut.\n\nText.").articles.at(0).authors.size(), 0u);
}

TEST(Mail, IsRefusedIfItNestsTooDeepOrHasNoText) {
  std::string deep = kHead;
  for (int i = 0; i < 10'000; ++i) deep += "Content-Type: message/rfc822\n\n";
  const auto nested = read_articles("a.eml", deep);
  EXPECT_TRUE(nested.articles.empty());
  ASSERT_FALSE(nested.errors.empty());
  EXPECT_NE(nested.errors.back().message.find("at most 32 deep"), std::string::npos);
  const auto none = read_articles("a.eml", kHead + "Content-Type: image/png\n\nx");
  EXPECT_EQ(none.errors.at(0).message, "expected a mail with a text, found none");
}

TEST(Mail, TellsWhichPartsAreLeftOut) {
  const std::string mail = kHead +
                           "Content-Type: multipart/mixed; boundary=m\n\n"
                           "--m\nContent-Type: multipart/alternative; boundary=a\n\n"
                           "--a\n\nOne.\n--a\nContent-Type: text/html\n\n<p>One.</p>\n--a--\n"
                           "--m\nContent-Type: application/pdf\n\nx\n"
                           "--m\nContent-Disposition: attachment\nContent-Type: text/plain\n\ny\n"
                           "--m--\n";
  const auto told = read_articles("a.eml", mail).articles.at(0).diagnostics;
  ASSERT_EQ(told.size(), 2u);
  EXPECT_EQ(told[0].kind, "part-left-out");
  EXPECT_EQ(told[0].message, "left out a part beside the text (application/pdf)");
  EXPECT_EQ(mail.substr(told[0].at.begin, 1), "x");
  EXPECT_EQ(mail.substr(told[1].at.begin, 1), "y");
}

TEST(Mail, TellsOnlyTheFirstOfManyPartsAndHowManyThereAreMore) {
  std::string many = kHead + "Content-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 100; ++i) many += "--x\n\nOne.\n";
  const auto told = read_articles("a.eml", many).articles.at(0).diagnostics;
  ASSERT_EQ(told.size(), 33u);
  EXPECT_EQ(told.back().message, "left out 67 more parts");
}

TEST(Mail, IsReadInTimeHoweverManyPartsItHas) {
  std::string many = kHead + "Content-Type: multipart/mixed; boundary=x\n\n";
  for (int i = 0; i < 100'000; ++i) many += "--x\n\nOne.\n";
  EXPECT_EQ(read_articles("a.eml", many).articles.at(0).text.view(), "One.");
}

}  // namespace
}  // namespace dateline
