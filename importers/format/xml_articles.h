#pragma once

#include <cstddef>
#include <functional>

#include "importers/importer.h"
#include "importers/text/charset.h"
#include "importers/text/xml_tree.h"

namespace dateline {

/// Hands on the articles of one page of XML, `count` of them, that `read(i)` makes: named by the
/// resource, and by their number if there are several, each with what decoding had to tell. The
/// error of markup that was left out comes last.
void read_xml_articles(const Resource& resource, const Decoded& page, const XmlTree& tree,
                       std::size_t count, const std::function<Result<Article>(std::size_t)>& read,
                       const ArticleSink& sink);

/// An error if the tree stops before the end of its page.
void tell_of_cut(const XmlTree& tree, const Text& page, const ArticleSink& sink);

}  // namespace dateline
