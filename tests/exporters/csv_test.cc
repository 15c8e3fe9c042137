#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "exporters/exporter.h"
#include "tests/support/make_story.h"

namespace dateline {
namespace {

std::string written(const Timeline& timeline) {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter("csv")->write(timeline, out));
  return out.str();
}

/// RFC 4180, read to the letter; an unquoted quote or a bare line end fails the test.
std::vector<std::vector<std::string>> read(std::string_view csv) {
  std::vector<std::vector<std::string>> rows(1, std::vector<std::string>(1));
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& cell = rows.back().back();
    if (csv[i] == '"' && quoted && i + 1 < csv.size() && csv[i + 1] == '"') {
      cell += csv[i++];
    } else if (csv[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && csv[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && csv[i] == '\r') {
      EXPECT_EQ(csv[++i], '\n');
      rows.emplace_back(1);
    } else {
      EXPECT_TRUE(quoted || csv[i] != '\n');
      cell += csv[i];
    }
  }
  EXPECT_FALSE(quoted);
  rows.pop_back();
  return rows;
}

std::string cell(const Timeline& timeline, std::string_view column) {
  const auto rows = read(written(timeline));
  for (std::size_t i = 0; i < rows[0].size(); ++i)
    if (rows[0][i] == column) return rows[1][i];
  ADD_FAILURE() << "no column " << column;
  return {};
}

TEST(Csv, OfNothingIsAHeader) { EXPECT_EQ(read(written({})).size(), 1u); }

TEST(Csv, CountsNoCopyOfADocumentAsASource) {
  testing::Story story("d1");
  Event& event = story.event("other", "It shut", "shut", "2024-05-01", {});
  event.evidence.push_back(testing::make_evidence("d2", 0, "It shut"));
  event.evidence.push_back(testing::make_evidence("d3", 0, "It shut"));
  Timeline timeline = story;
  timeline.documents.resize(3);
  timeline.documents[1].id = "d2";
  timeline.documents[1].duplicate_of = "d1";
  timeline.documents[2].id = "d3";
  timeline.documents[2].duplicate_of = "d9";  // does not tell of it
  EXPECT_EQ(cell(timeline, "document"), "d1; d3");
}

TEST(Csv, NamesActorsAndSaysWhoIsBound) {
  testing::Story story("d1");
  const std::string berg = story.person("Anna Berg"), dahl = story.person("Carl Dahl");
  Event& event = story.deadline("Berg must pay", "2024-05-09", berg, "v1");
  event.deadline->set_by = {dahl, "nobody"};
  EXPECT_EQ(cell(story, "who"), "Anna Berg");
  EXPECT_EQ(cell(story, "roles"), "agent");
  EXPECT_EQ(cell(story, "deadline_bound"), "Anna Berg");
  EXPECT_EQ(cell(story, "deadline_set_by"), "Carl Dahl; nobody");
  EXPECT_EQ(cell(story, "deadline_status"), "open");
  EXPECT_EQ(cell(story, "document"), "d1");
  EXPECT_EQ(cell(story, "quote"), "Berg must pay");
}

TEST(Csv, AFormulaStaysText) {
  for (const auto* title : {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"}) {
    testing::Story story("d1");
    story.event("other", title, "x", "", "");
    EXPECT_EQ(cell(story, "title"), "'" + std::string(title));
  }
}

TEST(Csv, QuotesWhatNeedsIt) {
  testing::Story story("d1");
  story.event("other", "a \"b\", c\nd\r\ne", "x", "", "");
  EXPECT_EQ(cell(story, "title"), "a \"b\", c\nd\r\ne");
}

TEST(Csv, HasAsManyCellsInEveryRowAndNoNul) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const Timeline timeline = testing::random_timeline(seed);
    const std::string csv = written(timeline);
    EXPECT_EQ(csv.find('\0'), csv.npos);
    const auto rows = read(csv);
    ASSERT_EQ(rows.size(), timeline.events.size() + 1);
    for (const auto& row : rows) ASSERT_EQ(row.size(), rows[0].size());
  }
}

TEST(Csv, TellsThatTheStreamFailed) {
  std::ofstream full("/dev/full");
  EXPECT_FALSE(find_exporter("csv")->write(testing::random_timeline(1), full));
}

}  // namespace
}  // namespace dateline
