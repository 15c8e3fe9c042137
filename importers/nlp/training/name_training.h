#pragma once

#include <string>
#include <vector>

#include "core/result.h"

namespace dateline {

/// A name finder's model file, learnt from columns (token, IOB2 tag over PER, ORG, LOC, MISC; "#
/// doc = ..." lines), patterns (name_patterns.h) and lists of known names (name_lists.h), told
/// apart by the names of their files. A corpus that marks no MISC does not teach that there is
/// none.
Result<std::string> train_names(const std::vector<std::string>& paths);

}  // namespace dateline
