#pragma once

#include <string_view>
#include <vector>

#include "core/result.h"
#include "importers/data_files.h"
#include "importers/time/grammar.h"
#include "importers/time/holidays.h"
#include "importers/time/known_events.h"

namespace dateline {

/// What is known of one language's time expressions: rules, feasts and events with known dates.
/// Compiled once, then only read; safe to share between threads.
struct TimexRules {
  Grammar grammar;
  std::vector<Holiday> holidays;
  std::vector<KnownEvent> known_events;
};

/// Reads root/timex.rules, root/known_events.txt, <language>/timex.rules and
/// <language>/holidays.txt. Error.message names
/// the file and line that is broken.
Result<TimexRules> load_timex_rules(const DataFiles& files, std::string_view language);

}  // namespace dateline
