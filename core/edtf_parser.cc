#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/edtf.h"
#include "core/edtf_parts.h"
#include "core/iso_cursor.h"

namespace dateline {
namespace {

using Kind = Edtf::Kind;
using Endpoint = Edtf::Endpoint;
using Element = Edtf::Element;

// What PartialDate holds without doubt.
constexpr std::size_t kLongestYear = 9;
constexpr std::int64_t kLastYear = 999'999'999;

std::string padded_pair(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

// How finely a year of four digits is known when so many of them are X.
Grain grain_of_year(std::uint8_t unspecified) {
  constexpr std::array<Grain, 5> kGrains = {Grain::year, Grain::decade, Grain::century,
                                            Grain::century, Grain::unknown};
  return kGrains[unspecified];
}

// Reads one value; where it cannot, the first mistake met is kept.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), cursor_(text) {}

  Result<Edtf> read() {
    const bool read = cursor_.peek() == '[' || cursor_.peek() == '{' ? read_set() : read_plain();
    if (!read || !expect_end()) return error_;
    return std::move(value_);
  }

 private:
  bool fail(std::string_view expected) { return fail(expected, cursor_.at()); }
  bool fail(std::string_view expected, std::size_t from) {
    constexpr std::size_t kShown = 20;  // bytes of a mistake that fit in a message
    const std::string_view found = text_.substr(from, kShown);
    error_.message = "expected " + std::string(expected) + ", found " +
                     (found.empty() ? "the end" : "\"" + std::string(found) + "\"");
    error_.at = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(text_.size())};
    return false;
  }
  bool expect_end() { return cursor_.done() || fail("the end of the value"); }

  // Digits of a field, or XX when `unspecified` may be set.
  bool read_field(std::string_view name, int first, int last, int& to) {
    const std::size_t from = cursor_.at();
    const auto value = cursor_.take_digits(2);
    if (!value || *value < first || *value > last)
      return fail(std::string(name) + " from " + padded_pair(first) + " to " + padded_pair(last),
                  from);
    to = *value;
    return true;
  }

  bool read_plain() {
    value_.elements.emplace_back();
    Element& element = value_.elements.back();
    const std::size_t from = cursor_.at();
    const bool is_interval = text_.find('/') != std::string_view::npos;
    if (!is_interval) return read_date(element.first);
    value_.kind = Kind::interval;
    element.range = true;
    if (!read_end(element.first)) return false;
    if (!cursor_.take('/')) return fail("\"/\" between the ends of an interval");
    return read_end(element.last) && check_order(element, from);
  }

  // An end of an interval: a date, ".." or nothing.
  bool read_end(Endpoint& end) {
    if (cursor_.done() || cursor_.peek() == '/') {
      end.kind = Endpoint::Kind::unknown;
      return true;
    }
    if (!cursor_.take("..")) return read_date(end);
    end.kind = Endpoint::Kind::open;
    return true;
  }

  bool check_order(const Element& element, std::size_t from) {
    const Interval covered = interval_of(Edtf{Kind::interval, {element}});
    return !is_empty(covered) || fail("an interval that begins before it ends", from);
  }

  bool read_set() {
    value_.kind = cursor_.peek() == '[' ? Kind::one_of : Kind::all_of;
    const char close = cursor_.peek() == '[' ? ']' : '}';
    do {
      cursor_.skip(1);  // the bracket or the comma
      while (cursor_.take(' ')) {
      }
      if (!read_element()) return false;
    } while (cursor_.peek() == ',');
    if (cursor_.take(close)) return true;
    return fail(close == ']' ? "\",\", \"..\" or \"]\"" : "\",\", \"..\" or \"}\"");
  }

  bool read_element() {
    value_.elements.emplace_back();
    Element& element = value_.elements.back();
    const std::size_t from = cursor_.at();
    if (cursor_.take("..")) {
      element.first.kind = Endpoint::Kind::open;
    } else {
      if (!read_date(element.first)) return false;
      if (!cursor_.take("..")) return true;
    }
    element.range = true;
    const char next = cursor_.peek();
    const bool ends_here = next == ',' || next == ']' || next == '}';
    if (!ends_here || element.first.kind == Endpoint::Kind::open)
      return read_date(element.last) && check_order(element, from);
    element.last.kind = Endpoint::Kind::open;
    return true;
  }

  bool read_date(Endpoint& end) {
    const bool long_year = cursor_.peek() == 'Y';
    if (!(long_year ? read_long_year(end) : read_year(end))) return false;
    if (cursor_.take('S')) {
      if (!read_significant(end)) return false;
    } else if (!long_year && cursor_.take('-') && !read_part_of_year(end)) {
      return false;
    }
    read_qualifier(end.date);
    return true;
  }

  bool read_long_year(Endpoint& end) {
    const std::size_t from = cursor_.at();
    cursor_.skip(1);
    const bool negative = cursor_.take('-');
    const std::size_t digits = cursor_.digits_ahead();
    std::int64_t year = 0;
    if (digits >= 1 && digits <= kLongestYear && cursor_.peek() != '0')
      year = *cursor_.take_digits(digits);
    if (cursor_.take('E')) year = raised(year);
    if (year <= kLastFourDigitYear || year > kLastYear)
      return fail("a year of five to nine digits after \"Y\"", from);
    end.date = PartialDate::of_year(static_cast<std::int32_t>(negative ? -year : year));
    return true;
  }

  // The year with as many noughts as the exponent says; 0 if that is too large, or none.
  std::int64_t raised(std::int64_t year) {
    const auto exponent = cursor_.take_digits(cursor_.digits_ahead() == 2 ? 2 : 1);
    if (!exponent || *exponent > static_cast<int>(kLongestYear)) return 0;
    for (int i = 0; i < *exponent && year <= kLastYear; ++i) year *= 10;
    return year;
  }

