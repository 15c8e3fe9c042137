#include "core/edtf.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/edtf_parts.h"

namespace dateline {
namespace {

using Kind = Edtf::Kind;
using Endpoint = Edtf::Endpoint;
using Element = Edtf::Element;

std::string padded(int value, const char* format) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}
std::string two_digits(int value) { return padded(value, "%02d"); }

std::string year_text(const Endpoint& end) {
  const std::int32_t year = end.date.year;
  if (std::abs(year) > kLastFourDigitYear) return "Y" + std::to_string(year);
  const std::string digits = padded(std::abs(year) / kPowersOfTen[end.unspecified], "%04d");
  const std::string known = digits.substr(end.unspecified);
  const std::string sign = year < 0 ? "-" : "";
  if (end.unspecified == 4) return sign + "XXXX";
  return sign + known + std::string(end.unspecified, 'X');
}

std::string qualifier_text(const PartialDate& date) {
  if (date.uncertain && date.approximate) return "%";
  return date.uncertain ? "?" : date.approximate ? "~" : "";
}

std::string clock_text(const PartialDate& date) {
  const std::string clock =
      "T" + two_digits(date.hour) + ":" + two_digits(date.minute) + ":" + two_digits(date.second);
  return date.utc_offset ? clock + utc_offset_text(*date.utc_offset) : clock;
}

// What follows the year.
std::string rest_text(const Endpoint& end) {
  const PartialDate& date = end.date;
  if (end.unspecified_month) return end.unspecified_day ? "-XX-XX" : "-XX";
  switch (date.grain) {
    case Grain::half:
      return "-" + std::to_string(kFirstHalf - 1 + date.part);
    case Grain::quarter:
      return "-" + std::to_string(kFirstQuarter - 1 + date.part);
    case Grain::season:
      return "-" + std::to_string(date.part);
    case Grain::month:
      return "-" + two_digits(date.month) + (end.unspecified_day ? "-XX" : "");
    case Grain::day:
    case Grain::hour:
    case Grain::minute:
    case Grain::second:
      break;
    default:
      return {};
  }
  const std::string day = "-" + two_digits(date.month) + "-" + two_digits(date.day);
  return date.grain == Grain::day ? day : day + clock_text(date);
}

std::string text_of(const Endpoint& end) {
  if (end.kind == Endpoint::Kind::open) return "..";
  if (end.kind == Endpoint::Kind::unknown) return {};
  const std::string significant = end.significant > 0 ? "S" + std::to_string(end.significant) : "";
  return year_text(end) + significant + rest_text(end) + qualifier_text(end.date);
}

// In a set an open end is left out, for the dots are there already.
std::string text_of(const Element& element) {
  const auto end = [](const Endpoint& e) {
    return e.kind == Endpoint::Kind::date ? text_of(e) : std::string();
  };
  return element.range ? end(element.first) + ".." + end(element.last) : end(element.first);
}

// "1950S2": all years that begin with 19.
Interval interval_of_significant(const Endpoint& end) {
  const std::int32_t year = std::abs(end.date.year);
  const std::size_t written = std::max<std::size_t>(4, std::to_string(year).size());
  std::int32_t years = 1;
  for (std::size_t i = end.significant; i < written; ++i) years *= 10;
  const std::int32_t least = year / years * years, most = least + years - 1;
  const bool negative = end.date.year < 0;
  return hull(interval_of(PartialDate::of_year(negative ? -most : least)),
              interval_of(PartialDate::of_year(negative ? -least : most)));
}

Interval interval_of(const Endpoint& end) {
  if (end.kind != Endpoint::Kind::date || end.unspecified == kPowersOfTen.size() - 1) return {};
  if (end.significant > 0) return interval_of_significant(end);
  PartialDate first = end.date;
  if (first.grain == Grain::decade || first.grain == Grain::century) first.grain = Grain::year;
  PartialDate last = first;
  last.year += kPowersOfTen[end.unspecified] - 1;
  if (first.grain == Grain::day) {  // a leap day of a year that may have none
    first.day = std::min(first.day, small(days_in_month(first.year, first.month)));
    last.day = std::min(last.day, small(days_in_month(last.year, last.month)));
  }
  return hull(interval_of(first), interval_of(last));
}

Interval interval_of(const Element& element) {
  const Interval first = interval_of(element.first);
  if (!element.range) return first;
  return {first.earliest, interval_of(element.last).latest};
}

// How many digits of the year a decade or century leaves open; none if it does not begin where
// such digits do ("-039X" begins in -399).
std::uint8_t unspecified_of(const PartialDate& date) {
  const std::uint8_t digits = date.grain == Grain::century  ? 2
                              : date.grain == Grain::decade ? 1
                                                            : 0;
  const std::int32_t years = kPowersOfTen[digits];
  const std::int32_t begin = date.year >= 0 ? date.year : date.year + years - 1;
  return begin % years == 0 && std::abs(date.year) <= kLastFourDigitYear ? digits : 0;
}

// The endpoint that says as much of the date as EDTF can. Years of more than four digits stand
// alone, and no part of the day can be told.
Endpoint endpoint_of(const PartialDate& date) {
  Endpoint end;
  end.date = date;
  end.unspecified = unspecified_of(date);
  if (date.grain == Grain::part_of_day) {
    end.date = PartialDate::of(*date.known_day());
  } else if (std::abs(date.year) > kLastFourDigitYear) {
    end.date = PartialDate::of_year(date.year);
  }
  end.date.uncertain = date.uncertain;
  end.date.approximate = date.approximate;
  return end;
}

Element range_between(PartialDate first, PartialDate last, const PartialDate& qualified) {
  first.uncertain = last.uncertain = qualified.uncertain;
  first.approximate = last.approximate = qualified.approximate;
  return {endpoint_of(first), endpoint_of(last), true};
}

Element element_of(const PartialDate& date) {
  const auto first = first_day_of(date);
  if (!first) {
    Endpoint open;
    open.kind = Endpoint::Kind::open;
    return {open, open, true};
  }
  const Day last = add_days(*day_after(date), -1);
  const bool years = date.grain == Grain::decade || date.grain == Grain::century;
  if (years && unspecified_of(date) == 0)
    return range_between(PartialDate::of_year(first->year), PartialDate::of_year(last.year), date);
  if (date.grain == Grain::week || date.grain == Grain::weekend)
    return range_between(PartialDate::of(*first), PartialDate::of(last), date);
  return {endpoint_of(date), {}, false};
}

}  // namespace

std::string to_string(const Edtf& value) {
  if (value.elements.empty()) return std::string(kUnknownEdtf);
  const Element& front = value.elements.front();
  if (value.kind == Kind::date) return text_of(front.first);
  if (value.kind == Kind::interval) return text_of(front.first) + "/" + text_of(front.last);
  std::string text;
  for (const Element& element : value.elements)
    text += (text.empty() ? "" : ",") + text_of(element);
  return value.kind == Kind::one_of ? "[" + text + "]" : "{" + text + "}";
}

Edtf edtf_of(const PartialDate& date) {
  Edtf value;
  value.elements = {element_of(date)};
  if (value.elements.front().range) value.kind = Kind::interval;
  return value;
}

std::string to_edtf(const PartialDate& date) { return to_string(edtf_of(date)); }

Interval interval_of(const Edtf& value) {
  if (value.elements.empty()) return {};
  Interval covered = interval_of(value.elements.front());
  for (const Element& element : value.elements) covered = hull(covered, interval_of(element));
  return covered;
}

}  // namespace dateline
