#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/dense_layer.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/role_features.h"
#include "importers/nlp/roleset_lexicon.h"
#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Finds predicates and who does what to whom, when and where, with PropBank's labels. A network
/// reads the sentence with its tree (SentenceEncoder); each word that the lexicon knows as a
/// predicate gets the roleset that fits best, or none; each word that the tree offers as the head
/// of an argument (Xue and Palmer 2004) gets the label that fits best, or none.
class RoleLabeler {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<RoleLabeler> load(const DataFiles& files, std::string_view language);
  static Result<RoleLabeler> from_model(const ModelFile& model);

  /// Sets the frames of a document, in order of the text, from its tags, lemmas and trees; `forms`
  /// has one for each token. ARG0 to ARG5 are given once in a frame, and no arguments overlap.
  void label(Document& document, const Tree& tree, std::span<const WordForm> forms) const;

 private:
  struct Scratch;
  /// A label that would suit a candidate better than none.
  struct Offer {
    float margin = 0;  ///< over none
    std::uint32_t candidate = 0, label = 0;
  };

  void label_piece(Document& document, TokenRange piece, const Tree& tree, Scratch& scratch) const;
  void find_arguments(const Document& document, TokenRange piece, const Tree& tree, Frame& frame,
                      Scratch& scratch) const;
  std::uint32_t roleset_of(RolesetEntry entry, const float* question, Scratch& scratch) const;
  void add_vectors(std::span<const std::uint64_t> keys, Scratch& scratch) const;
  void score_candidates(const Frame& frame, TokenRange piece, Scratch& scratch) const;
  void choose_arguments(Frame& frame, Scratch& scratch) const;

  SentenceEncoder encoder_;
  RolesetLexicon lexicon_;
  std::vector<std::string> labels_;  // the first is none
  KeyTable pair_keys_;
  std::string_view pair_vectors_;
  DenseLayer questions_, scores_;
};

/// Whether a frame has a label at most once.
bool is_core_argument(std::string_view label);

// The sections of a model of roles; those of the encoder follow them.
constexpr std::string_view kRolesKind = "roles";
enum class RoleSection : std::size_t {
  labels,
  entries,
  rows,
  vectors,
  pair_keys,
  pair_vectors,
  questions,
  scores,
  encoder
};

}  // namespace dateline
