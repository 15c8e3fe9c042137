#include "importers/events/hung_times.h"

#include "importers/events/counted_times.h"
#include "importers/time/resolver.h"

namespace dateline {
namespace {

/// The day of an event whose time is one, or the year or month that it is told to be in; empty if
/// it is longer, or not known.
std::optional<PartialDate> date_of(const When& when) {
  const auto &first = when.interval.earliest, &last = when.interval.latest;
  if (!first || !last) return std::nullopt;
  if (!is_of_one_day(when.interval))
    return when.expression ? date_from_timex_value(when.edtf) : std::nullopt;
  const std::int64_t days = first->seconds / kDaySeconds;
  return PartialDate::of(day_from_epoch(first->seconds < 0 ? days - 1 : days));
}

/// A day counted from a year that is told lies in that year, as far as anybody knows.
void hang(Timex& timex, const PartialDate& date) {
  if (date.known_day()) return hang_timex(timex, date);
  if (timex.type == TimexType::duration) return;
  timex.date = date;
  timex.interval = interval_of(date);
  timex.value = to_timex_value(date);
}

}  // namespace

std::vector<Timex> hung_timexes(const EventContext& context,
                                const std::vector<std::uint32_t>& cluster_of,
                                const std::vector<When>& dates) {
  std::vector<Timex> timexes = context.document.timexes;
  for (const CountedTime& counted : find_counted_times(context)) {
    Timex& timex = timexes[counted.timex.index];
    if (timex.anchor != Timex::Anchor::event || timex.date) continue;
    const EventMentionId from = counted.told == counted.earlier ? counted.later : counted.earlier;
    if (const auto date = date_of(dates[cluster_of[from.index]])) hang(timex, *date);
  }
  return timexes;
}

}  // namespace dateline
