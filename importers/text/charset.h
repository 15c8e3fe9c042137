#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/result.h"
#include "core/text.h"
#include "importers/importer.h"

namespace dateline {

/// A resource's bytes as text. Every span of the text leads to the bytes as received.
struct Decoded {
  Text text;            ///< valid UTF-8, without byte order mark
  std::string charset;  ///< that the bytes were read in, e.g. "utf-8", "windows-1252", "utf-16le"
  std::vector<Diagnostic> diagnostics;
};

/// Reads the bytes in the character set that fits them best: by byte order mark, by being valid
/// UTF-8, as declared (outside, in <meta>, in the XML declaration), by the bytes themselves. Bytes
/// that mean nothing in it become U+FFFD ("invalid-bytes"); a declaration that cannot be right is
/// passed over ("charset-mismatch"). Error: more than kMaxArticleBytes, or plainly not text. `at`:
/// where the bytes begin, if they are a part of something bigger that spans are to lead to.
Result<Decoded> decode(const Resource& resource, std::uint32_t at = 0);

}  // namespace dateline
