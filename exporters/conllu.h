#pragma once

#include <iosfwd>

namespace dateline {

struct Document;

/// A document as CoNLL-U (universaldependencies.org/format.html): "# newdoc", "# newpar", the text
/// of each sentence, its words, multiword tokens where a clitic touches its host, SpaceAfter=No.
/// False when the stream failed.
bool write_conllu(const Document& document, std::ostream& out);

}  // namespace dateline
