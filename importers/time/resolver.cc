#include "importers/time/resolver.h"

#include <algorithm>
#include <cmath>

#include "importers/time/other_readings.h"
#include "importers/time/placing.h"
#include "importers/time/reference.h"
#include "importers/time/signals.h"

namespace dateline {
namespace {

using Field = TimeTerm::Field;
using Kind = TimeTerm::Kind;

/// Where a term was placed, and from what.
struct Placed {
  std::optional<PartialDate> date;
  std::string value;  ///< set when there is no date
  Timex::Anchor anchor = Timex::Anchor::none;
  TimexId anchor_timex;
};

// "July and August 1914": what may stand between two dates that share a year, in bytes.
constexpr std::uint32_t kSharedYearGap = 8;

class Resolver {
 public:
  Resolver(const Document& document, const TimexRules& rules, const TimexMatches& found)
      : document_(document),
        rules_(rules),
        found_(found),
        signals_(rules.grammar),
        references_(document, rules, found) {}

  std::vector<Timex> resolve() {
    for (const TimexMatch& match : found_.matches) add(match);
    link_ranges();
    return std::move(timexes_);
  }

 private:
  const TimeTerm& term(std::uint32_t place) const { return found_.terms[place]; }

  void add(const TimexMatch& match) {
    TimeTerm said = with_shared_year(match);
    take_weekday_beside(match, said);
    const TimexRule& rule = rules_.grammar.rules()[match.rule];
    Timex timex;
    timex.span = found_.span_of(match);
    if (references_.begins_name(said, timex.span)) return;
    if (said.get(Field::seek, -1) == static_cast<int>(Seek::same) &&
        references_.opens_clause(timex.span)) {  // "found that June was dry"
      said.set(Field::seek, TimeTerm::kUnset);
      timex.span.begin = found_.atoms[match.atoms.begin + 1].span.begin;
    }
    if (said.has(Field::history) && !references_.is_history()) return;
    timex.type = goes_by_the_clock(said) ? TimexType::time : rule.type;
    timex.rule = rule.name;
    timex.mod = name_of(static_cast<Mod>(said.get(Field::mod, 0)));
    timex.quant = quantity_name(said.get(Field::quant, 0));
    if (said.has(Field::freq)) timex.freq = std::to_string(said.get(Field::freq)) + "X";
    if (said.has(Field::rate) && references_.follows_counted(timex.span))
      timex.type = TimexType::set;
    signals_.mark(document_.text(), found_.atoms, match.atoms, timex);
    references_.enter(match, timex);
    Placed placed = place_term(said, 0);
    if (said.has(Field::ends)) placed = with_told_end(placed, said, match);
    settle(timex, said, placed);
    hang_on_event(timex, said, match);
    timexes_.push_back(std::move(timex));
    begins_range_.push_back(match.begins_range);
  }

  // "A midnight deadline on Thursday": the time of day is that day's.
  void take_weekday_beside(const TimexMatch& match, TimeTerm& said) const {
    constexpr std::uint32_t kReach = 2;  // words: a noun, and the preposition of the day
    const auto at = static_cast<std::size_t>(&match - found_.matches.data()) + 1;
    if (at >= found_.matches.size() || !is_clock_only(said)) return;
    const TimexMatch& next = found_.matches[at];
    const TimeTerm& day = term(next.term);
    const bool weekday = day.kind == Kind::calendar && day.has(Field::weekday) &&
                         !day.has(Field::month) && !day.has(Field::seek) && !day.has(Field::hour) &&
                         !day.has(Field::part);
    if (!weekday || next.atoms.begin != match.atoms.end + kReach) return;
    if (signals_.joins_day(found_.atoms, next.atoms.begin - 1))
      said.set(Field::weekday, day.get(Field::weekday));
  }

  // "Two hours later" is a time of day.
  static bool goes_by_the_clock(const TimeTerm& said) {
    const auto unit = static_cast<Grain>(said.get(Field::unit, 0));
    return said.kind == Kind::shift && unit >= Grain::hour && unit <= Grain::second;
  }

