#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/result.h"
#include "importers/importer.h"

namespace dateline {

/// Media types (whole, or up to their "/"), suffixes of names and schemes of addresses that no
/// article has.
using NoArticleNames = std::set<std::string, std::less<>>;
/// Reads the format that root/passed_over.txt explains. `path` is for messages only.
Result<NoArticleNames> parse_no_article_names(std::string_view text, std::string_view path);

/// Why a part of an archive is taken for no article: its media type, suffix or address, what its
/// first bytes are. Empty if it may be one.
std::string why_no_article(const Resource& about, std::string_view first_bytes);

}  // namespace dateline
