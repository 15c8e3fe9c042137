#pragma once

#include "core/article.h"
#include "core/text.h"

namespace dateline {

/// The text without the mark "[+1234 chars]" at its end, by which services say that they give the
/// beginning only; the article then is told to be cut off ("text-cut-off").
Text without_cut_mark(Text text, Article& article);

}  // namespace dateline
