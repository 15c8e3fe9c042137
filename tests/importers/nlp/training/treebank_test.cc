#include "importers/nlp/training/treebank.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Treebank, WithoutASentenceIsRefused) {
  EXPECT_FALSE(read_treebank({"/dev/null"}));
  EXPECT_FALSE(read_treebank({}));
}

TEST(Treebank, ThatIsNotThereIsNamed) {
  const auto none = read_treebank({"none.conllu"});
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().message, "cannot read 'none.conllu'");
}

}  // namespace
}  // namespace dateline
