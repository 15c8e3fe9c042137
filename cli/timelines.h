#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "cli/reporter.h"
#include "core/result.h"
#include "core/timeline.h"

namespace dateline {

/// The timelines in the inputs, in order; files may be packed. What cannot be used is named on
/// standard error, and counted as skipped.
std::vector<Timeline> load_timelines(const std::vector<std::string>& operands, Console& console,
                                     Reporter& reporter);

/// The one timeline in one file. Error.message is whole, ready to be shown.
Result<Timeline> load_timeline(const std::string& operand, Console& console);

}  // namespace dateline
