#include "importers/text/publication_date.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>
#include <vector>

#include "importers/data_files.h"
#include "importers/data_lines.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kMonthsPath = "root/month_names.txt";
// A field that gives a date, or a dateline, is shorter; dates further on are of something else.
constexpr std::size_t kLookedAt = 300;
constexpr std::int32_t kFirstYear = 1600;  // of the first newspapers
constexpr std::int32_t kLastYear = 2100;
// "1st", "28th", "1er" behind a number; "de", "of", "den" between the parts of a date.
constexpr std::size_t kShortWord = 3;
constexpr std::int64_t kFirstSecond = 631152000;  // 1990, before which there was no page
constexpr std::int64_t kLastSecond = 4102444800;  // 2100

const MonthNames& month_names() {
  static const MonthNames names = [] {
    auto parsed =
        parse_month_names(DataFiles::embedded().find(kMonthsPath).value_or(""), kMonthsPath);
    assert(parsed);
    return parsed ? std::move(parsed).value() : MonthNames();
  }();
  return names;
}

struct Token {
  enum class Kind : std::uint8_t { number, word, sign };
  Kind kind = Kind::sign;
  std::string_view text;
  std::int64_t value = 0;  ///< of a number
  int month = 0;           ///< that a word names; 0 if none
  bool after_space = false;
};

bool is_word_byte(char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  text = text.substr(0, kLookedAt);
  bool space = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_ascii_space(text[at])) {
      space = true;
      ++at;
      continue;
    }
    Token token;
    if (is_ascii_digit(text[at])) {
      while (at < text.size() && is_ascii_digit(text[at])) ++at;
      token.kind = Token::Kind::number;
    } else if (is_word_byte(text[at])) {
      while (at < text.size() && is_word_byte(text[at])) ++at;
      token.kind = Token::Kind::word;
    } else {
      ++at;
    }
    token.text = text.substr(begin, at - begin);
    token.after_space = std::exchange(space, false);
    if (token.kind == Token::Kind::number && token.text.size() <= 18)
      std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
    if (token.kind == Token::Kind::word) {
      const auto month = month_names().find(ascii_lower(token.text));
      if (month != month_names().end()) token.month = month->second;
    }
    tokens.push_back(token);
  }
  return tokens;
}

/// Reads dates out of tokens. Each `read_` that succeeds leaves the place behind what it read.
class DateReader {
 public:
  explicit DateReader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

