#pragma once

#include <iosfwd>

namespace dateline {

struct Document;

/// A document as CoNLL-U (universaldependencies.org/format.html): "# newdoc", "# newpar", the text
/// of each sentence, its words, multiword tokens where a clitic touches its host, SpaceAfter=No.
/// False when the stream failed.
bool write_conllu(const Document& document, std::ostream& out);

/// A token a line, a tab, and its IOB2 tag over PER, ORG, LOC and MISC; a blank line after each
/// sentence, a line "# doc = ..." first if the document has a source. False when the stream failed.
bool write_name_columns(const Document& document, std::ostream& out);

/// The frames in PropBank's columns: number, token, roleset of a predicate or "-", and one column
/// for each predicate of the sentence, with V and its arguments in brackets: "(ARG1*", "*", "*)".
/// A blank line after each sentence. False when the stream failed.
bool write_role_columns(const Document& document, std::ostream& out);

}  // namespace dateline
