#pragma once

#include <string>
#include <vector>

#include "core/document.h"
#include "core/result.h"

namespace dateline {

/// Adds the frames of files in PropBank's columns (id, form, roleset or "-", one column for each
/// predicate) to the sentences that have the same sent_id. Error: a file cannot be read or is
/// broken, or a sentence has other words.
Result<std::size_t> add_frames(const std::vector<std::string>& paths,
                               std::vector<Document>& documents);

}  // namespace dateline
