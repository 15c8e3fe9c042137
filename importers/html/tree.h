#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "importers/html/tag.h"
#include "importers/html/tokenizer.h"

namespace dateline {

/// Place of a node in its tree. The root is 0.
using NodeIndex = std::uint32_t;

/// An element or a run of characters. Nodes are in the order of the page, so the descendants of
/// node n are the nodes after it up to its `end`.
struct HtmlNode {
  Tag tag = Tag::unknown;
  NodeIndex parent = 0;
  NodeIndex end = 0;  ///< the first node behind its last descendant
  Span at;            ///< in the page: the characters, or the start tag
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

/// A page as a tree. Elements nest at most kMaxHtmlDepth deep: those further in are children of the
/// one at that depth, so nothing of the text is lost.
struct HtmlTree {
  std::string_view page;  ///< must outlive the tree
  std::vector<HtmlNode> nodes;
  std::vector<HtmlAttribute> attributes;
  std::optional<std::uint32_t> cut;  ///< where reading stopped, at kMaxHtmlNodes

  const HtmlNode& operator[](NodeIndex node) const { return nodes[node]; }
  std::span<const HtmlAttribute> attributes_of(NodeIndex node) const;
  /// As the page has it, references and all; empty view if it has no value, nothing if it is not
  /// there. `name` in lower case.
  std::optional<std::string_view> attribute(NodeIndex node, std::string_view name) const;
  /// The same, with references put into characters and trimmed; empty if it is not there.
  std::string value(NodeIndex node, std::string_view name) const;
};

constexpr std::size_t kMaxHtmlDepth = 512;  ///< what browsers keep

/// Elements and texts; ten times those of the largest pages that hold a whole book, and a second
/// of one processor.
constexpr std::size_t kMaxHtmlNodes = 1'500'000;

/// Builds the tree that HTML means, missing and misplaced end tags included, as far as text and
/// links are concerned: the standard's tree construction (WHATWG, 13.2.6) without its repair of
/// misnested formatting and of tables. Any bytes make a tree, in time in proportion to them.
HtmlTree parse_html(std::string_view page);

/// The characters of a node and its descendants, references resolved, white space collapsed.
std::string text_of(const HtmlTree& tree, NodeIndex node);

}  // namespace dateline
