#include "exporters/repair_json.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

TEST(RepairJson, OfNothingIsAnEmptyList) { EXPECT_EQ(repair_report_json({}), "[]\n"); }

TEST(RepairJson, TellsWhereWhatAndHowSure) {
  EXPECT_EQ(repair_report_json(
                {{{3, 7}, "Ã©", "é", "windows-1252", 0.875}, {{9, 13}, "\"", "\n", "koi8-r", 1}}),
            "[\n"
            " {\"start\":3,\"end\":7,\"broken\":\"Ã©\",\"fixed\":\"é\",\"table\":\"windows-1252\","
            "\"confidence\":0.875},\n"
            " {\"start\":9,\"end\":13,\"broken\":\"\\\"\",\"fixed\":\"\\n\",\"table\":\"koi8-r\","
            "\"confidence\":1.0}\n"
            "]\n");
}

TEST(RepairJson, HoldsOnlyValidUtf8) {
  EXPECT_NE(repair_report_json({{{0, 1}, "\xFF", "é", "x", 1}}).find("\"broken\":\"\uFFFD\""),
            std::string::npos);
}

}  // namespace
}  // namespace dateline
