#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/timeline.h"

namespace dateline {

/// A stretch of time that a picture gives one column, and the events that it holds.
struct TimeColumn {
  std::int64_t begin = 0, end = 0;    ///< local seconds as in Instant, half-open; 0, 0 if undated
  bool undated = false;               ///< the last column: events whose date is not known
  std::string title, subtitle;        ///< "12 Feb", "Saturday 2022"; the subtitle may be empty
  std::vector<std::uint32_t> events;  ///< positions in Timeline::events, at least one, by time
};

/// At most `max_columns` columns in order of time, undated events last. Columns are days, or hours
/// or minutes when everything falls into one day; where that makes too many, months, years and so
/// on. An event whose time is known only as a longer stretch gets that stretch, so no event is put
/// on a day that the text does not give. If even centuries are too many, the columns with the
/// least important events are left out and counted in `left_out`.
struct TimeColumns {
  std::vector<TimeColumn> columns;
  std::size_t left_out = 0;  ///< events
};
TimeColumns time_columns(const Timeline& timeline, std::size_t max_columns);

/// How long from the end of one column to the next: "6 days", "3 months"; empty if they touch in
/// another way than day to day, or overlap.
std::string gap_words(const TimeColumn& from, const TimeColumn& to);

}  // namespace dateline
