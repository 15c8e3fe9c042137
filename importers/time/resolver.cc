#include "importers/time/resolver.h"

#include <algorithm>
#include <cmath>

#include "importers/time/placing.h"
#include "importers/time/signals.h"
#include "importers/time/tense.h"

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

// From this many explicit dates of other years on, a text can be told to be history.
constexpr int kHistoryDates = 5;
constexpr int kWeekdayWeight = 3;  // hardly ever said in a history
// "July and August 1914": what may stand between two dates that share a year, in bytes.
constexpr std::uint32_t kSharedYearGap = 8;

class Resolver {
 public:
  Resolver(const Document& document, const TimexRules& rules, const TimexMatches& found)
      : document_(document),
        rules_(rules),
        found_(found),
        signals_(rules.grammar),
        tenses_(document, rules.grammar) {
    is_history_ = tells_history();
    take_inferred_year();
  }

  std::vector<Timex> resolve() {
    for (const TimexMatch& match : found_.matches) add(match);
    link_ranges();
    return std::move(timexes_);
  }

 private:
  const TimeTerm& term(std::uint32_t place) const { return found_.terms[place]; }
  const std::optional<PartialDate>& published() const { return document_.published; }

  // Many dates of earlier years, hardly any day or week named from the publication: the text tells
  // of the past in order.
  bool tells_history() const {
    int dated = 0, deictic = 0;
    for (const TimexMatch& match : found_.matches) {
      const TimeTerm& said = term(match.term);
      if (said.has(Field::year))
        dated += !published() || year_said(said) < published()->year;
      else if (said.has(Field::weekday))
        deictic += kWeekdayWeight;
      else if (said.kind == Kind::shift && said.get(Field::from, 0) == 0)
        deictic += 2;
    }
    return dated >= kHistoryDates && dated > deictic;
  }

  // Days on which the story may have appeared, if they are all of one year, give at least that.
  void take_inferred_year() {
    std::optional<PartialDate> year;
    for (const PublishedCandidate& candidate : document_.article.published_candidates) {
      const auto date = date_from_timex_value(candidate.edtf);
      if (!date || (year && year->year != date->year)) return;
      year = PartialDate::of_year(date->year);
    }
    appeared_ = published() ? published() : year;
  }

  void add(const TimexMatch& match) {
    const TimeTerm said = with_shared_year(match);
    const TimexRule& rule = rules_.grammar.rules()[match.rule];
    Timex timex;
    timex.span = found_.span_of(match);
    timex.type = rule.type;
    timex.rule = rule.name;
    timex.mod = name_of(static_cast<Mod>(said.get(Field::mod, 0)));
    timex.quant = quantity_name(said.get(Field::quant, 0));
    signals_.mark(document_.text(), found_.atoms, match.atoms, timex);
    tense_ = tenses_.around(timex.span);
    signal_ = &timex.signal;
    paragraph_began_ = begins_paragraph_since(match.atoms.begin);
    const Placed placed = place_term(said, 0);
    settle(timex, said, placed);
    hang_on_event(timex, said, match);
    timexes_.push_back(std::move(timex));
  }

  // A blank line stands between the last date told and this atom.
  bool begins_paragraph_since(std::uint32_t atom) {
    bool began = false;
    for (; seen_ <= atom; ++seen_) began |= found_.atoms[seen_].after_break;
    return paragraph_pending_ = paragraph_pending_ || began;
  }

  // "July and August 1914", "26 June - 4 August 1952": the year stands once, at the end.
  TimeTerm with_shared_year(const TimexMatch& match) const {
    TimeTerm said = term(match.term);
    const auto at = static_cast<std::size_t>(&match - found_.matches.data()) + 1;
    const bool open = said.kind == Kind::calendar && !said.has(Field::year) &&
                      said.of == TimeTerm::kNoTerm && !said.has(Field::seek) &&
                      (said.has(Field::month) || said.has(Field::season));
    if (!open || at >= found_.matches.size()) return said;
    const TimexMatch& next = found_.matches[at];
    const TimeTerm& after = term(next.term);
    const bool close = found_.span_of(next).begin - found_.span_of(match).end <= kSharedYearGap;
    if (!close || !after.has(Field::year) || said.has(Field::month) != after.has(Field::month) ||
        !signals_.joins(found_.atoms, match.atoms.end, next.atoms.begin))
      return said;
    const bool year_before = said.get(Field::month, 0) > after.get(Field::month, 0);
    said.set(Field::year, after.get(Field::year) - (year_before ? 1 : 0));
    said.set(Field::era, after.get(Field::era));
    return said;
  }

