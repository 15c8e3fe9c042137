#include "core/merge.h"

#include <ostream>

#include "cli/reading.h"
#include "cli/timelines.h"
#include "cli/writing.h"

namespace dateline {

ExitCode run_merge(const Options& options, Console& console) {
  const auto operands = operands_or_stdin(options, console);
  if (!operands) return refuse(console, options, operands.error().message);
  Reporter reporter(console, {options.quiet, options.verbose});
  Timeline timeline = merge(load_timelines(*operands, console, reporter));
  if (reporter.outcome() == ExitCode::nothing_read) return ExitCode::nothing_read;
  finish(timeline, options, console);
  const Exporter* const json = find_exporter("json");
  const ExitCode written =
      write_output(options, console, [&](std::ostream& out) { return json->write(timeline, out); });
  return written == ExitCode::ok ? reporter.outcome() : written;
}

}  // namespace dateline
