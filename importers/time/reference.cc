#include "importers/time/reference.h"

#include <algorithm>
#include <cstdlib>

namespace dateline {
namespace {

using Field = TimeTerm::Field;
using Kind = TimeTerm::Kind;

// From this many explicit dates of other years on, a text can be told to be history.
constexpr int kHistoryDates = 5;
constexpr int kWeekdayWeight = 8;  // hardly ever said in a history
// What is news begins with its day: among so many times.
constexpr std::size_t kLead = 2;

Toward toward_for(Seek seek) {
  switch (seek) {
    case Seek::last:
    case Seek::previous:
      return Toward::past;
    case Seek::next:
    case Seek::following:
      return Toward::future;
    case Seek::current:
    case Seek::same:
      break;
  }
  return Toward::inside;
}

}  // namespace

ReferenceChooser::ReferenceChooser(const Document& document, const TimexRules& rules,
                                   const TimexMatches& found)
    : document_(document),
      found_(found),
      signals_(rules.grammar),
      tenses_(document, rules.grammar),
      is_history_(tells_history()),
      weeks_begin_on_sunday_(rules.grammar.category("sunday-weeks") != Vocabulary::kUnknown),
      appeared_(published() ? published() : inferred_year()) {}

// Many dates of earlier years, hardly any day or week named from the publication: the text tells
// of the past in order.
bool ReferenceChooser::tells_history() const {
  int dated = 0, deictic = 0;
  std::size_t seen = 0;
  for (const TimexMatch& match : found_.matches) {
    const TimeTerm& said = found_.terms[match.term];
    if (said.has(Field::year))
      dated += !published() || year_said(said) < published()->year;
    else if (said.has(Field::weekday) && !said.has(Field::month) &&
             said.get(Field::seek, 0) < static_cast<int>(Seek::previous))
      deictic += kWeekdayWeight;
    else if (said.kind == Kind::shift && said.get(Field::from, 0) == 0)
      deictic += 2;
    if (++seen <= kLead && deictic > 0) return false;
  }
  return dated >= kHistoryDates && dated > deictic;
}

// Days on which the story may have appeared, if they are all of one year, give at least that.
std::optional<PartialDate> ReferenceChooser::inferred_year() const {
  std::optional<PartialDate> year;
  for (const PublishedCandidate& candidate : document_.article.published_candidates) {
    const auto date = date_from_timex_value(candidate.edtf);
    if (!date || (year && year->year != date->year)) return std::nullopt;
    year = PartialDate::of_year(date->year);
  }
  return year;
}

void ReferenceChooser::enter(const TimexMatch& match, const Timex& timex) {
  at_ = static_cast<std::size_t>(&match - found_.matches.data());
  at_span_ = timex.span;
  clause_ = tenses_.around(timex.span);
  is_aside_ = in_parentheses(timex.span);
  signal_ = timex.signal;
  paragraph_began_ = begins_paragraph_since(match.atoms.begin);
}

bool ReferenceChooser::is_told_aside(const TimeTerm& said, const PartialDate& date) const {
  constexpr std::int32_t kFar = 5;  // years; a story hardly leaps so far within a sentence
  if (date.grain < Grain::year) return true;
  // "Two years earlier" looks back, and the story goes on from where it was.
  if (said.kind == Kind::shift && said.count * said.get(Field::sign, 1) < 0) return true;
  if (!said.has(Field::year)) return false;
  if (is_aside_) return true;
  const std::int32_t leap = date.year - narrated_->year;
  if (returns_from(date.year)) return true;
  if (leap > 0 && signals_.lasts_until(found_.atoms, found_.matches[at_].atoms.begin)) return true;
  if (clause_.opens_sentence) return false;
  if (leap < 0 && clause_.looks_back) return true;
  if (leap > 0 && clause_.tense == ClauseTense::future) return true;  // "planned for 1976"
  // "The water reached the church in 1971": a main clause carries the story on, however far.
  if (leap > 0 && clause_.hangs_on_verb && clause_.tense == ClauseTense::past) return false;
  return leap > kFar || leap < -kFar || (leap < 0 && !clause_.hangs_on_verb);
}

// "In 2003 the city fell. In 2008 a crowd remembered it. On April 15 ... of 2003": the year named
// next is the one that the story was in, or lies much nearer to it.
bool ReferenceChooser::returns_from(std::int32_t year) const {
  constexpr std::int32_t kLeap = 2;  // years; with less, stories overlap
  if (std::abs(year - narrated_->year) < kLeap) return false;
  constexpr std::size_t kReach = 8;
  const std::size_t end = std::min(found_.matches.size(), at_ + 1 + kReach);
  for (std::size_t i = at_ + 1; i < end; ++i) {
    const TimeTerm& said = found_.terms[found_.matches[i].term];
    if (!said.has(Field::year) || year_said(said) == year) continue;
    return std::abs(year_said(said) - narrated_->year) * kLeap < std::abs(year_said(said) - year);
  }
  return false;
}

// Nearby, and not closed again.
bool ReferenceChooser::in_parentheses(Span timex) const {
  constexpr std::uint32_t kReach = 40;
  const std::uint32_t from = timex.begin > kReach ? timex.begin - kReach : 0;
  const auto near = document_.text().substr(from, timex.begin - from);
  const auto opened = near.rfind('(');
  return opened != near.npos && near.find_first_of(")\n", opened) == near.npos;
}

// A blank line stands between the last date told and this atom.
bool ReferenceChooser::begins_paragraph_since(std::uint32_t atom) {
  bool began = false;
  for (; seen_ <= atom; ++seen_) began |= found_.atoms[seen_].after_break;
  return paragraph_pending_ = paragraph_pending_ || began;
}

void ReferenceChooser::tell(const TimeTerm& said, const PartialDate& date, Timex::Anchor anchor,
                            TimexId timex) {
  if (is_history_ && anchor == Timex::Anchor::document) return;
  const Span here = found_.matches[at_].atoms;
  // "Had known of it since 2016" looks back, and the story goes on from where it was.
  const bool year = narrated_ && date.grain == Grain::year && narrated_->grain == Grain::year;
  if (year && date.year < narrated_->year && signals_.points_back(signal_)) return;
  // "On December 7, they landed ... in 1941" still is on December 7.
  const bool same_year = narrated_ && date.grain == Grain::year && narrated_->grain > Grain::year &&
                         date.year == narrated_->year;
  if (same_year && signals_.in_one_sentence(found_.atoms, told_end_, here.begin)) return;
  // A story does not go on from "(1876-1910)", nor from "the treaty of 1881".
  if (is_history_ && narrated_ && is_told_aside(said, date)) return;
  narrated_ = date;
  paragraph_pending_ = false;
  narrated_id_ = timex;
  told_at_ = at_span_;
  told_end_ = here.end;
  if (date.known_day()) {
    narrated_day_ = date;
    narrated_day_id_ = timex;
  }
  if (date.grain == Grain::quarter && !said.has(Field::period)) told_quarter_ = date;
}

bool ReferenceChooser::begins_name(const TimeTerm& said, Span timex) const {
  const bool bare = said.kind == Kind::calendar && said.has(Field::month) &&
                    !said.has(Field::day) && !said.has(Field::year) && !said.has(Field::seek) &&
                    !said.has(Field::mod);
  return bare && tenses_.begins_name(timex);
}

// What is then compared with "a year earlier" is no quarter any more.
void ReferenceChooser::tell_length(const TimeTerm& said) {
  constexpr float kHalfYear = 6;  // months
  const bool long_one = said.amounts[static_cast<std::size_t>(Grain::month)] >= kHalfYear ||
                        said.amounts[static_cast<std::size_t>(Grain::year)] > 0;
  if (long_one) told_quarter_.reset();
}

Reference ReferenceChooser::narrated_reference() const {
  return {narrated_, Timex::Anchor::timex, narrated_id_, Toward::inside};
}

Reference ReferenceChooser::of_shift(const TimeTerm& said) const {
  const auto from = static_cast<From>(said.get(Field::from, static_cast<int>(From::published)));
  const auto unit = static_cast<Grain>(said.get(Field::unit, 0));
  if (from == From::event) return {std::nullopt, Timex::Anchor::event, {}, Toward::inside};
  const bool told = from == From::narrated || (is_history_ && published() && unit < Grain::day);
  if (told && narrated_ && !lies_ahead_of_a_past_clause()) {
    Reference reference = narrated_reference();
    if (narrated_day_ && narrated_->grain < unit && unit >= Grain::week)
      reference.date = narrated_day_;
    return reference;
  }
  // "Said on Monday it would end by May. She left the same day": the day told last, if it is over.
  const bool day_told = told && narrated_day_ && published() && unit >= Grain::week &&
                        *first_day_of(*narrated_day_) <= first_day_of(*published());
  if (day_told) return {narrated_day_, Timex::Anchor::timex, narrated_day_id_, Toward::inside};
  // "Two weeks later" than what? Not than the text, unless it speaks of what will be.
  const bool onward = said.count * said.get(Field::sign, 1) > 0;
  const bool of_nothing_told = onward && clause_.tense != ClauseTense::future;
  if (from != From::published && (!published() || of_nothing_told))
    return {std::nullopt, Timex::Anchor::document, {}, Toward::inside};
  return published_reference(said, unit);
}

Reference ReferenceChooser::published_reference(const TimeTerm& said, Grain unit) const {
  // Of a year known by reasoning no month or week can be told.
  const bool known = published() || unit <= Grain::year;
  Reference reference{
      known ? appeared_ : std::nullopt, Timex::Anchor::document, {}, Toward::inside};
  // Where weeks begin on Sundays, "this week" of a Sunday is the one of the day after.
  const bool whole_week = unit == Grain::week && !said.has(Field::sign);
  const auto day = reference.date ? reference.date->known_day() : std::nullopt;
  if (whole_week && weeks_begin_on_sunday_ && day && weekday_of(*day) == Weekday::sunday)
    reference.date = PartialDate::of(add_days(*day, 1));
  return reference;
}

// "had assured him the day before": not the day before a day that is still to come.
bool ReferenceChooser::lies_ahead_of_a_past_clause() const {
  if (is_history_ || !published() || clause_.tense != ClauseTense::past) return false;
  const auto told = first_day_of(*narrated_), today = first_day_of(*published());
  return told && today && *told > *today;
}

Reference ReferenceChooser::of_calendar(const TimeTerm& said) const {
  const bool seeks = said.has(Field::seek);
  const auto seek = static_cast<Seek>(said.get(Field::seek, 0));
  if (!seeks && joins_told(said))
    return {narrated_, Timex::Anchor::timex, narrated_id_, Toward::future_or_same};
  if (!seeks && goes_on_ahead(said))
    return {narrated_, Timex::Anchor::timex, narrated_id_, Toward::future_or_same};
  const bool told =
      seeks ? seek >= Seek::previous || (is_history_ && published()) : wants_narrated(said);
  Reference reference;
  if (told && narrated_) {
    reference = narrated_reference();
    if ((said.has(Field::part) || said.has(Field::hour)) && narrated_day_ &&
        narrated_->grain < Grain::day)
      reference.date = narrated_day_;
    // "Overnight ... at 5 a.m.": the small hours of the night that was told are the next day's.
    constexpr std::int32_t kNoon = 12;
    constexpr std::uint8_t kEndOfDay = 24;
    if (is_clock_only(said) && said.get(Field::hour, kNoon) < kNoon && narrates_days() &&
        (narrated_->part_of_day == PartOfDay::night || narrated_->hour == kEndOfDay))
      reference.date = shifted(PartialDate::of(*narrated_->known_day()), 1, Grain::day);
  } else if (seek == Seek::following && clause_.tense == ClauseTense::past) {
    return reference;  // "the following Tuesday", and nothing told before
  } else if ((published() || !seeks) && !(told && is_history_)) {
    reference.date = appeared_;
    reference.anchor = Timex::Anchor::document;
    if (is_due_after_told(said)) {
      reference = narrated_reference();
      reference.toward = Toward::future_or_same;
      return reference;
    }
    if (said.get(Field::hour, 0) == 24 && is_clock_only(said) && published() && is_over())
      reference.date = shifted(*appeared_, -1, Grain::day);
  }
  if (!reference.date || (!published() && !told)) return reference;
  // "Next Friday", said on a Thursday, is not tomorrow.
  if (seek == Seek::next && is_tomorrow(said, *reference.date))
    reference.date = shifted(*reference.date, 1, Grain::day);
  // "The drought of 1983 ... the following February" is one after that year.
  if (seek == Seek::following && reference.date->grain < Grain::month)
    reference.date = PartialDate::of(add_days(*day_after(*reference.date), -1));
  if (seeks && (seek == Seek::current || seek == Seek::same))
    reference.date =
        coarsened(*reference.date, said.has(Field::weekday) ? Grain::week : Grain::year);
  if (seeks)
    reference.toward = toward_for(seek);
  else
    reference.toward = told ? toward_in_story(said) : toward_in_news(said);
  if (reference.toward == Toward::onward || reference.toward == Toward::far_onward)
    reference.latest_year = next_year_said();
  return reference;
}

bool ReferenceChooser::is_tomorrow(const TimeTerm& said, const PartialDate& today) {
  const auto day = today.known_day();
  return day && said.has(Field::weekday) && !said.has(Field::month) && !said.has(Field::hour) &&
         static_cast<std::int32_t>(weekday_of(add_days(*day, 1))) == said.get(Field::weekday);
}

// "In March and April", "Monday to Friday", "from May 3 through May 9": the second follows the
// first.
bool ReferenceChooser::joins_told(const TimeTerm& said) const {
  if (!published() || is_history_ || !narrated_ || at_ == 0) return false;
  const TimexMatch& match = found_.matches[at_];
  const TimexMatch& last = found_.matches[at_ - 1];
  const TimeTerm& before = found_.terms[last.term];
  if (found_.span_of(last).begin != told_at_.begin || before.kind != Kind::calendar ||
      before.has(Field::year) || before.has(Field::seek) ||
      before.has(Field::day) != said.has(Field::day) ||
      !signals_.joins(found_.atoms, last.atoms.end, match.atoms.begin))
    return false;
  const Field field = said.has(Field::month) ? Field::month : Field::weekday;
  if (!said.has(field) || !before.has(field)) return false;
  if (said.has(Field::day))
    return signals_.points_toward(signal_) && first_day_of(*narrated_) < first_day_of(*published());
  return before.get(field) < said.get(field);
}

// "Will leave Wednesday and return on Monday", "starts Friday and will last until Tuesday".
bool ReferenceChooser::goes_on_ahead(const TimeTerm& said) const {
  if (!published() || is_history_ || !narrated_ || !narrated_->known_day()) return false;
  if (!said.has(Field::weekday) || said.has(Field::month)) return false;
  if (clause_.tense != ClauseTense::future && !signals_.points_far(signal_)) return false;
  const auto told = first_day_of(*narrated_), today = first_day_of(*published());
  if (!told || !today || *told < *today || !tenses_.in_one_sentence(told_at_, at_span_))
    return false;
  return signals_.goes_on(found_.atoms, told_end_, found_.matches[at_].atoms.begin);
}

// "Ordered them in December to report by Jan. 31": the next one after the order, not after the
// text.
bool ReferenceChooser::is_due_after_told(const TimeTerm& said) const {
  if (!published() || is_history_ || !narrated_ || !narrated_id_ || said.has(Field::weekday))
    return false;
  if (!said.has(Field::month) || !signals_.points_ahead(signal_)) return false;
  if (clause_.tense == ClauseTense::past) return false;
  const auto told = first_day_of(*narrated_), today = first_day_of(*published());
  return told && today && *told < *today && tenses_.in_one_sentence(told_at_, at_span_);
}

// What is told in the past, by a text of the same day, of "midnight" was at the end of the day
// before.
bool ReferenceChooser::is_over() const {
  return published()->known_day() && clause_.tense == ClauseTense::past;
}

bool ReferenceChooser::wants_narrated(const TimeTerm& said) const {
  if (!published()) return may_be_narrated(said);
  if (is_history_) return narrates_days() || !said.has(Field::weekday) || said.has(Field::month);
  if (is_clock_only(said)) return !paragraph_began_ || narrates_news();
  return said.has(Field::day) && !said.has(Field::month) && clause_.tense != ClauseTense::future;
}

// A paper that tells of yesterday and then of "7pm", in the past, means yesterday's.
bool ReferenceChooser::narrates_news() const {
  if (clause_.tense != ClauseTense::past || !narrated_day_) return false;
  const auto told = first_day_of(*narrated_day_), today = first_day_of(*published());
  return told && today && add_days(*told, 1) == *today;
}

// When nobody knows when the text appeared, a year told in it is no ground for what may be seen
// from that day: "in 1974 ... they will meet in June", "on Monday".
bool ReferenceChooser::may_be_narrated(const TimeTerm& said) const {
  if (is_clock_only(said)) return !paragraph_began_;
  if (said.has(Field::day) && !said.has(Field::month)) return !paragraph_began_;
  if (said.has(Field::weekday) && !said.has(Field::month)) return false;
  if (clause_.tense == ClauseTense::future || clause_.tense == ClauseTense::present) return false;
  return is_history_ || !paragraph_began_;
}

// By the next expressions that name one, if it is not before the year told last.
std::optional<std::int32_t> ReferenceChooser::next_year_said() const {
  constexpr std::size_t kReach = 8;
  const std::size_t end = std::min(found_.matches.size(), at_ + 1 + kReach);
  for (std::size_t i = at_ + 1; i < end; ++i) {
    const TimeTerm& said = found_.terms[found_.matches[i].term];
    if (!said.has(Field::year)) continue;
    const std::int32_t year = year_said(said);
    return year >= narrated_->year ? std::optional(year) : std::nullopt;
  }
  return std::nullopt;
}

Toward ReferenceChooser::toward_in_story(const TimeTerm& said) const {
  if (is_clock_only(said)) return Toward::inside;
  if (narrated_ && (said.has(Field::month) || said.has(Field::season) || said.has(Field::quarter)))
    return narrated_->grain <= Grain::year  ? Toward::inside
           : signals_.points_ahead(signal_) ? Toward::far_onward
                                            : Toward::onward;
  if (narrated_ && said.has(Field::holiday) && signals_.points_ahead(signal_))
    return Toward::far_onward;
  const bool lone_day = said.has(Field::day) && !said.has(Field::month);
  if (lone_day && narrated_ && narrated_->grain == Grain::month) return Toward::inside;
  return Toward::nearest;
}

// A day of the year told in the past: "extended to Nov. 20", "the meeting of Nov. 20", "put off
// from Nov. 6"; but not "was born on April 5", nor "fought from May 3 on".
bool ReferenceChooser::may_lie_ahead(const TimeTerm& said) const {
  if (said.has(Field::holiday)) return true;
  const bool day_of_year = said.has(Field::month) && said.has(Field::day);
  if (!day_of_year || clause_.lasts) return false;
  return !clause_.hangs_on_verb || signals_.points_toward(signal_) ||
         signals_.begins_range(signal_);
}

Toward ReferenceChooser::toward_in_news(const TimeTerm& said) const {
  if (is_clock_only(said)) return Toward::inside;
  if (signals_.points_back(signal_)) return Toward::past_or_same;
  const bool far = signals_.points_far(signal_) && !clause_.lasts;
  // A day is said without its year when no other year would be thought of.
  const bool day_of_year =
      (said.has(Field::month) && said.has(Field::day)) || said.has(Field::holiday);
  // "By Oct. 23", said on Oct. 25, is no year away.
  const Toward onward = day_of_year ? Toward::near_future : Toward::future_or_same;
  if (clause_.ends || (clause_.wants && signals_.points_ahead(signal_))) return onward;
  // "Called a strike for Monday"; "paid for Monday's" is none.
  const bool day_meant = (said.has(Field::weekday) || day_of_year) && !clause_.owns;
  if (day_meant && signals_.is_meant(signal_) && !clause_.was_planned && !clause_.was_meant)
    return onward;
  const bool month_meant = said.has(Field::month) && clause_.was_meant;
  if (clause_.tense == ClauseTense::past && !far && !month_meant)
    return may_lie_ahead(said) ? Toward::near_past : Toward::past_or_same;
  // Quarters are told of when they are over, or nearly.
  if (said.has(Field::quarter)) return Toward::nearest;
  const bool ahead = signals_.points_ahead(signal_) && !clause_.owns;
  // "A debate planned for October 30 was called off": before or after, but not a year away.
  if ((day_of_year && clause_.was_planned) || (month_meant && clause_.tense == ClauseTense::past))
    return Toward::nearest;
  if (ahead || clause_.tense == ClauseTense::future) return onward;
  if (clause_.tense == ClauseTense::present && said.has(Field::weekday) && !clause_.owns)
    return Toward::future_or_same;
  return day_of_year ? Toward::nearest : Toward::past_or_same;
}

}  // namespace dateline
