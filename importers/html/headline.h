#pragma once

#include <string>

#include "importers/html/page_facts.h"

namespace dateline {

/// The headline of the page's story: the heading that agrees best with what the page calls itself;
/// failing that, that name without the site's. Empty if the page has neither.
std::string find_headline(const PageFacts& facts);

}  // namespace dateline
