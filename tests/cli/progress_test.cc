#include "cli/progress.h"

#include <gtest/gtest.h>

#include "cli/console.h"

namespace dateline {
namespace {

TEST(Progress, ShowsBarArticlesBytesRateAndTimeLeft) {
  EXPECT_EQ(progress_line({50, 1500000, 3000000, 10}, 100),
            "[############            ]  50%  50 articles  1.5 MB  5/s  0:10 left");
}

TEST(Progress, HasNoBarWhenTheEndIsNotKnown) {
  EXPECT_EQ(progress_line({1, 0, 0, 2}, 100), "1 article  0 B  0/s");
}

TEST(Progress, FitsTheTerminal) {
  EXPECT_EQ(progress_line({50, 1500000, 3000000, 10}, 20).size(), 20u);
}

TEST(Progress, ShowsBytesInThreeFigures) {
  EXPECT_EQ(display_bytes(0), "0 B");
  EXPECT_EQ(display_bytes(999), "999 B");
  EXPECT_EQ(display_bytes(1000), "1.0 kB");
  EXPECT_EQ(display_bytes(12345), "12 kB");
  EXPECT_EQ(display_bytes(999900), "1.0 MB");
  EXPECT_EQ(display_bytes(5e12), "5.0 TB");
}

TEST(Progress, ShowsHoursOnlyWhenThereAreSome) {
  EXPECT_EQ(display_seconds(5), "0:05");
  EXPECT_EQ(display_seconds(3725), "1:02:05");
  EXPECT_EQ(display_seconds(1e18), "99:59:59");
}

TEST(SourceDateEpoch, IsSecondsSince1970) {
  EXPECT_EQ(time_of_epoch("0"), "1970-01-01T00:00:00Z");
  EXPECT_EQ(time_of_epoch("1644624000"), "2022-02-12T00:00:00Z");
}

TEST(SourceDateEpoch, IsNothingElse) {
  for (const char* wrong : {"", "-1", "12x", " 1", "1e9", "253402300800", "99999999999999999999"})
    EXPECT_EQ(time_of_epoch(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace dateline
