#pragma once

#include <optional>

#include "core/document.h"
#include "importers/time/timex_rules.h"

namespace dateline {

/// When the clause around a time expression plays, as its verb tells.
enum class ClauseTense : std::uint8_t { unknown, past, present, future };

/// How a time expression stands in its sentence.
struct TimexClause {
  ClauseTense tense = ClauseTense::unknown;
  bool hangs_on_verb = false;  ///< directly, not in a noun phrase: "in 1914 they marched"
  bool owns = false;           ///< "Tuesday's declaration"
  bool opens_sentence = false;
  bool was_planned = false;  ///< its verb tells of plans of the past: "was planned for May 3"
  bool wants = false;        ///< "demanded a sale by May", "if no one has paid by May"
  bool lasts = false;        ///< its verb tells what went on till then: "stayed until Friday"
  bool looks_back = false;   ///< its verb is in the past perfect: "had begun in 1961"
  bool ends = false;         ///< of a noun for an end: "a deadline of Friday", "a Friday deadline"
  bool was_meant = false;    ///< a plan of the past without its day: "was planned for March"
};

/// Tells tense from the tagged words of a sentence: of the verb group nearest before a time, else
/// of the first after it. Which words lead ahead ("will", "due", "scheduled to") is the rule
/// files' to say: categories {future-word}, {plan-word}, {infinitive-mark} and {saying-word}.
class TenseReader {
 public:
  TenseReader(const Document& document, const Grammar& grammar);

  TimexClause around(Span timex) const;
  bool in_one_sentence(Span earlier, Span later) const;
  /// A name goes on right after it, and nothing before it speaks of time: "April Smith".
  bool begins_name(Span timex) const;
  /// Its first word is a conjunction.
  bool opens_clause(Span timex) const;
  /// A noun, a number or a sign stands right before it, in its sentence.
  bool follows_counted(Span timex) const;

 private:
  struct Sought {
    ClauseTense tense = ClauseTense::unknown;
    bool found = false;  ///< a verb group is there, though its tense may be open
  };

  bool is(std::uint32_t token, std::uint32_t category) const;
  bool is_verb(std::uint32_t token) const;
  bool owns(TokenRange timex) const;
  std::uint32_t first_token_at(std::uint32_t byte) const;
  TokenRange sentence_around(std::uint32_t token) const;
  Sought governed(TokenRange timex, TokenRange sentence) const;
  bool heads_clause(std::uint32_t verb) const;
  bool is_announced(std::uint32_t timex, TokenRange sentence) const;
  bool serves_a_future(std::uint32_t verb, ClauseTense own, TokenRange sentence) const;
  bool lasts(TokenRange timex, TokenRange sentence) const;
  std::optional<std::uint32_t> verb_over(TokenRange timex, TokenRange sentence) const;
  std::uint32_t completed_by(std::uint32_t verb, TokenRange sentence) const;
  Sought before(std::uint32_t token, TokenRange sentence) const;
  Sought after(std::uint32_t token, TokenRange sentence) const;
  ClauseTense tense_of(std::uint32_t verb, TokenRange sentence) const;
  bool is_shifted_back(std::uint32_t verb, TokenRange sentence) const;
  bool is_perfect(std::uint32_t verb, std::uint32_t modal) const;
  bool is_possible_yet(std::uint32_t ability, std::uint32_t verb) const;
  bool has_word(std::uint32_t verb, std::uint32_t category, TokenRange sentence) const;
  bool wants(std::uint32_t timex, TokenRange sentence) const;
  bool is_bare(std::uint32_t verb) const;
  bool ends(TokenRange timex, TokenRange sentence) const;
  bool awaits(std::uint32_t verb, TokenRange sentence) const;
  bool opens_with_condition(std::uint32_t verb, TokenRange sentence) const;
  bool is_past_perfect(std::uint32_t verb, TokenRange sentence) const;
  bool looks_back(std::uint32_t verb, TokenRange sentence) const;
  bool was_meant(std::uint32_t verb) const;
  ClauseTense tense_of_form(std::uint32_t verb) const;
  ClauseTense tense_of_infinitive(std::uint32_t mark, std::uint32_t verb,
                                  TokenRange sentence) const;

  bool was_planned(std::uint32_t verb, TokenRange sentence) const;
  bool was_planned_before(std::uint32_t timex, TokenRange sentence) const;
  bool was_done(std::uint32_t verb, std::uint32_t timex) const;
  bool stands_beside(std::uint32_t token, std::uint32_t timex) const;

  const Document& document_;
  const Grammar& grammar_;
  std::uint32_t future_, plan_, arranged_, ahead_, mark_, saying_, awaited_, condition_, lasting_,
      timetable_, soon_, onset_, backshift_, overdue_, ability_, sensing_, still_open_, wanting_,
      end_noun_, setting_, clause_verb_;
};

}  // namespace dateline
