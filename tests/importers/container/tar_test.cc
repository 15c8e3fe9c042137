#include <gtest/gtest.h>

#include "tests/support/packed.h"
#include "tests/support/unpacked.h"

namespace dateline {
namespace {

std::string tar_entry(const std::string& name, const std::string& bytes, char type = '0') {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  char number[16];
  std::snprintf(number, sizeof number, "%011o", static_cast<unsigned>(bytes.size()));
  header.replace(124, 11, number);
  header.replace(148, 8, "        ");
  header[156] = type;
  header.replace(257, 5, "ustar");
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  std::snprintf(number, sizeof number, "%06o", sum);
  header.replace(148, 6, number);
  header[154] = '\0';
  return header + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
}

const std::string kEnd(1024, '\0');

TEST(Tar, GivesItsFilesByTheirNames) {
  const std::string tar = tar_entry("b/", "", '5') + tar_entry("b/mill.txt", "The mill shut.") +
                          tar_entry("dam.txt", std::string(600, 'd')) + kEnd;
  for (const std::string& packed : {tar, gzipped(tar), zstandard(tar)}) {
    const auto all = unpacked("a.tar", packed);
    EXPECT_TRUE(all.errors.empty());
    ASSERT_EQ(all.resources.size(), 2u);
    EXPECT_EQ(all.resources[0].name, "a.tar#b/mill.txt");
    EXPECT_EQ(all.resources[0].bytes, "The mill shut.");
    EXPECT_EQ(all.resources[1].bytes, std::string(600, 'd'));
  }
}

TEST(Tar, TakesLongNamesOfGnuAndPax) {
  const std::string name(150, 'n');
  const auto all =
      unpacked("a.tar", tar_entry("././@LongLink", name + '\0', 'L') + tar_entry("short", "One.") +
                            tar_entry("x", "160 path=" + name + "2\n", 'x') +
                            tar_entry("short", "Two.") + tar_entry("c", "3") + kEnd);
  ASSERT_EQ(all.resources.size(), 3u);
  EXPECT_EQ(all.resources[0].name, "a.tar#" + name);
  EXPECT_EQ(all.resources[1].name, "a.tar#" + name + "2");
  EXPECT_EQ(all.resources[2].name, "a.tar#c");
}

TEST(Tar, PassesOverLinksAndDevices) {
  const auto all = unpacked("a.tar", tar_entry("to", "", '2') + tar_entry("dev", "", '3') +
                                         tar_entry("../a.txt", "One.") + kEnd);
  EXPECT_EQ(all.resources.size(), 1u);
  ASSERT_EQ(all.passed_over.size(), 2u);
  EXPECT_EQ(all.passed_over[0].passed_over, "a link");
}

TEST(Tar, ReadsOnBehindDamage) {
  std::string damaged = tar_entry("dam.txt", "The dam held.");
  damaged[3] ^= 0x11;
  const auto all =
      unpacked("a.tar", tar_entry("a.txt", "One.") + damaged + tar_entry("c.txt", "Three.") + kEnd);
  EXPECT_EQ(all.resources.size(), 2u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0],
            "an entry at byte 1024: expected the head of a tar entry, found something else");
}

TEST(Tar, TellsWhichEntryIsCutShort) {
  const std::string tar = tar_entry("a.txt", "One.") + tar_entry("b.txt", std::string(2000, 'b'));
  const auto all = unpacked("a.tar", tar.substr(0, 2000));
  EXPECT_EQ(all.resources.size(), 2u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_TRUE(all.errors[0].starts_with("'b.txt' at byte 1024: ")) << all.errors[0];
}

}  // namespace
}  // namespace dateline
