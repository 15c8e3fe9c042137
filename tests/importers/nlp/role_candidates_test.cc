#include "importers/nlp/role_candidates.h"

#include <gtest/gtest.h>

#include "importers/format/conllu.h"

namespace dateline {
namespace {

Document document_of(std::string_view conllu) {
  Document read;
  read_conllu(conllu, [&](Result<Document> document) { read = std::move(document).value(); });
  return read;
}

// "Ana wants to leave the old house."
constexpr std::string_view kWants =
    "1\tAna\tAna\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\twants\twant\tVERB\t_\t_\t0\troot\t_\t_\n"
    "3\tto\tto\tPART\t_\t_\t4\tmark\t_\t_\n"
    "4\tleave\tleave\tVERB\t_\t_\t2\txcomp\t_\t_\n"
    "5\tthe\tthe\tDET\t_\t_\t7\tdet\t_\t_\n"
    "6\told\told\tADJ\t_\t_\t7\tamod\t_\t_\n"
    "7\thouse\thouse\tNOUN\t_\t_\t4\tobj\t_\t_\n"
    "8\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_\n\n";

std::vector<std::string> words(const Document& document, std::uint32_t predicate) {
  std::vector<RoleCandidate> candidates;
  find_role_candidates(document, Tree(document), {predicate}, candidates);
  std::vector<std::string> words;
  for (const RoleCandidate& candidate : candidates)
    words.emplace_back(document.text_of(candidate.word));
  return words;
}

TEST(RoleCandidates, AreChildrenHeadsAndTheirChildren) {
  const Document document = document_of(kWants);
  EXPECT_EQ(words(document, 3), (std::vector<std::string>{"to", "house", "wants", "Ana"}));
}

TEST(RoleCandidates, AreChildrenOfChildrenThatAreNotParts) {
  const Document document = document_of(kWants);
  EXPECT_EQ(words(document, 1), (std::vector<std::string>{"Ana", "leave", "house"}));
}

TEST(RoleCandidates, KnowTheWayToThem) {
  const Document document = document_of(kWants);
  std::vector<RoleCandidate> candidates;
  find_role_candidates(document, Tree(document), {3}, candidates);
  ASSERT_EQ(candidates.size(), 4u);
  EXPECT_EQ(candidates[3].up, 1);
  EXPECT_EQ(candidates[3].down, 1);
  EXPECT_EQ(candidates[3].branch, TokenId{3});
  EXPECT_NE(candidates[2].path, candidates[3].path);
}

TEST(RoleCandidates, AreBoundedInAListOfThousandsOfWords) {
  std::string lines = "1\ta\ta\tVERB\t_\t_\t0\troot\t_\t_\n";
  for (int i = 2; i < 5000; ++i) lines += std::to_string(i) + "\tb\tb\tNOUN\t_\t_\t1\tobj\t_\t_\n";
  EXPECT_LE(words(document_of(lines + "\n"), 0).size(), 512u);
}

}  // namespace
}  // namespace dateline
