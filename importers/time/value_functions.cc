#include "importers/time/value_functions.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

using Field = TimeTerm::Field;
using Kind = TimeTerm::Kind;

// Beyond this a count says nothing about any article, and sums of it would overflow.
constexpr double kMaxCount = 1e12;

/// The arguments of one call, looked up.
class Call {
 public:
  Call(const TimexRule& rule, std::span<const CaughtValue> caught,
       const std::vector<TimeTerm>& terms)
      : rule_(rule), caught_(caught), terms_(terms) {}

  double number(ValueArgument::Kind kind, double otherwise) const {
    for (const ValueArgument& argument : rule_.arguments)
      if (argument.kind == kind && given(argument)) return value(argument);
    return otherwise;
  }

  std::uint32_t term(ValueArgument::Kind kind) const {
    for (const ValueArgument& argument : rule_.arguments)
      if (argument.kind == kind && argument.capture >= 0) return caught(argument).term;
    return TimeTerm::kNoTerm;
  }

  void set_fields(TimeTerm& term) const {
    for (const ValueArgument& argument : rule_.arguments)
      if (argument.kind == ValueArgument::Kind::field && given(argument))
        term.set(argument.field, static_cast<std::int32_t>(std::clamp(
                                     value(argument), -kMaxCount / 1e3, kMaxCount / 1e3)));
  }

 private:
  const CaughtValue& caught(const ValueArgument& argument) const {
    return caught_[static_cast<std::size_t>(argument.capture)];
  }
  bool given(const ValueArgument& argument) const {
    return argument.capture < 0 || caught(argument).caught;
  }
  double value(const ValueArgument& argument) const {
    if (argument.capture < 0) return argument.constant;
    const CaughtValue& found = caught(argument);
    const double plain = found.term == TimeTerm::kNoTerm ? found.value : terms_[found.term].count;
    return argument.negative ? -plain : plain;
  }

  const TimexRule& rule_;
  std::span<const CaughtValue> caught_;
  const std::vector<TimeTerm>& terms_;
};

bool within(const TimeTerm& term, Field field, std::int32_t low, std::int32_t high) {
  return !term.has(field) || (low <= term.get(field) && term.get(field) <= high);
}

bool is_possible(const TimeTerm& term) {
  if (term.count > kMaxCount || term.count < -kMaxCount) return false;
  if (term.kind != Kind::calendar) return true;
  // "February 30" is read as one expression, though it names no day.
  return within(term, Field::month, 1, 12) && within(term, Field::day, 1, 31) &&
         within(term, Field::hour, 0, 24) && within(term, Field::minute, 0, 59) &&
         within(term, Field::second, 0, 60) && within(term, Field::year, -9999, 9999) &&
         within(term, Field::weekday, 1, 7);
}

// "0930" in one number.
void split_clock(TimeTerm& term) {
  if (!term.has(Field::clock)) return;
  term.set(Field::hour, term.get(Field::clock) / 100);
  term.set(Field::minute, term.get(Field::clock) % 100);
  term.set(Field::clock, TimeTerm::kUnset);
}

// "2021-22" and "2009/10" are stretches of years, "2025/10" is a month.
bool is_consecutive(const TimeTerm& range, const std::vector<TimeTerm>& terms) {
  if (range.kind != Kind::range || !range.has(Field::consecutive)) return true;
  if (range.first == TimeTerm::kNoTerm || range.second == TimeTerm::kNoTerm) return false;
  const std::int32_t year = terms[range.first].get(Field::year, 0);
  return terms[range.second].get(Field::short_year, -1) == (year + 1) % 100;
}

// "1990-1985" and "2021-20" are no stretches of years: ISBNs, scores and lists are written so.
bool runs_forward(const TimeTerm& range, const std::vector<TimeTerm>& terms) {
  constexpr std::int32_t kLongest = 60;  // years, when the century is not told
  const bool both = range.first != TimeTerm::kNoTerm && range.second != TimeTerm::kNoTerm;
  if (range.kind != Kind::range || !both) return true;
  const TimeTerm& from = terms[range.first];
  const TimeTerm& to = terms[range.second];
  if (!from.has(Field::year) || from.has(Field::month) || to.has(Field::era)) return true;
  const std::int32_t year = from.get(Field::year);
  if (to.has(Field::year)) return to.get(Field::year) >= year;
  const std::int32_t years = (to.get(Field::short_year, 0) - year % 100 + 100) % 100;
  return !to.has(Field::short_year) || years <= kLongest;
}

void settle_hour(TimeTerm& term) {
  if (!term.has(Field::meridiem) || !term.has(Field::hour)) return;
  constexpr std::int32_t kOpen = 3;
  if (term.get(Field::meridiem) == kOpen) return;
  const std::int32_t hour = term.get(Field::hour) % 12;
  if (term.get(Field::hour) <= 12)
    term.set(Field::hour, term.get(Field::meridiem) == 2 ? hour + 12 : hour);
  term.set(Field::meridiem, TimeTerm::kUnset);
}

// Adds what the second says and the first leaves open.
TimeTerm joined(TimeTerm first, const TimeTerm& second, std::uint32_t second_place) {
  if (first.kind == Kind::duration || second.kind == Kind::duration) {
    for (std::size_t i = 0; i < first.amounts.size(); ++i) first.amounts[i] += second.amounts[i];
    return first;
  }
  if (first.kind != Kind::calendar || second.kind != Kind::calendar ||
      first.of != TimeTerm::kNoTerm) {
    first.of = second_place;
    return first;
  }
  return completed(first, second);
}

