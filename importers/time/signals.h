#pragma once

#include <string_view>
#include <vector>

#include "core/timex.h"
#include "importers/time/atoms.h"
#include "importers/time/grammar.h"

namespace dateline {

/// Finds the words before a time expression that say how it bounds ("no later than", "until"):
/// the phrases of the rule files' category {signal}, and of the three categories that sort them.
class SignalFinder {
 public:
  explicit SignalFinder(const Grammar& grammar);

  /// Sets signal and signal_span, if a signal stands before the atoms.
  void mark(std::string_view text, const std::vector<Atom>& atoms, Span match, Timex& timex) const;
  /// "until", "by": what they bound lies ahead of its reference, or behind it ("since").
  bool points_ahead(std::string_view signal) const;
  /// "from", "between".
  bool begins_range(std::string_view signal) const;
  /// "to", "through": the end that something was given, which may lie ahead.
  bool points_toward(std::string_view signal) const;
  bool points_back(std::string_view signal) const;
  /// "until": even what is told in the past may lie ahead.
  bool points_far(std::string_view signal) const;
  /// "for": a day that something is meant for lies ahead, whoever meant it before.
  bool is_meant(std::string_view signal) const;
  /// "from [9] to [5]": the two are the ends of one stretch.
  bool is_range(std::string_view text, const Timex& first, const Timex& second) const;
  /// "within": the stretch runs from an event on.
  bool runs_ahead(std::string_view signal) const;
  /// "after" or "before" stands at the atom.
  bool follows(const std::vector<Atom>& atoms, std::uint32_t at, TimexDirection direction) const;
  /// Only words that join times, or dashes, stand between two of them: "July and August".
  bool joins(const std::vector<Atom>& atoms, std::uint32_t from, std::uint32_t to) const;
  /// "Until" stands a few words before the atom: "until the fall of the city in 1945".
  bool lasts_until(const std::vector<Atom>& atoms, std::uint32_t at) const;
  /// Neither "after" nor "before" stands between: what is told goes on in time.
  bool goes_on(const std::vector<Atom>& atoms, std::uint32_t from, std::uint32_t to) const;
  /// No mark that ends a sentence, and no blank line, stands between.
  bool in_one_sentence(const std::vector<Atom>& atoms, std::uint32_t from, std::uint32_t to) const;
  /// The word right before the atom ties a year to what was named: "the spring offensive of 1918".
  bool ties(const std::vector<Atom>& atoms, std::uint32_t at) const {
    return at > 0 && grammar_.belongs(atoms[at - 1], year_tie_);
  }
  /// The atom joins what happens to its day: "a noon deadline on Friday".
  bool joins_day(const std::vector<Atom>& atoms, std::uint32_t at) const {
    return grammar_.belongs(atoms[at], day_joint_);
  }
  /// The atom joins a month to its year: "June in 1981".
  bool joins_year(const std::vector<Atom>& atoms, std::uint32_t at) const {
    return grammar_.belongs(atoms[at], year_joint_);
  }

 private:
  bool is_hedged(const std::vector<Atom>& atoms, std::uint32_t end) const;
  bool belongs(std::string_view signal, std::uint32_t category) const;

  const Grammar& grammar_;
  std::uint32_t signal_, ahead_, far_, toward_, back_, meant_, range_start_, range_end_, skipped_,
      hedged_, joint_, within_, after_, before_, condition_, year_tie_, year_joint_, day_joint_,
      sentence_end_;
};

}  // namespace dateline
