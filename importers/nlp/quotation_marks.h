#pragma once

#include <vector>

#include "core/document.h"

namespace dateline {

/// What stands between quotation marks, the marks left out, in text order, not nested. A quotation
/// that is not closed ends with its paragraph.
std::vector<TokenRange> find_quoted(const Document& document);

enum class QuotationMark { none, opens, closes, either };
QuotationMark quotation_mark(std::string_view word);

}  // namespace dateline
