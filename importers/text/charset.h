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

/// The character set of several bytes a character that a byte order mark tells or, without one, the
/// zeros that Latin text has in it at every second byte or in three of four: "utf-16le" and the
/// like. Empty: neither.
std::string_view wide_charset_of(std::string_view bytes);

/// Reads the bytes in the character set that fits them best: by byte order mark, by being valid
/// UTF-8, as declared (outside, in <meta>, in the XML declaration), by the bytes themselves. Bytes
/// that mean nothing in it become U+FFFD ("invalid-bytes"); a declaration of UTF-8 that no
/// character bears out is passed over ("charset-mismatch"). Error: more than kMaxArticleBytes, or
/// plainly not text. `at`: where the bytes begin, if they are a part of something bigger that spans
/// are to lead to.
Result<Decoded> decode(const Resource& resource, std::uint32_t at = 0);

/// The same of bytes that came out of others, as a mail's do, and are of no greater size.
/// `declared`: outside of them; empty if it is not.
Result<Decoded> decode(Text bytes, std::string_view declared);

}  // namespace dateline
