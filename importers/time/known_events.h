#pragma once

#include <string_view>
#include <vector>

#include "core/calendar.h"
#include "core/result.h"
#include "importers/time/vocabulary.h"

namespace dateline {

/// An event whose days everybody knows, under one of its names.
struct KnownEvent {
  std::vector<std::uint32_t> name;  ///< words of the vocabulary
  Day first, last;
};

/// Reads "name | other name = first/last", one event a line; adds its words to the vocabulary.
/// `path` is for messages.
Result<std::vector<KnownEvent>> read_known_events(std::string_view path, std::string_view text,
                                                  Vocabulary& words);

}  // namespace dateline
