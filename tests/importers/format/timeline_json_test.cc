#include "importers/format/timeline_json.h"

#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "exporters/exporter.h"
#include "tests/support/make_timeline.h"

namespace dateline {
namespace {

using testing::random_timeline;

std::string written(const Timeline& timeline, std::string_view format = "json") {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter(format)->write(timeline, out));
  return out.str();
}

/// A timeline file with these members beside the required ones.
std::string file_with(std::string_view members) {
  return R"({"format":"dateline-timeline","version":"1.0","documents":[],"entities":[],)" +
         std::string(members) +
         (members.find("\"events\"") == members.npos
              ? std::string(members.empty() ? "" : ",") + R"("events":[]})"
              : "}");
}

/// A timeline file with one event that has these members, beside those required.
std::string file_with_event(std::string_view members, std::string_view when = R"({"edtf":"2022",
"granularity":"year"})") {
  return file_with(R"("events":[{"id":"v1","type":"t","title":"T","when":)" + std::string(when) +
                   R"(,"factuality":{"value":"asserted"},"evidence":[{"document":"d","start":0,)"
                   R"("end":1,"quote":"q"}])" +
                   std::string(members) + "}]");
}

/// One thing of each kind.
Timeline small_timeline() {
  for (std::uint32_t seed = 0;; ++seed) {
    const Timeline timeline = random_timeline(seed);
    const bool small = timeline.documents.size() == 1 && timeline.entities.size() == 1 &&
                       timeline.events.size() == 1 && timeline.links.size() == 1;
    if (small && timeline.documents[0].timexes.size() == 1) return timeline;
  }
}

std::string complaint_about(std::string_view json) {
  const auto result = read_timeline(json);
  return result ? "" : result.error().message;
}

/// The bytes that the error points at.
std::string place_in(std::string_view json) {
  const auto result = read_timeline(json);
  if (result) return "";
  const SourceSpan at = result.error().at;
  return std::string(json.substr(at.begin, at.end - at.begin));
}

TEST(TimelineJson, ComesBackAsItWasWritten) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Timeline timeline = random_timeline(seed);
    const std::string json = written(timeline);
    const auto read = read_timeline(json);
    ASSERT_TRUE(read) << seed << ": " << read.error().message;
    ASSERT_EQ(*read, timeline) << seed;
    ASSERT_EQ(written(*read), json) << seed;
  }
}

TEST(TimelineJson, ComesBackFromOneLineToo) {
  const Timeline timeline = random_timeline(7);
  const auto read = read_timeline(written(timeline, "jsonl"));
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, timeline);
}

TEST(TimelineJson, LinesAreTakenOneByOne) {
  std::string lines;
  for (std::uint32_t seed = 0; seed < 5; ++seed) lines += written(random_timeline(seed), "jsonl");
  std::uint32_t seed = 0;
  read_timelines(lines, [&](Result<Timeline> read) {
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, random_timeline(seed++));
  });
  EXPECT_EQ(seed, 5u);
}

TEST(TimelineJson, FilesMayFollowEachOther) {
  const std::string files = "\xEF\xBB\xBF" + written(random_timeline(1)) + "\r\n" +
                            written(random_timeline(2), "jsonl") + "\n" +
                            written(random_timeline(3));
  int count = 0;
  read_timelines(files, [&](Result<Timeline> read) { count += read ? 1 : 0; });
  EXPECT_EQ(count, 3);
}

TEST(TimelineJson, OneBadLineLeavesTheOthers) {
  const std::string lines = file_with("") + "\n{\"format\":\"datel\n" + file_with("") + "\n";
  std::vector<std::string> results;
  read_timelines(lines, [&](Result<Timeline> read) {
    results.push_back(read ? "ok" : lines.substr(read.error().at.begin, 4));
  });
  EXPECT_EQ(results, (std::vector<std::string>{"ok", "\n{\"f", "ok"}));
}

TEST(TimelineJson, OfNothingIsAnError) {
  int errors = 0;
  read_timelines("", [&](Result<Timeline> read) { errors += read ? 0 : 1; });
  read_timelines(" \n", [&](Result<Timeline> read) { errors += read ? 0 : 1; });
  EXPECT_EQ(errors, 2);
  EXPECT_EQ(complaint_about(""), "expected a JSON value, found the end");
}

