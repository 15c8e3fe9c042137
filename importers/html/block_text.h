#pragma once

#include "core/text.h"
#include "importers/html/blocks.h"
#include "importers/html/tree.h"

namespace dateline {

/// The text of blocks of a page, paragraphs parted by an empty line: references resolved, white
/// space collapsed, except that lines of <pre> and those that <br> ends stay lines. `page` is the
/// Text whose view the tree was built on.
Text text_of_blocks(const Text& page, const HtmlTree& tree, const HtmlBlocks& story);

}  // namespace dateline
