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

TEST(ReadDocument, FindsTimesInALanguageWithoutModels) {
  const auto spanish = load_language(DataFiles::embedded(), "es");
  ASSERT_TRUE(spanish) << spanish.error().message;
  Article article;
  article.text = Text::from_source("La huelga comenzó el 3 de marzo de 2021 y terminó ayer.\n");
  const ReadOptions options{date_from_timex_value("2021-04-14"), Layer::events, nullptr};
  const Document document = read_document(std::move(article), *spanish, options);
  ASSERT_EQ(document.timexes.size(), 2u);
  EXPECT_EQ(document.timexes[0].value, "2021-03-03");
  EXPECT_EQ(document.timexes[1].value, "2021-04-13");
  EXPECT_FALSE(document.tokens.empty());
  EXPECT_TRUE(document.events.empty());
}

}  // namespace
}  // namespace dateline
