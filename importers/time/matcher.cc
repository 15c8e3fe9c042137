#include "importers/time/matcher.h"

#include <algorithm>
#include <array>

#include "importers/time/value_functions.h"

namespace dateline {
namespace {

using Field = TimeTerm::Field;

// Bounds on the work at one atom. The longest honest sentence stays under a tenth of them.
constexpr std::size_t kMaxItemsAtAtom = 96;
constexpr std::size_t kMaxStepsAtAtom = 6000;

// A cover scores by atoms, less something for each expression: one long beats two short.
constexpr std::int32_t kAtomScore = 8;
constexpr std::int32_t kExpressionCost = 3;

// What stands beside the first and the last words of a paragraph, in a rule's list.
constexpr std::string_view kEdge = "¶";

/// A phrase that a rule recognised.
struct Item {
  std::uint32_t symbol = 0;
  std::uint32_t end = 0;  // atom after the last
  std::uint32_t rule = 0;
  std::uint32_t term = 0;
};

/// One element of the path from a trie's root.
struct Step {
  std::int32_t value = 0;
  std::uint32_t term = TimeTerm::kNoTerm;
};

class Chart {
 public:
  Chart(std::vector<Atom> atoms, const Grammar& grammar) : grammar_(grammar) {
    found_.atoms = std::move(atoms);
    items_of_.resize(size() + 1);
    best_.resize(size() + 1, 0);
    choice_.resize(size() + 1, kNoItem);
    edge_.kind = Atom::Kind::mark;
    edge_.symbol = grammar.words().find(kEdge);
  }

  TimexMatches fill() && {
    for (std::uint32_t at = static_cast<std::uint32_t>(size()); at-- > 0;) {
      recognise_at(at);
      choose_at(at);
    }
    collect();
    return std::move(found_);
  }

 private:
  static constexpr std::uint32_t kNoItem = 0xFFFFFFFF;

  std::size_t size() const { return found_.atoms.size(); }
  const Atom& atom(std::uint32_t at) const { return found_.atoms[at]; }

  void recognise_at(std::uint32_t at) {
    start_ = at;
    steps_ = 0;
    items_of_[at] = {static_cast<std::uint32_t>(items_.size()), 0};
    const Atom& first = atom(at);
    if (first.kind == Atom::Kind::digits || first.symbol != Vocabulary::kUnknown) {
      walk_words(0, at, 0);
      for (std::size_t i = items_of_[at].begin; i < items_.size(); ++i) {
        const Item item = items_[i];
        take(0, item.symbol, false, {0, item.term}, item.end, 0);
      }
    }
    items_of_[at].end = static_cast<std::uint32_t>(items_.size());
  }

  // Goes on from a node over whatever begins at `at`. Depth is bounded by kMaxPatternLength.
  void walk(std::uint32_t node, std::uint32_t at, std::size_t depth) {
    if (at >= size() || depth >= kMaxPatternLength || atom(at).after_break) return;
    walk_words(node, at, depth);
    const Span items = items_of_[at];
    for (std::uint32_t i = items.begin; i < items.end; ++i) {
      const Item item = items_[i];
      take_both(node, item.symbol, {0, item.term}, item.end, at, depth);
    }
  }

  void walk_words(std::uint32_t node, std::uint32_t at, std::size_t depth) {
    const Atom& here = atom(at);
    if (here.kind == Atom::Kind::digits) return walk_digits(node, at, depth);
    if (here.symbol == Vocabulary::kUnknown) return;
    take_both(node, here.symbol, {}, at + 1, at, depth);
    for (const Grammar::Membership& membership : grammar_.memberships(here.symbol))
      if (!membership.capital || here.capital)
        take_both(node, membership.category, {membership.value}, at + 1, at, depth);
  }

  void walk_digits(std::uint32_t node, std::uint32_t at, std::size_t depth) {
    const Atom& here = atom(at);
    for (const Grammar::DigitRange& range : grammar_.digit_ranges())
      if (range.low <= here.number && here.number <= range.high && range.min_width <= here.width &&
          here.width <= range.max_width)
        take_both(node, range.category, {static_cast<std::int32_t>(here.number)}, at + 1, at,
                  depth);
  }

  void take_both(std::uint32_t node, std::uint32_t symbol, Step step, std::uint32_t next,
                 std::uint32_t at, std::size_t depth) {
    take(node, symbol, false, step, next, depth);
    if (depth > 0 && atom(at).glued) take(node, symbol, true, step, next, depth);
  }

  void take(std::uint32_t node, std::uint32_t symbol, bool glued, Step step, std::uint32_t next,
            std::size_t depth) {
    const std::uint32_t to = grammar_.step(node, symbol, glued);
    if (to == Grammar::kNowhere || ++steps_ > kMaxStepsAtAtom) return;
    path_[depth] = step;
    for (const RuleVariant& variant : grammar_.variants_at(to)) accept(variant, next);
    walk(to, next, depth + 1);
  }

  void accept(const RuleVariant& variant, std::uint32_t end) {
    const TimexRule& rule = grammar_.rules()[variant.rule];
    if (is_known(rule.head, variant.rule, end) || !stands_well(rule, end)) return;
    std::array<CaughtValue, kMaxPatternLength> caught{};
    for (std::size_t i = 0; i < variant.label_of.size(); ++i)
      if (const std::int8_t label = variant.label_of[i]; label >= 0)
        caught[static_cast<std::size_t>(label)] = {true, path_[i].value, path_[i].term};
    auto term = apply(rule, std::span(caught).first(rule.labels.size()), found_.terms);
    if (!term) return;
    term->extent = {start_, end};
    items_.push_back(
        {rule.head, end, variant.rule, static_cast<std::uint32_t>(found_.terms.size())});
    found_.terms.push_back(*term);
  }

