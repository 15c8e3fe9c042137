#pragma once

#include <string>
#include <vector>

#include "importers/html/tree.h"

namespace dateline {

/// A story, or the page of one, as JSON-LD in the page describes it. What is not told is empty.
struct LinkedArticle {
  static constexpr int kPageRank = 1000;

  int rank = 0;  ///< of its type, 0 for the best; kPageRank and more for pages
  std::string headline, name;
  std::vector<std::string> authors;
  std::string published, modified;  ///< as given
  std::string publisher, url, language;
  std::string body;  ///< articleBody as given: plain text or HTML

  bool is_story() const { return rank < kPageRank; }
};

/// All stories and pages that the page's JSON-LD describes, best types first, else in their order.
/// Lists, @graph and references by @id are followed; JSON that is broken is read as far as it goes.
std::vector<LinkedArticle> read_json_ld(const HtmlTree& tree);

}  // namespace dateline
