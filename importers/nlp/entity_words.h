#pragma once

#include <string>
#include <string_view>

#include "core/mention.h"
#include "core/result.h"
#include "importers/nlp/pronoun_weights.h"
#include "importers/word_lists.h"

namespace dateline {

/// What is known of the words for people, bodies and places in one language (entity_words.txt,
/// countries.txt, pronouns.txt). Words are asked for in lower case unless said otherwise.
class EntityWords {
 public:
  /// Error.message names the file and line that is broken.
  static Result<EntityWords> load(const DataFiles& files, std::string_view language);

  bool has(std::string_view section, std::string_view word) const;
  /// The kind of entity that a common noun stands for; empty if it stands for none.
  std::optional<EntityKind> kind_of_noun(std::string_view lemma) const;

  const PronounWeights& pronouns() const { return pronouns_; }

  /// A state by one of its names, adjectives or peoples as written ("Russian"); empty if none.
  /// The answer is the name to show.
  std::string_view state_named(std::string_view name) const { return find(states_, name); }
  std::string_view state_of_adjective(std::string_view word) const {
    return find(adjectives_, word);
  }
  std::string_view state_of_people(std::string_view word) const { return find(peoples_, word); }
  std::string_view state_of_capital(std::string_view name) const { return find(capitals_, name); }
  /// ISO 3166-1 alpha-3 of a state by its name to show.
  std::string_view code_of_state(std::string_view state) const { return find(codes_, state); }

 private:
  using Names = WordTable<std::string>;

  static std::string_view find(const Names& in, std::string_view word);
  static void add(Names& to, std::string_view names, std::string_view state);

  WordLists lists_;
  PronounWeights pronouns_;
  Names states_, adjectives_, peoples_, capitals_, codes_;
};

}  // namespace dateline
