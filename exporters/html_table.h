#pragma once

#include <string>

#include "core/timeline.h"

namespace dateline {

/// The events as an HTML table in order of time, for readers without scripts.
std::string html_table(const Timeline& timeline);

}  // namespace dateline
