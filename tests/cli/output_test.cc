#include "cli/output.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class OutputTest : public testing::Test {
 protected:
  OutputTest() : folder_(fs::temp_directory_path() / ("dateline-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
  }
  ~OutputTest() override { fs::remove_all(folder_); }

  static std::string content(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t files() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  const fs::path folder_;
};

TEST_F(OutputTest, WritesAFile) {
  const std::string large(200000, 'x');
  EXPECT_FALSE(
      write_file(folder_ / "a", [&](std::ostream& out) { return bool(out << large << 'y'); }));
  EXPECT_EQ(content(folder_ / "a"), large + "y");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputTest, KeepsTheOldFileWhenWritingFails) {
  std::ofstream(folder_ / "a") << "old";
  const auto error =
      write_file(folder_ / "a", [](std::ostream& out) { return out << "new", false; });
  ASSERT_TRUE(error);
  EXPECT_NE(error->message.find("cannot write '" + (folder_ / "a").string()), std::string::npos);
  EXPECT_EQ(content(folder_ / "a"), "old");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputTest, WritesThroughALinkAndKeepsIt) {
  fs::create_symlink(folder_ / "target", folder_ / "link");
  std::ofstream(folder_ / "target") << "old";
  EXPECT_FALSE(write_file(folder_ / "link", [](std::ostream& out) { return bool(out << "new"); }));
  EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
  EXPECT_EQ(content(folder_ / "target"), "new");
}

TEST_F(OutputTest, TellsThatAFolderIsNotThere) {
  const auto error = write_file(folder_ / "none" / "a", [](std::ostream&) { return true; });
  ASSERT_TRUE(error);
  EXPECT_NE(error->message.find("No such file or directory"), std::string::npos);
}

TEST(Output, WritesToADeviceInPlaceAndTellsThatItIsFull) {
  const auto error = write_file("/dev/full", [](std::ostream& out) { return bool(out << "x"); });
  ASSERT_TRUE(error);
  EXPECT_EQ(error->message, "cannot write '/dev/full': No space left on device");
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}

}  // namespace
}  // namespace dateline
