#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/document.h"
#include "importers/data_files.h"
#include "importers/nlp/dense_layer.h"
#include "importers/nlp/model_file.h"
#include "importers/nlp/sentence_encoder.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Longer sentences, which are none but lists and damage, are parsed in pieces of so many words:
/// the time of a tree grows with the square of them.
constexpr std::uint32_t kMaxParsedWords = 256;

/// Dependency parser: a network scores every head for every word (Dozat and Manning 2017), and the
/// sentence gets the best tree with one root.
class Parser {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<Parser> load(const DataFiles& files, std::string_view language);
  static Result<Parser> from_model(const ModelFile& model);

  /// Sets head and relation of every token, from its tag and `forms`, which has one for each. A
  /// sentence that is parsed in pieces gets a diagnostic, "sentence-too-long".
  void parse(Document& document, std::span<const WordForm> forms) const;

 private:
  struct Scratch {
    EncoderScratch encoder;
    std::vector<WordKeys> keys;
    std::vector<TokenRange> sentences;  // of the keys
    std::vector<std::uint32_t> trees;  // for each word its head in its sentence, from 1 on; 0: none
    std::vector<std::int32_t> sums;
    std::vector<float> roles, asked, scores, labels, pairs;
    std::vector<std::int16_t> numbers, heads;
  };

  void parse_block(Document& document, std::span<const TokenRange> block,
                   std::span<const WordForm> forms, Scratch& scratch) const;
  void find_roles(NumberRows states, Scratch& scratch) const;
  void ask_for_heads(Scratch& scratch) const;
  void score_heads(std::span<const Token> words, TokenRange sentence, std::size_t heads,
                   Scratch& scratch) const;
  void label(Document& document, std::span<const TokenRange> block, Scratch& scratch) const;

  SentenceEncoder encoder_;
  std::vector<Relation> relations_;
  std::vector<float> distances_, root_;
  DenseLayer roles_, arcs_, labels_;
};

/// What the parser is told of a word's tag: part of speech, verb form, tense, and number of nouns.
std::uint64_t parser_tag(const Token& token);
/// Its key to the length of an arc, of so many words to the right: below kDistances.
constexpr std::size_t kDistances = 16;
std::size_t distance_class(std::int32_t words);
constexpr std::size_t kPosCount = static_cast<std::size_t>(Pos::x) + 1;

// The sections of a parser's model file; those of the encoder follow them.
constexpr std::string_view kParserKind = "parser";
enum class ParserSection : std::size_t { relations, distances, root, roles, arcs, labels, encoder };
/// Changes whenever what the parser knows of words does.
std::uint64_t parser_features_hash();

/// How negative numbers pass between the parser's layers.
constexpr float kLeak = 0.1f;

}  // namespace dateline
