#include "importers/text/json_tree.h"

#include <gtest/gtest.h>

#include <string>

namespace dateline {
namespace {

TEST(JsonTree, OfTooManyValuesIsCutWhereItSays) {
  std::string text = "[";
  for (std::size_t i = 0; i < kMaxJsonValues; ++i) text += "1,";
  const JsonTree tree = parse_json(text + "1]");
  ASSERT_TRUE(tree.error);
  EXPECT_EQ(tree.error->message, "expected JSON of fewer than 5000000 values, found more");
  EXPECT_EQ(tree.values.size(), kMaxJsonValues);
}

TEST(JsonTree, KeepsWhereEachValueStands) {
  const std::string_view text = R"( {"a" : "x\ny", "b":[1.50, true,null] } )";
  const JsonTree tree = parse_json(text);
  ASSERT_FALSE(tree.error) << tree.error->message;
  ASSERT_EQ(tree.values.size(), 6u);
  EXPECT_EQ(tree[0].end, 6u);
  EXPECT_EQ(tree[1].key.of(text), "a");
  EXPECT_EQ(tree[1].at.of(text), "x\\ny");
  EXPECT_EQ(tree.string(1), "x\ny");
  EXPECT_EQ(tree[3].at.of(text), "1.50");
  EXPECT_EQ(tree[4].at.of(text), "true");
  EXPECT_EQ(tree[5].kind, JsonValue::Kind::null);
  EXPECT_EQ(tree.end, text.rfind('}') + 1);
}

TEST(JsonTree, FindsMembersByName) {
  const JsonTree tree = parse_json(R"({"a":{"b":1},"b":2,"b":3})");
  EXPECT_EQ(tree.string(tree.member(0, "b").value()), "2");
  EXPECT_FALSE(tree.member(0, "c"));
  EXPECT_FALSE(tree.member(tree.member(0, "b").value(), "a"));
}

TEST(JsonTree, ReadsEscapes) {
  const JsonTree tree = parse_json(R"(["\u201cHi\u201d \ud83d\udca5 \/\\\"\t"])");
  ASSERT_FALSE(tree.error);
  EXPECT_EQ(tree.string(1), "“Hi” 💥 /\\\"\t");
}

TEST(JsonTree, MendsHalvesOfSurrogatesAndControlCharacters) {
  const JsonTree tree = parse_json("[\"a\\ud83d\\u0041 line\nbreak\"]");
  ASSERT_FALSE(tree.error) << tree.error->message;
  EXPECT_EQ(tree.mended, (std::vector<std::uint32_t>{3, 20}));
  EXPECT_EQ(tree.string(1), "a\uFFFDA line break");
}

TEST(JsonTree, TellsWhereJsonEnds) {
  const JsonTree tree = parse_json("{\"a\":[1,2");
  ASSERT_TRUE(tree.error);
  EXPECT_EQ(tree.error->at.begin, 9u);
  EXPECT_EQ(tree.error->message, "expected more JSON, found the end");
  EXPECT_EQ(tree.string(3), "2");
  EXPECT_EQ(tree[0].end, tree.values.size());
}

TEST(JsonTree, TellsWhereItIsBroken) {
  const JsonTree tree = parse_json("{\"a\":1,\"b\":x}");
  ASSERT_TRUE(tree.error);
  EXPECT_EQ(tree.error->at.begin, 11u);
  EXPECT_EQ(tree.string(tree.member(0, "a").value()), "1");
}

TEST(JsonTree, IsStrictUnlessToldOtherwise) {
  EXPECT_TRUE(parse_json("[1,]").error);
  EXPECT_TRUE(parse_json(R"(["it\'s"])").error);
  EXPECT_FALSE(parse_json("[1,]", true).error);
  EXPECT_EQ(parse_json(R"(["it\'s"])", true).string(1), "it 's");
}

TEST(JsonTree, RefusesDepth) {
  const JsonTree tree = parse_json(std::string(100000, '['));
  ASSERT_TRUE(tree.error);
  EXPECT_NE(tree.error->message.find("deep"), std::string::npos);
  EXPECT_FALSE(parse_json(std::string(150, '[') + std::string(150, ']')).error);
}

TEST(JsonTree, StopsAfterTheFirstValue) {
  const JsonTree tree = parse_json("{\"a\":1} {\"b\":2}");
  EXPECT_FALSE(tree.error);
  EXPECT_EQ(tree.end, 7u);
}

TEST(JsonTree, SurvivesAnyEnd) {
  const std::string text = R"({"a":["x\u00e9\ud83d\udca5",{"b":null,"c":-1.5e3}],"d":"\\"})";
  for (std::size_t size = 0; size < text.size(); ++size) {
    const JsonTree tree = parse_json(text.substr(0, size));
    EXPECT_TRUE(tree.error) << size;
    for (const JsonValue& value : tree.values) {
      EXPECT_LE(value.at.end, size);
      EXPECT_LE(value.end, tree.values.size());
    }
  }
}

}  // namespace
}  // namespace dateline
