#pragma once

#include <string>
#include <string_view>

#include "importers/importer.h"
#include "importers/text/charset.h"

namespace dateline {

/// Whether a text is what a news database (Nexis, Factiva, ProQuest) gives to take away: articles,
/// one after another, each with labelled lines around its words. By its beginning.
bool is_article_export(std::string_view text);

/// Its articles. What stands before the first and is none, a list of contents or the terms of the
/// search, is passed over. `name`: of the resource.
void read_article_export(const Decoded& text, const std::string& name, const ArticleSink& sink);

}  // namespace dateline
