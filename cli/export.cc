#include <ostream>

#include "cli/reading.h"
#include "cli/timelines.h"
#include "cli/writing.h"

namespace dateline {

ExitCode run_export(const Options& options, Console& console) {
  if (options.to.empty()) return refuse(console, options, "expected a format: --to FORMAT");
  const Result<std::vector<const Exporter*>> chosen = exporters_named(options.to);
  if (!chosen) return refuse(console, options, chosen.error().message);
  if (chosen->size() > 1) return refuse(console, options, "expected one format");
  const auto operands = operands_or_stdin(options, console);
  if (!operands) return refuse(console, options, operands.error().message);
  if (operands->size() > 1)
    return refuse(console, options, "expected one timeline; 'dateline merge' joins several");
  Result<Timeline> timeline = load_timeline(operands->front(), console);
  if (!timeline) {
    console.err << timeline.error().message;
    return ExitCode::nothing_read;
  }
  Timeline exported = std::move(timeline).value();
  if (options.no_text) drop_texts(exported);
  return write_output(options, console,
                      [&](std::ostream& out) { return chosen->front()->write(exported, out); });
}

}  // namespace dateline