  void settle(Timex& timex, const TimeTerm& said, const Placed& placed) {
    timex.anchor = placed.anchor;
    timex.anchor_timex = placed.anchor_timex;
    timex.value = placed.date ? to_timex_value(*placed.date) : placed.value;
    if (said.kind == Kind::shift && said.has(Field::unit)) {
      const double count = said.count * said.get(Field::sign, 1);
      timex.offset = offset_value(count, static_cast<Grain>(said.get(Field::unit)));
      timex.direction = count < 0 ? TimexDirection::before : TimexDirection::after;
    }
    if (!placed.date) return;
    timex.date = placed.date;
    timex.interval = interval_of(*placed.date);
    const bool aside = is_history_ && placed.anchor == Timex::Anchor::document;
    if (!aside) narrate(*placed.date);
    if (placed.date->grain == Grain::quarter && !said.has(Field::period))
      told_quarter_ = placed.date;
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

  void narrate(const PartialDate& date) {
    narrated_ = date;
    paragraph_pending_ = false;
    narrated_id_.index = static_cast<std::uint32_t>(timexes_.size());
    if (date.known_day()) narrated_day_ = date;
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
    const auto from = static_cast<From>(said.get(Field::from, static_cast<int>(From::published)));
    const bool today = said.get(Field::unit, 0) >= static_cast<int>(Grain::day);
    const bool told = from == From::narrated || (is_history_ && published() && !today);
    const auto unit = static_cast<Grain>(said.get(Field::unit, 0));
    Placed base;
    if (from == From::event) {
      base.anchor = Timex::Anchor::event;
    } else if (told && narrated_ && !lies_ahead_of_a_past_clause()) {
      base.anchor = Timex::Anchor::timex;
      base.anchor_timex = narrated_id_;
      base.date = narrated_day_ && narrated_->grain < unit && unit >= Grain::week ? narrated_day_
                                                                                  : narrated_;
    } else {
      base.anchor = Timex::Anchor::document;
      // Of a year known by reasoning no month or week can be told.
      const bool known = published() || (unit <= Grain::year && from == From::published);
      if (known) base.date = appeared_;
    }
    return base;
  }

  // "had assured him the day before": not the day before a day that is still to come.
  bool lies_ahead_of_a_past_clause() const {
    if (is_history_ || !published() || tense_ != ClauseTense::past) return false;
    const auto told = first_day_of(*narrated_), today = first_day_of(*published());
    return told && today && *told > *today;
  }

  Placed place_shift(const TimeTerm& said, int depth) {
    Placed placed = base_of(said, depth);
    const auto unit = static_cast<Grain>(said.get(Field::unit, static_cast<int>(Grain::day)));
    const double count = said.count * said.get(Field::sign, 1);
    if (said.has(Field::period) && told_quarter_) {
      placed.date = moved(*told_quarter_, -4);
      return placed;
    }
    if (placed.date) {
      const PartialDate base = *placed.date;
      placed.date = shifted(base, count, unit);
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
    Toward toward = Toward::inside;
    if (said.of != TimeTerm::kNoTerm)
      placed = place_term(term(said.of), depth + 1);
    else
      toward = choose_reference(said, placed);
    placed.date = place(said, placed.date, toward, rules_.holidays);
    if (said.has(Field::period) && told_quarter_ && placed.date) {
      PartialDate same_part = *told_quarter_;  // "the 1988 period"
      same_part.year = placed.date->year;
      placed.date = same_part;
    }
    if (!placed.date) placed.value = open_value(said, rules_.holidays);
    return placed;
  }

  // Sets the reference and says which way to look from it.
  Toward choose_reference(const TimeTerm& said, Placed& reference) const {
    const bool seeks = said.has(Field::seek);
    const auto seek = static_cast<Seek>(said.get(Field::seek, 0));
    const bool told =
        seeks ? seek >= Seek::previous || (is_history_ && published()) : wants_narrated(said);
    if (told && is_history_ && !narrated_) return Toward::inside;  // a time that is not known
    if (told && narrated_) {
      reference.anchor = Timex::Anchor::timex;
      reference.anchor_timex = narrated_id_;
      reference.date = narrated_;
      if (said.has(Field::part) || said.has(Field::hour))
        if (narrated_day_ && narrated_->grain < Grain::day) reference.date = narrated_day_;
    } else {
      reference.anchor = Timex::Anchor::document;
      if (published() || !seeks) reference.date = appeared_;
    }
    if (!published() && !told) return Toward::inside;
    if (seeks && seek == Seek::current && reference.date)
      reference.date =
          coarsened(*reference.date, said.has(Field::weekday) ? Grain::week : Grain::year);
    if (seeks) return toward_for(seek);
    return told ? toward_in_story(said) : toward_in_news(said);
  }

  static bool is_clock_only(const TimeTerm& said) {
    const bool dated = said.has(Field::day) || said.has(Field::month) || said.has(Field::weekday) ||
                       said.has(Field::holiday);
    return !dated && (said.has(Field::part) || said.has(Field::hour));
  }

  bool wants_narrated(const TimeTerm& said) const {
    if (!published()) return may_be_narrated(said);
    const bool ahead = published() && tense_ == ClauseTense::future;
    if (is_history_) return !ahead && !(said.has(Field::weekday) && !narrates_days());
    if (is_clock_only(said)) return !paragraph_began_;
    return said.has(Field::day) && !said.has(Field::month);
  }
  // When nobody knows when the text appeared, a year told in it is no ground for what may be seen
  // from that day: "in 1974 ... they will meet in June", "on Monday".
  bool may_be_narrated(const TimeTerm& said) const {
    if (is_clock_only(said)) return !paragraph_began_;
    if (said.has(Field::day) && !said.has(Field::month)) return !paragraph_began_;
    if (said.has(Field::weekday) && !said.has(Field::month)) return false;
    if (tense_ == ClauseTense::future || tense_ == ClauseTense::present) return false;
    return is_history_ || !paragraph_began_;
  }
  bool narrates_days() const { return narrated_ && narrated_->known_day().has_value(); }

  static Toward toward_for(Seek seek) {
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

  Toward toward_in_story(const TimeTerm& said) const {
    if (is_clock_only(said)) return Toward::inside;
    if (narrated_ &&
        (said.has(Field::month) || said.has(Field::season) || said.has(Field::quarter)))
      return narrated_->grain <= Grain::year ? Toward::inside : Toward::nearest;
    return Toward::nearest;
  }

  Toward toward_in_news(const TimeTerm& said) const {
    if (is_clock_only(said)) return Toward::inside;
    if (signals_.points_back(*signal_)) return Toward::past_or_same;
    const bool far = signals_.points_far(*signal_);
    // A day is said without its year when no other year would be thought of.
    const bool day_of_year =
        (said.has(Field::month) && said.has(Field::day)) || said.has(Field::holiday);
    if (tense_ == ClauseTense::past && !far)
      return day_of_year ? Toward::near_past : Toward::past_or_same;
    // Quarters are told of when they are over, or nearly.
    if (said.has(Field::quarter)) return Toward::nearest;
    if (tense_ == ClauseTense::future || signals_.points_ahead(*signal_))
      return Toward::future_or_same;
    if (tense_ == ClauseTense::present && said.has(Field::weekday)) return Toward::future_or_same;
    return day_of_year ? Toward::nearest : Toward::past_or_same;
  }

  void link_ranges() {
    for (std::size_t i = 0; i + 1 < timexes_.size(); ++i)
      if (found_.matches[i].begins_range || signals_.is_range(timexes_[i], timexes_[i + 1]))
        timexes_[i].range_end.index = static_cast<std::uint32_t>(i + 1);
  }

  const Document& document_;
  const TimexRules& rules_;
  const TimexMatches& found_;
  SignalFinder signals_;
  TenseReader tenses_;
  bool is_history_ = false;
  std::vector<Timex> timexes_;
  std::optional<PartialDate> appeared_;  // published, or the year of it that reasoning gave
  // The last date told, and the last that was a day.
  std::optional<PartialDate> narrated_, narrated_day_;
  std::optional<PartialDate> told_quarter_;  // the last quarter of a year
  TimexId narrated_id_;
  std::uint32_t seen_ = 0;          // atoms looked at for blank lines
  bool paragraph_pending_ = false;  // one was seen after the last date told
  // Of the expression being resolved.
  bool paragraph_began_ = false;
  ClauseTense tense_ = ClauseTense::unknown;
  const std::string* signal_ = nullptr;
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
}

}  // namespace dateline
