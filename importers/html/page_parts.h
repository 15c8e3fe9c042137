#pragma once

#include <vector>

#include "importers/html/page_marks.h"
#include "importers/html/tree.h"

namespace dateline {

/// For each node of a page, whether it is an element that its marks tell to be no part of a story:
/// navigation, comments, forms. A mark that most of the page's text stands under is not believed,
/// since layouts call their columns and widgets by such names too.
std::vector<bool> parts_without_story(const HtmlTree& tree, const PageMarks& marks);

}  // namespace dateline
