#pragma once

#include <string>
#include <string_view>

#include "core/text.h"
#include "importers/text/repair.h"

namespace dateline {

// A field of a record, in JSON or a feed, that may hold HTML: whole texts and titles do, and
// nothing says which.

/// Copies a part with its character references put into characters.
void copy_resolved(const Text& from, Span part, TextBuilder& to);

/// Whether the text has tags as HTML's texts have.
bool has_tags(std::string_view text);

/// The field's text: that of its HTML in paragraphs, if it has tags, or with its references
/// resolved; its mojibake put right.
Repaired repaired_field(Text field);
/// The same of a field that is known to be HTML.
Repaired repaired_html(const Text& field);

/// The same on one line, without repair, for a title or a name.
std::string plain_field(const std::string& field);

}  // namespace dateline
