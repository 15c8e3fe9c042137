#include "core/interval.h"

#include <gtest/gtest.h>

#include <bit>
#include <vector>

namespace dateline {
namespace {

Interval of(std::string_view timex_value) {
  return interval_of(*date_from_timex_value(timex_value));
}

std::string text(const Interval& interval) {
  return (interval.earliest ? to_string(*interval.earliest) : "..") + " " +
         (interval.latest ? to_string(*interval.latest) : "..");
}

TEST(Interval, OfADateIsHalfOpen) {
  EXPECT_EQ(text(of("2022-02")), "2022-02-01T00:00:00Z 2022-03-01T00:00:00Z");
  EXPECT_EQ(text(of("2024-Q4")), "2024-10-01T00:00:00Z 2025-01-01T00:00:00Z");
  EXPECT_EQ(text(of("2022-W06-WE")), "2022-02-12T00:00:00Z 2022-02-14T00:00:00Z");
  EXPECT_EQ(text(of("199")), "1990-01-01T00:00:00Z 2000-01-01T00:00:00Z");
}

TEST(Interval, OfAPartOfTheDayStaysWithinIt) {
  EXPECT_EQ(text(of("2022-02-12TMO")), "2022-02-12T05:00:00Z 2022-02-12T12:00:00Z");
  EXPECT_EQ(text(of("2022-02-12TMI")), "2022-02-12T11:00:00Z 2022-02-12T14:00:00Z");
  EXPECT_EQ(text(of("2022-02-12TAF")), "2022-02-12T12:00:00Z 2022-02-12T18:00:00Z");
  EXPECT_EQ(text(of("2022-02-12TEV")), "2022-02-12T17:00:00Z 2022-02-13T00:00:00Z");
  EXPECT_EQ(text(of("2022-02-12TNI")), "2022-02-12T18:00:00Z 2022-02-13T00:00:00Z");
}

TEST(Interval, OfAClockTimeLastsAsLongAsItsGrain) {
  EXPECT_EQ(text(of("2022-02-12T23")), "2022-02-12T23:00:00Z 2022-02-13T00:00:00Z");
  EXPECT_EQ(text(of("2022-02-12T10:30+02:00")),
            "2022-02-12T10:30:00+02:00 2022-02-12T10:31:00+02:00");
  EXPECT_EQ(text(of("2022-02-12T10:30:15")), "2022-02-12T10:30:15Z 2022-02-12T10:30:16Z");
}

TEST(Interval, OfAnUnknownDateHasNoBounds) { EXPECT_EQ(interval_of({}), Interval{}); }

TEST(Interval, HoldsItsFirstMomentAndNotItsLast) {
  const Interval day = of("2022-02-12");
  EXPECT_TRUE(contains(day, *day.earliest));
  EXPECT_FALSE(contains(day, *day.latest));
  EXPECT_TRUE(contains(day, *instant_from("2022-02-11T23:30:00-01:00")));
  EXPECT_TRUE(contains(Interval{}, *day.latest));
}

TEST(Interval, HoldsAnotherOnlyIfOpenWhereItIs) {
  const Interval day = of("2022-02-12");
  const Interval since{day.earliest, std::nullopt};
  EXPECT_TRUE(contains(of("2022-02"), day));
  EXPECT_FALSE(contains(day, of("2022-02")));
  EXPECT_TRUE(contains(since, day));
  EXPECT_FALSE(contains(day, since));
  EXPECT_TRUE(contains(Interval{}, since));
}

TEST(Interval, IsCutAndJoinedWithAnother) {
  const Interval january = of("2022-01"), february = of("2022-02"), year = of("2022");
  EXPECT_EQ(intersection(year, february), february);
  EXPECT_TRUE(is_empty(intersection(january, february)));
  EXPECT_EQ(text(hull(january, february)), "2022-01-01T00:00:00Z 2022-03-01T00:00:00Z");
  const Interval since{january.latest, std::nullopt};
  EXPECT_EQ(intersection(since, year), (Interval{january.latest, year.latest}));
  EXPECT_EQ(hull(since, january), (Interval{january.earliest, std::nullopt}));
  EXPECT_EQ(intersection(Interval{}, year), year);
  EXPECT_EQ(hull(Interval{}, year), Interval{});
}

std::vector<Interval> small_intervals(std::int64_t points) {
  std::vector<Interval> all;
  for (std::int64_t first = 0; first < points; ++first)
    for (std::int64_t last = first + 1; last < points; ++last)
      all.push_back({Instant{first, std::nullopt}, Instant{last, std::nullopt}});
  return all;
}

// Allen's definitions, written out one by one.
bool holds(Allen relation, const Interval& a, const Interval& b) {
  const auto a0 = a.earliest->seconds, a1 = a.latest->seconds;
  const auto b0 = b.earliest->seconds, b1 = b.latest->seconds;
  switch (relation) {
    case Allen::before:
      return a1 < b0;
    case Allen::meets:
      return a1 == b0;
    case Allen::overlaps:
      return a0 < b0 && b0 < a1 && a1 < b1;
    case Allen::starts:
      return a0 == b0 && a1 < b1;
    case Allen::during:
      return a0 > b0 && a1 < b1;
    case Allen::finishes:
      return a0 > b0 && a1 == b1;
    case Allen::equals:
      return a0 == b0 && a1 == b1;
    case Allen::finished_by:
      return a0 < b0 && a1 == b1;
    case Allen::contains:
      return a0 < b0 && a1 > b1;
    case Allen::started_by:
      return a0 == b0 && a1 > b1;
    case Allen::overlapped_by:
      return b0 < a0 && a0 < b1 && b1 < a1;
    case Allen::met_by:
      return b1 == a0;
    case Allen::after:
      return b1 < a0;
  }
  return false;
}

TEST(Allen, GivesEveryPairOfIntervalsExactlyOneRelation) {
  const auto all = small_intervals(6);
  for (const Interval& a : all)
    for (const Interval& b : all) {
      const Allen found = *allen_relation(a, b);
      for (int r = 0; r < 13; ++r)
        EXPECT_EQ(holds(static_cast<Allen>(r), a, b), static_cast<Allen>(r) == found);
      EXPECT_EQ(allen_relation(b, a), inverse(found));
    }
}

TEST(Allen, NeedsFourBoundsWithSomethingBetween) {
  const Interval day = of("2022-02-12");
  EXPECT_FALSE(allen_relation(day, {day.earliest, std::nullopt}));
  EXPECT_FALSE(allen_relation({day.earliest, day.earliest}, day));
}

TEST(Allen, ComposesToWhatThreeIntervalsCanShow) {
  std::array<std::array<unsigned, 13>, 13> seen{};
  const auto all = small_intervals(7);
  for (const Interval& a : all)
    for (const Interval& b : all)
      for (const Interval& c : all)
        seen[static_cast<std::size_t>(*allen_relation(a, b))]
            [static_cast<std::size_t>(*allen_relation(b, c))] |=
            1U << static_cast<unsigned>(*allen_relation(a, c));
  for (std::size_t ab = 0; ab < 13; ++ab)
    for (std::size_t bc = 0; bc < 13; ++bc)
      EXPECT_EQ(compose(static_cast<Allen>(ab), static_cast<Allen>(bc)), seen[ab][bc]);
}

TEST(Allen, ComposesAsHisTableSays) {
  const auto bits = [](std::initializer_list<Allen> relations) {
    unsigned set = 0;
    for (const Allen r : relations) set |= 1U << static_cast<unsigned>(r);
    return set;
  };
  using enum Allen;
  EXPECT_EQ(compose(before, before), bits({before}));
  EXPECT_EQ(compose(before, during), bits({before, overlaps, meets, during, starts}));
  EXPECT_EQ(compose(overlaps, overlaps), bits({before, overlaps, meets}));
  EXPECT_EQ(compose(meets, met_by), bits({finishes, finished_by, equals}));
  EXPECT_EQ(compose(during, equals), bits({during}));
  EXPECT_EQ(std::popcount(compose(before, after)), 13);
}

}  // namespace
}  // namespace dateline
