#include "importers/text/xml_tree.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

/// "a(b('x')c())": the elements with their characters.
std::string shape(const XmlTree& tree, XmlIndex node) {
  if (tree[node].kind != XmlNode::Kind::element)
    return "'" + std::string(tree[node].content.of(tree.text)) + "'";
  std::string all(tree.name(node));
  all += '(';
  for (XmlIndex i = node + 1; i < tree[node].end; i = tree[i].end) all += shape(tree, i);
  return all + ')';
}
std::string shape(std::string_view xml) { return shape(parse_xml(xml), 0); }

TEST(XmlTree, HasElementsCharactersAndWhatIsNotToBeRead) {
  EXPECT_EQ(shape("<?xml version='1.0'?><!-- <x> --><a><b>x</b><c d='>'/><![CDATA[<y>]]></a>"),
            "(a(b('x')c()'<y>'))");
}

TEST(XmlTree, HasNoDeclarationsThatCouldExpandOrFetch) {
  EXPECT_EQ(shape("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"),
            "(a('&b;'))");
}

TEST(XmlTree, MendsWhatIsNotWellFormed) {
  EXPECT_EQ(shape("<a><b>x</a>y"), "(a(b('x'))'y')");
  EXPECT_EQ(shape("</b><a>1 < 2</c></a"), "(a('1 ''< 2'))");
  EXPECT_EQ(shape("<a b='x>"), "(a())");
  EXPECT_EQ(shape("<![CDATA[x"), "('x')");
  EXPECT_EQ(shape("<!--"), "()");
}

TEST(XmlTree, GivesAttributes) {
  const XmlTree tree = parse_xml("<a b = '1&amp;2' c=\"x'y\" d xml:lang='de'/>");
  EXPECT_EQ(tree.attribute(1, "b"), "1&2");
  EXPECT_EQ(tree.attribute(1, "c"), "x'y");
  EXPECT_EQ(tree.attribute(1, "d"), "");
  EXPECT_EQ(tree.attribute(1, "xml:lang"), "de");
}

TEST(XmlTree, KeepsTheTextOfElementsThatNestTooDeep) {
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<a>";
  const std::string text = deep + "x" + std::string("</a>y");
  const XmlTree tree = parse_xml(text);
  EXPECT_EQ(tree.nodes.size(), 10'003u);
  EXPECT_EQ(tree.nodes.back().content.of(text), "y");
}

}  // namespace
}  // namespace dateline
