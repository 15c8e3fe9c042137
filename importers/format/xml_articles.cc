#include "importers/format/xml_articles.h"

#include <string>
#include <utility>

namespace dateline {

void read_xml_articles(const Resource& resource, const Decoded& page, const XmlTree& tree,
                       std::size_t count, const std::function<Result<Article>(std::size_t)>& read,
                       const ArticleSink& sink) {
  for (std::size_t i = 0; i < count; ++i) {
    Result<Article> one = read(i);
    if (!one) {
      sink(std::move(one));
      continue;
    }
    Article article = std::move(one).value();
    article.source = resource.name;
    if (count > 1) article.source += "#" + std::to_string(i + 1);
    article.diagnostics.insert(article.diagnostics.end(), page.diagnostics.begin(),
                               page.diagnostics.end());
    sink(std::move(article));
  }
  tell_of_cut(tree, page.text, sink);
}

void tell_of_cut(const XmlTree& tree, const Text& page, const ArticleSink& sink) {
  if (tree.cut)
    sink(Error{"expected less markup, left out the rest", page.to_source({*tree.cut, *tree.cut})});
}

}  // namespace dateline
