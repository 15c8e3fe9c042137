#include <gtest/gtest.h>

#include <unistd.h>
#include <algorithm>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/digest.h"
#include "exporters/exporter.h"
#include "exporters/html_table.h"
#include "exporters/style_json.h"
#include "tests/support/program.h"
#include "tests/support/timelines.h"

namespace dateline {
namespace {

std::string page_of(const Timeline& timeline) {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter("html")->write(timeline, out));
  return out.str();
}

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; at += part.size())
    ++found;
  return found;
}

// What stands between two marks.
std::string between(const std::string& text, std::string_view begin, std::string_view end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  const std::size_t start = from + begin.size();
  return text.substr(start, text.find(end, start) - start);
}

std::string base64_of_hex(const std::string& hex) {
  const auto run = testing::run_program("printf %s \"" + hex + "\" | xxd -r -p | base64 -w0");
  return run.out;
}

TEST(Html, AllowsNothingButItsOwnScriptAndStyle) {
  const std::string page = page_of(testing::harbour_strike());
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  if (!testing::has_program("xxd")) GTEST_SKIP() << "xxd is not installed";
  const std::string script = between(page, "<script>", "</script>");
  const std::string style = between(page, "<style>", "</style>");
  EXPECT_NE(policy.find("script-src 'sha256-" + base64_of_hex(sha256(script)) + "'"),
            std::string::npos);
  EXPECT_NE(policy.find("style-src 'sha256-" + base64_of_hex(sha256(style)) + "'"),
            std::string::npos);
}

TEST(Html, HasNoStyleAttributeAndNoHandlerThatThePolicyWouldBlock) {
  const std::string page = page_of(testing::harbour_strike());
  EXPECT_EQ(page.find(" style=\""), std::string::npos);
  EXPECT_EQ(page.find(" onclick="), std::string::npos);
  EXPECT_EQ(page.find("eval("), std::string::npos);
}

TEST(Html, FillsEveryPlaceOfThePage) {
  const std::string page = page_of(testing::harbour_strike());
  const std::string without_scripts = page.substr(0, page.find("<script type"));
  EXPECT_EQ(without_scripts.find("{{"), std::string::npos);
  EXPECT_NE(page.find("<title>Before the pilots strike</title>"), std::string::npos);
}

TEST(Html, KeepsItsScriptsClosedWhateverTheTextsHold) {
  const std::string page = page_of(testing::hostile());
  EXPECT_EQ(count(page, "<script"), 3U);
  EXPECT_EQ(count(page, "</script"), 3U);
  EXPECT_EQ(count(page, "<!--"), 0U);
  EXPECT_EQ(between(page, "id=\"timeline\">", "</script>").find('<'), std::string::npos);
}

TEST(Html, DoesNotFillPlacesThatATextNames) {
  Timeline timeline;
  timeline.title = "{{script}} {{timeline}}";
  EXPECT_NE(page_of(timeline).find("<h1 dir=\"auto\">{{script}} {{timeline}}</h1>"),
            std::string::npos);
}

TEST(Html, NamesNoOtherHost) {
  std::string page = page_of(testing::synthetic(3, 2, 2));
  for (const std::string_view known : {"https://courier.example", "http://www.w3.org"})
    for (std::size_t at; (at = page.find(known)) != std::string::npos;)
      page.erase(at, known.size());
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos);
}

TEST(Html, ReportsAStreamThatFails) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_FALSE(find_exporter("html")->write(testing::harbour_strike(), out));
}

TEST(HtmlTable, HasARowForEachEventInOrderOfTime) {
  const std::string table = html_table(testing::harbour_strike());
  EXPECT_EQ(count(table, "<tr>"), 1U + testing::harbour_strike().events.size());
  EXPECT_LT(table.find("Talks break down"), table.find("End of the regatta"));
  EXPECT_LT(table.find("End of the regatta"), table.find("Ministry steps in"));
  EXPECT_NE(table.find("date not known"), std::string::npos);
}

TEST(HtmlTable, EscapesTexts) {
  const std::string table = html_table(testing::hostile());
  EXPECT_EQ(table.find("<b>not"), std::string::npos);
  EXPECT_NE(table.find("&lt;b&gt;not a label"), std::string::npos);
}

TEST(HtmlTable, SaysHowManyEventsItLeavesOut) {
  EXPECT_NE(html_table(testing::synthetic(5001, 2, 9)).find("1 later event not shown"),
            std::string::npos);
}

TEST(StyleJson, HoldsTheTablesByTheNamesOfTheSchema) {
  std::ostringstream out;
  ASSERT_TRUE(write_style_json(out));
  EXPECT_NE(out.str().find("\"scheduled-end\""), std::string::npos);
  EXPECT_NE(out.str().find("\"counterfactual\""), std::string::npos);
  EXPECT_NE(out.str().find("\"same-event-as\""), std::string::npos);
}

// The rest is for a browser: docs/export.md tells what it takes.
class HtmlInABrowser : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("dateline-pages-" + std::to_string(::getpid()));  // tests run beside each other
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void check(const std::string& kind, const Timeline& timeline) {
    const std::string file = (folder_ / (kind + ".html")).string();
    std::ofstream(file, std::ios::binary) << page_of(timeline);
    const auto run =
        testing::run_program("node '" DATELINE_SOURCE_DIR
                             "/tests/exporters/viewer_test.mjs' '" DATELINE_NODE_MODULES "' " +
                             kind + "='" + file + "'");
    if (run.status == 77 || run.status == 127) GTEST_SKIP() << "no browser, or no axe-core";
    EXPECT_EQ(run.status, 0) << run.out;
  }

 private:
  std::filesystem::path folder_;
};

TEST_F(HtmlInABrowser, IsAccessibleAndAnswersTheReader) {
  check("plain", testing::harbour_strike());
}
TEST_F(HtmlInABrowser, IsAccessibleWithoutAnEvent) { check("empty", Timeline{}); }
TEST_F(HtmlInABrowser, ShowsHostileTextsAsText) { check("hostile", testing::hostile()); }
TEST_F(HtmlInABrowser, StaysUsableWithTenThousandEvents) {
  check("many", testing::synthetic(10'000, 400, 1500));
}

}  // namespace
}  // namespace dateline
