#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event_mention.h"
#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// What may have to hold where a word stands, so that a row of timeml.txt decides about it. The
/// file says what each means.
enum class TimemlCondition : std::uint8_t {
  clause,
  quotation,
  infinitive,
  event,
  content,
  object,
  known,
  of,
};

/// One row of timeml.txt, for one of its words.
struct TimemlRow {
  std::optional<EventClass> event_class;    ///< empty: the word is no event
  std::vector<TimemlCondition> conditions;  ///< all must hold
};
/// In the order of the file; the first that holds decides.
using TimemlRows = std::vector<TimemlRow>;

/// The words that TimeML annotates as events (timeml.txt). The timeline has another notion of an
/// event: EventLexicon.
class TimemlWords {
 public:
  /// Error.message names the line that is broken.
  static Result<TimemlWords> parse(std::string_view file);
  /// From timeml.txt of a language.
  static Result<TimemlWords> load(const DataFiles& files, std::string_view language);

  /// Null if the word is not known. `lemma` is lower case, with another word as "find_out".
  const TimemlRows* verb(std::string_view lemma) const { return find(verbs_, lemma); }
  const TimemlRows* noun(std::string_view lemma) const { return find(nouns_, lemma); }
  const TimemlRows* adjective(std::string_view lemma) const { return find(adjectives_, lemma); }

 private:
  using Table = WordTable<TimemlRows>;

  static const TimemlRows* find(const Table& in, std::string_view lemma);
  std::string add(std::string_view line);    // what is wrong with it; "" if nothing is
  Table* words_named(std::string_view pos);  // null if it is no part of speech of the file

  Table verbs_, nouns_, adjectives_;
};

}  // namespace dateline
