#include <gtest/gtest.h>

#include <string>

#include "tests/support/proportion.h"
#include "tests/support/read_articles.h"

namespace dateline {
namespace {

using Names = std::vector<std::string>;

ReadArticles read(std::string json, std::string name = "a.json") {
  return read_articles(std::move(name), std::move(json));
}
Article one(std::string json) {
  auto all = read(std::move(json));
  EXPECT_EQ(all.articles.size(), 1u);
  EXPECT_TRUE(all.errors.empty());
  return all.articles.empty() ? Article() : std::move(all.articles.front());
}

TEST(JsonImporter, TakesTheFieldsOfAnArticle) {
  const Article article = one(R"({"headline":"Mill shuts 💥","body":"It shut on Monday.",
    "datePublished":"2022-02-12T08:00:00+01:00","byline":"By Ann Lee and Bo Ek",
    "url":"https://a.example/m","source":{"id":1,"name":"Herald"},"lang":"en"})");
  EXPECT_EQ(article.title, "Mill shuts");
  EXPECT_EQ(article.text.view(), "It shut on Monday.");
  EXPECT_EQ(article.published, "2022-02-12T08:00:00+01:00");
  EXPECT_EQ(article.published_from, PublishedFrom::metadata);
  EXPECT_EQ(article.authors, (Names{"Ann Lee", "Bo Ek"}));
  EXPECT_EQ(article.url, "https://a.example/m");
  EXPECT_EQ(article.publisher, "Herald");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.source, "a.json");
}

TEST(JsonImporter, TakesDatesInAllForms) {
  EXPECT_EQ(one(R"({"text":"x","pubDate":"Sat, 12 Feb 2022 18:30:05 GMT"})").published,
            "2022-02-12T18:30:05Z");
  EXPECT_EQ(one(R"({"text":"x","created":1644690605})").published, "2022-02-12T18:30:05Z");
  EXPECT_EQ(one(R"({"text":"x","created":1644690605000})").published, "2022-02-12T18:30:05Z");
  EXPECT_EQ(one(R"({"text":"x","date":"soon"})").published, "");
}

TEST(JsonImporter, TakesAuthorsInAllForms) {
  const Names both{"Ann Lee", "Bo Ek"};
  EXPECT_EQ(one(R"({"text":"x","authors":["Ann Lee","Bo Ek"]})").authors, both);
  EXPECT_EQ(one(R"({"text":"x","author":[{"name":"Ann Lee"},{"fullName":"Bo Ek"}]})").authors,
            both);
  EXPECT_EQ(one(R"({"text":"x","author":"Ann Lee, Bo Ek"})").authors, both);
  EXPECT_EQ(one(R"({"text":"x","author":{"name":"newsdesk"}})").authors, Names{"newsdesk"});
}

TEST(JsonImporter, FindsArticlesInListsAndWrappers) {
  EXPECT_EQ(read(R"([{"text":"a"},{"text":"b"}])").articles.size(), 2u);
  const auto wrapped = read(R"({"status":"ok","articles":[{"content":"a"},{"content":"b"}]})");
  ASSERT_EQ(wrapped.articles.size(), 2u);
  EXPECT_EQ(wrapped.articles[1].source, "a.json#2");
  EXPECT_EQ(read(R"({"response":{"docs":[{"text":"a"}]}})").articles.size(), 1u);
  EXPECT_EQ(read(R"({"title":"Feed","description":"d","items":[{"contentHtml":"a"}]})")
                .articles.at(0)
                .text.view(),
            "a");
}

TEST(JsonImporter, TakesWhatTheObjectsAroundTell) {
  const Article article = one(R"({"results":[{"webTitle":"Mill","webPublicationDate":"2022-02-12",
    "fields":{"bodyText":"It shut."}}]})");
  EXPECT_EQ(article.title, "Mill");
  EXPECT_EQ(article.published, "2022-02-12");
}

TEST(JsonImporter, TakesNoPersonForAnArticle) {
  EXPECT_EQ(read(R"({"author":{"name":"Ann","description":"Writes."},"items":[{"text":"a"}]})")
                .articles.size(),
            1u);
}

TEST(JsonImporter, JoinsParagraphs) {
  EXPECT_EQ(one(R"({"text":["One.","Two."]})").text.view(), "One.\n\nTwo.");
}

TEST(JsonImporter, JoinsParagraphsThatAreObjects) {
  const Article article = one(R"({"headline":"Mill","content_elements":[{"type":"image"},
    {"type":"text","content":"<p>One.<\/p>"},{"type":"text","content":"Two."}]})");
  EXPECT_EQ(article.title, "Mill");
  EXPECT_EQ(article.text.view(), "One.\n\nTwo.");
}