  // "July and August 1914", "26 June - 4 August 1952": the year stands once, at the end.
  TimeTerm with_shared_year(const TimexMatch& match) const {
    TimeTerm said = term(match.term);
    const auto at = static_cast<std::size_t>(&match - found_.matches.data()) + 1;
    const bool open = said.kind == Kind::calendar && !said.has(Field::year) &&
                      said.of == TimeTerm::kNoTerm && !said.has(Field::seek) &&
                      (said.has(Field::month) || said.has(Field::season));
    if (!open || at >= found_.matches.size()) return said;
    if (const auto year = year_beside(at - 1)) {
      said.set(Field::year, *year);
      return said;
    }
    const TimexMatch& next = found_.matches[at];
    TimeTerm after = term(next.term);
    if (const auto year = year_beside(at)) after.set(Field::year, *year);
    if (shares_year_of(match, next)) {
      said.set(Field::year, year_said(after));
      return said;
    }
    const bool close = found_.span_of(next).begin - found_.span_of(match).end <= kSharedYearGap;
    if (!close || !after.has(Field::year) || said.has(Field::month) != after.has(Field::month) ||
        !signals_.joins(found_.atoms, match.atoms.end, next.atoms.begin))
      return said;
    const bool year_before = said.get(Field::month, 0) > after.get(Field::month, 0);
    said.set(Field::year, after.get(Field::year) - (year_before ? 1 : 0));
    said.set(Field::era, after.get(Field::era));
    return said;
  }

  // "June in 1981": the year stands one word after the match.
  std::optional<std::int32_t> year_beside(std::size_t place) const {
    if (place + 1 >= found_.matches.size()) return std::nullopt;
    const TimexMatch& match = found_.matches[place];
    const TimexMatch& next = found_.matches[place + 1];
    const TimeTerm& said = term(match.term);
    const TimeTerm& year = term(next.term);
    const bool bare = year.kind == Kind::calendar && year.has(Field::year) &&
                      !year.has(Field::month) && !year.has(Field::season) &&
                      year.of == TimeTerm::kNoTerm;
    const bool beside = next.atoms.begin == match.atoms.end + 1 &&
                        signals_.joins_year(found_.atoms, match.atoms.end);
    return bare && beside && said.has(Field::month) && !said.has(Field::year)
               ? std::optional(year_said(year))
               : std::nullopt;
  }

  // "The spring offensive of 1918", "their summer campaign in June 1942".
  bool shares_year_of(const TimexMatch& match, const TimexMatch& next) const {
    constexpr std::uint32_t kReach = 48;  // bytes: a noun phrase
    const TimeTerm& said = term(match.term);
    const TimeTerm& after = term(next.term);
    if (!said.has(Field::season) || !after.has(Field::year)) return false;
    if (found_.span_of(next).begin - found_.span_of(match).end > kReach) return false;
    if (!signals_.in_one_sentence(found_.atoms, match.atoms.end, next.atoms.begin)) return false;
    if (signals_.ties(found_.atoms, next.atoms.begin)) return true;
    const std::int32_t month = after.get(Field::month, 1);
    constexpr std::int32_t kSpring = 21;
    return month > 2 && kSpring + (month - 3) / 3 == said.get(Field::season);
  }

  // "The quarter ended March 31": most of its days lie in that of the calendar. "The week ended".
  Placed with_told_end(const Placed& placed, const TimeTerm& said, const TimexMatch& match) const {
    constexpr std::int64_t kHalfQuarter = 45;  // days
    const auto at = static_cast<std::size_t>(&match - found_.matches.data()) + 1;
    if (at >= found_.matches.size()) return placed;
    const TimexMatch& next = found_.matches[at];
    // A word and perhaps "on" stand between.
    if (next.atoms.begin > match.atoms.end + 2) return placed;
    const TimeTerm& told = term(next.term);
    if (told.kind != Kind::calendar || told.of != TimeTerm::kNoTerm) return placed;
    const bool ahead = said.get(Field::ends) == static_cast<std::int32_t>(Seek::next);
    const auto end = place(told, document_.published,
                           ahead ? Toward::future_or_same : Toward::past_or_same, rules_.holidays);
    const auto last = end ? day_after(*end) : std::nullopt;
    if (!last || end->grain < Grain::month) return placed;
    if (said.get(Field::unit, 0) == static_cast<std::int32_t>(Grain::week))
      return {date_around(add_days(*last, -1), Grain::week), "", Timex::Anchor::none, {}};
    Placed quarter{
        date_around(add_days(*last, -kHalfQuarter), Grain::quarter), "", Timex::Anchor::none, {}};
    if (said.get(Field::quarter, 0) > 0) {
      quarter.date->year = end->year;
      quarter.date->part = static_cast<std::uint8_t>(said.get(Field::quarter));
    }
    return quarter;
  }

