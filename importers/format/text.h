#pragma once

#include <string>
#include <string_view>

#include "core/article.h"
#include "core/result.h"
#include "importers/importer.h"
#include "importers/text/charset.h"

namespace dateline {

/// An article in plain text, what stands above and below its story read and cut off. Error: there
/// are no words.
Result<Article> read_plain_text(Decoded text);

/// The articles of a text: those of an export (article_export.h), or its parts (text_parts.h), or
/// the one that it is. `name`: of the resource. What they have in common, `media_type`, is set.
void read_texts(Decoded text, const std::string& name, std::string_view media_type,
                const ArticleSink& sink);

}  // namespace dateline
