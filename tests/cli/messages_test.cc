#include "cli/messages.h"

#include <gtest/gtest.h>

#include "tests/support/proportion.h"

namespace dateline {
namespace {

TEST(Place, CountsLinesAndColumnsFromOne) {
  EXPECT_EQ(place_of("", 0), (Place{1, 1}));
  EXPECT_EQ(place_of("ab\ncd\n", 1), (Place{1, 2}));
  EXPECT_EQ(place_of("ab\ncd\n", 3), (Place{2, 1}));
  EXPECT_EQ(place_of("ab\ncd\n", 4), (Place{2, 2}));
  EXPECT_EQ(place_of("ab\ncd\n", 99), (Place{3, 1}));
}

TEST(Place, CountsCodePointsAsColumns) {
  EXPECT_EQ(place_of("äö\xF0\x9F\x92\xA5x", 8), (Place{1, 4}));
}

TEST(Place, StandsAtItsNewlineOnTheLineThatEndsThere) {
  EXPECT_EQ(place_of("ab\ncd", 2), (Place{1, 3}));
}

TEST(Place, IsTheSameInWhicheverOrderItIsAskedFor) {
  const std::string_view bytes = "a\xC3\xA4\r\n\n\xFF\xC3\xA9\xF0\x9F\x92\xA5x\ncd\n";
  LineFinder lines(bytes);
  for (std::size_t step = 1; step < bytes.size(); ++step)
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const std::size_t offset = i * step % (bytes.size() + 2);
      EXPECT_EQ(lines.place_of(offset), place_of(bytes, offset)) << offset;
      EXPECT_EQ(lines.line_around(offset), LineFinder(bytes).line_around(offset)) << offset;
    }
}

TEST(Place, OfEachByteOfAFileIsFoundInTimeInProportion) {
  constexpr std::size_t kBytes = 400'000;
  const auto find_all = [](const std::string& bytes) {
    LineFinder lines(bytes);
    for (std::size_t at = 0; at < bytes.size(); ++at) lines.place_of(at);
  };
  for (const char byte : {'x', '\n'})
    EXPECT_TRUE(reads_in_proportion([&](std::size_t size) { return std::string(size, byte); },
                                    kBytes, find_all));
}

TEST(Message, ShowsPlaceLineAndCaret) {
  EXPECT_EQ(render({"a.json", "", "expected ':'", "{\n  \"a\" 1\n}\n", {8, 9}}, false),
            "a.json:2:7: expected ':'\n"
            "    \"a\" 1\n"
            "        ^\n");
}

TEST(Message, MarksAllOfAPlace) {
  EXPECT_EQ(render({"a", "warning", "doubtful", "one two three", {4, 7}}, false),
            "a:1:5: warning: doubtful\n"
            "  one two three\n"
            "      ^~~\n");
}

TEST(Message, HasNoPlaceWhenTheBytesAreNotAtHand) {
  EXPECT_EQ(render({"gone.txt", "", "no such file", {}, {}}, false), "gone.txt: no such file\n");
}

TEST(Message, HasAPlaceButNoLineInAnEmptyFile) {
  EXPECT_EQ(render({"empty.txt", "", "expected an article", "", {}}, false),
            "empty.txt:1:1: expected an article\n");
}

TEST(Message, ShowsAWindowOfALongLine) {
  std::string line(1000000, 'a');
  line.append(1, 'X').append(1000000, 'b');
  const std::string text = render({"f", "", "m", line, {1000000, 1000001}}, false);
  EXPECT_EQ(text, "f:1:1000001: m\n  …" + std::string(40, 'a') + "X" + std::string(29, 'b') +
                      "…\n  " + std::string(41, ' ') + "^\n");
}

TEST(Message, CutsAMarkAtTheWindow) {
  const std::string text = render({"f", "", "m", std::string(500, 'x'), {0, 500}}, false);
  EXPECT_EQ(text, "f:1:1: m\n  " + std::string(30, 'x') + "…\n  ^" + std::string(29, '~') + "\n");
}

TEST(Message, ShowsNothingThatSteersATerminal) {
  const std::string_view bytes("a\x1b[31m\0\x80\xE2\x80\xAEz", 12);
  EXPECT_EQ(render({"f\nx", "", "found '\x1b'", bytes, {11, 12}}, false),
            "f\\x0ax:1:10: found '\\x1b'\n"
            "  a\\x1b[31m\\x00\\x80\\u{202e}z\n"
            "                           ^\n");
}

TEST(Message, PutsTheCaretUnderItsLetterAfterATab) {
  EXPECT_EQ(render({"f", "", "m", "\tab", {2, 3}}, false), "f:1:3: m\n   ab\n    ^\n");
}

TEST(Message, LeavesACarriageReturnOut) {
  EXPECT_EQ(render({"f", "", "m", "ab\r\ncd", {0, 1}}, false), "f:1:1: m\n  ab\n  ^\n");
}

TEST(Message, IsColouredOnlyWhenAsked) {
  EXPECT_EQ(render({"f", "", "m", "ab", {0, 1}}, true),
            "\x1b[1mf:1:1:\x1b[0m m\n  ab\n  \x1b[32m^\x1b[0m\n");
}

}  // namespace
}  // namespace dateline