TEST(JsonImporter, JoinsTheParagraphsOfSections) {
  const std::string story = "The paper mill in Harrow shut its gates on Monday, its owners said.";
  const Article article =
      one(R"({"title":"Mill","body":{"summary":["It shut."],"sections":[{"headline":[],)"
          R"("paragraphs":[")" +
          story + R"(","The town was told."]}]}})");
  EXPECT_EQ(article.text.view(), "It shut.\n\n" + story + "\n\nThe town was told.");
  EXPECT_EQ(read(R"({"title":"Mill","content":{"tags":["a","b"]}})").articles.size(), 0u);
}

TEST(JsonImporter, TakesListedArticlesForNoParagraphs) {
  const std::string list = R"({"title":"News","content":[{"text":"a","url":"u"},{"text":"b"}]})";
  EXPECT_EQ(read(list).articles.size(), 2u);
}

TEST(JsonImporter, TakesTheValuesOfObjects) {
  const Article article = one(R"({"title":{"rendered":"A &amp; B"},"content":{"rendered":
    "<p>One.<\/p>"},"date":{"$date":"2022-02-12T08:00:00Z"},"byline":{"original":"By Ann Lee"}})");
  EXPECT_EQ(article.title, "A & B");
  EXPECT_EQ(article.text.view(), "One.");
  EXPECT_EQ(article.published, "2022-02-12T08:00:00Z");
  EXPECT_EQ(article.authors, Names{"Ann Lee"});
}

TEST(JsonImporter, SaysWhenOnlyTheFirstPartOfATextIsGiven) {
  const Article article = one(R"({"title":"t","content":"The mill shut on… [+1234 chars]"})");
  EXPECT_EQ(article.text.view(), "The mill shut on… ");
  ASSERT_EQ(article.diagnostics.size(), 1u);
  EXPECT_EQ(article.diagnostics[0].kind, "text-cut-off");
  EXPECT_EQ(one(R"({"text":"Up [+3 points]"})").text.view(), "Up [+3 points]");
  EXPECT_EQ(one(R"({"text":"[+"})").text.view(), "[+");
}

TEST(JsonImporter, CleansHtmlInFields) {
  const Article article =
      one(R"({"title":"A &amp; <b>B</b>","content":"<p>One &amp; two.<\/p>\n<p>Three<\/p>"})");
  EXPECT_EQ(article.title, "A & B");
  EXPECT_EQ(article.text.view(), "One & two.\n\nThree");
  EXPECT_EQ(one(R"({"text":"1 < 2 &amp; 3.\n\nSo."})").text.view(), "1 < 2 & 3.\n\nSo.");
}

TEST(JsonImporter, LeadsTextBackToItsBytesEscapesIncluded) {
  const std::string json = R"([{"text":"He said \u201cno\u201d.\nThen \"yes\"."}])";
  const Article article = one(json);
  ASSERT_EQ(article.text.view(), "He said “no”.\nThen \"yes\".");
  const auto source_of = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(article.text.view().find(words));
    const SourceSpan span =
        article.text.to_source({at, at + static_cast<std::uint32_t>(words.size())});
    return json.substr(span.begin, span.end - span.begin);
  };
  EXPECT_EQ(source_of("no"), "no");
  EXPECT_EQ(source_of("“no”"), "\\u201cno\\u201d");
  EXPECT_EQ(source_of("\"yes\""), "\\\"yes\\\"");
}

TEST(JsonLines, AreReadLineByLine) {
  const std::string lines = "{\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\r\n";
  const auto all = read(lines, "a.jsonl");
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[1].source, "a.jsonl#3");
  const SourceSpan span = all.articles[1].text.to_source({0, 4});
  EXPECT_EQ(lines.substr(span.begin, 4), "Two.");
}

TEST(JsonLines, ABrokenLineHarmsNoOther) {
  const std::string lines =
      "{\"text\":\"One.\"}\n{\"text\":\"Tw\n{\"title\":\"No words\"}\n{\"text\":\"Four.\"}\n";
  const auto all = read(lines);
  EXPECT_EQ(all.articles.size(), 2u);
  ASSERT_EQ(all.errors.size(), 2u);
  EXPECT_EQ(all.errors[0].at.begin, lines.find("Tw") + 2);
  EXPECT_NE(all.errors[1].message.find("expected an article with a member"), std::string::npos);
  EXPECT_EQ(all.errors[1].at.begin, lines.find("{\"title"));
}

TEST(JsonLines, ABrokenFirstLineHarmsNoOtherEither) {
  EXPECT_EQ(read("{\"text\":\"On\n{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n").articles.size(),
            2u);
  EXPECT_EQ(read("{\"articles\":[\n{\"text\":\"One.\"}\n]}\n").articles.size(), 1u);
  const std::string good = "{\"text\":\"Two.\"}\n{\"text\":\"Three.\"}\n";
  for (const std::string bad : {"garbage:", "null", "[1", "{\"text\":\"On\n{\"text\":\"On"})
    EXPECT_EQ(read(bad + "\n" + good).articles.size(), 2u) << bad;
}

