#include "importers/text/repair.h"

#include <ostream>

#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/reading.h"
#include "cli/writing.h"
#include "exporters/repair_json.h"

namespace dateline {

ExitCode run_repair(const Options& options, Console& console) {
  const auto operands = operands_or_stdin(options, console);
  if (!operands) return refuse(console, options, operands.error().message);
  if (operands->size() > 1) return refuse(console, options, "expected one file");
  Result<std::string> bytes = load(input_named(operands->front()), console.in);
  if (!bytes) {
    console.err << render({operands->front(), {}, bytes.error().message, {}, {}}, console.color);
    return ExitCode::nothing_read;
  }
  const Repaired repaired = repair(Text::from_source(std::move(bytes).value()));
  const ExitCode written = write_output(
      options, console, [&](std::ostream& out) { return bool(out << repaired.text.view()); });
  if (written != ExitCode::ok || options.report.empty()) return written;
  Options report;
  report.output = options.report;
  return write_output(report, console, [&](std::ostream& out) {
    return bool(out << repair_report_json(repaired.repairs));
  });
}

}  // namespace dateline
