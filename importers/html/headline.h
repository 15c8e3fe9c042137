#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "importers/html/blocks.h"
#include "importers/html/page_facts.h"

namespace dateline {

/// The headline of the page's story: the heading that agrees best with what the page calls itself;
/// failing that, that name without the site's. Empty if the page has neither.
std::string find_headline(const PageFacts& facts);

/// The blocks that may show the headline, one or two or none: the one that says it, headings first,
/// and the first <h1> that is not the site's name.
std::vector<std::size_t> headline_blocks(const HtmlTree& tree, const HtmlBlocks& found,
                                         std::string_view headline);

/// Bytes of a page that one line fills at most, white space and references and all.
constexpr std::size_t kLargestLine = 64 * 1024;

/// The characters of a block, its texts parted by spaces; empty if there are more than
/// kLargestLine bytes of them, which are no line.
std::string line_of(const HtmlTree& tree, const HtmlBlocks& found, const HtmlBlock& block);

}  // namespace dateline
