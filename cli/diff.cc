#include <ostream>

#include "cli/difference.h"
#include "cli/reading.h"
#include "cli/table.h"
#include "cli/timelines.h"
#include "cli/writing.h"

namespace dateline {

namespace {

// "2021-05-03 asserted"; empty for an event that is not there.
std::string state_of(const Event* event) {
  if (event == nullptr) return "";
  std::string state = event->when.known() ? event->when.edtf : "undated";
  state += " " + std::string(event->factuality.negative ? "not " : "");
  state += name_of(event->factuality.value);
  if (event->deadline) state += " " + std::string(name_of(event->deadline->force));
  return state;
}

bool write_changes(const std::vector<EventChange>& changes, std::ostream& out) {
  write_row(out, {"change", "before", "after", "title", "id"});
  for (const EventChange& change : changes) {
    const Event& shown = change.after == nullptr ? *change.before : *change.after;
    write_row(out, {std::string(name_of(change.kind)), state_of(change.before),
                    state_of(change.after), shown.title, shown.id});
  }
  return bool(out);
}

}  // namespace

ExitCode run_diff(const Options& options, Console& console) {
  if (options.operands.size() != 2) return refuse(console, options, "expected two timelines");
  const Result<Timeline> before = load_timeline(options.operands[0], console);
  const Result<Timeline> after = load_timeline(options.operands[1], console);
  for (const Result<Timeline>* timeline : {&before, &after})
    if (!*timeline) console.err << timeline->error().message;
  if (!before || !after) return ExitCode::nothing_read;
  return write_output(options, console, [&](std::ostream& out) {
    return write_changes(changes_between(*before, *after), out);
  });
}

}  // namespace dateline
