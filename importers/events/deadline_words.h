#pragma once

#include <cstdint>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/word_table.h"

namespace dateline {

/// The sections of deadlines.txt, where each is described.
enum class DeadlineWord : std::uint8_t {
  window,
  closing,
  owed,
  due,
  lasting,
  obliging,
  instrument,
  under,
  passing,
  naming,
  holding,
  setting,
  missing,
  meeting,
  counted,
  asking,
  due_only,
  restarting,
  waiting,
  drifting,
  halting,
  accepting,
  then,
  timed,
  stock
};

/// The words of deadlines.txt.
class DeadlineWords {
 public:
  /// Error.message names the file and the line that is broken.
  static Result<DeadlineWords> load(const DataFiles& files, std::string_view language);

  bool is(DeadlineWord section, std::string_view lemma) const;

 private:
  WordTable<std::uint32_t> sections_;  // a bit each
};

}  // namespace dateline
