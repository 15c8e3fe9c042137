#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/linear_model.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// 0: outside of names; 1 + 2 * label begins one, 2 + 2 * label goes on in one.
using NameTag = std::uint8_t;
constexpr int kNameTags = 9;
/// A word cannot go on in a name that the word before it is not in.
constexpr bool may_follow(NameTag before, NameTag tag) {
  return tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag;
}

/// Scores of a tag after another, by the case of the letters of the word that gets it.
using TagSteps = std::array<std::array<std::array<std::int32_t, kNameTags>, kNameTags>, 5>;
using TagScores = std::array<std::int32_t, kNameTags>;

/// Finds proper names: each word is outside of names, begins one or goes on in one; the best
/// sequence of a linear-chain model (a conditional random field: Lafferty, McCallum and Pereira
/// 2001), twice over a document, so that what was found in one place helps in another.
class NameTagger {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<NameTagger> load(const DataFiles& files, std::string_view language);
  static Result<NameTagger> from_model(const ModelFile& model);

  /// The names of a document, in order, without overlaps; `forms` has one for each token.
  std::vector<NameSpan> find(const Document& document, std::span<const WordForm> forms) const;

 private:
  LinearModel model_;
  std::string_view gazetteer_;  // section of hashes of known names and what they name
  TagSteps steps_{};
};

/// What a list of known names tells of a word: bits of NameKnowledge.
enum NameKnowledge : std::uint8_t {
  kKnownPerson = 1,
  kKnownPlace = 2,
  kKnownGroup = 4,
  kKnownOther = 8,
  kGivenName = 16,
  kSurname = 32,
  kTown = 64,         ///< of a long list, where many names are words too
  kPartOfName = 128,  ///< of a place or group
};
constexpr std::uint64_t kNameHashSeed = 77;  ///< of the hash of the lower-case words of a name
constexpr std::size_t kMaxKnownWords = 5;

/// For each word the knowledge of the names of the list that it is in. Each bit of a whole name is
/// told apart for its first word (low byte) and its others (high byte).
std::vector<std::uint16_t> known_names(std::span<const WordForm> sentence,
                                       std::string_view gazetteer);

/// What the first reading of a document found: how often a word was in a name of each label, and
/// how often it was written small or outside of names.
class NameMemory {
 public:
  /// What is remembered of a word; all zero if it was never seen.
  struct Trace {
    std::uint8_t label = 0;       ///< 1 + the label it had most often as part of a name
    std::uint8_t certainty = 0;   ///< 1: less than two thirds, 2: not always, 3: always
    std::uint8_t place = 0;       ///< 1 began a name, 2 went on in one, 3 both
    std::uint8_t long_label = 0;  ///< the same of names of several words, which are clearer
    std::uint8_t long_place = 0;
    bool small = false;  ///< was written small somewhere
    std::uint32_t code() const { return label + 5u * certainty + 20u * place + 80u * small; }
  };
  void add(std::span<const WordForm> sentence, std::span<const NameTag> tags);
  void finish();
  Trace find(std::uint64_t word) const;

 private:
  struct Seen {
    std::uint64_t word;
    std::uint8_t what;  // tag and kLong, or kSmall, or kCapital
    friend auto operator<=>(const Seen&, const Seen&) = default;
  };
  static Trace trace_of(std::span<const Seen> times);

  std::vector<Seen> seen_;
  std::vector<std::pair<std::uint64_t, Trace>> traces_;  // by word, once it is finished
};

struct NameFeatures {
  std::uint64_t hashes[160];
  std::size_t size = 0;
  std::size_t lexical = 0;  ///< the first so many depend on which word it is
  std::span<const std::uint64_t> view() const { return {hashes, size}; }
};

/// A sentence as its words' features need it.
class NameContext {
 public:
  NameContext(std::span<const WordForm> words, std::string_view gazetteer);

  /// The features of the word at `at`, without those of memory.
  void features(std::size_t at, NameFeatures& out) const;
  /// What lists know of a word: bits of NameKnowledge, as known_names gives them.
  std::uint16_t known(std::size_t at) const { return at < known_.size() ? known_[at] : 0; }
  /// Those that what was found elsewhere gives.
  void memory_features(std::size_t at, const NameMemory& memory, NameFeatures& out) const;

 private:
  struct Run {
    std::size_t first, last;
  };
  class Collector;

  const WordForm& word(std::size_t at) const;
  // The case of a word's letters, and whether it is the first.
  std::uint64_t letters_at(std::size_t at) const { return words_[at].letters + 8u * (at == 0); }
  static std::size_t length_of(Run run) { return std::min<std::size_t>(run.last - run.first, 6); }
  void add_word(std::size_t at, Collector& add) const;
  void add_looks(std::size_t at, Collector& add) const;
  void add_neighbours(std::size_t at, Collector& add) const;
  void add_run(std::size_t at, Collector& add) const;
  void add_lists(std::size_t at, Collector& add) const;

  std::span<const WordForm> words_;
  std::vector<std::uint16_t> known_;
  std::vector<Run> runs_;  // by word: the capitalised words around it
  std::uint64_t style_ = 0;
};

constexpr std::string_view kNamesKind = "names";
std::uint64_t step_feature(std::size_t letters, std::size_t before);
std::uint64_t name_features_hash();

/// The sequence of tags with the highest score; `letters` has
/// the case of each word (WordForm::Case), `scores` what speaks for each of its tags.
void best_tags(std::span<const std::uint8_t> letters, std::span<const TagScores> scores,
               const TagSteps& steps, std::span<NameTag> tags);

}  // namespace dateline
