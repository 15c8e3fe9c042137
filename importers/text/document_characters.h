#pragma once

#include <array>
#include <vector>

#include "importers/text/alphabets.h"
#include "importers/text/broken_sequence.h"
#include "importers/text/repair_hints.h"

namespace dateline {

/// What the characters of one document say about themselves: those that belong to no broken
/// sequence are its own, and make the like of them less surprising; and letters that its language
/// is not written with are more so.
class DocumentCharacters {
 public:
  explicit DocumentCharacters(const CharacterModel& model);

  void clear();
  /// A character of the document's own.
  void add(const Symbol& symbol);
  /// A character that a broken sequence may stand for: it has a say in the language only.
  void suppose(char32_t character);
  /// To be called after the last add() and suppose().
  void settle();

  /// Whether the document has the character, unbroken.
  bool has(char32_t character) const { return character < kTable && counts_[character] > 0; }
  /// As CharacterModel::within_class, in the light of this document: of a character that it shows.
  float cost_shown(char32_t character) const {
    if (character < kTable && costs_[character] > 0) return costs_[character];
    return model_.within_class(character) + foreign_cost(character);
  }
  /// The same of a character that a broken sequence may stand for: if the document's own are many,
  /// and it is not among them, it is the less likely.
  float cost_supposed(char32_t character, CharacterModel::Class type) const {
    if (has(character)) return cost_shown(character);
    return cost_shown(character) + unseen_[type] + hints_.doubt(character);
  }

 private:
  static constexpr char32_t kTable = 0x10000;

  void settle_language();
  float foreign_cost(char32_t character) const;

  const CharacterModel& model_;
  const Alphabets& alphabets_;
  const RepairHints& hints_;
  std::vector<std::uint32_t> counts_;    // of add()
  std::vector<std::uint32_t> supposed_;  // of suppose()
  std::vector<char32_t> noted_;          // characters with either count
  std::vector<float> costs_;             // of those; zero for all others
  std::array<std::uint32_t, 256> class_counts_{};
  std::array<float, 256> unseen_{};
  Alphabets::Mask language_ = 0;  // several if they account for the letters equally well
};

}  // namespace dateline
