#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "core/result.h"

namespace dateline {

/// The documents of CoNLL-U files. Error: a file cannot be read, or is broken, or all
/// are empty.
Result<std::vector<Document>> read_treebank(const std::vector<std::string>& paths);

}  // namespace dateline
