#pragma once

#include <string>
#include <vector>

#include "core/article.h"

namespace dateline {

/// A JSON list of what was repaired: start and end (bytes of the input, half-open), broken, fixed,
/// table, confidence. One repair a line; "[]" and a line's end if there was none.
std::string repair_report_json(const std::vector<Repair>& repairs);

}  // namespace dateline
