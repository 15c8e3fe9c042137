#include "importers/nlp/training/propbank.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "importers/format/conllu.h"

namespace dateline {
namespace {

constexpr std::string_view kTree =
    "# sent_id = a\n1\tAna\tAna\tPROPN\t_\t_\t2\tnsubj\t_\t_\n"
    "2\tleft\tleave\tVERB\t_\t_\t0\troot\t_\t_\n3\tthe\tthe\tDET\t_\t_\t4\tdet\t_\t_\n"
    "4\tbank\tbank\tNOUN\t_\t_\t2\tobj\t_\t_\n\n";
constexpr std::string_view kFrames =
    "# sent_id = a\n1\tAna\t-\t(ARG0*)\n2\tleft\tleave.01\t(V*)\n3\tthe\t-\t(ARG1*\n"
    "4\tbank\t-\t*)\n\n";

std::vector<Document> documents() {
  std::vector<Document> all;
  read_conllu(kTree, [&](Result<Document> one) { all.push_back(std::move(one).value()); });
  return all;
}

std::string written(std::string_view bytes) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("dateline-propbank-" + std::to_string(getpid()) + ".tsv");
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

TEST(Propbank, AddsFramesWithTheHeadsOfTheirArguments) {
  std::vector<Document> all = documents();
  const auto added = add_frames({written(kFrames)}, all);
  ASSERT_TRUE(added) << added.error().message;
  EXPECT_EQ(*added, 1u);
  ASSERT_EQ(all[0].frames.size(), 1u);
  const Frame& frame = all[0].frames[0];
  EXPECT_EQ(frame.predicate, TokenId{1});
  EXPECT_EQ(frame.roleset, "leave.01");
  ASSERT_EQ(frame.arguments.size(), 2u);
  EXPECT_EQ(frame.arguments[1].label, "ARG1");
  EXPECT_EQ(frame.arguments[1].tokens, (TokenRange{2, 4}));
  EXPECT_EQ(frame.arguments[1].head, TokenId{3});
}

TEST(Propbank, LeavesSentencesOfOtherDocumentsOut) {
  std::vector<Document> all = documents();
  std::string other(kFrames);
  other.replace(other.find("= a"), 3, "= b");
  const auto added = add_frames({written(other)}, all);
  ASSERT_TRUE(added);
  EXPECT_EQ(*added, 0u);
  EXPECT_TRUE(all[0].frames.empty());
}

TEST(Propbank, NamesTheSentenceWhoseWordsOrColumnsDiffer) {
  std::string words(kFrames), columns(kFrames);
  words.replace(words.find("bank"), 4, "bunk");
  columns.replace(columns.find("\t*)"), 3, "");
  for (const std::string& broken : {words, columns}) {
    std::vector<Document> all = documents();
    const auto added = add_frames({written(broken)}, all);
    ASSERT_FALSE(added);
    EXPECT_NE(added.error().message.find("'a'"), std::string::npos);
  }
}

TEST(Propbank, SaysThatAFileCannotBeRead) {
  std::vector<Document> none;
  EXPECT_FALSE(add_frames({"/nowhere/frames.tsv"}, none));
}

}  // namespace
}  // namespace dateline
