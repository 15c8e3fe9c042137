#pragma once

#include <string>
#include <string_view>

#include "importers/importer.h"

namespace dateline {

/// What is told of a file in an archive: its name behind that of the archive. The name is only ever
/// shown, so "../" and absolute ones are as good as others. Hidden files are passed over, as in
/// folders. `why`: why it is passed over otherwise; empty if it is not.
Resource archive_entry(const Resource& archive, std::string_view name, std::string why = {});

}  // namespace dateline
