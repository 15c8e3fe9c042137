#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "core/result.h"

namespace dateline {

/// The date that a field of metadata gives, as machines and people write them: ISO 8601 and its
/// relatives, RFC 2822, seconds or milliseconds since 1970, "12 February 2022", "Feb. 12, 2022,
/// 5 p.m.", "12.02.2022". Offsets from UTC are kept; midnight to the second, which stands for no
/// time at all, is dropped. Empty if the year, month and day are not all given, or if day and
/// month could be the other way round ("03/04/2022").
std::optional<PartialDate> read_publication_date(std::string_view text);

/// The first date with day, month by its name or ISO, and year within a line of text; or the only
/// one written in numbers that can be read in one way. Its clock time is passed over.
std::optional<PartialDate> find_date(std::string_view line);

/// EDTF of the first day of a month that a line gives without a year, "XXXX-03-03"; empty if none.
std::string find_day_without_year(std::string_view line);

/// Whether the first words are a day with its month by name, or a date of numbers; a year need not
/// follow.
bool begins_with_date(std::string_view line);

/// The date in the path of a URL: "/2022/02/12/", "/2022-02-12-", "/20220212/".
std::optional<PartialDate> date_in_url(std::string_view url);

/// Month (1 to 12) by name, lower case.
using MonthNames = std::map<std::string, int, std::less<>>;
/// Reads the format that root/month_names.txt explains. `path` is for messages only.
Result<MonthNames> parse_month_names(std::string_view text, std::string_view path);

}  // namespace dateline
