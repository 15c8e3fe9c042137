// What other folders will provide: weak, so that the first definition that lands takes over.

#include <ostream>

#include "cli/commands.h"
#include "core/merge.h"
#include "importers/pipeline.h"

#define DATELINE_UNBUILT __attribute__((weak))

namespace dateline {

DATELINE_UNBUILT Timeline summarize(const Document&, const Language&) { return {}; }
DATELINE_UNBUILT Timeline merge(std::vector<Timeline> all) {
  return all.empty() ? Timeline{} : std::move(all.front());
}

namespace {
ExitCode not_built(const Options& options, Console& console) {
  console.err << "dateline " << options.command << ": not built yet\n";
  return ExitCode::usage;
}
}  // namespace

DATELINE_UNBUILT ExitCode run_explain(const Options& o, Console& c) { return not_built(o, c); }

}  // namespace dateline
