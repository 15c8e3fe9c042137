#pragma once

#include <memory>
#include <string_view>

#include "core/result.h"
#include "importers/data_files.h"

namespace dateline {

/// What is known of one language: rules, word lists and models, compiled once, then only read.
/// Each annotator owns its part; language.cc puts them together.
struct Language {
  std::string_view code;  ///< "en"
};

/// Error.message names the file and line that is broken (or the language that is not there).
Result<Language> load_language(const DataFiles& files, std::string_view code);

}  // namespace dateline
