#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "importers/html/json_ld.h"
#include "importers/html/tree.h"

namespace dateline {

/// What a page states about itself for machines.
struct PageFacts {
  /// A <meta> element.
  struct Meta {
    std::string name;  ///< of its attribute name, property, itemprop or http-equiv; lower case
    std::string content;
  };

  const HtmlTree& tree;
  std::vector<LinkedArticle> linked;  ///< from JSON-LD, best first
  std::vector<Meta> metas;            ///< those with a content, in their order
  std::string title_element;          ///< of <title>; empty if there is none

  /// The first content of the best name of `field` (see root/metadata_names.txt); empty if none.
  std::string meta(std::string_view field) const;
  /// The first value of a member that is not empty, of stories or of all that JSON-LD describes.
  std::string linked_text(std::string LinkedArticle::*member, bool stories_only) const;
};

PageFacts read_facts(const HtmlTree& tree);

}  // namespace dateline
