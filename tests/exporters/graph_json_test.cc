#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include <gtest/gtest.h>

#include "exporters/exporter.h"
#include "tests/support/make_story.h"

namespace dateline {
namespace {

std::string written(const Timeline& timeline) {
  std::ostringstream out;
  EXPECT_TRUE(find_exporter("graph-json")->write(timeline, out));
  return out.str();
}

TEST(GraphJson, HasNodesAndLinks) {
  Timeline timeline;
  timeline.entities = {testing::make_entity("a", EntityKind::person, "Anna \"B\"")};
  timeline.events = {testing::make_event("v", "attack", "T", "2024")};
  timeline.events[0].participants = {{"a", Role::agent, {}, {}}, {"a", Role::speaker, {}, {}}};
  EXPECT_EQ(
      written(timeline),
      "{\n \"directed\": true,\n \"multigraph\": true,\n \"graph\": {},\n \"nodes\": [\n  {\n"
      "   \"id\": \"a\",\n   \"label\": \"Anna \\\"B\\\"\",\n   \"kind\": \"entity\",\n"
      "   \"type\": \"person\",\n   \"degree\": 1,\n   \"component\": 0,\n   \"core\": 1,\n"
      "   \"page_rank\": 0.5\n  },\n  {\n   \"id\": \"v\",\n   \"label\": \"T\",\n"
      "   \"kind\": \"event\",\n   \"type\": \"attack\",\n   \"when\": \"2024\",\n"
      "   \"factuality\": \"asserted\",\n   \"degree\": 1,\n   \"component\": 0,\n"
      "   \"core\": 1,\n   \"page_rank\": 0.5\n  }\n ],\n \"links\": [\n  {\n"
      "   \"source\": \"a\",\n   \"target\": \"v\",\n   \"key\": 0,\n   \"type\": \"agent\",\n"
      "   \"weight\": 1.0\n  },\n  {\n   \"source\": \"a\",\n   \"target\": \"v\",\n"
      "   \"key\": 1,\n   \"type\": \"speaker\",\n   \"weight\": 1.0\n  }\n ]\n}\n");
}

TEST(GraphJson, IsReadByNetworkx) {
  const auto file = std::filesystem::temp_directory_path() /
                    ("dateline_graph_" + std::to_string(getpid()) + ".json");
  std::ofstream(file) << written(testing::random_timeline(5));
  const std::string script =
      "import sys, json\n"
      "try: import networkx\n"
      "except ImportError: sys.exit(77)\n"
      "data = json.load(open(sys.argv[1], encoding='utf-8'))\n"
      "try: graph = networkx.node_link_graph(data, edges='links')\n"
      "except TypeError: graph = networkx.node_link_graph(data)\n"
      "sys.exit(len(graph) != len(data['nodes']) or graph.size() != len(data['links']))\n";
  const int status = std::system(("python3 -c \"" + script + "\" " + file.string()).c_str());
  std::filesystem::remove(file);
  if (WEXITSTATUS(status) == 77) GTEST_SKIP() << "networkx is not installed";
  EXPECT_EQ(status, 0);
}

}  // namespace
}  // namespace dateline
