#include <ostream>

#include "cli/annotate.h"
#include "cli/commands.h"
#include "exporters/exporter.h"
#include "importers/importer.h"

namespace dateline {

namespace {

void write_format(std::ostream& out, std::string_view name, std::string_view files,
                  std::string_view description) {
  std::string row = "  " + std::string(name);
  row.resize(std::max<std::size_t>(row.size() + 1, 14), ' ');
  row += files;
  row.resize(std::max<std::size_t>(row.size() + 1, 38), ' ');
  out << row << description << "\n";
}

}  // namespace

ExitCode run_formats(const Options& options, Console& console) {
  if (!options.operands.empty()) return refuse(console, options, "expected nothing more");
  console.out << "Read (--from):\n";
  for (const Importer& importer : importers())
    write_format(console.out, importer.name, importer.suffixes, importer.description);
  console.out << "\nUnpacked on the way:\n";
  for (const Container& container : containers())
    write_format(console.out, container.name, container.suffixes, container.description);
  console.out << "\nWritten (--to):\n";
  for (const Exporter& exporter : exporters())
    write_format(console.out, exporter.name, exporter.file_name, exporter.description);
  console.out << "\nRead by annotate, cut into words already (--from):\n";
  for (const TokenFormat& format : token_formats())
    write_format(console.out, format.name, "", format.description);
  console.out << "\nWritten by annotate (--to):\n";
  for (const LayerFormat& format : layer_formats())
    write_format(console.out, format.name, "", format.description);
  return ExitCode::ok;
}

}  // namespace dateline
