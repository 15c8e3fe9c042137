#pragma once

#include <string>

#include "core/article.h"
#include "core/result.h"
#include "importers/text/charset.h"

namespace dateline {

/// The story of a page. `url`: where it was found; empty if that is not known. Error: there is no
/// text in it.
Result<Article> read_page(const Decoded& page, const std::string& url);

}  // namespace dateline
