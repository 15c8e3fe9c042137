#include "cli/writing.h"

#include <algorithm>

#include "cli/reading.h"

namespace dateline {

namespace {

namespace fs = std::filesystem;

// The files of design/cli.md, whatever their formats are called.
constexpr std::string_view kDefaultFiles[] = {"timeline.json", "timeline.html", "timeline.svg",
                                              "graph.dot", "graph.json"};

Result<const Exporter*> exporter_named(std::string_view name) {
  if (const Exporter* const found = find_exporter(name)) return found;
  std::vector<std::string_view> names;
  for (const Exporter& exporter : exporters()) names.push_back(exporter.name);
  return unknown_name("format to write", name, names);
}

}  // namespace

Result<std::vector<const Exporter*>> exporters_named(std::string_view names) {
  std::vector<const Exporter*> chosen;
  while (true) {
    const std::size_t comma = std::min(names.find(','), names.size());
    const Result<const Exporter*> exporter = exporter_named(names.substr(0, comma));
    if (!exporter) return exporter.error();
    if (std::find(chosen.begin(), chosen.end(), *exporter) == chosen.end())
      chosen.push_back(*exporter);
    if (comma == names.size()) return chosen;
    names.remove_prefix(comma + 1);
  }
}

std::vector<const Exporter*> default_exporters() {
  std::vector<const Exporter*> chosen;
  for (const std::string_view file : kDefaultFiles)
    for (const Exporter& exporter : exporters())
      if (exporter.file_name == file) chosen.push_back(&exporter);
  return chosen;
}

void drop_texts(Timeline& timeline) {
  for (SourceDocument& document : timeline.documents) document.text.reset();
}

void finish(Timeline& timeline, const Options& options, const Console& console) {
  timeline.tool = "dateline";
  timeline.tool_version = DATELINE_VERSION;
  timeline.generated_at = console.generated_at;
  if (options.no_text) drop_texts(timeline);
}

ExitCode write_output(const Options& options, Console& console, const Write& write) {
  if (options.output.empty() || options.output == "-") {
    write(console.out);
    return ExitCode::ok;
  }
  const std::optional<Error> failed = write_file(options.output, write);
  return failed ? fail_output(console, failed->message) : ExitCode::ok;
}

ExitCode write_while_reading(const Options& options, Console& console,
                             const std::function<ExitCode(std::ostream& out)>& read) {
  if (options.output.empty() || options.output == "-") return read(console.out);
  ExitCode outcome = ExitCode::ok;
  const auto failed = write_file(options.output, [&](std::ostream& out) {
    outcome = read(out);
    return bool(out) && outcome != ExitCode::nothing_read;
  });
  if (failed && outcome != ExitCode::nothing_read) return fail_output(console, failed->message);
  return outcome;
}

ExitCode write_folder(const Timeline& timeline, const std::vector<const Exporter*>& chosen,
                      const Options& options, Console& console) {
  std::error_code problem;
  const fs::path folder = options.output;
  fs::create_directories(folder, problem);
  if (problem)
    return fail_output(console,
                       "cannot make the folder '" + options.output + "': " + problem.message());
  for (const Exporter* const exporter : chosen) {
    const Write write = [&](std::ostream& out) { return exporter->write(timeline, out); };
    if (const auto failed = write_file(folder / exporter->file_name, write))
      return fail_output(console, failed->message);
  }
  return ExitCode::ok;
}

}  // namespace dateline
