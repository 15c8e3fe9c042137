#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace dateline {

/// Writes one row of tab-separated values. Tabs, line ends and other control characters within a
/// value become spaces, so a row is always one line.
void write_row(std::ostream& out, const std::vector<std::string>& values);

}  // namespace dateline