TEST(TimelineJson, AcceptsEveryVersionOne) {
  const auto with = [](std::string_view version) {
    return R"({"format":"dateline-timeline","version":")" + std::string(version) +
           R"(","documents":[],"entities":[],"events":[]})";
  };
  EXPECT_EQ(complaint_about(with("1.7")), "");
  EXPECT_EQ(complaint_about(with("1.12")), "");
  EXPECT_EQ(complaint_about(with("2.0")),
            "version: expected version 1.0, or another that begins with 1., found \"2.0\"");
  EXPECT_NE(complaint_about(with("1")), "");
  EXPECT_NE(complaint_about(with("1.x")), "");
}

TEST(TimelineJson, IgnoresMembersItDoesNotKnow) {
  const auto read =
      read_timeline(file_with_event(R"(,"x-mine":{"a":[1,{"b":null}],"c":"d"},"later":[true])",
                                    R"({"edtf":"2022","granularity":"year","new":{}})"));
  ASSERT_TRUE(read);
  ASSERT_EQ(read->events.size(), 1u);
  EXPECT_EQ(read->events[0].when.edtf, "2022");
}

TEST(TimelineJson, DropsFiguresThatAreNoNumbers) {
  const auto read = read_timeline(
      file_with(R"("metrics":{"nodes":3,"name":"x","more":{"a":[1]},"none":null,"edges":4})"));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read->metrics,
            (std::vector<std::pair<std::string, double>>{{"nodes", 3}, {"edges", 4}}));
}