  /// With its clock time, if it has one that says where on Earth it holds, or is of ISO's form.
  std::optional<PartialDate> first(bool with_time) {
    for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
      at_ = begin;
      auto date = read_year_first();
      const bool iso = date.has_value();
      if (!date) at_ = begin, date = read_compact();
      if (!date) at_ = begin, date = read_day_month_year();
      if (!date) at_ = begin, date = read_month_day_year();
      if (!date) continue;
      if (with_time) read_time(*date, iso);
      return date;
    }
    return std::nullopt;
  }

  /// "12.02.2022", "25/12/2022": if there is one such date and one way to read it.
  std::optional<PartialDate> only_numeric() {
    std::optional<PartialDate> found;
    for (at_ = 0; at_ < tokens_.size();) {
      const std::size_t begin = at_;
      const auto date = read_numeric();
      if (!date) at_ = begin + 1;
      if (date && found && !(*found == *date)) return std::nullopt;
      if (date) found = date;
    }
    return found;
  }

  /// Month and day that begin at the token `begin`, the month by its name.
  std::optional<std::pair<int, std::int64_t>> day_at(std::size_t begin) {
    at_ = begin;
    if (const int month = take_month(); month > 0) {
      const auto day = take_number(1, 2);
      return day && *day >= 1 && *day <= 31 ? std::optional(std::pair(month, *day)) : std::nullopt;
    }
    const auto day = take_number(1, 2);
    if (!day || *day < 1 || *day > 31) return std::nullopt;
    skip_short_word();
    take_sign('.');
    skip_short_word();
    const int month = take_month();
    return month > 0 ? std::optional(std::pair(month, *day)) : std::nullopt;
  }
  std::size_t size() const { return tokens_.size(); }

  bool begins_with_date() {
    if (day_at(0)) return true;
    at_ = 0;
    if (read_year_first()) return true;
    at_ = 0;
    return read_numeric().has_value();
  }

 private:
  const Token* peek(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? &tokens_[at_ + ahead] : nullptr;
  }
  bool take_sign(char sign) {
    const Token* next = peek();
    if (next == nullptr || next->kind != Token::Kind::sign || next->text[0] != sign) return false;
    ++at_;
    return true;
  }
  std::optional<std::int64_t> take_number(std::size_t least, std::size_t most) {
    const Token* next = peek();
    if (next == nullptr || next->kind != Token::Kind::number || next->text.size() < least ||
        next->text.size() > most)
      return std::nullopt;
    ++at_;
    return next->value;
  }
  int take_month() {
    const Token* next = peek();
    if (next == nullptr || next->month == 0) return 0;
    ++at_;
    take_sign('.');
    return next->month;
  }
  /// Words that mean nothing here: the end of an ordinal, "de".
  void skip_short_word() {
    const Token* next = peek();
    if (next != nullptr && next->kind == Token::Kind::word && next->month == 0 &&
        next->text.size() <= kShortWord)
      ++at_;
  }
  static std::optional<PartialDate> date_of(std::int64_t year, std::int64_t month,
                                            std::int64_t day) {
    if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > 31)
      return std::nullopt;
    const Day found{static_cast<std::int32_t>(year), static_cast<std::uint8_t>(month),
                    static_cast<std::uint8_t>(day)};
    if (!is_valid(found)) return std::nullopt;
    return PartialDate::of(found);
  }

  /// "2022-02-12", "2022/2/12", "2022 Feb 12".
  std::optional<PartialDate> read_year_first() {
    const auto year = take_number(4, 4);
    if (!year) return std::nullopt;
    const Token* sign = peek();
    if (const int month = take_month(); month > 0) {
      const auto day = take_number(1, 2);
      return day ? date_of(*year, month, *day) : std::nullopt;
    }
    if (sign == nullptr || sign->kind != Token::Kind::sign) return std::nullopt;
    if (std::string_view("-/.").find(sign->text[0]) == std::string_view::npos) return std::nullopt;
    ++at_;
    const auto month = take_number(1, 2);
    if (!month || !take_sign(sign->text[0])) return std::nullopt;
    const auto day = take_number(1, 2);
    return day ? date_of(*year, *month, *day) : std::nullopt;
  }

  std::optional<PartialDate> read_compact() {
    const auto digits = take_number(8, 8);
    return digits ? date_of(*digits / 10000, *digits / 100 % 100, *digits % 100) : std::nullopt;
  }

  /// "12 February 2022", "12. Februar 2022", "12 de febrero de 2022", "12th of Feb. 2022".
  std::optional<PartialDate> read_day_month_year() {
    const auto day = take_number(1, 2);
    if (!day) return std::nullopt;
    skip_short_word();
    take_sign('.');
    take_sign('-');
    skip_short_word();
    const int month = take_month();
    if (month == 0) return std::nullopt;
    take_sign(',');
    take_sign('-');
    skip_short_word();
    const auto year = take_number(4, 4);
    return year ? date_of(*year, month, *day) : std::nullopt;
  }

  /// "February 12, 2022", "Feb. 12th 2022".
  std::optional<PartialDate> read_month_day_year() {
    const int month = take_month();
    if (month == 0) return std::nullopt;
    const auto day = take_number(1, 2);
    if (!day) return std::nullopt;
    const Token* suffix = peek();
    if (suffix != nullptr && !suffix->after_space) skip_short_word();
    take_sign(',');
    const auto year = take_number(4, 4);
    return year ? date_of(*year, month, *day) : std::nullopt;
  }

  std::optional<PartialDate> read_numeric() {
    const auto first = take_number(1, 2);
    const Token* sign = peek();
    if (!first || sign == nullptr || sign->kind != Token::Kind::sign) return std::nullopt;
    const char parted_by = sign->text[0];
    if (std::string_view("-/.").find(parted_by) == std::string_view::npos) return std::nullopt;
    ++at_;
    const auto second = take_number(1, 2);
    if (!second || !take_sign(parted_by)) return std::nullopt;
    const auto year = take_number(4, 4);
    if (!year) return std::nullopt;
    if (parted_by == '.' || *first > 12) return date_of(*year, *second, *first);
    if (*second > 12 || *first == *second) return date_of(*year, *first, *second);
    return std::nullopt;
  }

  void read_time(PartialDate& date, bool iso) {
    if (const Token* next = peek(); next != nullptr && (next->text == "T" || next->text == "t"))
      ++at_;
    const auto hour = take_number(1, 2);
    if (!hour || !take_sign(':')) return;
    const auto minute = take_number(2, 2);
    if (!minute) return;
    const auto second = take_sign(':') ? take_number(2, 2) : std::nullopt;
    if (take_sign('.')) take_number(1, 18);
    const auto offset = read_offset();
    if (!iso && !offset) return;  // it may be the afternoon
    set_time(date, {*hour, *minute, second.value_or(0)}, second.has_value(), offset);
  }

  struct Clock {
    std::int64_t hour, minute, second;
  };
  static void set_time(PartialDate& date, Clock clock, bool to_the_second,
                       std::optional<std::int16_t> offset) {
    if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return;
    const bool midnight = clock.hour == 0 && clock.minute == 0 && clock.second == 0;
    if (midnight && offset.value_or(0) == 0) return;
    date.hour = static_cast<std::uint8_t>(clock.hour);
    date.minute = static_cast<std::uint8_t>(clock.minute);
    date.second = static_cast<std::uint8_t>(clock.second);
    date.grain = to_the_second ? Grain::second : Grain::minute;
    date.utc_offset = offset;
  }

  /// Z, GMT, UTC, +0100, -05:00, GMT+1: minutes.
  std::optional<std::int16_t> read_offset() {
    const Token* next = peek();
    if (next == nullptr) return std::nullopt;
    const bool named = next->kind == Token::Kind::word &&
                       (next->text == "Z" || next->text == "GMT" || next->text == "UTC");
    if (named) ++at_;
    const bool west = take_sign('-');
    if (!west && !take_sign('+')) return named ? std::optional<std::int16_t>(0) : std::nullopt;
    const Token* digits = peek();
    const auto number = take_number(1, 4);
    if (!number) return std::nullopt;
    std::int64_t minutes = *number * 60;
    if (digits->text.size() > 2) minutes = *number / 100 * 60 + *number % 100;
    if (take_sign(':')) minutes += take_number(2, 2).value_or(0);
    if (minutes > 14 * 60) return std::nullopt;
    return static_cast<std::int16_t>(west ? -minutes : minutes);
  }

  std::vector<Token> tokens_;
  std::size_t at_ = 0;
};

