#include "core/duration.h"
#include "importers/time/placing.h"
#include "importers/time/resolver.h"

namespace dateline {
namespace {

struct Hop {
  double count;
  Grain unit;
};

// The finest unit that the offset names decides how finely the outcome is known.
std::optional<Hop> step_of(const Duration& offset) {
  const Hop steps[] = {{offset.seconds, Grain::second}, {offset.minutes, Grain::minute},
                       {offset.hours, Grain::hour},     {offset.days, Grain::day},
                       {offset.weeks, Grain::week},     {offset.months, Grain::month},
                       {offset.years, Grain::year}};
  for (const Hop& step : steps)
    if (step.count != 0) return step;
  return std::nullopt;
}

std::optional<PartialDate> hung(const PartialDate& event_date, Hop step) {
  // Hours from a day that is known no better: 48 of them are two days.
  if (step.unit >= Grain::hour && event_date.grain < Grain::hour) {
    const double per_day = step.unit == Grain::hour     ? 24
                           : step.unit == Grain::minute ? 1440
                                                        : 86400;
    step = {step.count / per_day, Grain::day};
  }
  // Weeks from a day lead to a day.
  if (step.unit == Grain::week && event_date.known_day()) step = {step.count * 7, Grain::day};
  return shifted(event_date, step.count, step.unit);
}

}  // namespace

void hang_timex(Timex& timex, const PartialDate& event_date) {
  if (timex.anchor != Timex::Anchor::event) return;
  const bool back = timex.offset.starts_with('-');
  const auto offset = duration_from(std::string_view(timex.offset).substr(back ? 1 : 0));
  if (!offset || offset->vague) return;
  const auto step = step_of(*offset);
  timex.date = step ? hung(event_date, {back ? -step->count : step->count, step->unit})
                    : std::optional(event_date);
  if (!timex.date) return;
  timex.interval = interval_of(*timex.date);
  if (timex.type != TimexType::duration) timex.value = to_timex_value(*timex.date);
}

}  // namespace dateline
