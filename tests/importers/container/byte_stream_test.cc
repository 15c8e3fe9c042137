#include "importers/container/byte_stream.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

/// Gives "ab", damage, "cd" out of the member at 70, the end.
ByteStream damaged() {
  return ByteStream([call = 0](char* room, std::size_t) mutable -> Filled {
    const int now = call++;
    if (now == 0) return room[0] = 'a', room[1] = 'b', Filled{2, 10, {}, false};
    if (now == 1) return {0, Filled::kUnpacked, {"damage", {}}, false};
    if (now == 2) return room[0] = 'c', room[1] = 'd', Filled{2, 70, {}, false};
    return {};
  });
}

TEST(ByteStream, ShowsAheadAndTakesInOrder) {
  ByteStream stream = ByteStream::of("abcdef");
  EXPECT_EQ(stream.peek(2).substr(0, 2), "ab");
  stream.skip(1);
  EXPECT_EQ(stream.take(2), "bc");
  EXPECT_EQ(stream.pass(2), 2u);
  EXPECT_EQ(stream.at(), 5u);
  EXPECT_EQ(stream.take(9), "f");
  EXPECT_TRUE(stream.at_end());
  EXPECT_FALSE(stream.next_stretch());
}

TEST(ByteStream, TakesBackWhatWasTaken) {
  ByteStream stream = ByteStream::of("abcdef");
  const std::string taken = stream.take(4);
  stream.put_back(std::string_view(taken).substr(1));
  EXPECT_EQ(stream.at(), 1u);
  EXPECT_EQ(stream.take(9), "bcdef");
}

TEST(ByteStream, JoinsNothingAcrossDamage) {
  ByteStream stream = damaged();
  EXPECT_EQ(stream.peek(4), "ab");
  EXPECT_EQ(stream.take(4), "ab");
  EXPECT_EQ(stream.fault().message, "damage");
  EXPECT_TRUE(stream.next_stretch());
  EXPECT_EQ(stream.take(4), "cd");
  EXPECT_TRUE(stream.fault().message.empty());
  EXPECT_FALSE(stream.next_stretch());
}

TEST(ByteStream, EndsWhereTheSameDamageIsToldAgain) {
  ByteStream stream([](char*, std::size_t) {
    return Filled{0, Filled::kUnpacked, {"damage", {}}, false};
  });
  EXPECT_TRUE(stream.at_end());
  EXPECT_FALSE(stream.next_stretch());
  EXPECT_TRUE(stream.fault().message.empty());
}

TEST(ByteStream, TellsWhereTheMemberOfTheNextByteBegins) {
  ByteStream stream = damaged();
  EXPECT_EQ(stream.place(), 10u);
  stream.take(4);
  stream.next_stretch();
  EXPECT_EQ(stream.place(), 70u);
}

TEST(ByteStream, KeepsLittleOfALongFileInMemory) {
  std::size_t largest = 0;
  ByteStream stream([&largest, left = 1000](char*, std::size_t size) mutable {
    largest = std::max(largest, size);
    return Filled{left-- > 0 ? size : 0, Filled::kUnpacked, {}, false};
  });
  EXPECT_GT(stream.pass(~std::uint64_t{0}), std::uint64_t{50} << 20);
  EXPECT_LT(largest, std::size_t{1} << 20);
}

}  // namespace
}  // namespace dateline
