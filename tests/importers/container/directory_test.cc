#include "importers/container/directory.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class Directory : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(testing::TempDir()) / (std::string("dateline_directory_") + test->name());
    fs::remove_all(root_);
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& path) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path) << "x";
  }
  std::vector<std::string> relative() const {
    std::vector<std::string> names;
    const auto found = list_files(root_);
    for (const auto& path : found->paths)
      names.push_back(fs::path(path).lexically_relative(root_).string());
    return names;
  }

  fs::path root_;
};

using Names = std::vector<std::string>;

TEST_F(Directory, ListsFilesOfAllFoldersSorted) {
  write("b/2.txt");
  write("b/1.txt");
  write("a.txt");
  EXPECT_EQ(relative(), (Names{"a.txt", "b/1.txt", "b/2.txt"}));
}

TEST_F(Directory, PassesOverHiddenFilesAndFolders) {
  write(".git/config");
  write(".hidden.txt");
  write("seen.txt");
  EXPECT_EQ(relative(), Names{"seen.txt"});
}

TEST_F(Directory, TakesTheMailsOfAMaildir) {
  for (const std::string box : {"mail/", "mail/.Sent/"})
    for (const std::string file : {"cur/1.a:2,S", "new/2.a", "tmp/3.a", "dovecot-uidlist"})
      write(box + file);
  write("mail/.other/cur/4.a");
  EXPECT_EQ(relative(), (Names{"mail/.Sent/cur/1.a:2,S", "mail/.Sent/new/2.a", "mail/cur/1.a:2,S",
                               "mail/new/2.a"}));
}

TEST_F(Directory, EntersAFolderOnceWhateverLinksLeadToIt) {
  write("z/story.txt");
  fs::create_directory_symlink(root_, root_ / "z" / "up");
  fs::create_directory_symlink(root_ / "z", root_ / "a-link-before-it");
  EXPECT_EQ(relative(), Names{"z/story.txt"});
}

TEST_F(Directory, SkipsWhatIsNoFileAndSaysSo) {
  write("story.txt");
  ASSERT_EQ(mkfifo((root_ / "pipe").c_str(), 0600), 0);
  fs::create_symlink(root_ / "nowhere", root_ / "dangling");
  const auto found = list_files(root_);
  EXPECT_EQ(found->paths.size(), 1u);
  ASSERT_EQ(found->diagnostics.size(), 2u);
  EXPECT_EQ(found->diagnostics[0].kind, "not-a-file");
  EXPECT_NE(found->diagnostics[0].message.find("leads nowhere"), std::string::npos);
}

TEST_F(Directory, IsAnErrorIfItIsNone) {
  write("story.txt");
  EXPECT_FALSE(list_files(root_ / "story.txt"));
  EXPECT_FALSE(list_files(root_ / "missing"));
}

}  // namespace
}  // namespace dateline
