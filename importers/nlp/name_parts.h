#pragma once

#include <vector>

#include "core/document.h"

namespace dateline {

/// The names of a tagged document, those that a finite verb in small letters stands in cut in two:
/// the headline "Arn Foods buys Solent Dairy" is no title of a work.
std::vector<NameSpan> part_names_at_verbs(const Document& document);

}  // namespace dateline
