#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/span.h"

namespace dateline {

/// What the words of a time expression say, before it is placed on the calendar: "last Friday" is
/// weekday 5, sought backwards. Rules build terms (docs/rules.md); the resolver gives them values.
struct TimeTerm {
  enum class Kind : std::uint8_t { number, calendar, shift, duration, set, reference, range };

  /// One number each. Those that are words in a rule file (unit=month) are the enums below.
  enum class Field : std::uint8_t {
    year,        ///< astronomical: 0 is 1 BC
    short_year,  ///< two digits: '98
    era,         ///< 1: before Christ
    century,     ///< 19 for the 1900s
    decade,      ///< first year of it; 0 to 99 when the century is left open
    half,
    quarter,  ///< 0: some quarter
    season,   ///< 21 to 24, spring to winter
    month,
    weekday,
    day,
    weekend,  ///< 1 if it is one
    holiday,  ///< place in Holidays
    part,     ///< Part
    hour,
    minute,
    second,
    meridiem,   ///< 1 a.m., 2 p.m., 3 as the other end of a range tells ("8 to 10 p.m.")
    zone,       ///< minutes east of Greenwich
    seek,       ///< Seek
    from,       ///< From
    unit,       ///< Grain
    sign,       ///< -1 back, 1 forward
    ordinal,    ///< -1: the last
    mod,        ///< Mod
    reference,  ///< 0 past, 1 present, 2 future
    quant,      ///< place in quantities()
    vague,      ///< 1: some number of units
    fiscal,     ///< 1 if the year is a fiscal one
    period,     ///< 1: compared with a period told before, whose grain it takes ("a year earlier")
    freq,       ///< how often in each unit of a SET: "twice a week"
    rate,       ///< 1: a SET if a counted thing stands before it ("flights a week")
    clock,      ///< hours and minutes in one number: 930 is 09:30
    consecutive,  ///< 1: a range whose second year must be the one after the first: "2021-22"
    either,       ///< 1: day and month may be meant the other way round: 03/04/2022
    history,  ///< 1: an expression of time only in a text that tells history ("the former king")
    ends      ///< Seek: takes its place from the day named next ("the quarter ended March 31")
  };
  static constexpr std::size_t kFields = static_cast<std::size_t>(Field::ends) + 1;
  static constexpr std::int32_t kUnset = std::numeric_limits<std::int32_t>::min();
  static constexpr std::uint32_t kNoTerm = 0xFFFFFFFF;

  Kind kind = Kind::calendar;
  std::array<std::int32_t, kFields> fields;
  double count = 0;                 ///< a number, or how many units a shift goes
  std::array<float, 15> amounts{};  ///< of a duration, by Grain
  std::uint32_t of = kNoTerm;       ///< what it lies in, or is counted from
  std::uint32_t first = kNoTerm;    ///< the two ends of a range, or
  std::uint32_t second = kNoTerm;   ///< no second: the first, without the words around it
  Span extent;                      ///< atoms, half-open (not bytes)

  TimeTerm() { fields.fill(kUnset); }
  bool has(Field field) const { return fields[static_cast<std::size_t>(field)] != kUnset; }
  std::int32_t get(Field field, std::int32_t otherwise = kUnset) const {
    return has(field) ? fields[static_cast<std::size_t>(field)] : otherwise;
  }
  void set(Field field, std::int32_t value) { fields[static_cast<std::size_t>(field)] = value; }
};

/// "At noon", "in the morning": a time of day without a day.
bool is_clock_only(const TimeTerm& said);

/// Parts of the day, as TIMEX3 writes them after the T.
enum class Part : std::uint8_t { morning, midday, afternoon, evening, night, daytime };
std::string_view timex_code(Part part);  ///< "MO"

/// Which one of the many Fridays: counted from the publication (last, current, next), or from what
/// was told before (previous, following, same).
enum class Seek : std::uint8_t { last, current, next, previous, following, same };

/// What a shift is counted from.
enum class From : std::uint8_t { published, narrated, event };

enum class Mod : std::uint8_t {
  none,
  start,
  mid,
  end,
  approx,
  before,
  after,
  on_or_before,
  on_or_after,
  less_than,
  more_than,
  equal_or_less,
  equal_or_more
};
std::string_view name_of(Mod mod);  ///< "ON_OR_BEFORE"; "" for none
std::string_view quantity_name(std::int32_t quant);

/// The number that a word of a rule file stands for: "month", "next", "START".
std::optional<std::int32_t> term_keyword(std::string_view word);
/// The field that a parameter of a value function sets.
std::optional<TimeTerm::Field> term_field(std::string_view parameter);

}  // namespace dateline
