#pragma once

#include <initializer_list>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// An attribute of Graphviz and its value. Markup is an HTML-like label, well-formed and escaped by
/// the caller; plain text may hold anything and is shown as it stands.
struct DotAttribute {
  std::string_view name;
  std::string value;
  bool markup = false;
};
/// The first of these that the machine has.
inline constexpr std::string_view kDotFont = "Noto Sans,DejaVu Sans,Helvetica,Arial,sans-serif";

using DotAttributes = std::vector<DotAttribute>;

/// A graph in the language of Graphviz, built and written through cgraph. Whatever the strings
/// hold, what is written can be read back: cgraph 2.42 itself writes files that it cannot read when
/// a string ends in a backslash. Nodes and edges are written in the order of their making.
class DotGraph {
 public:
  enum class Kind { directed, undirected };
  enum class Part { graph, node, edge };

  explicit DotGraph(Kind kind);
  ~DotGraph();
  DotGraph(const DotGraph&) = delete;
  DotGraph& operator=(const DotGraph&) = delete;

  void set_default(Part part, const DotAttribute& attribute);
  /// Adds the node, or attributes to the node of that name.
  void node(std::string_view name, const DotAttributes& attributes);
  /// Adds an edge, beside others between the same nodes; makes the nodes if need be.
  void edge(std::string_view from, std::string_view to, const DotAttributes& attributes);
  /// Keeps the nodes, which must exist, on one rank.
  void same_rank(const std::vector<std::string>& names);

  /// False if the stream or cgraph failed, now or before.
  bool write(std::ostream& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The name that `node` gives to an id: the id itself if it is one of the timeline schema's, else
/// with the bytes that are not allowed there in the form =5C.
std::string dot_name(std::string_view id);

}  // namespace dateline
