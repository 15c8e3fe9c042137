#pragma once

#include "core/article.h"
#include "core/result.h"
#include "importers/text/charset.h"

namespace dateline {

/// An article in plain text, what stands above and below its story read and cut off. Error: there
/// are no words.
Result<Article> read_plain_text(const Decoded& text);

}  // namespace dateline
