#pragma once

#include <optional>
#include <string>

#include "core/document.h"
#include "importers/time/matcher.h"
#include "importers/time/placing.h"
#include "importers/time/signals.h"
#include "importers/time/tense.h"
#include "importers/time/timex_rules.h"

namespace dateline {

/// What an expression is counted from, and which way to look from it.
struct Reference {
  std::optional<PartialDate> date;  ///< empty: not known
  Timex::Anchor anchor = Timex::Anchor::none;
  TimexId timex;  ///< when anchor is `timex`
  Toward toward = Toward::inside;
  /// What a story goes on to must not lie after the year that it tells next.
  std::optional<std::int32_t> latest_year = std::nullopt;
};

/// Chooses the reference time of each expression, in the order of the text: the day of
/// publication, or what was told last, by the expression's own words, the tense of its clause, the
/// word before it and the kind of text (news, or a history). docs/rules.md says how.
class ReferenceChooser {
 public:
  ReferenceChooser(const Document& document, const TimexRules& rules, const TimexMatches& found);

  /// Reads the clause around an expression, the next in the text: to be called before the others.
  void enter(const TimexMatch& match, const Timex& timex);
  /// For a shift ("two days later", "last week").
  Reference of_shift(const TimeTerm& said) const;
  /// For a date that leaves something open ("Friday", "in March").
  Reference of_calendar(const TimeTerm& said) const;
  /// Says what the expression turned out to be.
  void tell(const TimeTerm& said, const PartialDate& date, Timex::Anchor anchor, TimexId timex);

  /// Says how long a stretch was that the text named: "the first nine months".
  void tell_length(const TimeTerm& said);
  /// A month that is a first name: "[April] Smith".
  bool begins_name(const TimeTerm& said, Span timex) const;
  /// Its first word is a conjunction, and no determiner: "found [that June] was dry".
  bool opens_clause(Span timex) const { return tenses_.opens_clause(timex); }
  /// A noun, a number or a sign stands right before it: "960 [a week]", "flights [a week]".
  bool follows_counted(Span timex) const { return tenses_.follows_counted(timex); }

  /// Many dates of earlier years, and hardly a weekday: the text tells of the past in order.
  bool is_history() const { return is_history_; }
  /// The last quarter of a year that was told.
  const std::optional<PartialDate>& told_quarter() const { return told_quarter_; }

 private:
  const std::optional<PartialDate>& published() const { return document_.published; }
  bool tells_history() const;
  std::optional<PartialDate> inferred_year() const;
  bool begins_paragraph_since(std::uint32_t atom);
  bool lies_ahead_of_a_past_clause() const;
  bool is_over() const;
  static bool is_tomorrow(const TimeTerm& said, const PartialDate& today);
  bool joins_told(const TimeTerm& said) const;
  bool is_due_after_told(const TimeTerm& said) const;
  bool goes_on_ahead(const TimeTerm& said) const;
  bool wants_narrated(const TimeTerm& said) const;
  bool may_be_narrated(const TimeTerm& said) const;
  bool narrates_news() const;
  bool narrates_days() const { return narrated_ && narrated_->known_day().has_value(); }
  bool is_told_aside(const TimeTerm& said, const PartialDate& date) const;
  bool returns_from(std::int32_t year) const;
  bool in_parentheses(Span timex) const;
  Reference published_reference(const TimeTerm& said, Grain unit) const;
  Reference narrated_reference() const;
  std::optional<std::int32_t> next_year_said() const;
  Toward toward_in_story(const TimeTerm& said) const;
  bool may_lie_ahead(const TimeTerm& said) const;
  Toward toward_in_news(const TimeTerm& said) const;

  const Document& document_;
  const TimexMatches& found_;
  SignalFinder signals_;
  TenseReader tenses_;
  bool is_history_ = false;
  bool weeks_begin_on_sunday_ = false;
  std::optional<PartialDate> appeared_;  // published, or the year of it that reasoning gave
  // The last date told, and the last that was a day.
  std::optional<PartialDate> narrated_, narrated_day_;
  TimexId narrated_id_, narrated_day_id_;
  Span told_at_;                // where the last date was told
  std::uint32_t told_end_ = 0;  // and the atom after it
  std::optional<PartialDate> told_quarter_;
  std::uint32_t seen_ = 0;          // atoms looked at for blank lines
  bool paragraph_pending_ = false;  // one was seen after the last date told
  // Of the expression being resolved.
  std::size_t at_ = 0;  // its place among the matches
  bool paragraph_began_ = false;
  Span at_span_;
  TimexClause clause_;
  bool is_aside_ = false;
  std::string signal_;
};

}  // namespace dateline
