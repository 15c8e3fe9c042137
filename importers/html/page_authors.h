#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/html/page_facts.h"

namespace dateline {

/// Who wrote the page's story, by the surest source that says so: JSON-LD and <meta> if they name
/// persons; bylines, elements called author and links to authors near the headline; the same
/// elsewhere, if they agree; firms and login names of JSON-LD and <meta>. Empty if nothing says it.
std::vector<std::string> find_page_authors(const PageFacts& facts, std::string_view publisher,
                                           std::string_view headline);

}  // namespace dateline
