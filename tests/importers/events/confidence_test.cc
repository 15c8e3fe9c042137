#include "importers/events/confidence.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "core/when.h"
#include "tests/support/event_reading.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

const std::optional<PartialDate> kPublished = PartialDate::of(Day{2024, 3, 7});

When told(When when) {
  when.expression = When::Expression{};
  return when;
}

TEST(Confidence, KnowsHowATimeWasFound) {
  const When day = when_of(PartialDate::of(Day{2024, 3, 5}));
  PartialDate month;
  month.year = 2024;
  month.month = 3;
  month.grain = Grain::month;
  EXPECT_EQ(basis_of(told(day), kPublished), DateBasis::told_day);
  EXPECT_EQ(basis_of(told(when_of(month)), kPublished), DateBasis::told_range);
  EXPECT_EQ(basis_of(when_of(*kPublished), kPublished), DateBasis::publication);
  EXPECT_EQ(basis_of(day, kPublished), DateBasis::derived_day);
  EXPECT_EQ(basis_of(when_of(month), kPublished), DateBasis::derived_range);
  EXPECT_EQ(basis_of(when_before(*kPublished, true), kPublished), DateBasis::open);
  EXPECT_EQ(basis_of(when_unknown(), kPublished), DateBasis::unknown);
}

double part(const Event& event, std::string_view name) {
  for (const auto& [part, rate] : event.confidence_parts)
    if (part == name) return rate;
  return -1;
}

TEST(Confidence, OfADayThatIsToldIsHigherThanOfOneThatIsNot) {
  const Timeline timeline =
      timeline_of("The council met on Tuesday. A lawyer had sold the house.", "2024-03-07");
  const Event &told = event_of(timeline, "met"), &taken = event_of(timeline, "sold");
  EXPECT_GT(part(told, "date"), part(taken, "date"));
}

TEST(Confidence, IsThatAllPartsAreRight) {
  const Timeline timeline = timeline_of("The council met on Tuesday.", "2024-03-07");
  const Event& event = event_of(timeline, "met");
  ASSERT_TRUE(event.confidence);
  EXPECT_NEAR(*event.confidence,
              part(event, "date") * part(event, "event") * part(event, "factuality"), 0.02);
  ASSERT_FALSE(event.participants.empty());
  EXPECT_GT(event.participants[0].confidence.value_or(0), 0.5);
}

/// The complaint about a confidence.txt of one line.
std::string complaint_about(std::string_view line) {
  const std::filesystem::path folder = std::filesystem::path(::testing::TempDir()) / "confidence";
  std::filesystem::create_directories(folder / "xx");
  std::ofstream(folder / "xx/confidence.txt") << line << "\n";
  const auto rules = ConfidenceRules::load(DataFiles::from_folder(folder).value(), "xx");
  return rules ? "" : rules.error().message;
}

TEST(ConfidenceRules, NameTheLineThatIsBrokenOrTheRateThatIsMissing) {
  EXPECT_NE(complaint_about("event fame 0.5").find("confidence.txt:1: there is no trait 'fame'"),
            std::string::npos);
  EXPECT_NE(complaint_about("date told-day 2").find("from 0 to 1"), std::string::npos);
  EXPECT_NE(complaint_about("date guess 0.5").find("'guess'"), std::string::npos);
  EXPECT_NE(complaint_about("hope told 1").find("'hope'"), std::string::npos);
  EXPECT_NE(complaint_about("date told-day 0.5").find("expected a rate for date number 1"),
            std::string::npos);
}

}  // namespace
}  // namespace dateline
