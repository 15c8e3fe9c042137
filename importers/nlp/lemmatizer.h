#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/hash.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// How a lemma is made of a word: bytes cut off its end, others put in their place.
struct LemmaEdit {
  static constexpr std::uint8_t kAll = 255;

  bool keeps_case = false;  ///< else the word is put in lower case first
  std::uint8_t cut = 0;     ///< bytes; kAll: the whole word
  std::string add;

  std::string apply(std::string_view word) const;
  friend auto operator<=>(const LemmaEdit&, const LemmaEdit&) = default;
};
LemmaEdit lemma_edit(std::string_view word, std::string_view lemma);

/// A word as its lemma depends on it. `first`: of its sentence; elsewhere a capital tells names and
/// the adjectives in them, which keep it.
struct LemmaQuestion {
  const WordForm* form = nullptr;
  const Token* token = nullptr;
  bool first = false;
};

/// Gives words their lemmas: what training saw of the word with its tag, or else of the longest
/// known ending with its tag.
class Lemmatizer {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<Lemmatizer> load(const DataFiles& files, std::string_view language);
  static Result<Lemmatizer> from_model(const ModelFile& model);

  /// Sets the lemma of every token, from its tag and `forms`, which has one for each.
  void lemmatize(Document& document, std::span<const WordForm> forms) const;

 private:
  std::uint16_t edit_of(const LemmaQuestion& question) const;

  std::vector<LemmaEdit> edits_;
  std::string_view table_;  // section of keys and numbers of edits
};

// The sections of a lemmatizer's model file.
constexpr std::string_view kLemmatizerKind = "lemmas";
std::string edit_bytes(std::span<const LemmaEdit> edits);
/// The word, or its ending of `length` code points (from 1), with what its tag tells.
std::uint64_t lemma_key(const LemmaQuestion& question);
std::uint64_t lemma_key(const LemmaQuestion& question, std::size_t length);
std::uint64_t lemmatizer_features_hash();

}  // namespace dateline
