#pragma once

#include <array>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"

namespace dateline {

/// What speaks for a chain as that which a pronoun stands for, seen where it was last spoken of.
enum class PronounClue : std::uint8_t {
  bias,             ///< always: against nobody
  same_sentence,    ///< spoken of in the sentence of the pronoun
  sentence_before,  ///< in the one before
  two_before,       ///< in the one before that
  rank,             ///< how many others were spoken of since (log2 of one more)
  distance,         ///< in tokens (log2)
  subject,          ///< it was a subject
  main_subject,     ///< of the main clause
  object,
  possessive,
  oblique,
  aside,         ///< in apposition, or part of another noun
  coordinated,   ///< "... and it"
  pronoun,       ///< by a pronoun
  name,          ///< by its name
  named,         ///< it has a name at all
  often,         ///< how often it was spoken of (log2 of one more)
  early,         ///< in the first two sentences
  gender,        ///< known to be that of the pronoun
  same_role,     ///< subject and subject, object and object, possessive and possessive
  both_subject,  ///< subject and subject
  both_possessive,
  co_argument,       ///< argument of the verb that the pronoun is an argument of
  owner_is_subject,  ///< "she ... her": a possessive in the clause that it is the subject of
  subject_above,     ///< subject of a clause that holds the pronoun's
  opens_sentence,
  ahead,  ///< it comes only later in the sentence: "after his death, Quill ..."
};
inline constexpr std::size_t kPronounClues = 27;

/// By PronounClue.
using PronounClues = std::array<double, kPronounClues>;

/// How much each clue counts, by what the pronoun can stand for: a person, a thing, several.
struct PronounWeights {
  std::array<PronounClues, 3> of{};

  /// From pronouns.txt of a language. Error.message names the line that is broken.
  static Result<PronounWeights> load(const DataFiles& files, std::string_view language);
};

}  // namespace dateline
