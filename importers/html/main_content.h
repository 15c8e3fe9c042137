#pragma once

#include <string_view>

#include "importers/html/blocks.h"
#include "importers/html/tree.h"

namespace dateline {

/// Finds the story of a page: the part of the tree with the most prose and the fewest links, less
/// what its marks, its links and its words tell to be furniture. After readability (Arc90, 2010)
/// and jusText (Pomikálek 2011) in its signs, not in its sums: each block votes with its words for
/// all elements around it, links vote against them, and the best element is narrowed as long as
/// little is lost. Blocks that repeat an earlier one are left out.
///
/// `title`: the headline, as far as known, which is then not part of the answer.
HtmlBlocks find_main_content(const HtmlTree& tree, std::string_view title);

}  // namespace dateline
