#include <utility>

#include "importers/importer.h"
#include "importers/text/charset.h"
#include "importers/text/repair.h"

namespace dateline {
namespace {

bool accepts(const Resource& resource) { return !resource.bytes.empty(); }

void read(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  Repaired repaired = repair(decoded->text);
  Article article;
  article.media_type = "text/plain";
  article.text = std::move(repaired.text);
  article.repairs = std::move(repaired.repairs);
  article.diagnostics = decoded->diagnostics;
  sink(std::move(article));
}

}  // namespace

extern const Importer text_importer{"text", ".txt .text", "plain text, one article a file", accepts,
                                    read};

}  // namespace dateline
