#pragma once

#include <vector>

#include "importers/text/document_characters.h"

namespace dateline {

/// Symbols without a gap, and the classes of what stands before and after them.
struct Stretch {
  std::vector<Symbol> symbols;
  CharacterModel::Class before = 0, after = 0;
};

/// A broken sequence that is believed.
struct Finding {
  std::size_t first = 0;  ///< index into the stretch's symbols
  BrokenSequence sequence;
  float gain = 0;  ///< bits by which it is likelier than what the text shows
};

/// How a stretch is best read.
struct Untangled {
  float gain = 0;            ///< bits by which the reading is likelier than the text as it is
  std::uint32_t broken = 0;  ///< characters that were broken
  std::uint32_t whole = 0;   ///< characters beyond ASCII that were not
};

/// Finds the likeliest reading of stretches, where each place is whole, or noise, or a broken
/// sequence of one misreading (a Viterbi search over three states; linear in the symbols).
class Untangler {
 public:
  Untangler(const CharacterModel& model, const Misreadings& misreadings,
            const Misreading& misreading, const DocumentCharacters& characters);

  /// Share of the characters beyond ASCII that are taken to be broken, in (0,1).
  void expect_broken(float share);
  /// Appends to `findings` unless it is null.
  Untangled read(const Stretch& stretch, std::vector<Finding>* findings);

 private:
  enum State : std::uint8_t { kWhole, kNoise, kBroken, kStates };
  struct Cell {
    float cost[kStates];
    State from[kStates];
    CharacterModel::Class type[kStates];  // of the last character read
    BrokenSequence sequence;              // that ends here, in state kBroken
  };

  void start(const Stretch& stretch);
  void read_symbol(const Symbol& symbol, std::size_t at);
  void read_sequence(const BrokenSequence& sequence, std::size_t at);
  void arrive(std::size_t at, State state, State from, float cost, CharacterModel::Class type);
  float step(const Cell& cell, State from, CharacterModel::Class next) const;
  float cost_as_shown(const Stretch& stretch, std::size_t first, std::size_t last) const;
  State cheapest_end(CharacterModel::Class after, float& cost) const;
  Untangled trace(const Stretch& stretch, State state, std::vector<Finding>* findings) const;
  Finding finding_at(const Stretch& stretch, std::size_t end) const;

  const CharacterModel& model_;
  const Misreadings& misreadings_;
  const Misreading& misreading_;
  const DocumentCharacters& characters_;
  float broken_cost_ = 0, whole_cost_ = 0;
  std::vector<Cell> cells_;
};

}  // namespace dateline
