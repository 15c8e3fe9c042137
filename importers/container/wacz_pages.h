#pragma once

#include <string>
#include <string_view>

#include "importers/importer.h"

namespace dateline {

/// Adds what a list of pages in a WACZ (pages.jsonl) tells: of each address its title, and when it
/// was captured. Lines that are none, and the first, which describes the list, tell nothing. Of one
/// address the first counts.
void read_wacz_pages(std::string_view lines, WebPages& pages);

/// Tells a record what the list says of its address.
void tell_page(const WebPages& pages, Resource& about);

}  // namespace dateline
