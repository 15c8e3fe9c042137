#include "importers/nlp/tokenizer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "core/characters.h"

namespace dateline {
namespace {

const TokenRules& english() {
  static const auto rules = load_token_rules(DataFiles::embedded(), "en");
  EXPECT_TRUE(rules) << rules.error().message;
  return *rules;
}

// The words of a text with '|' between them.
std::string cut(std::string_view text) {
  std::vector<Span> spans;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, english(), spans);
  std::string joined;
  for (const Span span : spans) {
    if (!joined.empty()) joined += '|';
    joined += span.of(text);
  }
  return joined;
}

TEST(Tokenizer, CutsCliticsOff) {
  EXPECT_EQ(cut("don't"), "do|n't");
  EXPECT_EQ(cut("Biden's"), "Biden|'s");
  EXPECT_EQ(cut("Biden’s we’re"), "Biden|’s|we|’re");
  EXPECT_EQ(cut("I'd they'll you've"), "I|'d|they|'ll|you|'ve");
  EXPECT_EQ(cut("WON'T"), "WO|N'T");
  EXPECT_EQ(cut("cannot gonna"), "can|not|gon|na");
  EXPECT_EQ(cut("parents’ house"), "parents|’|house");
}

TEST(Tokenizer, KeepsDottedNamesOfGroupsTogether) {
  EXPECT_EQ(cut("in talk.garden.roses.white now"), "in|talk.garden.roses.white|now");
  EXPECT_EQ(cut("--== news ==--"), "--==|news|==--");
}

TEST(Tokenizer, KeepsApostrophesInsideNames) {
  EXPECT_EQ(cut("O'Hara d’Estaing Qur'an"), "O'Hara|d’Estaing|Qur'an");
  EXPECT_EQ(cut("the '60s and 1980's"), "the|'60s|and|1980's");
}

TEST(Tokenizer, KeepsTheFullStopOfAbbreviations) {
  EXPECT_EQ(cut("Mr. Okafor left on Feb. 20."), "Mr.|Okafor|left|on|Feb.|20|.");
  EXPECT_EQ(cut("the U.S. envoy, J. R. Ulm, at 5 p.m."), "the|U.S.|envoy|,|J.|R.|Ulm|,|at|5|p.m.");
  EXPECT_EQ(cut("Dunmore Inc. of Ames, Iowa."), "Dunmore|Inc.|of|Ames|,|Iowa|.");
}

TEST(Tokenizer, CutsTheFullStopOfWordsThatLookLikeAbbreviations) {
  EXPECT_EQ(cut("There is no plan B."), "There|is|no|plan|B|.");
  EXPECT_EQ(cut("She said no. He left."), "She|said|no|.|He|left|.");
  EXPECT_EQ(cut("No. 10 spoke"), "No.|10|spoke");
  EXPECT_EQ(cut("under the sun. Sun."), "under|the|sun|.|Sun|.");
}

TEST(Tokenizer, KeepsNumbersWhole) {
  EXPECT_EQ(cut("1,200 3.5 10:30 9/11 2022-02-12"), "1,200|3.5|10:30|9/11|2022-02-12");
  EXPECT_EQ(cut("555-0134 202-555-0134"), "555-0134|202-555-0134");
  EXPECT_EQ(cut("1st 1980s"), "1st|1980s");
}

TEST(Tokenizer, CutsUnitsSignsAndRanges) {
  EXPECT_EQ(cut("$5m US$20 50% €3.2bn"), "$|5|m|US$|20|50|%|€|3.2|bn");
  EXPECT_EQ(cut("7:30PM 35mm 5a.m."), "7:30|PM|35|mm|5|a.m.");
  EXPECT_EQ(cut("2003-2007 5-10 1/2"), "2003|-|2007|5|-|10|1|/|2");
}

TEST(Tokenizer, CutsHyphensButNotAfterPrefixes) {
  EXPECT_EQ(cut("a 15-year-old"), "a|15|-|year|-|old");
  EXPECT_EQ(cut("clear-eyed pro-Western mid-January"), "clear|-|eyed|pro-Western|mid-January");
}

TEST(Tokenizer, KeepsAddressesWhole) {
  EXPECT_EQ(cut("(see https://example.org/a?b=c,d)."), "(|see|https://example.org/a?b=c,d|)|.");
  EXPECT_EQ(cut("Mail desk@example.org, or www.example.org."),
            "Mail|desk@example.org|,|or|www.example.org|.");
  EXPECT_EQ(cut("example.com AT&T #Budget @dana"), "example.com|AT&T|#Budget|@dana");
}

TEST(Tokenizer, CutsQuotesDashesAndEllipses) {
  EXPECT_EQ(cut("“Yes,” he said."), "“|Yes|,|”|he|said|.");
  EXPECT_EQ(cut("ground…which"), "ground|…|which");
  EXPECT_EQ(cut("wait...what?!"), "wait|...|what|?!");
  EXPECT_EQ(cut("talks—if any—and/or -- more"), "talks|—|if|any|—|and|/|or|--|more");
}

TEST(Tokenizer, TakesAnEmojiWithItsModifiersAsOneWord) {
  EXPECT_EQ(cut("💥💥 👍🏽 ❤️"), "💥|💥|👍🏽|❤️");
  EXPECT_EQ(cut("fine :-) thanks"), "fine|:-)|thanks");
}

TEST(Tokenizer, CutsNothingFromNothing) {
  EXPECT_EQ(cut(""), "");
  EXPECT_EQ(cut(" \n\t\xC2\xA0 "), "");
}

// Every byte that is not white space is in exactly one token.
void expect_cover(std::string_view text) {
  std::vector<Span> spans;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, english(), spans);
  std::uint32_t at = 0;
  const auto expect_blank = [&](std::uint32_t end) {
    while (at < end) {
      const CodePoint c = decode_utf8(text, at);
      ASSERT_EQ(kind_of(c.value), CharacterKind::space) << "byte " << at << " is in no token";
      at += c.size;
    }
  };
  for (const Span span : spans) {
    ASSERT_LE(at, span.begin);
    ASSERT_LT(span.begin, span.end);
    expect_blank(span.begin);
    at = span.end;
  }
  expect_blank(static_cast<std::uint32_t>(text.size()));
}

TEST(Tokenizer, CoversRandomBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string text(random() % 400, ' ');
    for (char& c : text) c = static_cast<char>(random());
    expect_cover(text);
  }
}

TEST(Tokenizer, CoversRandomSignsAndLetters) {
  constexpr std::u32string_view kPieces =
      U"aZ09 .,'’-/:&@#$%*()\"“”…_+\u00AD\u200D\uFE0F💥👍\U0001F3FDéЖ中 ";
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (auto i = random() % 40; i > 0; --i) append_utf8(text, kPieces[random() % kPieces.size()]);
    expect_cover(text);
  }
}

TEST(Tokenizer, CutsWhatIsTooLongForAWord) {
  const std::string text(1 << 20, 'a');
  std::vector<Span> spans;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, english(), spans);
  EXPECT_EQ(spans.size(), text.size() / kMaxUnspacedBytes);
  expect_cover(text);
}

TEST(TokenRules, NamesTheFileThatIsNotThere) {
  const auto rules = load_token_rules(DataFiles::embedded(), "xx");
  ASSERT_FALSE(rules);
  EXPECT_NE(rules.error().message.find("xx/tokens.txt"), std::string::npos);
}

}  // namespace
}  // namespace dateline
