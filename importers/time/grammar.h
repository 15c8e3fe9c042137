#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"
#include "core/timex.h"
#include "importers/time/atoms.h"
#include "importers/time/term.h"
#include "importers/time/vocabulary.h"

namespace dateline {

/// Longest pattern of a rule, in atoms and categories; it bounds the work done at each atom.
constexpr std::size_t kMaxPatternLength = 14;

/// A line under a rule that says what it must, or must not, find. The words meant stand in square
/// brackets if there are others: "it rained on [last Friday]".
struct TimexExample {
  bool must_match = true;
  std::string text;
  std::string published;  ///< date of publication, ISO; may be empty
  std::string value;      ///< TIMEX3 value; empty: any
  std::string mod;
  std::uint32_t line = 0;
};

/// The functions that rules make values with (docs/rules.md).
enum class ValueFunction : std::uint8_t {
  number,
  sum,
  product,
  date,
  shift,
  duration,
  set,
  reference,
  change,
  join,
  range,
  only
};

/// One argument of a value function: a constant, or what a category of the pattern caught.
struct ValueArgument {
  enum class Kind : std::uint8_t { field, count, more, of, first, second };
  Kind kind = Kind::field;
  TimeTerm::Field field = TimeTerm::Field::year;
  double constant = 0;
  std::int8_t capture = -1;  ///< place among the rule's labels; -1: the constant
  bool negative = false;     ///< the capture's value is taken with a minus
};

/// A class of words that must, or must not, stand beside the match.
struct BesideClass {
  std::uint32_t symbol = 0;
  bool left = true, wanted = true;
};

struct TimexRule {
  std::string name;
  std::uint32_t line = 0;
  std::uint32_t head = 0;        ///< symbol of what the rule makes: {date}, {number} ...
  bool is_timex = false;         ///< heads DATE, TIME, DURATION, SET
  bool is_false_friend = false;  ///< head NOTHING: takes its words away from other rules
  TimexType type = TimexType::date;
  ValueFunction function = ValueFunction::date;
  std::vector<ValueArgument> arguments;
  std::vector<BesideClass> beside;
  std::vector<std::string> labels;  ///< of the pattern's categories
  std::vector<TimexExample> examples;
};

/// A rule with its options taken or left: one plain sequence of the trie.
struct RuleVariant {
  std::uint32_t rule = 0;
  std::vector<std::int8_t> label_of;  ///< for each element its label's place; -1 if it has none
};

/// Rules and categories of one language, compiled: a trie over symbols (words and categories),
/// walked at every atom. Built by read_grammar, then only read.
class Grammar {
 public:
  /// A category that a word belongs to.
  struct Membership {
    std::uint32_t category = 0;
    std::int32_t value = 0;
    bool capital = false;  ///< only when it is written with a capital
  };
  /// A category of numbers written in digits: 1..31, 00..59.
  struct DigitRange {
    std::uint32_t category = 0;
    std::uint32_t low = 0, high = 0;
    std::uint8_t min_width = 1, max_width = 9;
  };
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;

  const Vocabulary& words() const { return words_; }
  /// For words that are looked for beside the rules (names of known events).
  Vocabulary& words() { return words_; }
  const std::vector<TimexRule>& rules() const { return rules_; }
  const std::vector<DigitRange>& digit_ranges() const { return digit_ranges_; }
  std::span<const Membership> memberships(std::uint32_t word) const;
  bool belongs(const Atom& atom, std::uint32_t category) const;
  /// The symbol of a category; Vocabulary::kUnknown if no rule names it.
  std::uint32_t category(std::string_view name) const;

  /// The trie's node after `symbol` at `node` (0 is the root), or kNowhere. A glued edge wants
  /// nothing between it and the atom before.
  std::uint32_t step(std::uint32_t node, std::uint32_t symbol, bool glued) const;
  const std::vector<RuleVariant>& variants_at(std::uint32_t node) const { return accepted_[node]; }

 private:
  friend class GrammarBuilder;

  struct Edge {
    std::uint64_t key = ~0ull;
    std::uint32_t to = kNowhere;
  };

  std::size_t slot_of(std::uint64_t key) const;

  Vocabulary words_;
  std::vector<std::vector<Membership>> memberships_;  // by word
  std::vector<DigitRange> digit_ranges_;
  std::vector<TimexRule> rules_;
  std::vector<Edge> edges_;  // open addressing; a power of two, at most half full
  std::size_t edge_count_ = 0;
  std::vector<std::vector<RuleVariant>> accepted_;  // by node
};

/// Reads rule files (docs/rules.md) into one grammar, in order. Error.message begins with
/// "file:line: ".
struct RuleFile {
  std::string_view name, text;
};
Result<Grammar> read_grammar(const std::vector<RuleFile>& files);

}  // namespace dateline
