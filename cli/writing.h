#pragma once

#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/output.h"
#include "core/result.h"
#include "core/timeline.h"
#include "exporters/exporter.h"

namespace dateline {

/// The exporters that a list of names with commas means. Error.message suggests what was meant.
Result<std::vector<const Exporter*>> exporters_named(std::string_view names);

/// What `build -o DIR` writes when --to does not choose.
std::vector<const Exporter*> default_exporters();

/// Takes the articles' text out; their length and digest stay.
void drop_texts(Timeline& timeline);
/// Puts the program's name and version into a timeline, and the time if SOURCE_DATE_EPOCH gave one;
/// drops the texts for --no-text.
void finish(Timeline& timeline, const Options& options, const Console& console);

/// Writes to the file named by --output, or to standard output. Says what went wrong with a file;
/// main() finds a failure of standard output.
ExitCode write_output(const Options& options, Console& console, const Write& write);

/// The same for what is written while it is read. A file stays as it was if nothing could be read.
ExitCode write_while_reading(const Options& options, Console& console,
                             const std::function<ExitCode(std::ostream& out)>& read);

/// Writes one file for each exporter into a folder, which is made if it is not there.
ExitCode write_folder(const Timeline& timeline, const std::vector<const Exporter*>& chosen,
                      const Options& options, Console& console);

}  // namespace dateline
