#include "importers/container/header_fields.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(HeaderFields, AreReadUpToTheFirstEmptyLine) {
  const HeaderFields head =
      read_header_fields("Subject:  A mill\r\n\tshuts\nno name\nX:\n\nbody: no");
  ASSERT_EQ(head.fields.size(), 2u);
  EXPECT_EQ(head.value("subject"), "A mill shuts");
  EXPECT_EQ(head.value("x"), "");
  EXPECT_EQ(head.size, 37u);
}

TEST(HeaderFields, EndWithTheTextIfNoLineIsEmpty) {
  EXPECT_EQ(head_size("a: b\r\nc: d"), std::string_view::npos);
  EXPECT_EQ(head_size("a: b\r\n\r\nc"), 8u);
  EXPECT_EQ(head_size("a: b\n\nc"), 6u);
}

TEST(MediaTypes, HaveParametersWithAndWithoutQuotes) {
  const MediaType type =
      read_media_type("Multipart/Mixed; boundary=\"a;\\\"b\" ; charset = UTF-8;x");
  EXPECT_EQ(type.name, "multipart/mixed");
  EXPECT_EQ(type.parameter("boundary"), "a;\"b");
  EXPECT_EQ(type.parameter("charset"), "UTF-8");
  EXPECT_EQ(read_media_type("").name, "");
}

}  // namespace
}  // namespace dateline
