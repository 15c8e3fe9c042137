// docs/time.md says what the program does: its tables are run, its C++ is the C++ below.

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "core/edtf.h"
#include "core/when.h"

namespace dateline {
namespace {

std::string content(std::string_view path) {
  std::ifstream file(std::string(DATELINE_SOURCE_DIR "/") + std::string(path));
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The cells of a row of a table, without their white space and backquotes.
std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream row(line);
  for (std::string cell; std::getline(row, cell, '|');) {
    const auto first = cell.find_first_not_of(" `");
    if (first == std::string::npos) continue;
    found.push_back(cell.substr(first, cell.find_last_not_of(" `") + 1 - first));
  }
  return found;
}

std::vector<std::vector<std::string>> rows_under(std::string_view header) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream page(content("docs/time.md"));
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    if (inside && !line.starts_with("|")) break;
    if (inside && !line.starts_with("|---")) rows.push_back(cells(line));
    inside = inside || line == header;
  }
  return rows;
}

std::string bound(const std::optional<Instant>& instant) {
  constexpr std::string_view kMidnight = "T00:00:00Z";
  if (!instant) return "none";
  const std::string text = to_string(*instant);
  return text.ends_with(kMidnight) ? text.substr(0, text.size() - kMidnight.size()) : text;
}

TEST(TimeDoc, TellsTheGrainsAsTheyAre) {
  const auto rows = rows_under("| TIMEX3 value | EDTF | granularity | earliest | latest | words |");
  EXPECT_EQ(rows.size(), 15U);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 6U);
    const auto date = date_from_timex_value(row[0]);
    ASSERT_TRUE(date) << row[0];
    const When when = when_of(*date);
    EXPECT_EQ(when.edtf, row[1]);
    EXPECT_EQ(name_of(when.grain), row[2]);
    EXPECT_EQ(bound(when.interval.earliest), row[3]);
    EXPECT_EQ(bound(when.interval.latest), row[4]);
    EXPECT_EQ(when.display, row[5]);
  }
}

TEST(TimeDoc, TellsTheBoundsOfDeadlinesAsTheyAre) {
  const auto rows = rows_under("| words | EDTF | latest |");
  EXPECT_EQ(rows.size(), 6U);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 3U);
    const bool inclusive = row[0].starts_with("by ");
    const auto date = date_from_timex_value(row[0].substr(row[0].find(' ') + 1));
    ASSERT_TRUE(date) << row[0];
    const When when = when_before(*date, inclusive);
    EXPECT_EQ(when.edtf, row[1]);
    EXPECT_EQ(bound(when.interval.latest), row[2]);
  }
}

TEST(TimeDoc, TellsThePlaceOfAMistake) {
  // docs/time.md
  const auto mistaken = parse_edtf("2022-02-30");
  EXPECT_EQ(mistaken.error().message, "expected a day from 01 to 28, found \"30\"");
  EXPECT_EQ(mistaken.error().at.begin, 8u);
  // end
}

TEST(TimeDoc, ShowsHowTimesAreCounted) {
  // docs/time.md
  const PartialDate friday = *date_from_timex_value("2022-02-18");
  const When deadline = when_before(friday, /*inclusive=*/true);  // "by Friday"
  EXPECT_EQ(deadline.edtf, "../2022-02-18");
  EXPECT_EQ(to_string(*deadline.interval.latest), "2022-02-19T00:00:00Z");
  EXPECT_FALSE(deadline.interval.earliest);

  const Instant order = *instant_from("2022-02-12T09:00:00+02:00");
  const Instant end = add(order, *duration_from("PT48H"));  // "within 48 hours"
  EXPECT_EQ(to_string(end), "2022-02-14T09:00:00+02:00");

  const PartialDate quarter = date_around({2022, 2, 12}, Grain::quarter);
  EXPECT_EQ(display(moved(quarter, -1)), "fourth quarter of 2021");  // "last quarter"

  const Interval week = interval_of(*date_from_timex_value("2022-W06"));
  EXPECT_EQ(allen_relation(interval_of(friday), week), Allen::after);
  // end
}

// The lines of this file between the marks, as they stand in a code block of the page.
std::string shown_code() {
  std::istringstream file(content("tests/core/time_doc_test.cc"));
  std::string code;
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "  // end") {
      inside = false;
      code += "```\n";
    }
    if (inside) code += (line.empty() ? line : line.substr(2)) + "\n";
    if (line == "  // docs/time.md") {
      inside = true;
      code += "```cpp\n";
    }
  }
  return code;
}

TEST(TimeDoc, ShowsTheCodeThatIsRunHere) {
  std::istringstream page(content("docs/time.md"));
  std::string code;
  bool inside = false;
  for (std::string line; std::getline(page, line);) {
    inside = inside || line == "```cpp";
    if (inside) code += line + "\n";
    if (line == "```") inside = false;
  }
  EXPECT_EQ(code, shown_code());
}

}  // namespace
}  // namespace dateline
