#pragma once

#include "importers/importer.h"

namespace dateline {

/// Reads a zip archive without its directory, which stands at the end and is the first to be lost:
/// entry by entry, each by the header in front of it (APPNOTE 4.3.7). A damaged or encrypted one is
/// told and passed over.
void unpack_zip_entries(const Resource& about, const OpenFile& file, const PackedSink& sink);

}  // namespace dateline
