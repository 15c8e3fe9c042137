#include <ostream>
#include <sstream>

#include "cli/knowledge.h"
#include "cli/reading.h"
#include "cli/writing.h"
#include "core/merge.h"
#include "importers/places/place_points.h"

namespace dateline {

namespace {

// Reads all inputs; `deliver` gets the timeline of each article, in order.
ExitCode read_inputs(const Preparation& prepared, Console& console,
                     const std::function<bool(Timeline timeline)>& deliver) {
  const ReadOptions reading{prepared.settings.published};
  const Knowledge& known = *prepared.knowledge;
  const auto make = [&](Document article, std::vector<Diagnostic>& doubts) -> Delivery {
    const Document document = read_article(std::move(article), known, reading, doubts);
    Timeline timeline = summarize(document, known.language);
    add_coordinates(timeline, prepared.gazetteer, prepared.place_words);
    return [&deliver, timeline = std::move(timeline)]() mutable {
      return deliver(std::move(timeline));
    };
  };
  return read_articles(prepared.settings, console, make);
}

ExitCode write_chosen(const Timeline& timeline, const std::vector<const Exporter*>& chosen,
                      const Options& options, Console& console) {
  if (!options.output.empty()) return write_folder(timeline, chosen, options, console);
  chosen.front()->write(timeline, console.out);
  return ExitCode::ok;
}

Result<std::vector<const Exporter*>> chosen_exporters(const Options& options) {
  if (options.to.empty() && !options.output.empty()) return default_exporters();
  auto chosen = exporters_named(options.to.empty() ? "json" : options.to);
  if (chosen && chosen->size() > 1 && options.output.empty())
    return Error{"several formats need a folder: -o DIR", {}};
  return chosen;
}

}  // namespace

ExitCode run_build(const Options& options, Console& console) {
  const Result<std::vector<const Exporter*>> chosen = chosen_exporters(options);
  if (!chosen) return refuse(console, options, chosen.error().message);
  const Result<Preparation> prepared = prepare(options, console);
  if (!prepared) return refuse(console, options, prepared.error().message);
  std::vector<Timeline> timelines;
  const ExitCode read = read_inputs(*prepared, console, [&timelines](Timeline timeline) {
    timelines.push_back(std::move(timeline));
    return true;
  });
  if (read == ExitCode::nothing_read) return read;
  Timeline timeline = merge(std::move(timelines));
  finish(timeline, options, console);
  const ExitCode written = write_chosen(timeline, *chosen, options, console);
  return written == ExitCode::ok ? read : written;
}

ExitCode run_read(const Options& options, Console& console) {
  const Result<Preparation> prepared = prepare(options, console);
  if (!prepared) return refuse(console, options, prepared.error().message);
  const Exporter* const json_lines = find_exporter("jsonl");
  return write_while_reading(options, console, [&](std::ostream& out) {
    return read_inputs(*prepared, console, [&](Timeline timeline) {
      finish(timeline, options, console);
      return json_lines->write(timeline, out);
    });
  });
}

}  // namespace dateline