  // The first reading of a stretch by one rule is kept; so are readings by other rules, since a
  // longer pattern may want either.
  bool is_known(std::uint32_t symbol, std::uint32_t rule, std::uint32_t end) const {
    const std::uint32_t from = items_of_[start_].begin;
    if (items_.size() - from >= kMaxItemsAtAtom) return true;
    return std::any_of(items_.begin() + from, items_.end(), [&](const Item& item) {
      return item.symbol == symbol && item.end == end && item.rule == rule;
    });
  }

  bool stands_well(const TimexRule& rule, std::uint32_t end) const {
    return std::all_of(rule.beside.begin(), rule.beside.end(), [&](const BesideClass& beside) {
      const bool there = beside.left ? start_ > 0 && !atom(start_).after_break
                                     : end < size() && !atom(end).after_break;
      const std::uint32_t at = beside.left ? start_ - 1 : end;
      return grammar_.belongs(there ? atom(at) : edge_, beside.symbol) == beside.wanted;
    });
  }

  void choose_at(std::uint32_t at) {
    best_[at] = best_[at + 1];
    for (std::uint32_t i = items_of_[at].begin; i < items_of_[at].end; ++i) {
      const Item& item = items_[i];
      const TimexRule& rule = grammar_.rules()[item.rule];
      if (!rule.is_timex && !rule.is_false_friend) continue;
      if (cuts_word(at) || cuts_word(item.end)) continue;
      const auto atoms = static_cast<std::int32_t>(item.end - at);
      const std::int32_t score = best_[item.end] + kAtomScore * atoms - kExpressionCost;
      if (score > best_[at] ||
          (score == best_[at] && choice_[at] != kNoItem && item.rule < items_[choice_[at]].rule)) {
        best_[at] = score;
        choice_[at] = i;
      }
    }
  }

  // A word goes on over this place: the "q3" of "x7q3Kab" is no quarter.
  bool cuts_word(std::uint32_t at) const {
    return at > 0 && at < size() && atom(at).glued && atom(at).kind != Atom::Kind::mark &&
           atom(at - 1).kind != Atom::Kind::mark;
  }

  void collect() {
    for (std::uint32_t at = 0; at < size();) {
      if (choice_[at] == kNoItem) {
        ++at;
        continue;
      }
      const Item& item = items_[choice_[at]];
      emit(item, at);
      at = item.end;
    }
  }

  void emit(const Item& item, std::uint32_t at) {
    if (grammar_.rules()[item.rule].is_false_friend) return;
    const TimeTerm& term = found_.terms[item.term];
    if (term.kind != TimeTerm::Kind::range || term.first == TimeTerm::kNoTerm) {
      found_.matches.push_back({{at, item.end}, item.rule, item.term, false});
      return;
    }
    if (term.second == TimeTerm::kNoTerm) {  // the words around it are no part of it
      found_.matches.push_back({found_.terms[term.first].extent, item.rule, term.first, false});
      return;
    }
    const std::uint32_t first = term.first, second = term.second;  // emit_end adds to the terms
    emit_end(item, first, second, true);
    emit_end(item, second, first, false);
  }

  // Each end of a range lends the other what that leaves open: "6-7 January 1916".
  void emit_end(const Item& item, std::uint32_t own, std::uint32_t other, bool begins) {
    TimeTerm whole = completed(found_.terms[own], found_.terms[other]);
    give_century(whole, found_.terms[other]);
    give_half_of_day(whole, is_open(found_.terms[own]), found_.terms[other], begins);
    found_.matches.push_back(
        {whole.extent, item.rule, static_cast<std::uint32_t>(found_.terms.size()), begins});
    found_.terms.push_back(whole);
  }

  // "1914-18", "1999-02": the first year that ends so after the other.
  static void give_century(TimeTerm& year, const TimeTerm& other) {
    if (!year.has(Field::short_year) || !other.has(Field::year)) return;
    const std::int32_t from = other.get(Field::year);
    std::int32_t full = from / 100 * 100 + year.get(Field::short_year) % 100;
    if (full < from) full += 100;
    year.set(Field::year, full);
    year.set(Field::short_year, TimeTerm::kUnset);
  }

  // "8 to 10 p.m.", "9 a.m. to 5", "9 to 5": a range begins before it ends, within the day.
  static void give_half_of_day(TimeTerm& clock, bool open, const TimeTerm& other, bool begins) {
    constexpr std::int32_t kNoon = 12;
    constexpr std::int32_t kFirstOfWork = 7;  // "2 to 4" are hours of the afternoon
    if (is_open(clock)) clock.set(Field::meridiem, TimeTerm::kUnset);
    if (!open) return;
    const std::int32_t hour = clock.get(Field::hour) % kNoon;
    const std::int32_t told = other.get(Field::hour, 0);
    bool late = begins ? hour + kNoon <= told : hour < told;
    if (is_open(other)) late = begins ? hour < kFirstOfWork : late || hour < kFirstOfWork;
    clock.set(Field::hour, late ? hour + kNoon : hour);
  }

  static bool is_open(const TimeTerm& clock) {
    constexpr std::int32_t kOpen = 3;
    return clock.get(Field::meridiem, 0) == kOpen;
  }

  const Grammar& grammar_;
  TimexMatches found_;
  std::vector<Item> items_;
  std::vector<Span> items_of_;  // places in items_, by atom; Span is any half-open range here
  std::vector<std::int32_t> best_;
  std::vector<std::uint32_t> choice_;
  Atom edge_;
  std::array<Step, kMaxPatternLength + 1> path_{};
  std::uint32_t start_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

TimexMatches match_timexes(std::string_view text, const Grammar& grammar) {
  return Chart(atoms_of(text, grammar.words()), grammar).fill();
}

}  // namespace dateline
