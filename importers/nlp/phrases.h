#pragma once

#include <vector>

#include "core/document.h"
#include "importers/nlp/tree.h"

namespace dateline {

/// The noun phrase around its head with all that belongs to it, clauses too, as GUM's guidelines
/// bound it: without what is coordinated or in apposition, without its preposition, and, if it is a
/// predicate ("is a judge"), without copula and subject.
TokenRange whole_phrase(const Document& document, const Tree& tree, TokenId head);

/// Noun phrases and demonstratives that are no mentions yet, as mentions of the form `thing`, added
/// to those of a document in order of the text.
void add_things(const Document& document, const Tree& tree, std::vector<Mention>& mentions);

}  // namespace dateline
