#include "importers/html/tokenizer.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace dateline {
namespace {

/// Each token as the page has it, text in brackets.
std::vector<std::string> tokens_of(std::string_view page) {
  std::vector<std::string> tokens;
  HtmlTokenizer tokenizer(page);
  for (HtmlToken token; tokenizer.next(token);) {
    const std::string at(token.at.of(page));
    tokens.push_back(token.kind == HtmlToken::Kind::text ? "[" + at + "]" : at);
  }
  return tokens;
}

using Tokens = std::vector<std::string>;

TEST(HtmlTokenizer, CutsTagsFromText) {
  EXPECT_EQ(tokens_of("<p>One <b>two</b>"), (Tokens{"<p>", "[One ]", "<b>", "[two]", "</b>"}));
}

TEST(HtmlTokenizer, KeepsALoneLessThanSignAsText) {
  EXPECT_EQ(tokens_of("1 < 2 <3 a<"), (Tokens{"[1 < 2 <3 a<]"}));
}

TEST(HtmlTokenizer, PassesOverCommentsAndDeclarations) {
  EXPECT_EQ(tokens_of("<!DOCTYPE html><?xml v?>a<!-- <b> -- > -->b<!-->c</ x>d"),
            (Tokens{"[a]", "[b]", "[c]", "[d]"}));
}

TEST(HtmlTokenizer, ReadsAttributesInAllTheirForms) {
  const std::string_view page = R"(<a href="x>y" id=one hidden title = 'b' =z/>)";
  HtmlTokenizer tokenizer(page);
  HtmlToken token;
  ASSERT_TRUE(tokenizer.next(token));
  Tokens found;
  for (const auto& [name, value] : token.attributes)
    found.push_back(std::string(name.of(page)) + ":" + std::string(value.of(page)));
  EXPECT_EQ(found, (Tokens{"href:x>y", "id:one", "hidden:", "title:b", "=z:"}));
  EXPECT_TRUE(token.self_closing);
}

TEST(HtmlTokenizer, LetsScriptsEndOnlyAtTheirOwnEndTag) {
  EXPECT_EQ(tokens_of("<script>if (a</b>c) '</scripty>'</SCRIPT >x"),
            (Tokens{"<script>", "[if (a</b>c) '</scripty>']", "</SCRIPT >", "[x]"}));
}

TEST(HtmlTokenizer, DropsATagThatThePageEndsIn) {
  EXPECT_EQ(tokens_of("a<p class='x"), Tokens{"[a]"});
  EXPECT_EQ(tokens_of("a<!-- b"), Tokens{"[a]"});
}

TEST(HtmlTokenizer, KeepsNoMoreAttributesThanAPageCanMean) {
  std::string page = "<p";
  for (int i = 0; i < 200000; ++i) page += " a" + std::to_string(i) + "=1";
  HtmlToken token;
  const std::string whole = page + ">x";
  HtmlTokenizer tokenizer(whole);
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(token.attributes.size(), 256u);
  ASSERT_TRUE(tokenizer.next(token));
  EXPECT_EQ(token.at.of(whole), "x");
}

}  // namespace
}  // namespace dateline