  void settle(Timex& timex, const TimeTerm& said, const Placed& placed) {
    timex.anchor = placed.anchor;
    timex.anchor_timex = placed.anchor_timex;
    timex.value = placed.date ? to_timex_value(without_zone(*placed.date)) : placed.value;
    if (said.kind == Kind::shift && said.has(Field::unit)) {
      const double count = said.count * said.get(Field::sign, 1);
      timex.offset = offset_value(count, static_cast<Grain>(said.get(Field::unit)));
      timex.direction = count < 0 ? TimexDirection::before : TimexDirection::after;
    }
    if (said.kind == Kind::duration) references_.tell_length(said);
    if (!placed.date) return;
    if (const auto other = other_reading(said, *placed.date, document_.published))
      timex.other_values.push_back(to_timex_value(without_zone(*other)));
    timex.date = placed.date;
    timex.interval = interval_of(*placed.date);
    references_.tell(said, *placed.date, placed.anchor,
                     TimexId{static_cast<std::uint32_t>(timexes_.size())});
  }

  // TIMEX3 values are the story's local time; the date and the interval keep the offset.
  static PartialDate without_zone(PartialDate date) {
    date.utc_offset = PartialDate{}.utc_offset;
    return date;
  }

  // "one day after the warning", "within 48 hours".
  void hang_on_event(Timex& timex, const TimeTerm& said, const TimexMatch& match) const {
    if (said.kind != Kind::duration) return;
    const bool after = signals_.follows(found_.atoms, match.atoms.end, TimexDirection::after) ||
                       signals_.runs_ahead(timex.signal);
    if (!after && !signals_.follows(found_.atoms, match.atoms.end, TimexDirection::before)) return;
    timex.anchor = Timex::Anchor::event;
    timex.direction = after ? TimexDirection::after : TimexDirection::before;
    timex.offset = (after ? "" : "-") + timex.value;
  }

  // Terms lie in terms at most a few deep: rules are finite, and each step is one rule.
  Placed place_term(const TimeTerm& said, int depth) {
    constexpr int kMaxDepth = 12;
    if (depth > kMaxDepth) return {};
    switch (said.kind) {
      case Kind::duration:
        return {std::nullopt, duration_value(said), {}, {}};
      case Kind::set:
        return {std::nullopt, set_value(said), {}, {}};
      case Kind::reference:
        return {std::nullopt, reference_value(said), {}, {}};
      case Kind::shift:
        return place_shift(said, depth);
      case Kind::calendar:
        return place_calendar(said, depth);
      case Kind::number:
      case Kind::range:
        break;
    }
    return {};
  }