TimeTerm duration_of(const Call& call, TimeTerm term) {
  const auto unit = static_cast<std::size_t>(term.get(Field::unit, 0));
  if (unit < term.amounts.size())
    term.amounts[unit] = static_cast<float>(call.number(ValueArgument::Kind::count, 1));
  return term;
}

// "Half a century ago" is fifty years ago, "a year and a half" eighteen months.
TimeTerm in_whole_units(TimeTerm shift) {
  struct Finer {
    Grain unit, finer;
    double per_unit;
  };
  constexpr Finer kFiner[] = {{Grain::century, Grain::year, 100},
                              {Grain::decade, Grain::year, 10},
                              {Grain::year, Grain::month, 12},
                              {Grain::hour, Grain::minute, 60}};
  if (shift.count == std::floor(shift.count)) return shift;
  for (const Finer& step : kFiner) {
    if (shift.get(Field::unit, 0) != static_cast<std::int32_t>(step.unit)) continue;
    shift.count = std::round(shift.count * step.per_unit);
    shift.set(Field::unit, static_cast<std::int32_t>(step.finer));
    return shift;
  }
  return shift;
}

// Goes by the duration's units; the finest of them is what the outcome is known to.
TimeTerm shift_by(TimeTerm shift, const TimeTerm& duration) {
  shift.amounts = duration.amounts;
  if (duration.has(Field::vague)) shift.set(Field::vague, duration.get(Field::vague));
  for (std::size_t i = 0; i < shift.amounts.size(); ++i) {
    if (shift.amounts[i] == 0) continue;
    shift.set(Field::unit, static_cast<std::int32_t>(i));
    shift.count = shift.amounts[i];
  }
  return in_whole_units(shift);
}

Kind kind_made_by(ValueFunction function) {
  switch (function) {
    case ValueFunction::number:
    case ValueFunction::sum:
    case ValueFunction::product:
      return Kind::number;
    case ValueFunction::shift:
      return Kind::shift;
    case ValueFunction::duration:
      return Kind::duration;
    case ValueFunction::set:
      return Kind::set;
    case ValueFunction::reference:
      return Kind::reference;
    case ValueFunction::range:
    case ValueFunction::only:
      return Kind::range;
    case ValueFunction::date:
    case ValueFunction::change:
    case ValueFunction::join:
      break;
  }
  return Kind::calendar;
}

// The first argument's own term, or a number for a word's value.
TimeTerm copy_of_first(const Call& call, const std::vector<TimeTerm>& terms) {
  const std::uint32_t first = call.term(ValueArgument::Kind::first);
  if (first != TimeTerm::kNoTerm) return terms[first];
  TimeTerm term;
  term.kind = Kind::number;
  term.count = call.number(ValueArgument::Kind::first, 0);
  return term;
}

TimeTerm made(const TimexRule& rule, const Call& call, const std::vector<TimeTerm>& terms) {
  using Argument = ValueArgument::Kind;
  TimeTerm term;
  const std::uint32_t second = call.term(Argument::second);
  if (rule.function == ValueFunction::change || rule.function == ValueFunction::join)
    term = copy_of_first(call, terms);
  else
    term.kind = kind_made_by(rule.function);
  if (rule.function == ValueFunction::join && second != TimeTerm::kNoTerm)
    term = joined(term, terms[second], second);
  call.set_fields(term);
  if (const std::uint32_t of = call.term(Argument::of); of != TimeTerm::kNoTerm) term.of = of;
  const bool holds_terms = rule.function == ValueFunction::range ||
                           rule.function == ValueFunction::only ||
                           rule.function == ValueFunction::set;
  if (holds_terms) {
    term.first = call.term(Argument::first);
    term.second = second;
  }
  const double count = call.number(Argument::count, 1);
  if (rule.function == ValueFunction::number || rule.function == ValueFunction::shift)
    term.count = count;
  if (rule.function == ValueFunction::sum) term.count = count + call.number(Argument::more, 0);
  if (rule.function == ValueFunction::product) term.count = count * call.number(Argument::more, 1);
  if (rule.function == ValueFunction::duration) term = duration_of(call, term);
  const std::uint32_t by = call.term(Argument::first);
  if (rule.function == ValueFunction::shift && by != TimeTerm::kNoTerm)
    term = shift_by(term, terms[by]);
  return term;
}

}  // namespace

TimeTerm completed(TimeTerm term, const TimeTerm& from) {
  if (term.kind != Kind::calendar || from.kind != Kind::calendar) return term;
  const bool dated = term.has(Field::year) || term.has(Field::short_year);
  for (std::size_t i = 0; i < TimeTerm::kFields; ++i) {
    const auto field = static_cast<Field>(i);
    if (dated && (field == Field::year || field == Field::short_year)) continue;
    if (!term.has(field)) term.set(field, from.get(field));
  }
  if (term.of == TimeTerm::kNoTerm) term.of = from.of;
  return term;
}

std::optional<TimeTerm> apply(const TimexRule& rule, std::span<const CaughtValue> caught,
                              const std::vector<TimeTerm>& terms) {
  TimeTerm term = made(rule, Call(rule, caught, terms), terms);
  split_clock(term);
  settle_hour(term);
  const bool likely = is_possible(term) && is_consecutive(term, terms) && runs_forward(term, terms);
  return likely ? std::optional(term) : std::nullopt;
}

}  // namespace dateline
