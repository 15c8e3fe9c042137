#include "core/edtf.h"

#include <gtest/gtest.h>

#include <array>

#include "tests/support/random.h"

namespace dateline {
namespace {

std::string text(const Interval& interval) {
  const auto day = [](const std::optional<Instant>& bound) {
    if (!bound) return std::string("..");
    const std::string whole = to_string(*bound);
    const bool midnight = whole.find("T00:00:00Z") != std::string::npos;
    return midnight ? whole.substr(0, whole.find('T')) : whole;
  };
  return day(interval.earliest) + " " + day(interval.latest);
}

struct Row {
  std::string_view edtf;
  std::string_view covers;  // first day and the day after the last
};

// Every feature of the specification that we read, in its order.
constexpr std::array kFeatures = {
    // Level 0: date, date and time, interval
    Row{"1987-06-05", "1987-06-05 1987-06-06"},
    Row{"1987-06", "1987-06-01 1987-07-01"},
    Row{"1987", "1987-01-01 1988-01-01"},
    Row{"0000", "0000-01-01 0001-01-01"},
    Row{"2000-02-29", "2000-02-29 2000-03-01"},
    Row{"1987-06-05T04:03:02", "1987-06-05T04:03:02Z 1987-06-05T04:03:03Z"},
    Row{"1987-06-05T04:03:02Z", "1987-06-05T04:03:02Z 1987-06-05T04:03:03Z"},
    Row{"1987-06-05T04:03:02-04:00", "1987-06-05T04:03:02-04:00 1987-06-05T04:03:03-04:00"},
    Row{"1987-06-05T04:03:02+05:45", "1987-06-05T04:03:02+05:45 1987-06-05T04:03:03+05:45"},
    Row{"1972/2009", "1972-01-01 2010-01-01"},
    Row{"2005-07/2007-09", "2005-07-01 2007-10-01"},
    Row{"2005-03-02/2005-03-09", "2005-03-02 2005-03-10"},
    Row{"2005-03-02/2005-04", "2005-03-02 2005-05-01"},
    Row{"2006/2006-01-02", "2006-01-01 2006-01-03"},
    // Level 1: letter-prefixed years, seasons, qualifiers
    Row{"Y170000003", "170000003-01-01 170000004-01-01"},
    Row{"Y-170000003", "-170000003-01-01 -170000002-01-01"},
    Row{"2003-21", "2003-03-01 2003-06-01"},
    Row{"2003-22", "2003-06-01 2003-09-01"},
    Row{"2003-23", "2003-09-01 2003-12-01"},
    Row{"2003-24", "2003-12-01 2004-03-01"},
    Row{"1983?", "1983-01-01 1984-01-01"},
    Row{"2005-07~", "2005-07-01 2005-08-01"},
    Row{"2005-07-12%", "2005-07-12 2005-07-13"},
    Row{"2003-21~", "2003-03-01 2003-06-01"},
    // Level 1: unspecified digits from the right
    Row{"202X", "2020-01-01 2030-01-01"},
    Row{"18XX", "1800-01-01 1900-01-01"},
    Row{"2005-XX", "2005-01-01 2006-01-01"},
    Row{"1986-05-XX", "1986-05-01 1986-06-01"},
    Row{"1986-XX-XX", "1986-01-01 1987-01-01"},
    Row{"199X~", "1990-01-01 2000-01-01"},
    // Level 1: extended interval, negative year
    Row{"1986-05-13/..", "1986-05-13 .."},
    Row{"1986-05/..", "1986-05-01 .."},
    Row{"1986/..", "1986-01-01 .."},
    Row{"../1986-05-13", ".. 1986-05-14"},
    Row{"../1986-05", ".. 1986-06-01"},
    Row{"../1986", ".. 1987-01-01"},
    Row{"1986-05-13/", "1986-05-13 .."},
    Row{"1986/", "1986-01-01 .."},
    Row{"/1986-05-13", ".. 1986-05-14"},
    Row{"/1986", ".. 1987-01-01"},
    Row{"../..", ".. .."},
    Row{"/", ".. .."},
    Row{"1983~/2005-07", "1983-01-01 2005-08-01"},
    Row{"1983/2005-07~", "1983-01-01 2005-08-01"},
    Row{"1983?/2005%", "1983-01-01 2006-01-01"},
    Row{"1983-21/1985-24", "1983-03-01 1986-03-01"},
    Row{"199X/2005-XX", "1990-01-01 2006-01-01"},
    Row{"Y-20000/Y20000", "-20000-01-01 20001-01-01"},
    Row{"-1986", "-1986-01-01 -1985-01-01"},
    Row{"-0043-03-15", "-0043-03-15 -0043-03-16"},
    Row{"-03XX", "-0399-01-01 -0299-01-01"},
    // Level 2: parts of a year
    Row{"2003-25", "2003-03-01 2003-06-01"},
    Row{"2003-28", "2003-12-01 2004-03-01"},
    Row{"2003-29", "2003-09-01 2003-12-01"},
    Row{"2003-30", "2003-12-01 2004-03-01"},
    Row{"2003-31", "2003-03-01 2003-06-01"},
    Row{"2003-32", "2003-06-01 2003-09-01"},
    Row{"2003-33", "2003-01-01 2003-04-01"},
    Row{"2003-34", "2003-04-01 2003-07-01"},
    Row{"2003-35", "2003-07-01 2003-10-01"},
    Row{"2003-36", "2003-10-01 2004-01-01"},
    Row{"2003-37", "2003-01-01 2003-05-01"},
    Row{"2003-38", "2003-05-01 2003-09-01"},
    Row{"2003-39", "2003-09-01 2004-01-01"},
    Row{"2003-40", "2003-01-01 2003-07-01"},
    Row{"2003-41", "2003-07-01 2004-01-01"},
    // Level 2: sets
    Row{"[1668,1669,1671..1673]", "1668-01-01 1674-01-01"},
    Row{"[..1761-11-02]", ".. 1761-11-03"},
    Row{"[1761-11..]", "1761-11-01 .."},
    Row{"[1761-01,1761-02,1761-11..]", "1761-01-01 .."},
    Row{"[1668,1761-11]", "1668-01-01 1761-12-01"},
    Row{"{1668,1669,1671..1673}", "1668-01-01 1674-01-01"},
    Row{"{1961,1962-11}", "1961-01-01 1962-12-01"},
    Row{"{..1985}", ".. 1986-01-01"},
    Row{"[2022-02-11..2022-02-20]", "2022-02-11 2022-02-21"},
    // Level 2: significant digits of a year
    Row{"1950S2", "1900-01-01 2000-01-01"},
    Row{"1950S3?", "1950-01-01 1960-01-01"},
    Row{"-1950S2", "-1999-01-01 -1899-01-01"},
    Row{"Y171010000S3", "171000000-01-01 172000000-01-01"},
    Row{"1900S2/1950S2", "1900-01-01 2000-01-01"},
    // Level 2: unspecified digits of a year whose month is known, or of more than a century
    Row{"157X-11-24", "1570-11-24 1579-11-25"},
    Row{"15XX-11", "1500-11-01 1599-12-01"},
    Row{"200X-02-29", "2000-02-29 2009-03-01"},
    Row{"1XXX", "1000-01-01 2000-01-01"},
    Row{"XXXX", ".. .."},
    Row{"XXXX-11-24", ".. .."},
    Row{"XXXX-XX-XX", ".. .."},
};

TEST(Edtf, ReadsEveryFeatureWritesItBackAndCoversItsDays) {
  for (const Row& row : kFeatures) {
    const auto value = parse_edtf(row.edtf);
    ASSERT_TRUE(value) << row.edtf << ": " << value.error().message;
    EXPECT_EQ(to_string(*value), row.edtf);
    EXPECT_EQ(text(interval_of(*value)), row.covers) << row.edtf;
  }
}

TEST(Edtf, TakesSpellingsThatItDoesNotWrite) {
  const auto rewritten = [](std::string_view text) {
    const auto value = parse_edtf(text);
    return value ? to_string(*value) : value.error().message;
  };
  EXPECT_EQ(rewritten("Y-17E7"), "Y-170000000");
  EXPECT_EQ(rewritten("Y3388E2S3"), "Y338800S3");
  EXPECT_EQ(rewritten("1950S4"), "1950");
  EXPECT_EQ(rewritten("1987-06-05T04"), "1987-06-05T04:00:00");
  EXPECT_EQ(rewritten("1987-06-05T04:03"), "1987-06-05T04:03:00");
  EXPECT_EQ(rewritten("1987-06-05T04:03:02-04"), "1987-06-05T04:03:02-04:00");
  EXPECT_EQ(rewritten("1987-06-05T04:03:02+0000"), "1987-06-05T04:03:02Z");
  EXPECT_EQ(rewritten("1987-12-31T24:00:00"), "1988-01-01T00:00:00");
  EXPECT_EQ(rewritten("1987-06-05T04:03:02Z/.."), "1987-06-05T04:03:02Z/..");
  EXPECT_EQ(rewritten("[1668, 1669,  1671..1673]"), "[1668,1669,1671..1673]");
}

struct Mistake {
  std::string_view edtf;
  std::uint32_t at;
  std::string_view message;
};

TEST(Edtf, SaysWhatItExpectedAndWhereItFoundSomethingElse) {
  constexpr std::string_view kYear = "expected a year of four digits, found ";
  const std::string year(kYear);
  const std::array<std::pair<Mistake, std::string>, 36> mistakes = {{
      {{"", 0, ""}, year + "the end"},
      {{"198", 0, ""}, year + "\"198\""},
      {{"19876", 0, ""}, year + "\"19876\""},
      {{"-0000", 0, ""}, year + "\"-0000\""},
      {{"19X7", 0, ""}, year + "\"19X7\""},
      {{"soon", 0, ""}, year + "\"soon\""},
      {{"[1987,]", 6, ""}, year + "\"]\""},
      {{"[]", 1, ""}, year + "\"]\""},
      {{"[..]", 3, ""}, year + "\"]\""},
      {{"Y1987", 0, ""}, "expected a year of five to nine digits after \"Y\", found \"Y1987\""},
      {{"Y1234567890", 0, ""},
       "expected a year of five to nine digits after \"Y\", found \"Y1234567890\""},
      {{"Y1E3", 0, ""}, "expected a year of five to nine digits after \"Y\", found \"Y1E3\""},
      {{"Y1E99", 0, ""}, "expected a year of five to nine digits after \"Y\", found \"Y1E99\""},
      {{"Y17E", 0, ""}, "expected a year of five to nine digits after \"Y\", found \"Y17E\""},
      {{"1950S0", 5, ""}, "expected the number of significant digits of a year, found \"0\""},
      {{"195XS2", 5, ""}, "expected the number of significant digits of a year, found \"2\""},
      {{"Y20000-02", 6, ""}, "expected the end of the value, found \"-02\""},
      {{"1987-13", 5, ""}, "expected a month from 01 to 12 or a season from 21, found \"13\""},
      {{"1987-00", 5, ""},
       "expected a month, season or part of a year from 01 to 41, found \"00\""},
      {{"1987-42", 5, ""},
       "expected a month, season or part of a year from 01 to 41, found \"42\""},
      {{"1987-6", 5, ""}, "expected a month, season or part of a year from 01 to 41, found \"6\""},
      {{"1987-06-31", 8, ""}, "expected a day from 01 to 30, found \"31\""},
      {{"1987-02-29", 8, ""}, "expected a day from 01 to 28, found \"29\""},
      {{"1987-06-", 8, ""}, "expected a day from 01 to 30, found the end"},
      {{"1987-21-01", 7, ""}, "expected the end of the value, found \"-01\""},
      {{"1987-XX-05", 8, ""}, "expected \"XX\": a day needs its month, found \"05\""},
      {{"1987-06-05T25:00:00", 11, ""}, "expected an hour from 00 to 24, found \"25:00:00\""},
      {{"1987-06-05T04:60:00", 14, ""}, "expected a minute from 00 to 59, found \"60:00\""},
      {{"1987-06-05T04:03:60", 17, ""}, "expected a second from 00 to 59, found \"60\""},
      {{"1987-06-05T24:00:01", 11, ""},
       "expected no time of the day after 24:00, found \"24:00:01\""},
      {{"9999-12-31T24:00:00", 11, ""}, "expected an hour of the last day, found \"24:00:00\""},
      {{"1987-06-05T04:03:02+99", 19, ""},
       "expected an offset such as \"Z\" or \"+02:00\", found \"+99\""},
      {{"1988/1987", 0, ""},
       "expected an interval that begins before it ends, found \"1988/1987\""},
      {{"1987/1988/1989", 9, ""}, "expected the end of the value, found \"/1989\""},
      {{"[1987;1988]", 5, ""}, "expected \",\", \"..\" or \"]\", found \";1988]\""},
      {{"{1987?~}", 6, ""}, "expected \",\", \"..\" or \"}\", found \"~}\""},
  }};
  for (const auto& [mistake, message] : mistakes) {
    const auto value = parse_edtf(mistake.edtf);
    ASSERT_FALSE(value) << mistake.edtf;
    EXPECT_EQ(value.error().message, message) << mistake.edtf;
    EXPECT_EQ(value.error().at.begin, mistake.at) << mistake.edtf;
  }
}

TEST(Edtf, RefusesTextsOfUnreasonableLength) {
  std::string set = "[1987";
  for (int i = 0; i < 1'000; ++i) set += ",1987";
  EXPECT_FALSE(parse_edtf(set + "]"));
}

struct Written {
  std::string_view timex, edtf;
};

TEST(Edtf, IsWrittenForDatesOfEveryGrain) {
  constexpr std::array kDates = {
      Written{"19", "19XX"},
      Written{"199", "199X"},
      Written{"2022", "2022"},
      Written{"2022-H2", "2022-41"},
      Written{"2022-Q3", "2022-35"},
      Written{"2022-FA", "2022-23"},
      Written{"2022-02", "2022-02"},
      Written{"2022-W06", "2022-02-07/2022-02-13"},
      Written{"2020-W53", "2020-12-28/2021-01-03"},
      Written{"2022-W06-WE", "2022-02-12/2022-02-13"},
      Written{"2022-02-12", "2022-02-12"},
      Written{"2022-02-12TNI", "2022-02-12"},
      Written{"2022-02-12T10", "2022-02-12T10:00:00"},
      Written{"2022-02-12T10:30", "2022-02-12T10:30:00"},
      Written{"2022-02-12T10:30:15+02:00", "2022-02-12T10:30:15+02:00"},
      Written{"BC0044", "-0043"},
      Written{"BC03", "-03XX"},
  };
  for (const Written& row : kDates) {
    PartialDate date = *date_from_timex_value(row.timex);
    EXPECT_EQ(to_edtf(date), row.edtf);
    EXPECT_TRUE(parse_edtf(row.edtf));
  }
}

TEST(Edtf, CoversTheSameDaysAsTheDateItIsWrittenFor) {
  test::Random random(8);
  for (int i = 0; i < 10'000; ++i) {
    const Day day = day_from_epoch(random.between(-900'000, 900'000));
    const PartialDate date =
        date_around(day, static_cast<Grain>(random.between(0, static_cast<int>(Grain::day))));
    const auto back = parse_edtf(to_edtf(date));
    ASSERT_TRUE(back) << to_edtf(date);
    EXPECT_EQ(interval_of(*back), interval_of(date)) << to_edtf(date);
  }
}

TEST(Edtf, SaysWhatItCanOfDatesThatItHasNoFormFor) {
  PartialDate date = *date_from_timex_value("2022-W06");
  date.approximate = true;
  EXPECT_EQ(to_edtf(date), "2022-02-07~/2022-02-13~");
  EXPECT_EQ(to_edtf({}), kUnknownEdtf);
  EXPECT_EQ(to_edtf(PartialDate::of_month(12345, 6)), "Y12345");
  date = PartialDate::of_year(1995);
  date.grain = Grain::decade;
  EXPECT_EQ(to_edtf(date), "1995/2004");
}

Edtf::Endpoint random_date(test::Random& random) {
  Edtf::Endpoint end;
  const Day day = day_from_epoch(random.between(-4'000'000, 2'900'000));
  constexpr std::array kGrains = {Grain::year,   Grain::half,  Grain::quarter,
                                  Grain::season, Grain::month, Grain::day};
  end.date = date_around(day, random.pick(kGrains));
  if (end.date.grain == Grain::season) {
    end.date.part = static_cast<std::uint8_t>(random.between(21, 32));
  } else if (end.date.grain == Grain::day && random.one_in(2)) {
    end.date =
        PartialDate::of({start_of(day).seconds + random.between(0, 86'399),
                         random.one_in(2) ? std::optional<std::int16_t>() : std::int16_t{-210}});
  }
  end.unspecified_month = end.date.grain == Grain::year && random.one_in(3);
  end.unspecified_day =
      (end.unspecified_month || end.date.grain == Grain::month) && random.one_in(2);
  if (random.one_in(6)) end = edtf_of(date_around(day, Grain::decade)).elements[0].first;
  end.date.uncertain = random.one_in(3);
  end.date.approximate = random.one_in(3);
  return end;
}

Edtf random_value(test::Random& random) {
  Edtf value;
  value.kind = static_cast<Edtf::Kind>(random.between(0, 3));
  const bool set = value.kind == Edtf::Kind::one_of || value.kind == Edtf::Kind::all_of;
  for (std::int64_t left = set ? random.between(1, 5) : 1; left > 0; --left) {
    Edtf::Element element{random_date(random), {}, value.kind == Edtf::Kind::interval};
    if (set) element.range = random.one_in(3);
    auto& open = random.one_in(2) ? element.first : element.last;
    if (element.range && random.one_in(2)) {
      element.last = element.first;
      open = {};
      open.kind =
          !set && random.one_in(2) ? Edtf::Endpoint::Kind::unknown : Edtf::Endpoint::Kind::open;
    } else if (element.range) {
      element.last = random_date(random);
      const Interval covered = interval_of(Edtf{Edtf::Kind::interval, {element}});
      if (is_empty(covered)) std::swap(element.first, element.last);
    }
    value.elements.push_back(element);
  }
  return value;
}

TEST(Edtf, ComesBackFromItsText) {
  test::Random random(9);
  int read = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Edtf value = random_value(random);
    const auto back = parse_edtf(to_string(value));
    if (!back) {  // ends that overlap may still be in the wrong order
      EXPECT_NE(back.error().message.find("begins before"), std::string::npos)
          << to_string(value) << ": " << back.error().message;
      continue;
    }
    ++read;
    EXPECT_EQ(*back, value) << to_string(value) << " became " << to_string(*back);
  }
  EXPECT_GT(read, 15'000);
}

TEST(Edtf, NeverReadsWhatItWouldNotWriteTheSameWay) {
  test::Random random(10);
  constexpr std::string_view kAlphabet = "0123456789-/X.~?%[]{},YTZ:+ ";
  for (int i = 0; i < 50'000; ++i) {
    std::string edtf(random.pick(kFeatures).edtf);
    for (std::int64_t changes = random.between(1, 3); changes > 0 && !edtf.empty(); --changes) {
      const auto at =
          static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(edtf.size()) - 1));
      if (random.one_in(3))
        edtf.erase(at, 1);
      else
        edtf[at] = random.pick(kAlphabet);
    }
    const auto value = parse_edtf(edtf);
    if (!value) continue;
    const std::string once = to_string(*value);
    const auto again = parse_edtf(once);
    ASSERT_TRUE(again) << edtf << " became " << once;
    EXPECT_EQ(to_string(*again), once) << edtf;
    EXPECT_EQ(interval_of(*again).earliest, interval_of(*value).earliest) << edtf;
  }
}

}  // namespace
}  // namespace dateline
