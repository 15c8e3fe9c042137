#include "importers/time/signals.h"

#include <string>

#include "importers/time/vocabulary.h"

namespace dateline {
namespace {

// "no later than" is the longest signal; one word more may stand between ("until at least").
constexpr std::uint32_t kMaxWords = 4;
// "from 9 to 5": what may stand between the ends of a range, in bytes.
constexpr std::uint32_t kMaxGap = 12;

}  // namespace

SignalFinder::SignalFinder(const Grammar& grammar)
    : grammar_(grammar),
      signal_(grammar.category("signal")),
      ahead_(grammar.category("signal-ahead")),
      far_(grammar.category("signal-far")),
      toward_(grammar.category("signal-toward")),
      back_(grammar.category("signal-back")),
      meant_(grammar.category("signal-meant")),
      range_start_(grammar.category("range-start")),
      range_end_(grammar.category("range-end")),
      skipped_(grammar.category("before-time")),
      hedged_(grammar.category("hedge-end")),
      joint_(grammar.category("time-joint")),
      within_(grammar.category("signal-within")),
      after_(grammar.category("after-word")),
      before_(grammar.category("before-word")),
      condition_(grammar.category("open-condition")),
      year_tie_(grammar.category("year-tie")),
      year_joint_(grammar.category("year-joint")),
      day_joint_(grammar.category("day-joint")),
      sentence_end_(grammar.category("sentence-end")) {}

void SignalFinder::mark(std::string_view text, const std::vector<Atom>& atoms, Span match,
                        Timex& timex) const {
  std::uint32_t end = match.begin;
  if (end > 0 && !atoms[end].after_break && grammar_.belongs(atoms[end - 1], skipped_)) --end;
  if (is_hedged(atoms, end)) end -= 2;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < kMaxWords && !atoms[begin].after_break &&
         grammar_.belongs(atoms[begin - 1], signal_))
    --begin;
  if (begin == end) return;
  timex.signal_span = {atoms[begin].span.begin, atoms[end - 1].span.end};
  timex.signal = folded(timex.signal_span.of(text));
}

// "until at least May": the two words before the time leave it bound as it was.
bool SignalFinder::is_hedged(const std::vector<Atom>& atoms, std::uint32_t end) const {
  return end >= 3 && !atoms[end].after_break && !atoms[end - 1].after_break &&
         !atoms[end - 2].after_break && grammar_.belongs(atoms[end - 1], hedged_) &&
         grammar_.belongs(atoms[end - 2], signal_) && grammar_.belongs(atoms[end - 3], signal_);
}

// The last word decides: "from" in "up from", "than" in "no later than".
bool SignalFinder::belongs(std::string_view signal, std::uint32_t category) const {
  const auto space = signal.rfind(' ');
  Atom word;
  word.kind = Atom::Kind::word;
  word.symbol = grammar_.words().find(space == signal.npos ? signal : signal.substr(space + 1));
  return !signal.empty() && grammar_.belongs(word, category);
}

bool SignalFinder::points_ahead(std::string_view signal) const { return belongs(signal, ahead_); }
bool SignalFinder::points_far(std::string_view signal) const { return belongs(signal, far_); }
bool SignalFinder::begins_range(std::string_view signal) const {
  return belongs(signal, range_start_);
}
bool SignalFinder::is_meant(std::string_view signal) const { return belongs(signal, meant_); }
bool SignalFinder::points_toward(std::string_view signal) const { return belongs(signal, toward_); }
bool SignalFinder::points_back(std::string_view signal) const { return belongs(signal, back_); }

bool SignalFinder::runs_ahead(std::string_view signal) const { return belongs(signal, within_); }

bool SignalFinder::follows(const std::vector<Atom>& atoms, std::uint32_t at,
                           TimexDirection direction) const {
  return at < atoms.size() && !atoms[at].after_break &&
         grammar_.belongs(atoms[at], direction == TimexDirection::after ? after_ : before_);
}

bool SignalFinder::joins(const std::vector<Atom>& atoms, std::uint32_t from,
                         std::uint32_t to) const {
  for (std::uint32_t at = from; at < to; ++at)
    if (atoms[at].after_break || !grammar_.belongs(atoms[at], joint_)) return false;
  return from < to;
}

bool SignalFinder::goes_on(const std::vector<Atom>& atoms, std::uint32_t from,
                           std::uint32_t to) const {
  for (std::uint32_t at = from; at < to; ++at)
    if (grammar_.belongs(atoms[at], after_) || grammar_.belongs(atoms[at], before_) ||
        grammar_.belongs(atoms[at], condition_))
      return false;
  return true;
}

bool SignalFinder::in_one_sentence(const std::vector<Atom>& atoms, std::uint32_t from,
                                   std::uint32_t to) const {
  for (std::uint32_t at = from; at < to; ++at)
    if (atoms[at].after_break || grammar_.belongs(atoms[at], sentence_end_)) return false;
  return true;
}

bool SignalFinder::lasts_until(const std::vector<Atom>& atoms, std::uint32_t at) const {
  constexpr std::uint32_t kNounPhrase = 8;  // atoms
  const std::uint32_t from = at > kNounPhrase ? at - kNounPhrase : 0;
  for (std::uint32_t i = at; i-- > from;) {
    if (atoms[i].after_break || grammar_.belongs(atoms[i], sentence_end_)) return false;
    if (grammar_.belongs(atoms[i], far_)) return true;
  }
  return false;
}

bool SignalFinder::is_range(std::string_view text, const Timex& first, const Timex& second) const {
  const std::uint32_t gap = second.span.begin - first.span.end;
  if (gap > kMaxGap || !belongs(first.signal, range_start_)) return false;
  if (!second.signal.empty()) return belongs(second.signal, range_end_);
  std::string_view between = text.substr(first.span.end, gap);  // "and" is no signal of its own
  while (between.starts_with(' ')) between.remove_prefix(1);
  while (between.ends_with(' ')) between.remove_suffix(1);
  return belongs(folded(between), range_end_);
}

}  // namespace dateline
