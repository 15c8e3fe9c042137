#include "importers/pipeline.h"

#include "importers/nlp/sentences.h"

namespace dateline {

// The order matters: each line reads what those above it wrote, and nothing else.
Document read_document(Article article, const Language& language, const ReadOptions& options) {
  Document document;
  document.article = std::move(article);
  document.published = options.published;
  find_sentences(document, language.tokens, language.lines);
  return document;
}

}  // namespace dateline
