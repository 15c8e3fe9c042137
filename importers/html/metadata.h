#pragma once

#include <string>
#include <vector>

#include "importers/html/page_dates.h"
#include "importers/html/tree.h"

namespace dateline {

/// What a page tells of its story. What it does not tell is empty.
struct PageMetadata {
  std::string title;
  std::vector<std::string> authors;
  std::vector<PageDate> dates;  ///< surest first
  std::string publisher;
  std::string url;       ///< canonical
  std::string language;  ///< BCP 47
  std::string body;      ///< articleBody of JSON-LD: plain text or HTML
};

/// From JSON-LD, <meta>, microdata, <title>, headings, <time>, the byline and the address. `url`:
/// where the page was found, if that is known.
PageMetadata read_metadata(const HtmlTree& tree, const std::string& url);

}  // namespace dateline
