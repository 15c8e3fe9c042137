// Dates in words, for people; the few words around them are in core/when.cc.

#include <array>
#include <cstdio>
#include <cstdlib>

#include "core/date.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 4> kSeasonWords = {"spring", "summer", "autumn", "winter"};
constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};
constexpr std::size_t kShortMonth = 3;

std::string year_words(std::int32_t year) {
  return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC";
}

std::string day_and_month(Day day) {
  return std::to_string(day.day) + " " +
         std::string(kMonths[day.month - 1U].substr(0, kShortMonth));
}

std::string day_words(Day day) { return day_and_month(day) + " " + year_words(day.year); }

std::string_view weekday_words(Day day) {
  return kWeekdays[static_cast<std::size_t>(weekday_of(day)) - 1];
}

std::string century_words(std::int32_t year) {
  const int number = std::abs(year) / 100 + 1;
  const int last_two = number % 100;
  const bool teen = last_two >= 11 && last_two <= 13;
  constexpr std::array<std::string_view, 4> kEndings = {"th", "st", "nd", "rd"};
  const int digit = teen || number % 10 > 3 ? 0 : number % 10;
  return std::to_string(number) + std::string(kEndings[static_cast<std::size_t>(digit)]) +
         " century" + (year < 0 ? " BC" : "");
}

std::string decade_words(std::int32_t year) {
  return "the " + std::to_string(std::abs(year) / 10 * 10) + "s" + (year < 0 ? " BC" : "");
}

// "winter 2001-02": a winter that runs into the next year is named by both.
std::string season_words(const PartialDate& date) {
  if (date.part > 32)
    return std::string(kOrdinals[(date.part - 37U) % 4]) + " third of " + year_words(date.year);
  const auto first = *first_day_of(date);
  const auto last = add_days(*day_after(date), -1);
  std::string text = std::string(kSeasonWords[(date.part - 21U) % 4]) + " " + year_words(date.year);
  if (last.year != first.year && first.year > 0) {
    const std::string next = year_words(last.year);
    text +=
        "-" + (last.year % 100 == 0 ? next : next.substr(next.size() < 2 ? 0 : next.size() - 2));
  }
  if (date.part > 28) text += " (southern)";
  return text;
}

std::string weekend_words(const PartialDate& date) {
  const Day saturday = *first_day_of(date);
  const Day sunday = add_days(saturday, 1);
  if (saturday.month == sunday.month)
    return "weekend of " + std::to_string(saturday.day) + "-" + day_words(sunday);
  const std::string from =
      saturday.year == sunday.year ? day_and_month(saturday) : day_words(saturday);
  return "weekend of " + from + " - " + day_words(sunday);
}

std::string clock_words(const PartialDate& date) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(),
                date.grain == Grain::second ? "%02d:%02d:%02d" : "%02d:%02d", date.hour,
                date.minute, date.second);
  const std::string clock = text.data();
  if (!date.utc_offset) return clock;
  return clock + (*date.utc_offset == 0 ? " UTC" : " UTC" + utc_offset_text(*date.utc_offset));
}

std::string plain_words(const PartialDate& date) {
  const std::string year = year_words(date.year);
  const Day day{date.year, date.month, date.day};
  switch (date.grain) {
    case Grain::century:
      return century_words(date.year);
    case Grain::decade:
      return decade_words(date.year);
    case Grain::year:
      return year;
    case Grain::half:
      return std::string(kOrdinals[(date.part - 1U) % 4]) + " half of " + year;
    case Grain::quarter:
      return std::string(kOrdinals[(date.part - 1U) % 4]) + " quarter of " + year;
    case Grain::season:
      return season_words(date);
    case Grain::month:
      return std::string(kMonths[date.month - 1U]) + " " + year;
    case Grain::week:
      return "week of " + day_words(*first_day_of(date));
    case Grain::weekend:
      return weekend_words(date);
    case Grain::day:
      return std::string(weekday_words(day)) + " " + day_words(day);
    case Grain::part_of_day:
      return std::string(weekday_words(day)) + " " + std::string(name_of(date.part_of_day)) + ", " +
             day_words(day);
    case Grain::unknown:
      return {};
    default:
      return day_words(day) + ", " + clock_words(date);
  }
}

}  // namespace

std::string display(const PartialDate& date) {
  const std::string words = plain_words(date);
  if (words.empty()) return words;
  return (date.approximate ? "about " : "") + words + (date.uncertain ? " (uncertain)" : "");
}

}  // namespace dateline
