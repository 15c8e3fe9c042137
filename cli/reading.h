#pragma once

#include <functional>
#include <optional>
#include <string>

#include "cli/commands.h"
#include "cli/parallel.h"
#include "cli/reporter.h"
#include "core/date.h"
#include "core/document.h"
#include "core/result.h"
#include "importers/format/conllu.h"
#include "importers/importer.h"

namespace dateline {

/// What the options of a reading command mean, checked.
struct ReadingSettings {
  const Importer* from = nullptr;  ///< null: detect
  /// Reads documents that come with their words; null: articles are read.
  void (*read_tokens)(std::string_view bytes, const DocumentSink& sink) = nullptr;
  std::optional<PartialDate> published;
  std::string published_edtf;  ///< as given; empty if not
  std::string columns;         ///< as Resource::columns has them
  unsigned jobs = 1;
  std::vector<std::string> operands;  ///< at least one
  Reporter::Manner manner;
};
/// Error.message is for the user: what was expected, what was found, what may have been meant.
Result<ReadingSettings> reading_settings(const Options& options, const Console& console);

/// What --published gives; empty if it is not there. Error: no date.
Result<std::optional<PartialDate>> published_of(const Options& options);

/// "unknown format 'jsn'; did you mean 'json'?", or a list of what is known.
Error unknown_name(std::string_view what, std::string_view name,
                   std::span<const std::string_view> known);

/// Operands, or standard input when there are none and it is not a terminal. Error: nothing to
/// read.
Result<std::vector<std::string>> operands_or_stdin(const Options& options, const Console& console);

/// What a command makes of one article, on any thread; what it returns is run on the calling thread
/// in the order of the articles. The document has its article and, with read_tokens, its tokens.
/// `doubts` takes what is to be said of it.
using MakeOfArticle = std::function<Delivery(Document document, std::vector<Diagnostic>& doubts)>;

/// Reads the articles of all inputs and gives them to `make`. Inputs that cannot be used are named
/// on standard error and skipped.
ExitCode read_articles(const ReadingSettings& settings, Console& console,
                       const MakeOfArticle& make);

}  // namespace dateline
