#pragma once

#include <functional>
#include <string_view>

#include "core/document.h"
#include "core/result.h"

namespace dateline {

/// Takes documents one by one; an Error stands for one that could not be used.
using DocumentSink = std::function<void(Result<Document>)>;

/// Reads CoNLL-U (universaldependencies.org/format.html): one document for each "# newdoc", or one
/// for the whole. Words and sentences are kept as they are, with whatever lemma, tag, head and
/// relation the columns hold; multiword tokens give their words, empty nodes are left out. The text
/// is put together from the forms and SpaceAfter=No, a paragraph at each "# newpar".
void read_conllu(std::string_view bytes, const DocumentSink& sink);

/// Reads columns: a token a line, up to the first tab or space; a blank line between sentences. A
/// line "# doc = ..." begins a document.
void read_columns(std::string_view bytes, const DocumentSink& sink);

}  // namespace dateline
