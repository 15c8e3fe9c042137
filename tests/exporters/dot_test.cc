#include "exporters/dot.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "exporters/drawn_text.h"
#include "exporters/exporter.h"
#include "tests/support/program.h"
#include "tests/support/timelines.h"

namespace dateline {
namespace {

using testing::has_program;
using testing::run_program;

std::string written(std::string_view format, const Timeline& timeline) {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter(format)->write(timeline, out));
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// Undoes what Graphviz undoes when it shows a text.
std::string as_shown(std::string text) {
  replace_all(text, "\\\\", "\x01");
  replace_all(text, "\\n", " ");
  replace_all(text, "\x01", "\\");
  replace_all(text, "&amp;", "&");
  return text;
}

class Graphviz : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_program("dot") || !has_program("gvpr")) GTEST_SKIP() << "graphviz is not installed";
  }
  // Names of the nodes, as Graphviz reads them.
  static std::set<std::string> node_names(const std::string& dot) {
    const auto run = run_program("gvpr 'N{print($.name)}' \"$INPUT\"", dot);
    EXPECT_EQ(run.status, 0) << run.out;
    const auto lines = lines_of(run.out);
    return {lines.begin(), lines.end()};
  }
};

TEST_F(Graphviz, ReadsBackEveryTextThatWasWritten) {
  for (const std::string& text : testing::hostile_strings()) {
    DotGraph graph(DotGraph::Kind::directed);
    graph.node("n", {{"tooltip", "[" + text + "]"}, {"comment", text}});
    graph.edge("n", "m", {{"label", text}});
    std::ostringstream out;
    ASSERT_TRUE(graph.write(out));
    const auto run = run_program("gvpr 'N[name==\"n\"]{print($.tooltip)}' \"$INPUT\"", out.str());
    ASSERT_EQ(run.status, 0) << out.str() << run.out;
    std::string shown = as_shown(run.out.substr(0, run.out.size() - 1));
    EXPECT_EQ(clean_text(shown), clean_text("[" + text + "]"));
  }
}

TEST_F(Graphviz, ReadsBackEveryTextOfAnyMixOfQuotesAndBackslashes) {
  for (int mix = 0; mix < 81; ++mix) {
    std::string text;
    for (int rest = mix, i = 0; i < 4; ++i, rest /= 3) text += "\\\"a"[rest % 3];
    DotGraph graph(DotGraph::Kind::directed);
    graph.node(text, {{"tooltip", text}});
    std::ostringstream out;
    ASSERT_TRUE(graph.write(out));
    const auto run = run_program("gvpr 'N{print($.name);print($.tooltip)}' \"$INPUT\"", out.str());
    const auto lines = lines_of(run.out);
    ASSERT_EQ(lines.size(), 2U) << out.str() << run.out;
    EXPECT_EQ(lines[0], dot_name(text));
    EXPECT_EQ(as_shown(lines[1]), text);
  }
}

