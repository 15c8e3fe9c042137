#include "importers/nlp/argument_spans.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "importers/format/conllu.h"

namespace dateline {
namespace {

Document document_of(std::string_view conllu) {
  Document read;
  read_conllu(conllu, [&](Result<Document> document) { read = std::move(document).value(); });
  return read;
}

// The spans of the arguments with these heads, with bars between.
std::string spans(const Document& document, std::uint32_t predicate,
                  const std::vector<std::uint32_t>& heads) {
  const Tree tree(document);
  std::vector<RoleCandidate> all, arguments;
  find_role_candidates(document, tree, {predicate}, all);
  for (const std::uint32_t head : heads)
    arguments.push_back(*std::find_if(all.begin(), all.end(), [&](const auto& candidate) {
      return candidate.word == TokenId{head};
    }));
  std::vector<TokenRange> ranges;
  ArgumentSpans finder(document.tokens.size());
  finder.find(document, tree, document.sentences[0].tokens, {predicate}, arguments, ranges);
  std::string text;
  for (const TokenRange range : ranges)
    text += (text.empty() ? "" : "|") + std::string(document.span_of(range).of(document.text()));
  return text;
}

TEST(ArgumentSpans, HoldWhatHangsOnTheirHeadsWithoutPunctuation) {
  const Document document = document_of(
      "1\tThe\tthe\tDET\t_\t_\t2\tdet\t_\t_\n2\tmayor\tmayor\tNOUN\t_\t_\t6\tnsubj\t_\t_\n"
      "3\tof\tof\tADP\t_\t_\t4\tcase\t_\t_\n4\tUlm\tUlm\tPROPN\t_\t_\t2\tnmod\t_\t_\n"
      "5\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\t_\n6\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n"
      "7\tearly\tearly\tADV\t_\t_\t6\tadvmod\t_\t_\n\n");
  EXPECT_EQ(spans(document, 5, {1, 6}), "The mayor of Ulm|early");
}

TEST(ArgumentSpans, LeaveTheClauseOfThePredicateOutOfTheNounAboveIt) {
  const Document document = document_of(
      "1\ttwo\ttwo\tNUM\t_\t_\t2\tnummod\t_\t_\n2\tmen\tman\tNOUN\t_\t_\t0\troot\t_\t_\n"
      "3\twho\twho\tPRON\t_\t_\t4\tnsubj\t_\t_\n4\tfled\tflee\tVERB\t_\t_\t2\tacl:relcl\t_\t_\n\n");
  EXPECT_EQ(spans(document, 3, {1, 2}), "two men|who");
}

TEST(ArgumentSpans, LeaveTheSubjectOfACopulaOutOfItsComplement) {
  const Document document = document_of(
      "1\tIt\tit\tPRON\t_\t_\t4\tnsubj\t_\t_\n2\tis\tbe\tAUX\t_\t_\t4\tcop\t_\t_\n"
      "3\tvery\tvery\tADV\t_\t_\t4\tadvmod\t_\t_\n4\told\told\tADJ\t_\t_\t0\troot\t_\t_\n"
      "5\tbecause\tbecause\tSCONJ\t_\t_\t7\tmark\t_\t_\n6\tnobody\tnobody\tPRON\t_\t_\t7\tnsubj\t_"
      "\t_\n"
      "7\tcares\tcare\tVERB\t_\t_\t4\tadvcl\t_\t_\n\n");
  EXPECT_EQ(spans(document, 1, {0, 3}), "It|very old");
}

TEST(ArgumentSpans, DoNotOverlapWhenOneHangsOnAnother) {
  const Document document = document_of(
      "1\tsaw\tsee\tVERB\t_\t_\t0\troot\t_\t_\n2\tthe\tthe\tDET\t_\t_\t3\tdet\t_\t_\n"
      "3\tman\tman\tNOUN\t_\t_\t1\tobj\t_\t_\n4\tin\tin\tADP\t_\t_\t5\tcase\t_\t_\n"
      "5\tMay\tMay\tPROPN\t_\t_\t3\tnmod\t_\t_\n\n");
  EXPECT_EQ(spans(document, 0, {2, 4}), "the man|in May");
}

}  // namespace
}  // namespace dateline
