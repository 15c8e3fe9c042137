// Reads a timeline from JSON and writes it in a format of its own: a list in Markdown, a day a
// heading, each event with the words that tell of it.
//
//   dateline build samples/articles --to json > timeline.json
//   own_format timeline.json > timeline.md
//
// Shows: what an output format is (a name and a function from a timeline to a stream), as those in
// exporters/ are. Read print_timeline.cc first.

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "exporters/exporter.h"
#include "importers/format/timeline_json.h"

namespace {

// Not for this list to interpret: "*", "_" and the rest get a backslash.
std::string plain(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string_view name_of_entity(const dateline::Timeline& timeline, std::string_view id) {
  for (const dateline::Entity& entity : timeline.entities)
    if (entity.id == id) return entity.name;
  return id;
}

// Nothing but what is told as a fact stands there bare.
std::string told_as(const dateline::Event& event) {
  using dateline::FactualityValue;
  std::string words = event.factuality.value == FactualityValue::asserted
                          ? ""
                          : std::string(name_of(event.factuality.value));
  if (event.factuality.negative) words += words.empty() ? "did not happen" : ", not";
  return words.empty() ? words : " *(" + words + ")*";
}

bool write_markdown(const dateline::Timeline& timeline, std::ostream& out) {
  std::string day;
  for (const dateline::Event& event : timeline.events) {  // in the order of time
    const std::string own = event.when.known() ? event.when.display : "Date not known";
    if (own != day) out << "\n## " << plain(day = own) << "\n\n";
    out << "- " << plain(event.title) << told_as(event);
    for (const dateline::SourceClaim& claim : event.attribution)
      out << ", says " << plain(name_of_entity(timeline, claim.source));
    out << "\n  > " << plain(event.evidence.front().quote) << "\n";
  }
  return bool(out);
}

constexpr dateline::Exporter markdown_exporter = {
    "markdown", "timeline.md", "a list in Markdown, a day a heading", write_markdown};

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "Usage: own_format TIMELINE\n";
    return 2;
  }
  std::ostringstream bytes;
  bytes << std::ifstream(argv[1], std::ios::binary).rdbuf();
  const auto timeline = dateline::read_timeline(bytes.view());
  if (!timeline) {
    std::cerr << argv[1] << ": " << timeline.error().message << "\n";
    return 3;
  }
  return markdown_exporter.write(*timeline, std::cout) ? 0 : 4;
}
