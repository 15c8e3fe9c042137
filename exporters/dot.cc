#include "exporters/dot.h"

#include <cgraph.h>

#include <algorithm>
#include <mutex>
#include <ostream>

#include "exporters/drawn_text.h"

namespace dateline {
namespace {

// Graphviz reads \N, \l and the like in texts, and entities of HTML: a backslash that is meant is
// doubled, an ampersand spelt out. That also keeps a string from ending in a single backslash,
// which cgraph would write as \" and not read back.
std::string dot_text(std::string_view value) {
  std::string text;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t line_end = std::min(value.find('\n', at), value.size());
    if (at > 0) text += "\\n";
    for (const char c : clean_text(value.substr(at, line_end - at))) {
      if (c == '\\') text += c;
      text += c;
      if (c == '&') text += "amp;";
    }
    at = line_end + 1;
  }
  return text;
}

// Markup is searched for \N, \G and the like before it is read as markup.
std::string dot_markup(std::string_view value) {
  std::string markup;
  for (const char c : value)
    if (c == '\\')
      markup += "&#92;";
    else
      markup += c;
  return markup;
}

int put_to_stream(void* channel, const char* text) {
  auto& out = *static_cast<std::ostream*>(channel);
  out << text;
  return out ? 0 : EOF;
}
int flush_stream(void* channel) { return static_cast<std::ostream*>(channel)->flush() ? 0 : EOF; }

int cgraph_kind(DotGraph::Part part) {
  if (part == DotGraph::Part::node) return AGNODE;
  return part == DotGraph::Part::edge ? AGEDGE : AGRAPH;
}

// cgraph keeps the indentation and the line length of agwrite in static variables.
std::mutex& write_lock() {
  static std::mutex lock;
  return lock;
}

bool is_id_byte(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("._:-").find(c) != std::string_view::npos;
}

}  // namespace

struct DotGraph::State {
  Agraph_t* graph = nullptr;
  Agiodisc_t io{};
  Agdisc_t discipline{};
  bool failed = false;

  explicit State(Agdesc_t kind) {
    io.putstr = put_to_stream;
    io.flush = flush_stream;
    discipline.mem = &AgMemDisc;
    discipline.id = &AgIdDisc;
    discipline.io = &io;
    std::string name = "timeline";
    graph = agopen(name.data(), kind, &discipline);
    failed = graph == nullptr;
  }
  ~State() {
    if (graph != nullptr) agclose(graph);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  void check(bool well) { failed = failed || !well; }

  void set(void* object, const DotAttribute& attribute) {
    if (failed) return;
    std::string name(attribute.name), none;  // cgraph takes char*, though it does not write there
    std::string value = attribute.markup ? dot_markup(attribute.value) : dot_text(attribute.value);
    if (!attribute.markup) {
      check(agsafeset(object, name.data(), value.data(), none.data()) == 0);
      return;
    }
    char* markup = agstrdup_html(graph, value.data());
    check(agsafeset(object, name.data(), markup, none.data()) == 0);
    check(agstrfree(graph, markup) == 0);
  }

  Agnode_t* find_or_make(std::string_view id, Agraph_t* in) {
    if (failed) return nullptr;
    std::string name = dot_name(id);
    Agnode_t* made = agnode(in, name.data(), 1);
    check(made != nullptr);
    return made;
  }
};

DotGraph::DotGraph(Kind kind)
    : state_(std::make_unique<State>(kind == Kind::directed ? Agdirected : Agundirected)) {}
DotGraph::~DotGraph() = default;

void DotGraph::set_default(Part part, const DotAttribute& attribute) {
  if (state_->failed) return;
  if (part == Part::graph && attribute.markup) return state_->set(state_->graph, attribute);
  std::string name(attribute.name), value = dot_text(attribute.value);
  state_->check(agattr(state_->graph, cgraph_kind(part), name.data(), value.data()) != nullptr);
}

void DotGraph::node(std::string_view name, const DotAttributes& attributes) {
  Agnode_t* made = state_->find_or_make(name, state_->graph);
  for (const DotAttribute& attribute : attributes) state_->set(made, attribute);
}

void DotGraph::edge(std::string_view from, std::string_view to, const DotAttributes& attributes) {
  Agnode_t* tail = state_->find_or_make(from, state_->graph);
  Agnode_t* head = state_->find_or_make(to, state_->graph);
  if (state_->failed) return;
  Agedge_t* made = agedge(state_->graph, tail, head, nullptr, 1);
  state_->check(made != nullptr);
  for (const DotAttribute& attribute : attributes) state_->set(made, attribute);
}

void DotGraph::same_rank(const std::vector<std::string>& names) {
  if (state_->failed) return;
  Agraph_t* rank = agsubg(state_->graph, nullptr, 1);
  state_->check(rank != nullptr);
  for (const std::string& name : names) state_->find_or_make(name, rank);
  state_->set(rank, {"rank", "same"});
}

bool DotGraph::write(std::ostream& out) {
  if (state_->failed) return false;
  const std::lock_guard hold(write_lock());
  return agwrite(state_->graph, &out) == 0 && out.good();
}

std::string dot_name(std::string_view id) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string name;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_id_byte(c)) {
      name += c;
      continue;
    }
    name += '=';  // a name that begins with a percent sign would be taken for none
    name += kDigits[byte / 16];
    name += kDigits[byte % 16];
  }
  return name;
}

}  // namespace dateline
