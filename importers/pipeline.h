#pragma once

#include <cstdint>
#include <optional>

#include "core/article.h"
#include "core/document.h"
#include "core/timeline.h"
#include "importers/language.h"
#include "importers/nlp/roles.h"

namespace dateline {

/// What is wanted of a document besides its words; what that does not need is not read.
enum class Layer : std::uint8_t {
  names,
  roles,   ///< tags, lemmas and trees as the models give them, and frames
  trees,   ///< tags, lemmas, names, times, and trees that these have mended
  events,  ///< everything but frames, which the reading of events does without
  timeml,  ///< the same, with the events that TimeML annotates instead of those of a timeline, and
           ///< the temporal relations between them
};

struct ReadOptions {
  /// Publication date to use when the article gives none (--published).
  std::optional<PartialDate> published;
  Layer layer = Layer::events;
  /// Finds the frames; without it there are none.
  const RoleLabeler* roles = nullptr;
  /// Takes the times and events that the article came with (Article::annotations) for the whole of
  /// them, if it came with any: extents, TIMEX3 types and values, and the classes of events.
  bool keep_annotation = false;
};

/// The journey of one article, in order, on one screen: tokens, sentences, tags, trees, names,
/// times, coreference, events, deadlines, links.
Document read_document(Article article, const Language& language, const ReadOptions& options);

/// The same from the words on, for a document that came with its tokens and sentences.
void annotate(Document& document, const Language& language, const ReadOptions& options);

/// The timeline of one document.
Timeline summarize(const Document& document, const Language& language);

}  // namespace dateline
