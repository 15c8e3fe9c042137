#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include <gtest/gtest.h>

#include "core/timeline.h"
#include "exporters/exporter.h"
#include "tests/support/make_timeline.h"

namespace dateline {
namespace {

using testing::make_entity;
using testing::make_event;
using testing::make_evidence;

std::string written(const Timeline& timeline, std::string_view format = "json") {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter(format)->write(timeline, out));
  return out.str();
}

bool has(const std::string& json, std::string_view part) {
  return json.find(part) != std::string::npos;
}

TEST(Json, OfNothingHasTheRequiredMembers) {
  EXPECT_EQ(written({}),
            "{\n"
            " \"format\": \"dateline-timeline\",\n"
            " \"version\": \"1.0\",\n"
            " \"time\": {\n"
            "  \"calendar\": \"gregorian-proleptic\"\n"
            " },\n"
            " \"documents\": [],\n"
            " \"entities\": [],\n"
            " \"events\": []\n"
            "}\n");
}

TEST(Json, OfALineHasOneLine) {
  EXPECT_EQ(written({}, "jsonl"),
            "{\"format\":\"dateline-timeline\",\"version\":\"1.0\",\"time\":{\"calendar\":"
            "\"gregorian-proleptic\"},\"documents\":[],\"entities\":[],\"events\":[]}\n");
}

TEST(Json, ListsStayOnOneLine) {
  Timeline timeline;
  timeline.entities = {make_entity("e1", EntityKind::person, "A")};
  timeline.entities[0].aliases = {"B", "C"};
  timeline.entities[0].mentions = {make_evidence("d", 0, "A")};
  timeline.entities[0].mentions[0].sentence = {0, 9};
  const std::string json = written(timeline);
  EXPECT_TRUE(has(json, "\"aliases\": [\"B\", \"C\"]")) << json;
  EXPECT_TRUE(has(json, "\"sentence\": [0, 9]")) << json;
}

TEST(Json, LeavesOutWhatIsAbsentOrDefault) {
  Timeline timeline;
  timeline.events = {make_event("v1", "other", "T")};
  const std::string json = written(timeline, "jsonl");
  EXPECT_TRUE(has(json,
                  "{\"id\":\"v1\",\"type\":\"other\",\"kind\":\"event\",\"title\":\"T\",\"when\":{"
                  "\"edtf\":\"../..\",\"granularity\":\"unknown\"},\"factuality\":{\"value\":"
                  "\"asserted\"},\"evidence\":[{\"document\":\"d\",\"start\":0,\"end\":1,\"quote\":"
                  "\"T\"}]}"))
      << json;
}

TEST(Json, SaysOfADeadlineThatItBindsNobody) {
  Timeline timeline;
  timeline.events = {make_event("v1", "deadline", "T")};
  timeline.events[0].deadline.emplace().force = DeadlineMention::Force::horizon;
  EXPECT_TRUE(has(written(timeline, "jsonl"),
                  "\"deadline\":{\"force\":\"horizon\",\"bound\":[],\"set_by\":[],\"inclusive\":"
                  "true,\"status\":\"unknown\"}"));
}

TEST(Json, PutsTheBytesOfTheSourceBesideTheEvidence) {
  Timeline timeline;
  timeline.entities = {make_entity("e1", EntityKind::person, "A")};
  timeline.entities[0].mentions.resize(2, make_evidence("d", 0, "A"));
  timeline.entities[0].mentions[1].source = SourceSpan{5, 7};
  EXPECT_TRUE(has(written(timeline, "jsonl"), "],\"x-source-spans\":[[],[5,7]]}"));
}

TEST(Json, PutsAnUrlThatIsNoUriWhereItMayStand) {
  Timeline timeline;
  timeline.documents.resize(2);
  timeline.documents[0].url = "https://a.example/é";
  timeline.documents[1].url = "https://a.example/%C3%A9";
  const std::string json = written(timeline, "jsonl");
  EXPECT_TRUE(has(json, "\"x-url\":\"https://a.example/é\"")) << json;
  EXPECT_TRUE(has(json, "\"url\":\"https://a.example/%C3%A9\"")) << json;
}

TEST(Json, CutsATitleAtTheSchemasLimitAndKeepsTheWhole) {
  Timeline timeline;
  std::string long_title;
  for (int i = 0; i < 201; ++i) long_title += "é";
  timeline.events = {make_event("v1", "other", long_title)};
  const std::string json = written(timeline, "jsonl");
  EXPECT_TRUE(has(json, "\"title\":\"" + long_title.substr(0, 2 * 199) + "…\"")) << json;
  EXPECT_TRUE(has(json, "\"x-title\":\"" + long_title + "\"")) << json;
}

TEST(Json, ReplacesWhatIsNotUnicode) {
  Timeline timeline;
  timeline.title = "a\xC3(\xFF";
  EXPECT_TRUE(has(written(timeline, "jsonl"), "\"title\":\"a\uFFFD(\uFFFD\""));
}

TEST(Json, LeavesOutNumbersThatJsonDoesNotHave) {
  Timeline timeline;
  timeline.metrics = {{"nan", std::nan("")}, {"half", 0.5}, {"inf", HUGE_VAL}};
  EXPECT_TRUE(has(written(timeline, "jsonl"), "\"metrics\":{\"half\":0.5}"));
}

TEST(Json, TellsThatTheStreamFailed) {
  std::ofstream full("/dev/full");
  EXPECT_FALSE(find_exporter("json")->write(testing::random_timeline(1), full));
}

TEST(Json, IsAlwaysValid) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("dateline_json_test_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  for (std::uint32_t seed = 0; seed < 60; ++seed)
    std::ofstream(folder / (std::to_string(seed) + ".json"))
        << written(testing::random_timeline(seed), seed % 2 ? "json" : "jsonl");
  const std::string tests = DATELINE_SOURCE_DIR "/tests/support/";
  const int status = std::system(("python3 " + tests +
                                  "validate.py " DATELINE_SOURCE_DIR "/docs/timeline.schema.json " +
                                  folder.string() + "/*.json")
                                     .c_str());
  std::filesystem::remove_all(folder);
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "python3-jsonschema is not installed";
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace dateline
