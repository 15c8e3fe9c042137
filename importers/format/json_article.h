#pragma once

#include <optional>
#include <vector>

#include "core/article.h"
#include "core/result.h"
#include "core/text.h"
#include "importers/text/json_tree.h"

namespace dateline {

/// An article in a JSON text: the object that holds its words, and the objects around it up to the
/// next list, which may tell more of it.
struct JsonArticle {
  JsonIndex at = 0;
  std::vector<JsonIndex> around;  ///< innermost first
};

/// All articles of a JSON text, in their order: the outermost objects with words of their own, in
/// whatever lists and wrappers. What has a title but no words is among them.
std::vector<JsonArticle> find_json_articles(const JsonTree& tree);

/// The article that an object describes. `page`: the text that the tree was parsed from, byte for
/// byte, so that each character of the article's text leads back to it. Error: it has no words.
Result<Article> read_json_article(const JsonTree& tree, const Text& page,
                                  const JsonArticle& article);

}  // namespace dateline
