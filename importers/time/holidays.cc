#include "importers/time/holidays.h"

#include <array>
#include <charconv>

#include "importers/data_lines.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

bool read_fixed(std::string_view text, Holiday& holiday) {
  if (text.size() != 5 || text[2] != '-') return false;
  const auto month = number_of(text.substr(0, 2)), day = number_of(text.substr(3));
  if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > days_in_month(2000, *month))
    return false;
  holiday.month = static_cast<std::uint8_t>(*month);
  holiday.day = static_cast<std::uint8_t>(*day);
  return true;
}

bool read_easter(std::string_view text, Holiday& holiday) {
  if (!text.starts_with("easter")) return false;
  text.remove_prefix(6);
  const auto offset = text.empty() ? 0 : number_of(text);
  holiday.kind = Holiday::Kind::easter;
  holiday.offset = static_cast<std::int16_t>(offset.value_or(0));
  return offset.has_value() && *offset > -100 && *offset < 100;
}

// "4 thursday 11" or "1 monday 11 +1"
bool read_nth_weekday(std::string_view text, Holiday& holiday) {
  const auto words = words_of(text);
  if (words.size() != 3 && words.size() != 4) return false;
  const auto nth = number_of(words[0]), month = number_of(words[2]);
  const auto offset = words.size() == 4 ? number_of(words[3]) : 0;
  if (!nth || !month || !offset || *nth < -1 || *nth > 5 || *nth == 0 || *month < 1 || *month > 12)
    return false;
  for (std::size_t i = 0; i < kWeekdays.size(); ++i)
    if (kWeekdays[i] == words[1]) holiday.weekday = static_cast<Weekday>(i + 1);
  holiday.kind = Holiday::Kind::nth_weekday;
  holiday.nth = static_cast<std::int8_t>(*nth);
  holiday.month = static_cast<std::uint8_t>(*month);
  holiday.offset = static_cast<std::int16_t>(*offset);
  return true;
}

}  // namespace

Day easter_sunday(std::int32_t year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return {year, static_cast<std::uint8_t>(n / 31), static_cast<std::uint8_t>(n % 31 + 1)};
}

Day nth_weekday_of(std::int32_t year, int month, int n, Weekday weekday) {
  const auto of_month = static_cast<std::uint8_t>(month);
  const int length = days_in_month(year, month);
  const Day first{year, of_month, 1};
  const int ahead = (static_cast<int>(weekday) - static_cast<int>(weekday_of(first)) + 7) % 7;
  int day = 1 + ahead + 7 * ((n > 0 ? n : 5) - 1);
  while (day > length) day -= 7;
  return {year, of_month, static_cast<std::uint8_t>(day)};
}

Day Holiday::in_year(std::int32_t year) const {
  switch (kind) {
    case Kind::fixed:
      break;
    case Kind::easter:
      return add_days(easter_sunday(year > 0 ? year : 2000), offset);
    case Kind::nth_weekday:
      return add_days(nth_weekday_of(year, month, nth, weekday), offset);
  }
  return {year, month, day};
}

Result<std::vector<Holiday>> read_holidays(std::string_view path, std::string_view text) {
  std::vector<Holiday> holidays;
  for (const DataLine& line : data_lines(text)) {
    const auto equals = line.text.find(" = ");
    Holiday holiday;
    holiday.name = trimmed(line.text.substr(0, equals));
    const std::string_view how = equals == line.text.npos ? "" : line.text.substr(equals + 3);
    if (!read_fixed(how, holiday) && !read_easter(how, holiday) && !read_nth_weekday(how, holiday))
      return data_error(path, line, "expected 'name = MM-DD', 'N weekday MM' or 'easter+N'");
    holidays.push_back(std::move(holiday));
  }
  return holidays;
}

}  // namespace dateline