TEST(TimelineJson, DropsSourceSpansThatDoNotFit) {
  const auto read = read_timeline(file_with_event(R"(,"x-source-spans":[[1,2],[3,4]])"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->events[0].evidence[0].source, std::nullopt);
}

TEST(TimelineJson, SaysWhatIsOfTheWrongType) {
  EXPECT_EQ(complaint_about(file_with(R"("title":7)")), "title: expected a string, found 7");
  EXPECT_EQ(place_in(file_with(R"("title": 7)")), "7");
  EXPECT_EQ(complaint_about(file_with(R"("relations":{})")),
            "relations: expected an array, found an object");
  EXPECT_EQ(complaint_about(file_with(R"("title":null)")), "title: expected a string, found null");
  EXPECT_EQ(complaint_about(file_with_event(R"(,"confidence":"high")")),
            "events[0].confidence: expected a number, found \"high\"");
  EXPECT_EQ(complaint_about("[]"), "expected an object, found an array");
}

TEST(TimelineJson, SaysWhichNamesItKnows) {
  const std::string json =
      file_with_event("", R"({"edtf":"2022","granularity":"weekend","shape":"round"})");
  EXPECT_EQ(complaint_about(json),
            "events[0].when.shape: expected one of \"within\", \"instant\", \"interval\", "
            "\"before\", \"after\", \"set\", found \"round\"");
  EXPECT_EQ(place_in(json), "\"round\"");
}

TEST(TimelineJson, SaysWhatIsMissing) {
  const std::string json = file_with_event(R"(,"participants":[{"entity":"e1"}])");
  EXPECT_EQ(complaint_about(json),
            "events[0].participants[0]: expected a member \"role\", found none");
  EXPECT_EQ(place_in(json), R"({"entity":"e1")");
  EXPECT_EQ(complaint_about("{}"), "expected a member \"format\", found none");
}

TEST(TimelineJson, RefusesAMemberThatComesTwice) {
  const std::string json = file_with(R"("title":"a","title":"b")");
  EXPECT_EQ(complaint_about(json), "title: expected each member once, found it a second time");
  EXPECT_NE(complaint_about(file_with(R"("x-a":1,"x-a":2)")), "");
  EXPECT_NE(complaint_about(file_with(R"("x-a":{"b":1,"b":2})")), "");
}

TEST(TimelineJson, RefusesWhatTheSchemaRefuses) {
  const auto refused = [](std::string_view members) {
    return !complaint_about(file_with_event(members)).empty();
  };
  EXPECT_FALSE(refused(""));
  EXPECT_TRUE(refused(R"(,"attribution":[{"source":"a b"}])"));
  EXPECT_TRUE(refused(R"(,"attribution":[{"source":""}])"));
  EXPECT_TRUE(refused(R"(,"confidence":1.01)"));
  EXPECT_TRUE(refused(R"(,"confidence_parts":{"a":-0.5})"));
  EXPECT_TRUE(refused(R"(,"deadline":{"bound":[]})"));
  const auto refused_when = [](std::string_view when) {
    return !complaint_about(file_with_event("", when)).empty();
  };
  EXPECT_TRUE(refused_when(R"({"granularity":"year"})"));
  EXPECT_TRUE(refused_when(R"({"edtf":"","granularity":"year"})"));
  EXPECT_TRUE(refused_when(R"({"edtf":"2022","granularity":"day","latest":"2022-02-12"})"));
  EXPECT_TRUE(
      refused_when(R"({"edtf":"2022","granularity":"day","latest":"2022-02-12T10:00:00"})"));
  EXPECT_TRUE(refused_when(R"({"edtf":"2022","granularity":"day","duration":"two days"})"));
  EXPECT_TRUE(refused_when(R"({"edtf":"2022","granularity":"day","timex":{"anchor":{}}})"));
}

TEST(TimelineJson, RefusesOffsetsThatAreNone) {
  const auto with_start = [](std::string_view start) {
    return file_with(R"("x-a":0,"relations":[{"type":"before","source":"a","target":"b",)"
                     R"("evidence":[{"document":"d","end":1,"quote":"q","start":)" +
                     std::string(start) + "}]}]");
  };
  EXPECT_EQ(complaint_about(with_start("0")), "");
  EXPECT_EQ(complaint_about(with_start("4294967295")), "");
  EXPECT_EQ(complaint_about(with_start("3.0e0")), "");
  for (const auto* wrong : {"4294967296", "-1", "0.5", "1e400", "123456789012345678901234567890"})
    EXPECT_NE(complaint_about(with_start(wrong)), "") << wrong;
  EXPECT_EQ(complaint_about(with_start(std::string(100'000, '9'))),
            "relations[0].evidence[0].start: expected a number that a double can hold, found '9'");
}

TEST(TimelineJson, KeepsEveryDigitOfANumber) {
  const auto read = read_timeline(file_with(R"("metrics":{"a":0.1,"b":5e-324,"c":1e308})"));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->metrics,
            (std::vector<std::pair<std::string, double>>{{"a", 0.1}, {"b", 5e-324}, {"c", 1e308}}));
}

TEST(TimelineJson, RefusesWhatIsNotUnicode) {
  EXPECT_EQ(complaint_about(file_with("\"title\":\"a\xC3(\"")),
            "expected UTF-8, found a byte that is not");
  EXPECT_EQ(place_in(file_with("\"title\":\"a\xC3(\"")), "\xC3");
  EXPECT_EQ(complaint_about(file_with(R"("title":"\ud83d")")),
            "title: expected a pair of surrogates, found '\\'");
  EXPECT_EQ(complaint_about(file_with(R"("title":"\udca5")")),
            "title: expected a string of Unicode, found a lone surrogate");
  EXPECT_EQ(complaint_about(file_with(R"("\udca5":"title")")).find("expected a name of Unicode"),
            complaint_about(file_with(R"("\udca5":"title")")).find("expected"));
  EXPECT_EQ(read_timeline(file_with(R"("title":"\ud83d\udca5\u0000")"))->title,
            std::string("💥\0", 5));
}

TEST(TimelineJson, RefusesWhatComesAfterTheEnd) {
  EXPECT_EQ(complaint_about(file_with("") + " {}"),
            "expected nothing after the JSON value, found '{'");
  EXPECT_EQ(complaint_about(file_with("") + std::string("\0{}", 3)),
            "expected nothing after the JSON value, found the control character 0");
}

TEST(TimelineJson, RefusesDeepNesting) {
  EXPECT_NE(complaint_about(std::string(100'000, '[')), "");
  EXPECT_NE(complaint_about(file_with("\"x-a\":" + std::string(100'000, '['))).find("64 levels"),
            std::string::npos);
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_NE(complaint_about(file_with("\"x-a\":" + objects)).find("64 levels"), std::string::npos);
}

TEST(TimelineJson, SaysWhereACutFileEnds) {
  const std::string json = written(small_timeline());
  const std::size_t last = json.find_last_of('}');
  for (std::size_t size = 0; size <= last; ++size) {
    const auto read = read_timeline(std::string_view(json).substr(0, size));
    ASSERT_FALSE(read) << size;
    ASSERT_LE(read.error().at.begin, read.error().at.end) << size;
    ASSERT_LE(read.error().at.end, size) << size;
    ASSERT_FALSE(read.error().message.empty());
  }
}

TEST(TimelineJson, SurvivesEveryChangedByte) {
  const std::string json = written(small_timeline(), "jsonl");
  std::string changed = json;
  for (std::size_t i = 0; i < json.size(); ++i) {
    for (const char byte : {'"', '\\', '{', ']', '\0', '\xFF', '9', ','}) {
      changed[i] = byte;
      const auto read = read_timeline(changed);
      if (!read) {
        ASSERT_LE(read.error().at.end, json.size());
      }
    }
    changed[i] = json[i];
  }
}

}  // namespace
}  // namespace dateline
