#pragma once

#include <optional>

#include "core/article.h"
#include "core/document.h"
#include "core/timeline.h"
#include "importers/language.h"
#include "importers/nlp/roles.h"

namespace dateline {

struct ReadOptions {
  /// Publication date to use when the article gives none (--published).
  std::optional<PartialDate> published;
  /// Finds frames, where they are wanted: the reading of events does without them.
  const RoleLabeler* roles = nullptr;
};

/// The journey of one article, in order, on one screen: tokens, sentences, tags, trees, names,
/// times, coreference, events, deadlines, links.
Document read_document(Article article, const Language& language, const ReadOptions& options);

/// The same from the words on, for a document that came with its tokens and sentences.
void annotate(Document& document, const Language& language, const ReadOptions& options);

/// The timeline of one document.
Timeline summarize(const Document& document, const Language& language);

}  // namespace dateline