  // Digits that are no fewer than the year has say nothing.
  bool read_significant(Endpoint& end) {
    const std::size_t from = cursor_.at();
    const auto digits = cursor_.take_digits(std::min<std::size_t>(cursor_.digits_ahead(), 2));
    if (!digits || *digits == 0 || end.unspecified > 0)
      return fail("the number of significant digits of a year", from);
    const std::size_t written =
        std::max<std::size_t>(4, std::to_string(std::abs(end.date.year)).size());
    if (static_cast<std::size_t>(*digits) < written) end.significant = small(*digits);
    return true;
  }

  bool read_year(Endpoint& end) {
    const std::size_t from = cursor_.at();
    const bool negative = cursor_.take('-');
    const std::size_t digits = std::min<std::size_t>(cursor_.digits_ahead(), 5);
    const int known = cursor_.take_digits(digits).value_or(0);
    while (end.unspecified < 4 && cursor_.take('X')) ++end.unspecified;
    if (digits + end.unspecified != 4 || (negative && digits == 4 && known == 0))
      return fail("a year of four digits", from);
    const std::int32_t years = kPowersOfTen[end.unspecified];
    end.date = PartialDate::of_year(negative ? -(known * years + years - 1) : known * years);
    end.date.grain = grain_of_year(end.unspecified);
    return true;
  }

  // What follows the year's hyphen: a month, a season, or XX, and perhaps a day.
  bool read_part_of_year(Endpoint& end) {
    if (cursor_.take("XX")) {
      end.unspecified_month = true;
      if (!cursor_.take('-')) return true;
      end.unspecified_day = true;
      return cursor_.take("XX") || fail("\"XX\": a day needs its month");
    }
    const std::size_t from = cursor_.at();
    int number = 0;
    if (!read_field("a month, season or part of a year", 1, kLastHalf, number)) return false;
    if (number >= kFirstSeason) return set_division(number, end.date);
    if (number > 12) return fail("a month from 01 to 12 or a season from 21", from);
    end.date.grain = Grain::month;
    end.date.month = small(number);
    return !cursor_.take('-') || read_day(end);
  }

  bool set_division(int number, PartialDate& date) {
    date.grain = Grain::season;
    date.part = small(number);
    if (number >= kFirstQuarter && number < kFirstThird) {
      date.grain = Grain::quarter;
      date.part = small(number - kFirstQuarter + 1);
    } else if (number >= kFirstHalf) {
      date.grain = Grain::half;
      date.part = small(number - kFirstHalf + 1);
    }
    return true;
  }

  bool read_day(Endpoint& end) {
    if (cursor_.take("XX")) {
      end.unspecified_day = true;
      return true;
    }
    constexpr std::int32_t kLeapYear = 2000;  // some year of several has the day
    const std::int32_t year = end.unspecified > 0 ? kLeapYear : end.date.year;
    int day = 0;
    if (!read_field("a day", 1, days_in_month(year, end.date.month), day)) return false;
    end.date.grain = Grain::day;
    end.date.day = small(day);
    if (end.unspecified > 0 || !cursor_.take('T')) return true;
    return read_clock(end.date);
  }

  bool read_clock(PartialDate& date) {
    const std::size_t from = cursor_.at();
    int hour = 0, minute = 0, second = 0;
    if (!read_field("an hour", 0, 24, hour)) return false;
    date.grain = Grain::hour;
    if (cursor_.take(':')) {
      if (!read_field("a minute", 0, 59, minute)) return false;
      date.grain = Grain::minute;
    }
    if (date.grain == Grain::minute && cursor_.take(':')) {
      if (!read_field("a second", 0, 59, second)) return false;
      date.grain = Grain::second;
    }
    if (hour == 24 && minute + second > 0) return fail("no time of the day after 24:00", from);
    date.hour = small(hour);
    date.minute = small(minute);
    date.second = small(second);
    return (hour < 24 || begin_next_day(date, from)) && read_offset(date);
  }

  // 24:00 is 00:00 of the next day, which the last day of four-digit years has none of.
  bool begin_next_day(PartialDate& date, std::size_t from) {
    const Day next = add_days({date.year, date.month, date.day}, 1);
    if (next.year > kLastFourDigitYear) return fail("an hour of the last day", from);
    date.year = next.year;
    date.month = next.month;
    date.day = next.day;
    date.hour = 0;
    return true;
  }

  bool read_offset(PartialDate& date) {
    const char sign = cursor_.peek();
    if (sign != 'Z' && sign != '+' && sign != '-') return true;
    const std::size_t size = cursor_.rest().find_first_of("/,.]}?~%");
    const std::string_view text = cursor_.rest().substr(0, size);
    date.utc_offset = utc_offset_from(text);
    if (!date.utc_offset) return fail("an offset such as \"Z\" or \"+02:00\"");
    cursor_.skip(text.size());
    return true;
  }

  void read_qualifier(PartialDate& date) {
    const bool both = cursor_.take('%');
    date.uncertain = both || cursor_.take('?');
    date.approximate = both || (!date.uncertain && cursor_.take('~'));
  }

  std::string_view text_;
  IsoCursor cursor_;
  Edtf value_;
  Error error_;
};

}  // namespace

Result<Edtf> parse_edtf(std::string_view text) {
  constexpr std::size_t kLongest = 4096;  // bytes: a set of some 400 dates
  if (text.size() > kLongest)
    return Error{"expected a date of at most " + std::to_string(kLongest) + " bytes",
                 {0, static_cast<std::uint32_t>(kLongest)}};
  return Reader(text).read();
}

}  // namespace dateline
