#pragma once

#include <span>

#include "core/document.h"
#include "importers/nlp/parser.h"
#include "importers/nlp/word_form.h"

namespace dateline {

/// Parses every sentence. Direct speech ("We will not wait," the mayor told the council) and the
/// clause that reports it are parsed apart, so that neither takes words of the other, and the
/// speech becomes the clausal complement of the verb beside it. Quoted words within a clause ("a
/// plan that 'nobody wants'") stay with it. Sets head and relation of every token.
void parse_with_speech(Document& document, std::span<const WordForm> forms, const Parser& parser);

}  // namespace dateline
