#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/nlp/model_file.h"

namespace dateline {

/// What a noun or verb is about: some of the lexicographers' files of WordNet (Miller 1995),
/// counted from 1, nouns and verbs apart.
enum class WordClass : std::uint8_t {
  noun_communication = 8,
  noun_group = 12,
  noun_person = 16,
  verb_communication = 4
};

/// What a dictionary knows of a word, whatever sentence it stands in. All 0 if it is not there.
struct WordFacts {
  /// What the word can be: bits of `readings`.
  enum Reading : std::uint16_t {
    noun = 1 << 0,
    plural = 1 << 1,
    name = 1 << 2,  ///< a noun that is written with a capital
    verb = 1 << 3,
    third_person = 1 << 4,
    past = 1 << 5,  ///< or past participle
    gerund = 1 << 6,
    adjective = 1 << 7,
    comparative = 1 << 8,
    superlative = 1 << 9,
    adverb = 1 << 10,
  };
  std::uint16_t readings = 0;
  std::uint8_t noun_class = 0;  ///< of its most frequent sense as a noun (person, time); 0: none
  std::uint8_t verb_class = 0;  ///< the same as a verb (communication, motion)
  /// 1 to 4: it is most often a noun, verb, adjective, adverb; 5 to 8: nearly always; 0: unknown.
  std::uint8_t commonest = 0;

  friend auto operator<=>(const WordFacts&, const WordFacts&) = default;
};

/// A dictionary of single words, which are found by their hash. One word of ten thousand that it
/// does not have is taken for another. Without a model it knows no word.
class WordLexicon {
 public:
  /// Error.message names the file and what is wrong with it.
  static Result<WordLexicon> load(const DataFiles& files, std::string_view language);
  static Result<WordLexicon> from_model(const ModelFile& model);

  /// `lower`: WordForm::lower.
  WordFacts find(std::uint64_t lower) const;

 private:
  std::string_view facts_, buckets_, rows_;
};

constexpr std::string_view kWordLexiconKind = "words";
/// A lexicon's model file. Keys: WordForm::lower.
std::string word_lexicon_bytes(const std::map<std::uint64_t, WordFacts>& words);
std::uint64_t word_lexicon_hash();

}  // namespace dateline
