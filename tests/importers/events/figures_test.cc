#include "importers/events/figures.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "importers/events/figure_words.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

std::string number_of(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text.back() == '.' ? text.substr(0, text.size() - 1) : text;
}

/// "dead at-least 12", "fine 5200000 USD", "ships 10..15".
std::string shown(const Quantity& quantity) {
  std::string text = quantity.of;
  if (quantity.qualifier != Quantity::Qualifier::exact)
    text += " " + std::string(name_of(quantity.qualifier));
  if (quantity.value) text += " " + number_of(*quantity.value);
  if (quantity.low)
    text += " " + number_of(*quantity.low) + ".." +
            (quantity.high ? number_of(*quantity.high) : std::string());
  return quantity.unit.empty() ? text : text + " " + quantity.unit;
}

/// The figures of all events of a text, in order of the events.
std::vector<std::string> figures_in(std::string_view text) {
  std::vector<std::string> all;
  for (const Event& event : timeline_of(std::string(text), "2031-03-10").events)
    for (const Quantity& quantity : event.quantities) all.push_back(shown(quantity));
  return all;
}

using Lines = std::vector<std::string>;

TEST(Figures, ThoseWhomAnEventKillsAreCountedAsDead) {
  EXPECT_EQ(figures_in("The blast killed 12 people.\n"), Lines{"dead 12"});
  EXPECT_EQ(figures_in("Officials said that 17 died.\n"), Lines{"dead 17"});
  EXPECT_EQ(figures_in("The storm injured twenty-five people.\n"), Lines{"injured 25"});
}

TEST(Figures, ThoseWhoKillAreNot) {
  EXPECT_EQ(figures_in("Three soldiers killed a farmer.\n"), Lines{"soldiers 3"});
}

TEST(Figures, OthersAreCalledWhatTheTextCallsThem) {
  EXPECT_EQ(figures_in("The police arrested two dozen workers.\n"), Lines{"workers 24"});
}

TEST(Figures, WordsBeforeAndAfterQualifyThem) {
  EXPECT_EQ(figures_in("At least 12 people were killed.\n"), Lines{"dead at-least 12"});
  EXPECT_EQ(figures_in("The blast killed more than three dozen soldiers.\n"),
            Lines{"soldiers at-least 36"});
  EXPECT_EQ(figures_in("Nearly 2,500 residents fled.\n"), Lines{"residents approximate 2500"});
  EXPECT_EQ(figures_in("Up to 1.2 million voters protested.\n"), Lines{"voters at-most 1200000"});
  EXPECT_EQ(figures_in("Thousands of people marched.\n"), Lines{"people at-least 2000.."});
}

TEST(Figures, ARangeHasTwoEnds) {
  EXPECT_EQ(figures_in("Between 10 and 15 ships sank.\n"), Lines{"ships 10..15"});
}

TEST(Figures, SumsHaveTheirCurrency) {
  EXPECT_EQ(figures_in("The firm paid $5.2 million to the city.\n"), Lines{"amount 5200000 USD"});
  EXPECT_EQ(figures_in("The firm paid a $5.2 million penalty.\n"), Lines{"penalty 5200000 USD"});
  EXPECT_EQ(figures_in("The firm paid 20 billion yen to the city.\n"),
            Lines{"amount 20000000000 JPY"});
}

TEST(Figures, SharesAreOfWhatTheyAreSharesOf) {
  EXPECT_EQ(figures_in("Prices rose 3.5 percent in May.\n"), Lines{"prices 3.5 %"});
}

TEST(Figures, DatesNamesAndScoresAreNone) {
  EXPECT_TRUE(figures_in("Flight 370 crashed on May 12, 2014.\n").empty());
  EXPECT_TRUE(figures_in("The 42-year-old mayor resigned.\n").empty());
  EXPECT_TRUE(figures_in("Parliament voted 240 to 198 to pass the bill.\n").empty());
}

TEST(Figures, AFigureShowsTheWordsThatTellIt) {
  const Timeline timeline = timeline_of("At least 12 people were killed.\n", "2031-03-10");
  ASSERT_EQ(timeline.events.size(), 1u);
  ASSERT_EQ(timeline.events[0].quantities.size(), 1u);
  EXPECT_EQ(timeline.events[0].quantities[0].evidence.at(0).quote, "At least 12 people");
}

TEST(FigureWords, ANumeralMayHaveCommasAndAFraction) {
  const FigureWords words;
  EXPECT_EQ(words.number("2,500"), 2500);
  EXPECT_EQ(words.number("3.5"), 3.5);
  EXPECT_FALSE(words.number("2,50"));
  EXPECT_FALSE(words.number("12th"));
  EXPECT_FALSE(words.number("1.2.3"));
}

TEST(FigureWords, ABrokenLineIsReported) {
  const std::filesystem::path folder = std::filesystem::path(testing::TempDir()) / "broken_figures";
  std::filesystem::create_directories(folder / "en");
  std::ofstream(folder / "en" / "figures.txt") << "number one 1\nnumber two\n";
  const DataFiles files = DataFiles::from_folder(folder).value();
  const auto broken = FigureWords::load(files, "en");
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().message.find("en/figures.txt:2"), std::string::npos);
}

}  // namespace
}  // namespace dateline
