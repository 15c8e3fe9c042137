#pragma once

#include <string>
#include <vector>

#include "core/date.h"
#include "importers/html/page_facts.h"

namespace dateline {

/// A date that a page gives, and where.
struct PageDate {
  PartialDate date;
  std::string why;   ///< for people: "JSON-LD datePublished"
  double score = 0;  ///< how sure it is that of publication, in [0,1]
};

/// All dates that may be that of publication, surest first: from JSON-LD, <meta>, microdata,
/// <time>, lines near the headline, the address. Each day once, with its best source. Dates of
/// changes are among them, with low scores.
std::vector<PageDate> find_page_dates(const PageFacts& facts, const std::string& url,
                                      const std::string& headline);

/// Score from which a date is taken for that of publication.
constexpr double kTrustedDate = 0.5;

}  // namespace dateline