TEST_F(Graphviz, DrawsEveryTimelineWithoutAWarning) {
  const std::vector<Timeline> timelines = {Timeline{},
                                           testing::harbour_strike(),
                                           testing::hostile(),
                                           testing::synthetic(1, 1, 1),
                                           testing::synthetic(300, 20, 20),
                                           testing::synthetic(60, 10, 40'000)};
  for (const Timeline& timeline : timelines)
    for (const std::string_view format : {"dot", "graph-dot"}) {
      const auto run = run_program("dot -Tsvg \"$INPUT\" >/dev/null", written(format, timeline));
      EXPECT_EQ(run.status, 0) << format << ' ' << timeline.title;
      EXPECT_EQ(run.out, "") << format << ' ' << timeline.title;
    }
}

TEST_F(Graphviz, FindsEveryEventOfASmallTimelineAsANode) {
  for (const Timeline& timeline : {testing::harbour_strike(), testing::hostile()}) {
    const auto names = node_names(written("dot", timeline));
    for (const Event& event : timeline.events)
      EXPECT_TRUE(event.id.empty() || names.count(dot_name(event.id))) << event.id;
  }
}

TEST_F(Graphviz, FindsEveryEntityThatTakesPartAsANode) {
  const Timeline timeline = testing::harbour_strike();
  const auto names = node_names(written("graph-dot", timeline));
  EXPECT_EQ(names.size(), timeline.entities.size());
  for (const Entity& entity : timeline.entities) EXPECT_TRUE(names.count(entity.id)) << entity.id;
}

TEST_F(Graphviz, FindsNoActorAsANodeOfTheTimeline) {
  const Timeline timeline = testing::harbour_strike();
  const auto names = node_names(written("dot", timeline));
  for (const Entity& entity : timeline.entities) EXPECT_FALSE(names.count(entity.id)) << entity.id;
}

TEST_F(Graphviz, FindsOneRankForEachDate) {
  const auto run = run_program(
      "gvpr 'BEG_G{graph_t s; for (s=fstsubg($G);s;s=nxtsubg(s)) "
      "print(s.rank,\" \",s.n_nodes)}' \"$INPUT\"",
      written("dot", testing::harbour_strike()));
  // 6 March, 7 March, 14 March, 20 March, not known: each its date and its events.
  EXPECT_EQ(run.out, "same 2\nsame 5\nsame 3\nsame 3\nsame 2\n");
}

TEST(Dot, CapsTheCardsOfADateAndSaysHowManyMoreThereAre) {
  Timeline timeline;
  for (int i = 0; i < 50; ++i)
    timeline.events.push_back(
        testing::event("e" + std::to_string(i), "something", testing::on_day("2031-03-07")));
  const std::string dot = written("dot", timeline);
  EXPECT_NE(dot.find("label=\"+38 more\""), std::string::npos);
}

TEST(Dot, StaysSmallForTenThousandEvents) {
  EXPECT_LT(written("dot", testing::synthetic(10'000, 400, 1500)).size(), 1'000'000U);
  EXPECT_LT(written("graph-dot", testing::synthetic(10'000, 400, 1500)).size(), 1'000'000U);
}

TEST(Dot, MarksDeadlinesAndWhatIsNotAFact) {
  const std::string dot = written("dot", testing::harbour_strike());
  const auto node = [&](const std::string& id) {
    const std::size_t at = dot.find("\tid=\"event-" + id + "\"");
    const std::size_t begin = dot.rfind("];", at), end = dot.find("];", at);
    return dot.substr(begin, end - begin);
  };
  EXPECT_NE(node("answer-due").find("#b8232a"), std::string::npos);
  EXPECT_NE(node("cancel").find("filled,dashed"), std::string::npos);
  EXPECT_NE(node("strike").find("filled,dotted"), std::string::npos);
  EXPECT_NE(node("threat").find(">denied<"), std::string::npos);
  EXPECT_NE(node("talks").find("filled,solid"), std::string::npos);
}

TEST(Dot, LinksACardOnlyToAnAddressOfTheWeb) {
  EXPECT_NE(written("dot", testing::harbour_strike()).find("https://courier.example"),
            std::string::npos);
  EXPECT_EQ(written("dot", testing::hostile()).find("javascript:"), std::string::npos);
}

TEST(Dot, SaysThatNothingWasFound) {
  EXPECT_NE(written("dot", Timeline{}).find("No events were found"), std::string::npos);
}

TEST(Dot, KeepsIdsOfTheSchemaAndEscapesOthers) {
  EXPECT_EQ(dot_name("e-12.a_b:C"), "e-12.a_b:C");
  EXPECT_EQ(dot_name("a\\\" %"), "a=5C=22=20=25");
  EXPECT_NE(dot_name("a=20"), dot_name("a "));
}

TEST(Dot, ReportsAStreamThatFails) {
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  EXPECT_FALSE(find_exporter("dot")->write(testing::harbour_strike(), out));
}

TEST(Dot, GivesTheSameBytesForTheSameTimeline) {
  const Timeline timeline = testing::synthetic(200, 20, 30);
  EXPECT_EQ(written("dot", timeline), written("dot", timeline));
  EXPECT_EQ(written("graph-dot", timeline), written("graph-dot", timeline));
}

}  // namespace
}  // namespace dateline
