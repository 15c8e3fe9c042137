#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/dense_layer.h"
#include "importers/nlp/hash.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// What a tagger tells of a word in its context.
struct PosTag {
  Pos pos = Pos::none;
  Features features;

  friend constexpr bool operator==(const PosTag&, const PosTag&) = default;
};

/// The tag that a model predicts for a gold one: features that the word itself tells (number and
/// person of pronouns, determiners and finite verbs but the third person) are left out.
PosTag coarse(PosTag tag);

/// Part-of-speech tagger: a network reads the whole sentence, and gives each word the tag that
/// scores best.
class Tagger {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<Tagger> load(const DataFiles& files, std::string_view language);
  static Result<Tagger> from_model(const ModelFile& model);

  /// Sets pos and features of every token, from `forms`, which has one for each.
  void tag(Document& document, std::span<const WordForm> forms) const;

 private:
  struct Scratch {
    EncoderScratch encoder;
    std::vector<WordKeys> keys;
    std::vector<TokenRange> sentences;
    std::vector<std::int32_t> sums;
    std::vector<float> scores;
  };

  void tag_block(Document& document, std::span<const TokenRange> block,
                 std::span<const WordForm> forms, Scratch& scratch) const;
  Features features_of(const WordForm& form, const PosTag& tag) const;

  std::vector<PosTag> tags_;
  // Section of words of closed classes: closed_key, number and person.
  std::string_view closed_;
  SentenceEncoder encoder_;
  DenseLayer scores_;
};

/// Longer sentences are tagged in pieces, so that no list takes more room than it is worth.
constexpr std::uint32_t kMaxTaggedWords = 1024;

// The sections of a tagger's model file; those of the encoder follow them.
constexpr std::string_view kTaggerKind = "tagger";
enum class TaggerSection : std::size_t { tags, closed, scores, encoder };
std::string tag_bytes(std::span<const PosTag> tags);
constexpr std::uint64_t closed_key(const WordForm& form, Pos pos) {
  return hash_with(form.lower, static_cast<std::uint64_t>(pos));
}

}  // namespace dateline
