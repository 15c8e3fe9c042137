#include "core/duration.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace dateline {
namespace {

constexpr double kDaysPerMonth = 30;  // of a fraction of a month
constexpr double kDaySeconds = 86'400;
constexpr double kMostOfAField = 1e9;       // no calendar field can be moved further
constexpr std::size_t kLongestNumber = 18;  // digits, point and fraction; text has no more

// What a designator stands for: so much of one field. In the order in which they may come.
struct Unit {
  std::string_view designator;
  bool clock;  // after the T
  double Duration::*field;
  double factor;
};
constexpr std::array kUnits = {
    Unit{"CE", false, &Duration::years, 100}, Unit{"DE", false, &Duration::years, 10},
    Unit{"Y", false, &Duration::years, 1},    Unit{"Q", false, &Duration::months, 3},
    Unit{"M", false, &Duration::months, 1},   Unit{"WE", false, &Duration::days, 2},
    Unit{"W", false, &Duration::weeks, 1},    Unit{"D", false, &Duration::days, 1},
    Unit{"H", true, &Duration::hours, 1},     Unit{"M", true, &Duration::minutes, 1},
    Unit{"S", true, &Duration::seconds, 1},
};

// The unit that `text` begins with, among those from `next` on.
const Unit* unit_at(std::string_view text, bool clock, const Unit* next) {
  const Unit* end = kUnits.data() + kUnits.size();
  const Unit* unit = std::find_if(
      next, end, [&](const Unit& u) { return u.clock == clock && text.starts_with(u.designator); });
  return unit == end ? nullptr : unit;
}

// Sums keep six decimals, so that none is longer than a number that is read.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

// A figure, or X for one that is not told; how many bytes it takes, none if it is neither.
struct Figure {
  double value = 1;
  std::size_t size = 0;
  bool vague = false;
};

Figure figure_at(std::string_view text) {
  if (text.starts_with('X')) return {1, text.starts_with("XX") ? 2U : 1U, true};
  std::string digits(text.substr(0, kLongestNumber));
  std::replace(digits.begin(), digits.end(), ',', '.');
  Figure figure;
  if (digits.empty() || digits[0] < '0' || digits[0] > '9') return figure;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(),
                                            figure.value, std::chars_format::fixed);
  if (error != std::errc() || figure.value > kMostOfAField) return {};
  figure.size = static_cast<std::size_t>(end - digits.data());
  return figure;
}

// Reads one figure and its unit from the front of `text`; the unit, or null.
const Unit* take_field(std::string_view& text, bool clock, const Unit* next, Duration& to) {
  const Figure figure = figure_at(text);
  if (figure.size == 0) return nullptr;
  text.remove_prefix(figure.size);
  const Unit* unit = unit_at(text, clock, next);
  if (unit == nullptr) return nullptr;
  text.remove_prefix(unit->designator.size());
  double& field = to.*unit->field;
  field = rounded(field + figure.value * unit->factor);
  to.vague |= figure.vague;
  return field > kMostOfAField ? nullptr : unit;
}

bool take_sign(std::string_view& text) {
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  return negative;
}

void append_field(std::string& to, double value, char designator, bool vague) {
  if (value == 0) return;
  std::array<char, 64> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), std::abs(value),
                                 std::chars_format::fixed);
  if (vague)
    to += 'X';
  else
    to.append(text.data(), end.ptr);
  to += designator;
}

bool is_negative(const Duration& d) {
  return d.years < 0 || d.months < 0 || d.weeks < 0 || d.days < 0 || d.hours < 0 || d.minutes < 0 ||
         d.seconds < 0;
}

double whole(double value) { return std::trunc(value); }
double fraction(double value) { return value - std::trunc(value); }

// The same length in whole months, whole days and seconds.
struct Steps {
  std::int64_t months, days;
  double seconds;
};
Steps steps_of(const Duration& d) {
  const double months = d.years * 12 + d.months;
  const double days = d.weeks * 7 + d.days + fraction(months) * kDaysPerMonth;
  const double clock = d.hours * 3600 + d.minutes * 60 + d.seconds;
  return {static_cast<std::int64_t>(whole(months)), static_cast<std::int64_t>(whole(days)),
          fraction(days) * kDaySeconds + clock};
}

Day inside_calendar(Day day, std::int64_t months, std::int64_t days) {
  constexpr std::int64_t kMonths = std::int64_t{kLastYear} * 12;
  const std::int64_t from_zero = day.year * std::int64_t{12} + months;
  if (from_zero >= kMonths) return {kLastYear, 12, 31};
  if (from_zero <= -kMonths) return {kFirstYear, 1, 1};
  const Day sum = add_days(add_months(day, months), days);
  return std::clamp(sum, Day{kFirstYear, 1, 1}, Day{kLastYear, 12, 31});
}

}  // namespace

std::optional<Duration> duration_from(std::string_view iso8601) {
  std::string_view text = iso8601;
  const bool negative = take_sign(text);
  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  Duration duration;
  bool clock = false;
  const Unit* next = kUnits.data();
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    if (!clock && text.starts_with('T')) {
      clock = true;
      text.remove_prefix(1);
    }
    const Unit* unit = take_field(text, clock, next, duration);
    if (unit == nullptr) return std::nullopt;
    next = unit + 1;
  }
  return negative ? -duration : duration;
}

std::string to_string(const Duration& d) {
  std::string text = is_negative(d) ? "-P" : "P";
  const std::size_t empty = text.size();
  append_field(text, d.years, 'Y', d.vague);
  append_field(text, d.months, 'M', d.vague);
  append_field(text, d.weeks, 'W', d.vague);
  append_field(text, d.days, 'D', d.vague);
  if (is_finer_than_day(d)) text += 'T';
  append_field(text, d.hours, 'H', d.vague);
  append_field(text, d.minutes, 'M', d.vague);
  append_field(text, d.seconds, 'S', d.vague);
  if (text.size() == empty) text += "0D";
  return text;
}

std::string schema_duration(const Duration& d) {
  if (d.vague || is_negative(d)) return {};
  Duration w;
  w.years = whole(d.years);
  const double months = d.months + fraction(d.years) * 12;
  w.months = whole(months);
  w.weeks = whole(d.weeks);
  const double days = d.days + fraction(d.weeks) * 7 + fraction(months) * kDaysPerMonth;
  w.days = whole(days);
  const double hours = d.hours + fraction(days) * 24;
  w.hours = whole(hours);
  const double minutes = d.minutes + fraction(hours) * 60;
  w.minutes = whole(minutes);
  w.seconds = std::round(d.seconds + fraction(minutes) * 60);
  return to_string(w);
}

Duration operator-(const Duration& d) {
  const auto negated = [](double value) { return value == 0 ? 0 : -value; };
  return {negated(d.years), negated(d.months),  negated(d.weeks),   negated(d.days),
          negated(d.hours), negated(d.minutes), negated(d.seconds), d.vague};
}

bool is_finer_than_day(const Duration& d) {
  return d.hours != 0 || d.minutes != 0 || d.seconds != 0;
}

Day add(Day day, const Duration& duration) {
  const Steps steps = steps_of(duration);
  return inside_calendar(day, steps.months, steps.days);
}

Instant add(Instant instant, const Duration& duration) {
  const Steps steps = steps_of(duration);
  const Day day = day_of(instant);
  const std::int64_t clock = instant.seconds - start_of(day).seconds;
  const Day moved = inside_calendar(day, steps.months, steps.days);
  return {start_of(moved).seconds + clock + std::llround(steps.seconds), instant.utc_offset};
}

}  // namespace dateline
