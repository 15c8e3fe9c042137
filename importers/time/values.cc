#include <array>
#include <cmath>
#include <cstdio>

#include "importers/time/placing.h"

namespace dateline {
namespace {

using Field = TimeTerm::Field;

constexpr std::array<std::string_view, 4> kSeasons = {"SP", "SU", "FA", "WI"};

std::string padded(std::int64_t value, int width) {
  std::array<char, 24> text{};
  std::snprintf(text.data(), text.size(), "%0*lld", width, static_cast<long long>(value));
  return text.data();
}

std::string open_day(const TimeTerm& term) {
  std::string value = "XXXX-";
  if (!term.has(Field::month) && term.has(Field::weekday))
    return value + "WXX-" + std::to_string(term.get(Field::weekday));
  value += term.has(Field::month) ? padded(term.get(Field::month), 2) : "XX";
  value += "-";
  return value + (term.has(Field::day) ? padded(term.get(Field::day), 2) : "XX");
}

std::string clock_value(const TimeTerm& term) {
  if (!term.has(Field::hour))
    return term.has(Field::part)
               ? "T" + std::string(timex_code(static_cast<Part>(term.get(Field::part))))
               : "";
  std::string value = "T" + padded(term.get(Field::hour), 2);
  if (term.has(Field::minute)) value += ":" + padded(term.get(Field::minute), 2);
  if (term.has(Field::second)) value += ":" + padded(term.get(Field::second), 2);
  return value;
}

// "X years", as TIMEX3 writes a unit.
std::string unit_code(Grain unit) {
  switch (unit) {
    case Grain::year:
      return "Y";
    case Grain::quarter:
      return "Q";
    case Grain::half:
      return "H";
    case Grain::season:
      return "S";
    case Grain::month:
      return "M";
    case Grain::week:
      return "W";
    case Grain::weekend:
      return "WE";
    case Grain::day:
      return "D";
    case Grain::part_of_day:
      return "NI";
    case Grain::hour:
      return "H";
    case Grain::minute:
      return "M";
    case Grain::second:
      return "S";
    case Grain::century:
    case Grain::decade:
    case Grain::unknown:
      break;
  }
  return "X";
}

std::string amount_text(double amount) {
  if (amount == std::floor(amount)) return std::to_string(static_cast<std::int64_t>(amount));
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%g", amount);
  return text.data();
}

bool is_clock_unit(Grain unit) { return unit >= Grain::hour && unit <= Grain::second; }

}  // namespace

std::string open_value(const TimeTerm& term, std::span<const Holiday> holidays) {
  if (term.has(Field::holiday)) {
    const auto at = static_cast<std::size_t>(term.get(Field::holiday));
    if (at < holidays.size() && holidays[at].kind == Holiday::Kind::fixed)
      return "XXXX-" + padded(holidays[at].month, 2) + "-" + padded(holidays[at].day, 2);
    return "XXXX-XX-XX";
  }
  const bool daily = term.has(Field::day) || term.has(Field::weekday);
  if (daily || (!term.has(Field::month) && (term.has(Field::hour) || term.has(Field::part))))
    return open_day(term) + clock_value(term);
  if (term.has(Field::month)) return "XXXX-" + padded(term.get(Field::month), 2);
  if (term.has(Field::season))
    return "XXXX-" + std::string(kSeasons[static_cast<std::size_t>(term.get(Field::season) - 21)]);
  if (term.has(Field::quarter))
    return "XXXX-Q" +
           (term.get(Field::quarter) > 0 ? std::to_string(term.get(Field::quarter)) : "X");
  if (term.has(Field::half)) return "XXXX-H" + std::to_string(term.get(Field::half));
  if (term.has(Field::weekend)) return "XXXX-WXX-WE";
  return "XXXX";
}

std::string duration_value(const TimeTerm& term) {
  const bool vague = term.get(Field::vague, 0) == 1;
  std::string days, clock;
  for (std::size_t i = 0; i < term.amounts.size(); ++i) {
    double amount = term.amounts[i];
    if (amount == 0) continue;
    auto unit = static_cast<Grain>(i);
    if (unit == Grain::decade || (unit == Grain::century && !vague)) {
      amount *= unit == Grain::decade ? 10 : 100;
      unit = Grain::year;
    }
    const bool halves = !vague && amount != std::floor(amount);
    std::string& part = is_clock_unit(unit) ? clock : days;
    const Grain finer = unit == Grain::year     ? Grain::month
                        : unit == Grain::hour   ? Grain::minute
                        : unit == Grain::minute ? Grain::second
                                                : Grain::unknown;
    if (halves && finer != Grain::unknown) {
      const double rest =
          std::round((amount - std::floor(amount)) * (unit == Grain::year ? 12 : 60));
      if (std::floor(amount) > 0) part += amount_text(std::floor(amount)) + unit_code(unit);
      if (rest > 0) part += amount_text(rest) + unit_code(finer);
    } else {
      part += (vague ? "X" : amount_text(amount)) + unit_code(unit);
    }
  }
  if (days.empty() && clock.empty()) days = "XX";
  return "P" + days + (clock.empty() ? "" : "T" + clock);
}

std::string offset_value(double count, Grain unit) {
  TimeTerm term;
  term.kind = TimeTerm::Kind::duration;
  term.amounts[static_cast<std::size_t>(unit)] = static_cast<float>(std::abs(count));
  if (count == 0) return "P0D";
  return (count < 0 ? "-" : "") + duration_value(term);
}

}  // namespace dateline
