#include "importers/word_lists.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

DataFiles with_file(std::string_view text) {
  const auto folder = std::filesystem::temp_directory_path() /
                      ("dateline-word-lists-test-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "words.txt") << text;
  return DataFiles::from_folder(folder).value();
}

std::string error_of(std::string_view text) {
  const auto lists = read_word_lists(with_file(text), "words.txt", {"a", "b"});
  return lists ? "" : lists.error().message;
}

TEST(WordLists, ReadsSectionsWithoutCommentsAndBlanks) {
  const auto lists = read_word_lists(
      with_file("# all\n[a] # first\n one \ntwo words # two\n\n[b]\n"), "words.txt", {"a", "b"});
  ASSERT_TRUE(lists);
  EXPECT_EQ(lists->at("a"), (WordSet{"one", "two words"}));
  EXPECT_TRUE(lists->at("b").empty());
}

TEST(WordLists, NamesFileAndLineOfWhatIsBroken) {
  EXPECT_EQ(error_of("[a]\n[b]\n[c]\n"), "words.txt:3: no section is called 'c'");
  EXPECT_EQ(error_of("one\n[a]\n[b]\n"), "words.txt:1: expected a [section] before 'one'");
  EXPECT_EQ(error_of("[a]\n"), "words.txt:1: expected a section [b], found none");
}

TEST(WordLists, NamesTheLineOfAnEntryThatIsNoUse) {
  const Error error = broken_entry(with_file("[a]\none\ntwo\n"), "words.txt", "two", "a number");
  EXPECT_EQ(error.message, "words.txt:3: expected a number, found 'two'");
}

}  // namespace
}  // namespace dateline