  static std::string reference_value(const TimeTerm& said) {
    constexpr std::string_view kValues[] = {"PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    return std::string(kValues[std::clamp(said.get(Field::reference, 1), 0, 2)]);
  }

  std::string set_value(const TimeTerm& said) const {
    if (said.first == TimeTerm::kNoTerm) {
      TimeTerm one;
      one.amounts[static_cast<std::size_t>(said.get(Field::unit, 0))] = 1;
      return duration_value(one);
    }
    const TimeTerm& inner = term(said.first);
    return inner.kind == Kind::duration ? duration_value(inner)
                                        : open_value(inner, rules_.holidays);
  }

  // What a term is counted from.
  Placed base_of(const TimeTerm& said, int depth) {
    if (said.of != TimeTerm::kNoTerm) return place_term(term(said.of), depth + 1);
    return placed_at(references_.of_shift(said));
  }

  static Placed placed_at(const Reference& reference) {
    return {reference.date, "", reference.anchor, reference.timex};
  }

  Placed place_shift(const TimeTerm& said, int depth) {
    Placed placed = base_of(said, depth);
    const auto unit = static_cast<Grain>(said.get(Field::unit, static_cast<int>(Grain::day)));
    const double count = said.count * said.get(Field::sign, 1);
    if (said.has(Field::period) && references_.told_quarter()) {
      placed.date = moved(*references_.told_quarter(), -4);
      return placed;
    }
    if (placed.date) {
      const PartialDate base = *placed.date;
      placed.date = shifted_by_hours(base, count, unit);
      if (!placed.date && goes_by_the_clock(said) && base.known_day()) {
        placed.value = to_timex_value(PartialDate::of(*base.known_day())) + "TXX";
        return placed;
      }
      if (!placed.date) placed.value = open_shift(coarse_shift(base, count, unit), unit);
    } else {
      placed.value = open_shift(std::nullopt, unit);
    }
    if (placed.date) {
      TimeTerm fine = said;
      fine.kind = Kind::calendar;
      placed.date = place(fine, placed.date, Toward::inside, rules_.holidays);
    }
    return placed;
  }

  // Forty-eight hours from a day lead to a day.
  static std::optional<PartialDate> shifted_by_hours(const PartialDate& base, double count,
                                                     Grain unit) {
    constexpr double kDay = 24;  // hours
    const bool whole_days =
        unit == Grain::hour && base.grain == Grain::day && std::fmod(count, kDay) == 0;
    return whole_days ? shifted(base, count / kDay, Grain::day) : shifted(base, count, unit);
  }

  static std::optional<PartialDate> coarse_shift(const PartialDate& base, double, Grain) {
    return base.grain <= Grain::month ? std::optional(base) : std::nullopt;
  }

  // "1918-03-XX": two days after some day of March 1918.
  static std::string open_shift(const std::optional<PartialDate>& base, Grain unit) {
    std::string value = base ? to_timex_value(*base) : "XXXX";
    if (unit == Grain::week) return value.substr(0, 4) + "-WXX";
    if (unit == Grain::weekend) return value.substr(0, 4) + "-WXX-WE";
    if (unit == Grain::quarter) return value.substr(0, 4) + "-QX";
    if (unit >= Grain::month && value.size() == 4) value += "-XX";
    if (unit >= Grain::day && value.size() == 7) value += "-XX";
    if (unit == Grain::part_of_day) value += "TXX";
    if (unit >= Grain::hour && unit <= Grain::second) value += "TXX";
    return value;
  }

  Placed place_calendar(const TimeTerm& said, int depth) {
    Placed placed;
    Reference reference;
    if (said.of != TimeTerm::kNoTerm) {
      placed = place_term(term(said.of), depth + 1);
    } else if (!said.has(Field::year)) {
      reference = references_.of_calendar(said);
      placed = placed_at(reference);
    }
    placed.date = place(said, placed.date, reference.toward, rules_.holidays);
    if (placed.date && reference.latest_year && placed.date->year > *reference.latest_year)
      placed.date = place(said, PartialDate::of_year(*reference.latest_year), Toward::inside,
                          rules_.holidays);
    if (said.has(Field::period) && references_.told_quarter() && placed.date) {
      PartialDate same_part = *references_.told_quarter();  // "the 1988 period"
      same_part.year = placed.date->year;
      placed.date = same_part;
    }
    if (!placed.date && !names_no_day(said)) placed.value = open_value(said, rules_.holidays);
    return placed;
  }

  void link_ranges() {
    for (std::size_t i = 0; i + 1 < timexes_.size(); ++i)
      if (begins_range_[i] || signals_.is_range(document_.text(), timexes_[i], timexes_[i + 1]))
        timexes_[i].range_end.index = static_cast<std::uint32_t>(i + 1);
  }

  const Document& document_;
  const TimexRules& rules_;
  const TimexMatches& found_;
  SignalFinder signals_;
  ReferenceChooser references_;
  std::vector<Timex> timexes_;
  std::vector<bool> begins_range_;  // by timex
};

}  // namespace

std::vector<Timex> resolve_timexes(const Document& document, const TimexRules& rules,
                                   const TimexMatches& found) {
  return Resolver(document, rules, found).resolve();
}

std::vector<Timex> find_timexes(const Document& document, const TimexRules& rules) {
  return resolve_timexes(document, rules, match_timexes(document.text(), rules.grammar));
}

void resolve_timexes(Document& document, const TimexRules& rules) {
  document.timexes = find_timexes(document, rules);
  for (const Timex& timex : document.timexes) {
    if (!timex.value.empty()) continue;
    const std::string words(timex.span.of(document.text()));
    document.diagnostics.push_back({Severity::warning, "impossible-date",
                                    "expected a day of the calendar, found '" + words + "'",
                                    document.article.text.to_source(timex.span)});
  }
}

}  // namespace dateline
