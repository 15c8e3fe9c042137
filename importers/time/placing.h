#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/date.h"
#include "importers/time/holidays.h"
#include "importers/time/term.h"

namespace dateline {

/// Which of the days, months or years that fit is meant, seen from a reference.
enum class Toward : std::uint8_t {
  past,            ///< the latest before it
  past_or_same,    ///< the latest, it may be the reference's own
  future,          ///< the first after it
  future_or_same,  ///< the first, it may be the reference's own
  nearest,
  onward,       ///< the nearest, but one behind must be three times as near: stories go on
  far_onward,   ///< the nearest, but one behind must be five times as near: "by June"
  near_past,    ///< the latest, unless one lies within two months ahead
  near_future,  ///< the first, unless one lies within two months behind
  inside        ///< the first that begins within the reference
};

/// Where a term lies, seen from `base`: "March 5" towards the past of 2022-02-12 is 2021-03-05.
/// Needs no base when the term names its year. Empty when it cannot be told.
std::optional<PartialDate> place(const TimeTerm& term, const std::optional<PartialDate>& base,
                                 Toward toward, std::span<const Holiday> holidays);

/// The year that a term names, astronomical: 490 BC is -489. The term must have one.
std::int32_t year_said(const TimeTerm& term);

/// A day that no year has, or not the year named: "February 30", "29 February 2021".
bool names_no_day(const TimeTerm& term);

/// `date` moved by `count` units and known to the unit: 2022-02-12 and 1 month is 2022-03. Empty
/// when the date is coarser than the unit, or when the outcome is out of the calendar.
std::optional<PartialDate> shifted(const PartialDate& date, double count, Grain unit);

/// The date at a coarser grain; itself if it is as coarse already.
PartialDate coarsened(const PartialDate& date, Grain grain);

/// A TIMEX3 value with X where nothing is known: "XXXX-02-20", "XXXX-WXX-6".
std::string open_value(const TimeTerm& term, std::span<const Holiday> holidays);
/// "P3M", "PT48H", "PXD"; a decade counts as ten years.
std::string duration_value(const TimeTerm& term);
/// ISO 8601, signed: "-P1D".
std::string offset_value(double count, Grain unit);

}  // namespace dateline
