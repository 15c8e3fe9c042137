#include "importers/nlp/phrases.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "importers/format/conllu.h"

namespace dateline {
namespace {

Document tree_of(std::string_view rows) {
  Document document;
  read_conllu(rows, [&](Result<Document> one) { document = std::move(one).value(); });
  return document;
}

// "The judge, a scholar, who wept is the old friend's guest and so on" in small.
constexpr std::string_view kJudge =
    "1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\tjudge\tjudge\tNOUN\t_\tNumber=Sing\t9\tnsubj\t_\t_\n"
    "3\twho\twho\tPRON\t_\t_\t4\tnsubj\t_\t_\n4\twept\tweep\tVERB\t_\t_\t2\tacl:relcl\t_\t_\n"
    "5\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_\n6\ta\ta\tDET\t_\t_\t7\tdet\t_\t_\n"
    "7\tscholar\tscholar\tNOUN\t_\tNumber=Sing\t2\tappos\t_\t_\n8\tis\tbe\tAUX\t_\t_\t9\tcop\t_\t_"
    "\n"
    "9\tguest\tguest\tNOUN\t_\tNumber=Sing\t0\troot\t_\t_\n10\tof\tof\tADP\t_\t_\t12\tcase\t_\t_\n"
    "11\tthe\tthe\tDET\t_\t_\t12\tdet\t_\t_\n12\ttown\ttown\tNOUN\t_\tNumber=Sing\t9\tnmod\t_\t_"
    "\n\n";

std::string_view words_of(const Document& document, TokenRange range) {
  return document.span_of(range).of(document.text());
}

TEST(Phrases, AreWholeWithTheirClausesButWithoutAppositionAndCopula) {
  const Document document = tree_of(kJudge);
  const Tree tree(document);
  EXPECT_EQ(words_of(document, whole_phrase(document, tree, {1})), "The judge who wept");
  EXPECT_EQ(words_of(document, whole_phrase(document, tree, {6})), "a scholar");
  EXPECT_EQ(words_of(document, whole_phrase(document, tree, {8})), "guest of the town");
  EXPECT_EQ(words_of(document, whole_phrase(document, tree, {11})), "the town");
}

TEST(Phrases, ThatAreNoMentionsYetBecomeThings) {
  const Document document = tree_of(kJudge);
  std::vector<Mention> mentions(1);
  mentions[0].head = {11};
  mentions[0].tokens = {10, 12};
  add_things(document, Tree(document), mentions);
  ASSERT_EQ(mentions.size(), 4u);
  EXPECT_EQ(mentions[0].head, TokenId{1});
  EXPECT_EQ(mentions[0].form, MentionForm::thing);
  EXPECT_EQ(mentions[3].head, TokenId{11});
  EXPECT_EQ(mentions[3].form, MentionForm::name) << "one that was there stays as it is";
}

}  // namespace
}  // namespace dateline
