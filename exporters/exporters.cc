#include "exporters/exporter.h"

namespace dateline {

// To add a format: write exporters/<name>.cc and name it in the next two lists.
extern const Exporter json_exporter, json_lines_exporter, csv_exporter, graph_json_exporter;
extern const Exporter dot_exporter, graph_dot_exporter, html_exporter;
extern const Exporter svg_exporter, graph_svg_exporter;

std::span<const Exporter> exporters() {
  static const Exporter all[] = {json_exporter,      json_lines_exporter, dot_exporter,
                                 graph_dot_exporter, html_exporter,       svg_exporter,
                                 graph_svg_exporter, csv_exporter,        graph_json_exporter};
  return all;
}

const Exporter* find_exporter(std::string_view name) {
  for (const Exporter& exporter : exporters())
    if (exporter.name == name) return &exporter;
  return nullptr;
}

}  // namespace dateline
