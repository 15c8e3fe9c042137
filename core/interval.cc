#include "core/interval.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;
constexpr std::size_t kRelations = 13;

struct Hours {
  int first, last;
};
Hours hours_of(PartOfDay part) {
  switch (part) {
    case PartOfDay::morning:
      return {5, 12};
    case PartOfDay::midday:
      return {11, 14};
    case PartOfDay::afternoon:
      return {12, 18};
    case PartOfDay::evening:
      return {17, 24};
    case PartOfDay::night:
      return {18, 24};
    case PartOfDay::none:
      break;
  }
  return {0, 24};
}

std::int64_t clock_of(const PartialDate& date) {
  return date.hour * kHour + date.minute * kMinute + date.second;
}

// The stretch of a clock time or a part of the day, from its midnight, in seconds.
struct Seconds {
  std::int64_t first, last;
};
Seconds seconds_of(const PartialDate& date) {
  switch (date.grain) {
    case Grain::hour:
      return {clock_of(date), clock_of(date) + kHour};
    case Grain::minute:
      return {clock_of(date), clock_of(date) + kMinute};
    case Grain::second:
      return {clock_of(date), clock_of(date) + 1};
    default:
      break;
  }
  const Hours hours = hours_of(date.part_of_day);
  return {hours.first * kHour, hours.last * kHour};
}

bool is_before(const std::optional<Instant>& a, const std::optional<Instant>& b) {
  return a && b && utc_seconds(*a) < utc_seconds(*b);
}

constexpr Allen relation_of(std::int64_t a0, std::int64_t a1, std::int64_t b0, std::int64_t b1) {
  if (a1 < b0) return Allen::before;
  if (a1 == b0) return Allen::meets;
  if (b1 < a0) return Allen::after;
  if (b1 == a0) return Allen::met_by;
  if (a0 == b0) {
    if (a1 == b1) return Allen::equals;
    return a1 < b1 ? Allen::starts : Allen::started_by;
  }
  if (a1 == b1) return a0 > b0 ? Allen::finishes : Allen::finished_by;
  if (a0 > b0 && a1 < b1) return Allen::during;
  if (a0 < b0 && a1 > b1) return Allen::contains;
  return a0 < b0 ? Allen::overlaps : Allen::overlapped_by;
}

using Composition = std::array<std::array<std::uint16_t, kRelations>, kRelations>;

// Three intervals have six ends, so six points show every way they can lie: walk through them all.
constexpr Composition composition_table() {
  struct Pair {
    int first, last;
  };
  std::array<Pair, 15> pairs{};
  std::size_t count = 0;
  for (int first = 0; first < 6; ++first)
    for (int last = first + 1; last < 6; ++last) pairs[count++] = {first, last};
  Composition table{};
  for (const Pair a : pairs)
    for (const Pair b : pairs)
      for (const Pair c : pairs) {
        const auto ab = static_cast<std::size_t>(relation_of(a.first, a.last, b.first, b.last));
        const auto bc = static_cast<std::size_t>(relation_of(b.first, b.last, c.first, c.last));
        const auto ac = static_cast<unsigned>(relation_of(a.first, a.last, c.first, c.last));
        table[ab][bc] = static_cast<std::uint16_t>(table[ab][bc] | (1U << ac));
      }
  return table;
}
constexpr Composition kComposition = composition_table();

}  // namespace

Interval interval_of(const PartialDate& date) {
  const auto first = first_day_of(date);
  if (!first) return {};
  Interval covered{start_of(*first), start_of(*day_after(date))};
  if (date.grain >= Grain::part_of_day) {
    const Seconds seconds = seconds_of(date);
    covered.latest->seconds = covered.earliest->seconds + seconds.last;
    covered.earliest->seconds += seconds.first;
  }
  covered.earliest->utc_offset = covered.latest->utc_offset = date.utc_offset;
  return covered;
}

bool is_empty(const Interval& interval) {
  return interval.earliest && interval.latest &&
         utc_seconds(*interval.earliest) >= utc_seconds(*interval.latest);
}

bool contains(const Interval& interval, Instant instant) {
  const std::int64_t at = utc_seconds(instant);
  return (!interval.earliest || utc_seconds(*interval.earliest) <= at) &&
         (!interval.latest || at < utc_seconds(*interval.latest));
}

bool contains(const Interval& outer, const Interval& inner) {
  const bool from = !outer.earliest || (inner.earliest && utc_seconds(*outer.earliest) <=
                                                              utc_seconds(*inner.earliest));
  const bool to =
      !outer.latest || (inner.latest && utc_seconds(*inner.latest) <= utc_seconds(*outer.latest));
  return from && to;
}

Interval intersection(const Interval& a, const Interval& b) {
  Interval shared = a;
  if (!a.earliest || is_before(a.earliest, b.earliest)) shared.earliest = b.earliest;
  if (!a.latest || is_before(b.latest, a.latest)) shared.latest = b.latest;
  return shared;
}

Interval hull(const Interval& a, const Interval& b) {
  Interval both = a;
  if (!b.earliest || is_before(b.earliest, a.earliest)) both.earliest = b.earliest;
  if (!b.latest || is_before(a.latest, b.latest)) both.latest = b.latest;
  return both;
}

std::optional<Allen> allen_relation(const Interval& a, const Interval& b) {
  const bool known = a.earliest && a.latest && b.earliest && b.latest;
  if (!known || is_empty(a) || is_empty(b)) return std::nullopt;
  return relation_of(utc_seconds(*a.earliest), utc_seconds(*a.latest), utc_seconds(*b.earliest),
                     utc_seconds(*b.latest));
}

Allen inverse(Allen relation) {
  return static_cast<Allen>(static_cast<int>(Allen::after) - static_cast<int>(relation));
}

std::uint16_t compose(Allen ab, Allen bc) {
  return kComposition[static_cast<std::size_t>(ab)][static_cast<std::size_t>(bc)];
}

}  // namespace dateline
