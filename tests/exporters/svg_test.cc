#include "exporters/svg.h"

#include <gtest/gtest.h>

#include <sstream>

#include "exporters/exporter.h"
#include "exporters/timeline_index.h"
#include "tests/support/program.h"
#include "tests/support/timelines.h"

namespace dateline {
namespace {

std::string picture(std::string_view format, const Timeline& timeline) {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter(format)->write(timeline, out));
  return out.str();
}

Timeline without_dates() {
  Timeline timeline = testing::synthetic(20, 4, 5);
  for (Event& event : timeline.events) event.when = When{};
  return timeline;
}

TEST(Svg, IsWellFormedWhateverTheTextsHold) {
  const std::string check =
      "python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' \"$INPUT\"";
  for (const Timeline& timeline :
       {Timeline{}, testing::harbour_strike(), testing::hostile(), without_dates(),
        testing::synthetic(1, 1, 1), testing::synthetic(300, 20, 30'000)})
    for (const std::string_view format : {"svg", "graph-svg"}) {
      const auto run = testing::run_program(check, picture(format, timeline));
      EXPECT_EQ(run.status, 0) << format << ' ' << timeline.title << run.out;
    }
}

TEST(Svg, HasATitleAndADescriptionForThoseWhoDoNotSeeIt) {
  const std::string svg = picture("svg", testing::harbour_strike());
  EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"dateline-title dateline-description\""),
            std::string::npos);
  EXPECT_NE(svg.find("<title id=\"dateline-title\">Before the pilots strike</title>"),
            std::string::npos);
  EXPECT_NE(svg.find("A timeline of 10 events"), std::string::npos);
}

TEST(Svg, TellsOfEachEventInATooltip) {
  const std::string svg = picture("svg", testing::harbour_strike());
  for (const Event& event : testing::harbour_strike().events)
    EXPECT_NE(svg.find("<title>" + event.title + " — "), std::string::npos) << event.title;
  EXPECT_NE(svg.find("Port authority says so"), std::string::npos);
}

TEST(Svg, FlagsDeadlines) {
  const std::string svg = picture("svg", testing::harbour_strike());
  EXPECT_NE(svg.find("⚑ Answer of the port authority"), std::string::npos);
  EXPECT_NE(svg.find("⚑ End of the regatta"), std::string::npos);
}

TEST(Svg, ListsWhatHasNoDateAndHowMuchMoreThereIs) {
  const std::string svg = picture("svg", without_dates());
  EXPECT_NE(svg.find(">No event has a date.<"), std::string::npos);
  EXPECT_NE(svg.find(">Date not known<"), std::string::npos);
  EXPECT_NE(svg.find(">8 more<"), std::string::npos);
}

TEST(Svg, HasNoAxisWithoutADate) {
  for (const Timeline& timeline : {Timeline{}, without_dates()})
    EXPECT_EQ(picture("svg", timeline).find("1970"), std::string::npos);
}

TEST(Svg, SaysThatNothingWasFound) {
  EXPECT_NE(picture("svg", Timeline{}).find("No events were found."), std::string::npos);
  EXPECT_NE(picture("graph-svg", Timeline{}).find("No people"), std::string::npos);
}

TEST(Svg, ThinsOutAThousandEvents) {
  const std::string svg = picture("svg", testing::synthetic(1000, 60, 300));
  EXPECT_NE(svg.find(" more</text>"), std::string::npos);
  EXPECT_NE(svg.find("more lanes with"), std::string::npos);
  EXPECT_LT(svg.size(), 1'000'000U);
}

TEST(Svg, IsDrawnForDayAndNightWithoutPropertiesThatOnlyBrowsersKnow) {
  const std::string svg = picture("svg", testing::harbour_strike());
  EXPECT_NE(svg.find("@media (prefers-color-scheme:dark)"), std::string::npos);
  EXPECT_EQ(svg.find("var("), std::string::npos);
}

TEST(Svg, NamesEveryoneInTheGraph) {
  const std::string svg = picture("graph-svg", testing::harbour_strike());
  for (const Entity& entity : testing::harbour_strike().entities)
    EXPECT_NE(svg.find(">" + entity.name + "</text>"), std::string::npos) << entity.name;
  EXPECT_NE(svg.find("Ada Lindqvist represents Union of harbour pilots"), std::string::npos);
}

TEST(Svg, HasTheSameBytesForTheSameTimeline) {
  const Timeline timeline = testing::synthetic(200, 20, 30);
  EXPECT_EQ(picture("svg", timeline), picture("svg", timeline));
  EXPECT_EQ(picture("graph-svg", timeline), picture("graph-svg", timeline));
}

TEST(Svg, ReportsAStreamThatFails) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_FALSE(find_exporter("svg")->write(testing::harbour_strike(), out));
  EXPECT_FALSE(find_exporter("graph-svg")->write(testing::harbour_strike(), out));
}

TEST(SvgNumber, HasOneDecimalAtMost) {
  EXPECT_EQ(svg_number(3), "3");
  EXPECT_EQ(svg_number(3.14159), "3.1");
  EXPECT_EQ(svg_number(-0.25), "-0.3");
  EXPECT_EQ(svg_number(-0.01), "0");
  EXPECT_EQ(svg_number(1199.96), "1200");
}

TEST(SvgWriter, ClosesWhatItOpened) {
  std::ostringstream out;
  SvgWriter svg(out, {"t", "d", 10, 10});
  svg.open("g", {{"class", "a\"b"}});
  svg.text(1, 2, "c", "<&>");
  EXPECT_TRUE(svg.finish());
  EXPECT_NE(out.str().find("<g class=\"a&quot;b\">"), std::string::npos);
  EXPECT_NE(out.str().find("&lt;&amp;&gt;</text>\n</g>\n</svg>\n"), std::string::npos);
}

TEST(TimelineIndex, FindsPartsByTheirIds) {
  const Timeline timeline = testing::harbour_strike();
  const TimelineIndex index(timeline);
  EXPECT_EQ(index.event("announce"), 1U);
  EXPECT_EQ(index.event("none"), std::nullopt);
  EXPECT_EQ(index.entity_name("okafor"), "Jonas Okafor");
  EXPECT_EQ(index.entity_name("none"), "none");
  EXPECT_EQ(index.document("d1"), &timeline.documents[0]);
}

}  // namespace
}  // namespace dateline
