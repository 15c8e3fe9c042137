#include "importers/nlp/tree.h"

#include <gtest/gtest.h>

#include "tests/support/make_document.h"

namespace dateline {
namespace {

constexpr std::string_view kLines =
    "The DET 2 det\n"
    "union NOUN 3 nsubj\n"
    "urged/urge VERB 0 root past finite\n"
    "drivers/driver NOUN 3 obj plural\n"
    "in ADP 6 case\n"
    "town NOUN 4 nmod\n";

TEST(Tree, ListsChildrenInTextOrder) {
  const Document document = make_document(kLines);
  const Tree tree(document);
  const auto children = tree.children({2});
  ASSERT_EQ(children.size(), 2u);
  EXPECT_EQ(children[0], TokenId{1});
  EXPECT_EQ(children[1], TokenId{3});
  EXPECT_EQ(tree.child({2}, Relation::obj), TokenId{3});
  EXPECT_FALSE(tree.child({2}, Relation::iobj));
}

TEST(Tree, KnowsSubtreesDepthsAndHeads) {
  const Document document = make_document(kLines);
  const Tree tree(document);
  EXPECT_EQ(tree.subtree({3}), (TokenRange{3, 6}));
  EXPECT_EQ(tree.depth({4}), 3u);
  EXPECT_TRUE(tree.dominates({3}, {4}));
  EXPECT_FALSE(tree.dominates({1}, {4}));
  EXPECT_EQ(tree.head_of({3, 6}), TokenId{3});
}

TEST(Tree, SurvivesACircleOfHeads) {
  Document document = make_document(kLines);
  document.tokens[2].head = {3};
  const Tree tree(document);
  EXPECT_EQ(tree.subtree({0}).first, 0u);
}

}  // namespace
}  // namespace dateline
