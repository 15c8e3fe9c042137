#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/token.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// What a parser knows of a word before it parses.
struct ParserWord {
  std::uint64_t word = 0;    ///< lower case
  std::uint64_t suffix = 0;  ///< its last three letters
  std::uint32_t tag = 0;     ///< part of speech, verb form, tense and number; 0 outside a sentence
  std::uint32_t pos = 0;
};
ParserWord parser_word(const WordForm& form, const Token& token);

/// A transition of the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011).
///
/// shift moves the next word to the stack; left makes the next word the head of the stack's top,
/// right makes the word under the top its head; both remove the top. After exactly 2n - 1 of them
/// one word is left, the root: any sequence gives one tree with one root.
struct Transition {
  enum class Kind : std::uint8_t { shift, left, right };
  Kind kind = Kind::shift;
  Relation relation = Relation::none;

  friend constexpr bool operator==(Transition, Transition) = default;
};

/// A sentence that is being parsed.
class ParserState {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// The words found so far to depend on one word, on one of its sides.
  struct Side {
    std::uint32_t outermost = kNone, second = kNone;
    std::uint32_t count = 0;
    std::uint64_t relations = 0;  ///< a bit for each relation
  };

  explicit ParserState(std::uint32_t words)
      : heads_(words, kNone), relations_(words, Relation::none), left_(words), right_(words) {}

  std::uint32_t words() const { return static_cast<std::uint32_t>(heads_.size()); }
  bool is_done() const { return next_ == words() && stack_.size() <= 1; }
  bool allows(Transition::Kind kind) const;
  void apply(Transition transition);

  /// The word `depth` under the top of the stack, or `ahead` of the next; kNone if there is none.
  std::uint32_t stack(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNone;
  }
  std::uint32_t buffer(std::uint32_t ahead) const {
    return ahead < words() - next_ ? next_ + ahead : kNone;
  }
  std::span<const std::uint32_t> whole_stack() const { return stack_; }

  /// kNone for the root, and until it is known.
  std::uint32_t head(std::uint32_t word) const { return heads_[word]; }
  Relation relation(std::uint32_t word) const { return relations_[word]; }
  const Side& left(std::uint32_t word) const { return left_[word]; }
  const Side& right(std::uint32_t word) const { return right_[word]; }

 private:
  void attach(std::uint32_t word, std::uint32_t head, Side& side, Relation relation);

  std::vector<std::uint32_t> heads_, stack_;
  std::vector<Relation> relations_;
  std::vector<Side> left_, right_;
  std::uint32_t next_ = 0;
};

constexpr std::size_t kMaxParserFeatures = 128;
struct ParserFeatures {
  std::array<std::uint64_t, kMaxParserFeatures> hashes;
  std::size_t size = 0;

  std::span<const std::uint64_t> view() const { return {hashes.data(), size}; }
};

/// The features of a state, after Zhang and Nivre (2011). `sentence` has one word for each of the
/// state's.
void parser_features(const ParserState& state, std::span<const ParserWord> sentence,
                     ParserFeatures& out);

/// Changes whenever parser_features or the words do.
std::uint64_t parser_features_hash();

}  // namespace dateline
