#include "importers/time/other_readings.h"

#include "core/interval.h"
#include "importers/time/placing.h"

namespace dateline {
namespace {

using Field = TimeTerm::Field;

constexpr int kMonths = 12;

std::optional<PartialDate> month_and_day_swapped(const PartialDate& date) {
  if (date.day > kMonths || date.day == date.month) return std::nullopt;
  PartialDate other = date;
  other.month = date.day;
  other.day = date.month;
  return other;
}

/// "Next Friday", said on a Wednesday: the Friday of this week, or of the week that is next.
std::optional<PartialDate> a_week_later(const PartialDate& date, const PartialDate& published) {
  const auto day = date.known_day(), now = published.known_day();
  if (!day || !now || date_around(*day, Grain::week) != date_around(*now, Grain::week))
    return std::nullopt;
  const auto later = shifted(PartialDate::of(*day), 7, Grain::day);
  if (!later) return std::nullopt;
  PartialDate other = date;
  other.year = later->year;
  other.month = later->month;
  other.day = later->day;
  return other;
}

}  // namespace

std::optional<PartialDate> other_reading(const TimeTerm& said, const PartialDate& date,
                                         const std::optional<PartialDate>& published) {
  if (said.has(Field::either)) return month_and_day_swapped(date);
  const bool next = said.get(Field::seek, -1) == static_cast<std::int32_t>(Seek::next);
  if (next && said.has(Field::weekday) && published) return a_week_later(date, *published);
  constexpr int kMidnight = 24;
  if (date.hour != kMidnight) return std::nullopt;
  PartialDate other = date;
  other.hour = 0;
  return other;
}

}  // namespace dateline
