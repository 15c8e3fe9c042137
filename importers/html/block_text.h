#pragma once

#include "core/text.h"
#include "importers/html/blocks.h"
#include "importers/html/tree.h"
#include "importers/text/repair.h"

namespace dateline {

/// The text of blocks of a page, paragraphs parted by an empty line: references resolved, white
/// space collapsed, except that lines of <pre> and those that <br> ends stay lines. Soft hyphens
/// are dropped and no-break spaces made spaces, but for those behind a character beyond ASCII,
/// which may be mojibake. `page` is the Text whose view the tree was built on.
Text text_of_blocks(const Text& page, const HtmlTree& tree, const HtmlBlocks& story);

/// The same with its mojibake put right, and without any such mark.
Repaired repaired_text_of_blocks(const Text& page, const HtmlTree& tree, const HtmlBlocks& story);

}  // namespace dateline
