#pragma once

#include <memory>
#include <string>

#include "cli/options.h"
#include "cli/reading.h"
#include "core/document.h"
#include "core/result.h"
#include "importers/language.h"
#include "importers/pipeline.h"
#include "importers/places/gazetteer.h"
#include "importers/places/place_words.h"

namespace dateline {

/// The rules, word lists and models that a run reads with, and the files they stand in, which must
/// stay where they are.
struct Knowledge {
  DataFiles files;
  Language language;
};

/// As --data and --language say; the built-in English otherwise. Error.message names the data file
/// and line that is broken, or the language that is not there. `jobs`: threads that it may use.
Result<std::unique_ptr<const Knowledge>> load_knowledge(const Options& options, unsigned jobs);

/// What the reading of articles needs, checked before anything is read or written.
struct Preparation {
  ReadingSettings settings;
  std::unique_ptr<const Knowledge> knowledge;
  Gazetteer gazetteer;  ///< of --gazetteer; without it the cities of time zones
  PlaceWords place_words;
};
Result<Preparation> prepare(const Options& options, const Console& console);

/// The whole journey of one article, from its text or from the tokens that it came with. Notes a
/// doubt when the article is in another language.
Document read_article(Document document, const Knowledge& knowledge, const ReadOptions& options,
                      std::vector<Diagnostic>& doubts);

}  // namespace dateline
