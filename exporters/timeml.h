#pragma once

#include <iosfwd>

namespace dateline {

struct Document;

/// A document as TimeML 1.2.1: the creation time, the text byte for byte (only escaped) with TIMEX3
/// and EVENT around their words, and after it MAKEINSTANCE and TLINK. An event is tagged at its
/// head; a tag that would cross another is left out. False when the stream failed.
bool write_timeml(const Document& document, std::ostream& out);

}  // namespace dateline
