#pragma once

#include <cstdint>
#include <vector>

#include "importers/html/tree.h"

namespace dateline {

/// A run of text that stands on lines of its own: a paragraph, a heading, an item, a cell.
struct HtmlBlock {
  std::uint32_t first_text = 0;  ///< in HtmlBlocks::texts, half-open
  std::uint32_t last_text = 0;
  NodeIndex container = 0;  ///< the innermost block element around it
  std::uint32_t words = 0;
  std::uint32_t linked_words = 0;  ///< of these, in links
  bool sentence = false;           ///< some part of it ends as sentences do
  bool after_line_break = false;   ///< only <br> parts it from the block before

  /// Share of its words that are links; 1 if it has no words.
  double link_share() const { return words == 0 ? 1.0 : double(linked_words) / double(words); }
};

struct HtmlBlocks {
  std::vector<HtmlBlock> blocks;
  std::vector<NodeIndex> texts;  ///< text nodes that are not all white space, in their order
};

/// Cuts a page into blocks, without what is not text (scripts, selections) and without the elements
/// that `left_out` marks; it has an entry for each node.
HtmlBlocks find_blocks(const HtmlTree& tree, const std::vector<bool>& left_out);

/// Words as white space parts them; of scripts that do not part them, characters.
std::uint32_t count_words(std::string_view text);

}  // namespace dateline
