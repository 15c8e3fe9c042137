#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/span.h"

namespace dateline {

/// Place of a node in its tree. The root is 0.
using XmlIndex = std::uint32_t;

/// An element, or characters in one. Nodes are in the order of the text, so the descendants of node
/// n are the nodes after it up to its `end`.
struct XmlNode {
  enum class Kind : std::uint8_t { element, text, cdata };
  Kind kind = Kind::element;
  Span name;        ///< with its prefix, as in "dc:date"
  Span attributes;  ///< what stands between the name and the end of the start tag
  Span content;     ///< all between its tags, or its characters
  XmlIndex parent = 0;
  XmlIndex end = 0;  ///< the first node behind its last descendant
};

/// XML, well-formed or nearly so, as a tree that points into the text. Declarations are passed
/// over, so nothing is included, fetched or expanded.
struct XmlTree {
  std::string_view text;  ///< must outlive the tree
  std::vector<XmlNode> nodes;
  std::optional<std::uint32_t> cut;  ///< where reading stopped, at kMaxXmlNodes

  const XmlNode& operator[](XmlIndex node) const { return nodes[node]; }
  std::string_view name(XmlIndex node) const { return nodes[node].name.of(text); }
  /// References resolved; empty if it is not there.
  std::string attribute(XmlIndex node, std::string_view name) const;
  bool has_elements(XmlIndex node) const;
};

/// Elements further in belong to the one at this depth; nothing of the text is lost.
constexpr std::size_t kMaxXmlDepth = 256;

/// More than any article or list of them has; a node takes 44 bytes.
constexpr std::size_t kMaxXmlNodes = 5'000'000;

/// Any text makes a tree, in time in proportion to it: end tags that fit nothing are passed over,
/// missing ones stand where an element around ends.
XmlTree parse_xml(std::string_view text);

}  // namespace dateline
