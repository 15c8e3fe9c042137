#include "importers/pipeline.h"

#include <gtest/gtest.h>

#include "importers/data_files.h"
#include "tests/support/reading.h"

namespace dateline {
namespace {

constexpr std::string_view kText = "Ana Wolke left Ulm on 3 May 2021, officials said.\n";

Document read(Layer layer, const RoleLabeler* roles = nullptr) {
  Article article;
  article.text = Text::from_source(std::string(kText));
  return read_document(std::move(article), english(), {{}, layer, roles});
}

TEST(ReadDocument, ReadsAllButFramesUnlessAskedForLess) {
  const Document document = read(Layer::events);
  EXPECT_EQ(document.events.size(), 2u);
  EXPECT_TRUE(document.frames.empty());
}

TEST(ReadDocument, ReadsWordsAloneForNames) {
  const Document document = read(Layer::names), whole = read(Layer::events);
  ASSERT_EQ(document.names.size(), 2u);
  ASSERT_EQ(whole.names.size(), 2u);
  for (std::size_t i = 0; i < 2; ++i) EXPECT_EQ(document.names[i].tokens, whole.names[i].tokens);
  EXPECT_EQ(document.tokens.front().pos, Pos::none);
  EXPECT_TRUE(document.timexes.empty());
}

TEST(ReadDocument, ReadsNoNamesForFrames) {
  const auto roles = RoleLabeler::load(DataFiles::embedded(), "en");
  ASSERT_TRUE(roles);
  const Document document = read(Layer::roles, &*roles);
  EXPECT_EQ(document.frames.size(), 2u);
  EXPECT_TRUE(document.names.empty());
  EXPECT_TRUE(document.events.empty());
}

TEST(ReadDocument, ReadsNoEventsForTrees) {
  const Document document = read(Layer::trees), whole = read(Layer::events);
  for (std::size_t i = 0; i < whole.tokens.size(); ++i) {
    EXPECT_EQ(document.tokens[i].head, whole.tokens[i].head) << i;
    EXPECT_EQ(document.tokens[i].relation, whole.tokens[i].relation) << i;
  }
  EXPECT_FALSE(document.timexes.empty());
  EXPECT_TRUE(document.events.empty());
}

}  // namespace
}  // namespace dateline
