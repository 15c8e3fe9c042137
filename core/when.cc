#include "core/when.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/edtf.h"

namespace dateline {
namespace {

constexpr std::int32_t kLastSchemaYear = 9'999;

bool is_clock(Grain grain) {
  return grain == Grain::hour || grain == Grain::minute || grain == Grain::second;
}

// What is next to such a date is a day, not another of its grain.
bool is_told_in_days(Grain grain) {
  return grain == Grain::week || grain == Grain::weekend || grain > Grain::day;
}

std::optional<Instant> writable(const std::optional<Instant>& bound) {
  if (!bound || std::abs(day_of(*bound).year) > kLastSchemaYear) return std::nullopt;
  return bound;
}

Instant just_before(Instant instant) { return {instant.seconds - 1, instant.utc_offset}; }

PartialDate last_day_before(Instant instant) {
  return PartialDate::of(day_of(just_before(instant)));
}

enum class Side { first, last };

// One end of an interval as EDTF may say it: a date without clock time.
Edtf::Endpoint end_of(const std::optional<PartialDate>& date, Side side) {
  Edtf::Endpoint end;
  end.kind = Edtf::Endpoint::Kind::open;
  if (!date || date->grain == Grain::unknown) return end;
  PartialDate day = *date;
  if (is_clock(date->grain)) day = PartialDate::of(*date->known_day());
  day.uncertain = date->uncertain;
  day.approximate = date->approximate;
  const Edtf::Element element = edtf_of(day).elements.front();
  return element.range && side == Side::last ? element.last : element.first;
}

std::string interval_text(const std::optional<PartialDate>& first,
                          const std::optional<PartialDate>& last) {
  const Edtf::Element element{end_of(first, Side::first), end_of(last, Side::last), true};
  return to_string(Edtf{Edtf::Kind::interval, {element}});
}

std::string interval_words(const std::optional<PartialDate>& first,
                           const std::optional<PartialDate>& last) {
  if (!first) return "until " + display(*last);
  if (!last) return "from " + display(*first);
  return first == last ? display(*first) : display(*first) + " to " + display(*last);
}

// What the bounds and the shape are still to be added to.
When described(std::string edtf, const PartialDate& date, std::string display) {
  When when;
  when.edtf = std::move(edtf);
  when.grain = date.grain;
  when.uncertain = date.uncertain;
  when.approximate = date.approximate;
  when.part_of_day = date.part_of_day;
  when.display = std::move(display);
  return when;
}

When bounded(When when, const Interval& interval, When::Shape shape) {
  when.interval = {writable(interval.earliest), writable(interval.latest)};
  when.shape = shape;
  when.start_open = !interval.earliest;
  when.end_open = !interval.latest;
  return when;
}

// The calendar date that covers the interval exactly, if there is one.
std::optional<PartialDate> date_covering(const Interval& interval) {
  if (!interval.earliest || !interval.latest) return std::nullopt;
  constexpr std::array kGrains = {Grain::century, Grain::decade,  Grain::year,
                                  Grain::half,    Grain::quarter, Grain::month,
                                  Grain::week,    Grain::weekend, Grain::day};
  const auto covers = [&](const PartialDate& date) {
    PartialDate local = date;
    local.utc_offset = interval.earliest->utc_offset;
    return interval_of(local) == interval;
  };
  for (const Grain grain : kGrains) {
    const PartialDate date = date_around(day_of(*interval.earliest), grain);
    if (covers(date)) return date;
  }
  for (const Grain grain : {Grain::hour, Grain::minute, Grain::second}) {
    PartialDate date = PartialDate::of(*interval.earliest);
    date.grain = grain;
    if (covers(date)) return date;
  }
  return std::nullopt;
}

std::string words(const char* before, const PartialDate& date) { return before + display(date); }

// A moment is told to the day if it is midnight, or else as finely as it is known.
PartialDate date_of(Instant instant) {
  PartialDate date = PartialDate::of(instant);
  if (date.second == 0) date.grain = Grain::minute;
  return date;
}

When before_bound(Instant bound, const PartialDate& last, const PartialDate& told,
                  std::string display) {
  return bounded(described(interval_text(std::nullopt, last), told, std::move(display)),
                 {std::nullopt, bound}, When::Shape::before);
}

When after_bound(Instant bound, const PartialDate& first, const PartialDate& told,
                 std::string display) {
  return bounded(described(interval_text(first, std::nullopt), told, std::move(display)),
                 {bound, std::nullopt}, When::Shape::after);
}

}  // namespace

When when_unknown() {
  return bounded(described(std::string(kUnknownEdtf), {}, "date not known"), {},
                 When::Shape::within);
}

When when_of(const PartialDate& date) {
  if (date.grain == Grain::unknown) return when_unknown();
  const bool instant = date.grain == Grain::minute || date.grain == Grain::second;
  return bounded(described(to_edtf(date), date, display(date)), interval_of(date),
                 instant ? When::Shape::instant : When::Shape::within);
}

When when_within(const Interval& interval) {
  if (!interval.earliest && !interval.latest) return when_unknown();
  if (!interval.earliest) return when_before(*interval.latest);
  if (!interval.latest) return when_after(*interval.earliest);
  if (is_empty(interval)) return when_unknown();
  if (const auto date = date_covering(interval)) return when_of(*date);
  const Day first_day = day_of(*interval.earliest);
  const PartialDate first = PartialDate::of(first_day);
  const PartialDate last =
      PartialDate::of(std::max(first_day, day_of(just_before(*interval.latest))));
  const bool one_day = first == last;
  const std::string edtf = one_day ? to_edtf(first) : interval_text(first, last);
  const std::string told =
      one_day ? display(first) : "between " + display(first) + " and " + display(last);
  return bounded(described(edtf, first, told), interval, When::Shape::within);
}

When when_before(const PartialDate& date, bool inclusive) {
  const Interval covered = interval_of(date);
  if (!covered.earliest) return when_unknown();
  const std::string told = words(inclusive ? "by " : "before ", date);
  if (inclusive && !is_clock(date.grain)) return before_bound(*covered.latest, date, date, told);
  const PartialDate last =
      is_told_in_days(date.grain) ? last_day_before(*covered.earliest) : moved(date, -1);
  return before_bound(*covered.earliest, last, date, told);
}

When when_before(Instant instant) {
  const PartialDate last = last_day_before(instant);
  const bool midnight = start_of(day_of(instant)).seconds == instant.seconds;
  const PartialDate told = midnight ? last : date_of(instant);
  return before_bound(instant, last, told, words(midnight ? "by " : "before ", told));
}

When when_after(const PartialDate& date, bool inclusive) {
  const Interval covered = interval_of(date);
  if (!covered.earliest) return when_unknown();
  const std::string told = words(inclusive ? "from " : "after ", date);
  if (inclusive || is_clock(date.grain)) return after_bound(*covered.earliest, date, date, told);
  const PartialDate first =
      is_told_in_days(date.grain) ? PartialDate::of(day_of(*covered.latest)) : moved(date, 1);
  return after_bound(*covered.latest, first, date, told);
}

When when_after(Instant instant) {
  const bool midnight = start_of(day_of(instant)).seconds == instant.seconds;
  const PartialDate told = midnight ? PartialDate::of(day_of(instant)) : date_of(instant);
  return after_bound(instant, told, told, words("from ", told));
}

When when_interval(const std::optional<PartialDate>& first,
                   const std::optional<PartialDate>& last) {
  const bool begins = first && first->grain != Grain::unknown;
  const bool ends = last && last->grain != Grain::unknown;
  if (!begins && !ends) return when_unknown();
  Interval covered;
  if (begins) covered.earliest = interval_of(*first).earliest;
  if (ends)
    covered.latest =
        is_clock(last->grain) ? interval_of(*last).earliest : interval_of(*last).latest;
  if (is_empty(covered)) {
    When alone = when_of(*first);
    alone.shape = When::Shape::interval;
    return alone;
  }
  const bool by_last = !begins || (ends && last->grain > first->grain);
  When when = described(interval_text(first, last), by_last ? *last : *first,
                        interval_words(begins ? first : std::nullopt, ends ? last : std::nullopt));
  when.uncertain = (begins && first->uncertain) || (ends && last->uncertain);
  when.approximate = (begins && first->approximate) || (ends && last->approximate);
  return bounded(std::move(when), covered, When::Shape::interval);
}

std::optional<When> intersect(const When& a, const When& b) {
  if (!a.known()) return b;
  if (!b.known()) return a;
  const Interval shared = intersection(a.interval, b.interval);
  if (is_empty(shared)) return std::nullopt;
  const bool a_is_it = shared == a.interval;
  const bool b_is_it = shared == b.interval;
  if (a_is_it && (!b_is_it || a.grain >= b.grain)) return a;
  if (b_is_it) return b;
  When when = when_within(shared);
  when.uncertain = a.uncertain || b.uncertain;
  when.approximate = a.approximate || b.approximate;
  return when;
}

}  // namespace dateline
