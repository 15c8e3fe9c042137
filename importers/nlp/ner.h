#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/linear_model.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Finds proper names: each word is outside of names, begins one or goes on in one, chosen greedily
/// from left to right by a linear model, twice over a document, so that what was found clearly in
/// one place helps in another.
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
};

/// 0: outside of names; 1 + 2 * label begins one, 2 + 2 * label goes on in one.
using NameTag = std::uint8_t;
constexpr int kNameTags = 9;
/// A word cannot go on in a name that the word before it is not in.
constexpr bool may_follow(NameTag before, NameTag tag) {
  return tag == 0 || tag % 2 == 1 || before == tag || before + 1 == tag;
}

/// What a list of known names tells of a word: bits of NameKnowledge.
enum NameKnowledge : std::uint8_t {
  kKnownPerson = 1,
  kKnownPlace = 2,
  kKnownGroup = 4,
  kPartOfPerson = 8,
  kPartOfPlace = 16,
  kPartOfGroup = 32
};
constexpr std::uint64_t kNameHashSeed = 77;  ///< of the hash of the lower-case words of a name
constexpr std::size_t kMaxKnownWords = 5;

/// For each word the knowledge of the names of the list that it is in. Each bit of a whole name is
/// told apart for its first word (low byte) and its others (high byte).
std::vector<std::uint16_t> known_names(std::span<const WordForm> sentence,
                                       std::string_view gazetteer);

/// Tags that a word got elsewhere in the document, most frequent one first, by word.
class NameMemory {
 public:
  void add(std::uint64_t word, NameTag tag) { seen_.push_back({word, tag}); }
  void finish();
  NameTag find(std::uint64_t word) const;  ///< 0 if it was never in a name

 private:
  struct Seen {
    std::uint64_t word;
    NameTag tag;
    friend auto operator<=>(const Seen&, const Seen&) = default;
  };
  std::vector<Seen> seen_;
};

struct NameFeatures {
  std::uint64_t hashes[96];
  std::size_t size = 0;
  std::span<const std::uint64_t> view() const { return {hashes, size}; }
};
/// The features of the word at `at`; `tags` are known before it. `memory` is null the first time.
void name_features(std::span<const WordForm> sentence, std::span<const std::uint16_t> known,
                   std::span<const NameTag> tags, const NameMemory* memory, std::size_t at,
                   NameFeatures& out);

constexpr std::string_view kNamesKind = "names";
std::uint64_t name_features_hash();

}  // namespace dateline
