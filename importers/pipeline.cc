#include "importers/pipeline.h"

#include "importers/nlp/sentences.h"
#include "importers/nlp/word_form.h"

namespace dateline {

// The order matters: each line reads what those above it wrote, and nothing else.
Document read_document(Article article, const Language& language, const ReadOptions& options) {
  Document document;
  document.article = std::move(article);
  document.published = options.published;
  find_sentences(document, language.tokens, language.lines);
  const std::vector<WordForm> forms = word_forms(document);
  language.tagger.tag(document, forms);
  return document;
}

}  // namespace dateline
