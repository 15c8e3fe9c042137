#include "core/digest.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(Digest, IsSha256) {
  EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Digest, MakesIdsOfContent) { EXPECT_EQ(content_id("e", "abc"), "e-ba7816bf8f01"); }

}  // namespace
}  // namespace dateline
