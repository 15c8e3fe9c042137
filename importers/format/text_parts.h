#pragma once

#include <string_view>
#include <vector>

#include "core/span.h"

namespace dateline {

/// The articles of a plain text, if it holds several: parts between page breaks or lines of one
/// sign ("=====", "* * *"), each of which begins as articles do, with a headline on a line of its
/// own and, soon below it, who wrote it, when, or from where. One part if a single one does not:
/// such lines stand within stories too.
std::vector<Span> article_parts(std::string_view text);

}  // namespace dateline