TEST(JsonLines, ACommaBehindALineHarmsNoOther) {
  EXPECT_EQ(
      read("{\"text\":\"One.\"},\n{\"text\":\"Two.\"},\n{\"text\":\"Three.\"}\n").articles.size(),
      3u);
  EXPECT_EQ(read("[{\"text\":\"One.\"},\n{\"text\":\"Two.\"}\n]\n").articles.size(), 2u);
  EXPECT_EQ(read("[{\"text\":\"One.\"}\n,\n{\"text\":\"Two.\"}\n]\n").articles.size(), 2u);
}

TEST(JsonLines, EachLineIsReadInACharacterSetOfItsOwn) {
  const std::string lines = "{\"text\":\"Caf\xC3\xA9.\"}\n{\"text\":\"Caf\xE9s.\"}\n";
  const auto all = read(lines);
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[0].text.view(), "Café.");
  EXPECT_EQ(all.articles[1].text.view(), "Cafés.");
  EXPECT_EQ(all.articles[1].text.to_source({5, 7}).begin, lines.find("s."));
}

TEST(JsonLines, AreReadInUtf16) {
  std::string lines = "\xFF\xFE";
  for (const char c : std::string_view("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n")) {
    lines.push_back(c);
    lines.push_back('\0');
  }
  const auto all = read(lines);
  ASSERT_EQ(all.articles.size(), 2u);
  EXPECT_EQ(all.articles[1].text.view(), "Two.");
  EXPECT_EQ(all.articles[1].source, "a.json#2");
  EXPECT_EQ(lines[all.articles[1].text.to_source({0, 1}).begin], 'T');
}

TEST(JsonImporter, TellsWhichArticleIsNoGoodJson) {
  const auto all = read("[{\"text\":\"One.\"},{\"text\":\"Two\nlines.\"},{\"text\":\"Three.\"}]");
  ASSERT_EQ(all.articles.size(), 3u);
  EXPECT_TRUE(all.articles[0].diagnostics.empty());
  ASSERT_EQ(all.articles[1].diagnostics.size(), 1u);
  EXPECT_EQ(all.articles[1].diagnostics[0].at.begin, 29u);
  EXPECT_TRUE(all.articles[2].diagnostics.empty());
}

TEST(JsonImporter, TellsWhereATextIsCutOffAndKeepsWhatIsWhole) {
  const std::string json = R"([{"text":"One."},{"text":"Two."},{"text":"Thr)";
  const auto all = read(json);
  EXPECT_EQ(all.articles.size(), 2u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].at.begin, json.size());
}

TEST(JsonImporter, DoubtsAMemberThatIsThereTwice) {
  const Article article = one(R"({"text":"One.","text":"Two."})");
  EXPECT_EQ(article.text.view(), "Two.");
  ASSERT_EQ(article.diagnostics.size(), 1u);
  EXPECT_EQ(article.diagnostics[0].kind, "repeated-member");
  EXPECT_EQ(article.diagnostics[0].at.begin, 16u);
}

TEST(JsonImporter, SaysThatThereAreNoArticles) {
  EXPECT_EQ(read("{\"a\":1}").errors.size(), 1u);
  EXPECT_EQ(read("[]").errors.size(), 1u);
  EXPECT_EQ(read("{\"text\":\"\"}").errors.size(), 1u);
  EXPECT_EQ(read("{\"text\":\"a\"} x").errors.size(), 1u);
}

TEST(JsonImporter, IsKnownByItsContent) {
  EXPECT_EQ(read(R"({ "text":"a"})", "dump").articles.at(0).media_type, "application/json");
  EXPECT_EQ(read("{a} is a set.", "dump").articles.at(0).media_type, "text/plain");
  EXPECT_EQ(read("[1] See there.", "dump").articles.at(0).media_type, "text/plain");
}

TEST(JsonImporter, ReadsALineOfFiftyMegabytesQuickly) {
  const auto line = [](std::size_t size) {
    std::string words;
    while (words.size() < size) words += "The mill shut on Monday, its owners said. ";
    return "{\"text\":\"" + words + "\"}\n";
  };
  const std::string whole = line(50u << 20), sixteenth = line(50u << 16);
  EXPECT_TRUE(takes_time_in_proportion([&] { one(whole); }, [&] { one(sixteenth); }));
  EXPECT_EQ(one(whole).text.view().size(), whole.size() - std::string("{\"text\":\"\"}\n").size());
}

TEST(JsonImporter, RefusesMoreThanAnArticleMayHold) {
  const auto all = read("{\"text\":\"" + std::string(kMaxArticleBytes, 'a') + "\"}");
  EXPECT_TRUE(all.articles.empty());
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_NE(all.errors[0].message.find("expected at most"), std::string::npos);
}

TEST(JsonImporter, SurvivesHostileNesting) {
  EXPECT_EQ(read(std::string(200000, '[') + "{\"text\":1").errors.size(), 1u);
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_EQ(read(objects).errors.size(), 1u);
}

}  // namespace
}  // namespace dateline
