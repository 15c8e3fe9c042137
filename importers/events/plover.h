#pragma once

#include <string>
#include <string_view>

#include "core/event_mention.h"
#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// What types of events are called in the PLOVER ontology (github.com/openeventdata/PLOVER), which
/// codes who does what to whom among states, parties and groups: "AGREE", "THREATEN", "AID".
class PloverCodes {
 public:
  /// Error.message names the file and line that is broken.
  static Result<PloverCodes> load(const DataFiles& files, std::string_view language);

  /// The code of an event of a type, with that lemma, as it is told: what is only promised is
  /// agreed to or threatened, what is asked for is demanded. Empty if it has none.
  std::string_view code(std::string_view type, std::string_view lemma,
                        const Factuality& factuality) const;

 private:
  using Codes = WordTable<std::string>;
  static std::string_view find(const Codes& in, std::string_view word);
  Codes* table(std::string_view kind);

  Codes types_, words_, ahead_, asked_, not_;
};

}  // namespace dateline
