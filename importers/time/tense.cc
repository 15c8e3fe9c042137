#include "importers/time/tense.h"

#include <algorithm>

namespace dateline {
namespace {

// How far a verb may stand from its time, in atoms, when there is no parse.
constexpr std::uint32_t kReach = 30;

/// Looks for words of two categories on either side of a match, inside the sentence.
class CueSearch {
 public:
  CueSearch(const TimexRules& rules, const TimexMatches& found)
      : grammar_(rules.grammar),
        atoms_(found.atoms),
        future_(grammar_.category("future-cue")),
        past_(grammar_.category("past-cue")),
        stop_(grammar_.category("sentence-end")) {}

  ClauseTense around(const TimexMatch& match) const {
    const Cue before = search_back(match.atoms.begin);
    const Cue after = search_on(match.atoms.end);
    if (before.tense == ClauseTense::unknown) return after.tense;
    if (after.tense == ClauseTense::unknown) return before.tense;
    return after.distance < before.distance ? after.tense : before.tense;
  }

 private:
  struct Cue {
    ClauseTense tense = ClauseTense::unknown;
    std::uint32_t distance = 0;
  };

  ClauseTense tense_of(const Atom& atom) const {
    if (grammar_.belongs(atom, future_)) return ClauseTense::future;
    return grammar_.belongs(atom, past_) ? ClauseTense::past : ClauseTense::unknown;
  }

  Cue search_back(std::uint32_t from) const {
    for (std::uint32_t i = 1; i <= kReach && i <= from; ++i) {
      const Atom& atom = atoms_[from - i];
      if (grammar_.belongs(atom, stop_)) break;
      if (const ClauseTense tense = tense_of(atom); tense != ClauseTense::unknown)
        return {tense, i};
      if (atom.after_break) break;
    }
    return {};
  }

  Cue search_on(std::uint32_t from) const {
    for (std::uint32_t i = 0; i < kReach && from + i < atoms_.size(); ++i) {
      const Atom& atom = atoms_[from + i];
      if (atom.after_break || grammar_.belongs(atom, stop_)) break;
      if (const ClauseTense tense = tense_of(atom); tense != ClauseTense::unknown)
        return {tense, i};
    }
    return {};
  }

  const Grammar& grammar_;
  const std::vector<Atom>& atoms_;
  std::uint32_t future_, past_, stop_;
};

}  // namespace

ClauseTense clause_tense(const Document&, const TimexRules& rules, const TimexMatches& found,
                         const TimexMatch& match) {
  return CueSearch(rules, found).around(match);
}

}  // namespace dateline
