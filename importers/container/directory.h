#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/result.h"

namespace dateline {

/// The files under a folder that may hold articles.
struct DirectoryFiles {
  std::vector<std::string> paths;       ///< sorted by bytes; each begins with the folder as given
  std::vector<Diagnostic> diagnostics;  ///< "not-a-file", "unreadable-folder", "too-deep"
};

/// Walks `folder`. Names that begin with a dot are hidden and skipped without a word, but for the
/// mailboxes of a maildir, of which mails only are taken. Links to
/// files are followed; a folder is entered once, however many links lead to it. Error: it is no
/// folder, or cannot be read.
Result<DirectoryFiles> list_files(const std::filesystem::path& folder);

}  // namespace dateline