/// Seconds or milliseconds since 1970.
std::optional<PartialDate> read_epoch(std::string_view digits) {
  if (digits.size() < 9 || digits.size() > 13 || !std::ranges::all_of(digits, is_ascii_digit))
    return std::nullopt;
  std::int64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (digits.size() > 10) number /= 1000;
  if (number < kFirstSecond || number > kLastSecond) return std::nullopt;
  return PartialDate::of(Instant{number, 0});
}

}  // namespace

std::optional<PartialDate> read_publication_date(std::string_view text) {
  text = trimmed(text);
  if (const auto epoch = read_epoch(text)) return epoch;
  DateReader reader(tokens_of(text));
  const auto date = reader.first(true);
  return date ? date : reader.only_numeric();
}

std::optional<PartialDate> find_date(std::string_view line) {
  DateReader reader(tokens_of(line));
  const auto date = reader.first(false);
  return date ? date : reader.only_numeric();
}

std::string find_day_without_year(std::string_view line) {
  DateReader reader(tokens_of(line));
  for (std::size_t begin = 0; begin < reader.size(); ++begin) {
    const auto day = reader.day_at(begin);
    if (!day) continue;
    const auto two_digits = [](std::int64_t number) {
      return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    return "XXXX-" + two_digits(day->first) + "-" + two_digits(day->second);
  }
  return {};
}

bool begins_with_date(std::string_view line) {
  return DateReader(tokens_of(line)).begins_with_date();
}

std::optional<PartialDate> date_in_url(std::string_view url) {
  const std::size_t path = url.find('/', std::min(url.find("//"), url.size() - 1) + 2);
  if (url.empty() || path == url.npos) return std::nullopt;
  return DateReader(tokens_of(url.substr(path, url.find_first_of("?#", path) - path))).first(false);
}

Result<MonthNames> parse_month_names(std::string_view text, std::string_view path) {
  MonthNames names;
  for (const DataLine& line : data_lines(text)) {
    const auto words = words_of(line.text);
    int month = 0;
    const auto* const end = words[0].data() + words[0].size();
    if (std::from_chars(words[0].data(), end, month).ptr != end || month < 1 || month > 12)
      return data_error(path, line, "expected the number of a month first");
    for (std::size_t i = 1; i < words.size(); ++i) {
      const auto [known, fresh] = names.emplace(words[i], month);
      if (!fresh && known->second != month)
        return data_error(path, line, "expected names of one month only");
    }
  }
  return names;
}

}  // namespace dateline
