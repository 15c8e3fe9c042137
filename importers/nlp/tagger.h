#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/hash.h"
#include "importers/nlp/linear_model.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// What a tagger tells of a word in its context.
struct Tag {
  Pos pos = Pos::none;
  Features features;

  friend constexpr bool operator==(const Tag&, const Tag&) = default;
};

/// The tag that a model predicts for a gold one: features that the word itself tells (number and
/// person of pronouns, determiners and finite verbs but the third person) are left out.
Tag coarse(Tag tag);

/// Part-of-speech tagger with a model of its own: each sentence twice from left to right, greedily;
/// the second time it knows the first time's tags to the right.
class Tagger {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<Tagger> load(const DataFiles& files, std::string_view language);
  static Result<Tagger> from_model(const ModelFile& model);

  /// Sets pos and features of every token, from `forms`, which has one for each.
  void tag(Document& document, std::span<const WordForm> forms) const;

 private:
  void pass(std::span<const WordForm> forms, std::span<const std::uint8_t> ahead,
            const LinearModel& model, std::span<std::uint8_t> tags) const;
  Features features_of(const WordForm& form, const Tag& tag) const;

  std::vector<Tag> tags_;
  // Section of words that always have one tag: hash as written, tag.
  std::string_view frequent_;
  // Section of words of closed classes: closed_key, number and person.
  std::string_view closed_;
  LinearModel first_, second_;
};

constexpr std::size_t kMaxTaggerFeatures = 64;
/// Features of one decision, for the model and its training.
struct TaggerFeatures {
  std::uint64_t hashes[kMaxTaggerFeatures];
  std::size_t size = 0;

  std::span<const std::uint64_t> view() const { return {hashes, size}; }
};

/// The features of the word at `at` in a sentence, whose tags before `at` are known. `ahead`: tags
/// of the whole sentence from the first time, or empty the first time.
void tagger_features(std::span<const WordForm> sentence, std::span<const std::uint8_t> tags,
                     std::span<const std::uint8_t> ahead, std::size_t at, TaggerFeatures& out);

// The sections of a tagger's model file.
constexpr std::string_view kTaggerKind = "tagger";
std::string tag_bytes(std::span<const Tag> tags);
constexpr std::uint64_t closed_key(const WordForm& form, Pos pos) {
  return hash_with(form.lower, static_cast<std::uint64_t>(pos));
}

/// Changes whenever tagger_features or the word forms do.
std::uint64_t tagger_features_hash();

}  // namespace dateline
