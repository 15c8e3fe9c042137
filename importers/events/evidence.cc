#include "importers/events/evidence.h"

#include <algorithm>

namespace dateline {

Evidence EvidenceMaker::of(Span span, Evidence::Role role) const {
  Evidence evidence;
  evidence.document = id_;
  evidence.start = code_points_.code_points_before(span.begin);
  evidence.end = code_points_.code_points_before(span.end);
  evidence.quote = std::string(span.of(document_.text()));
  evidence.role = role;
  evidence.source = document_.article.text.to_source(span);
  const auto& sentences = document_.sentences;
  const auto after = std::ranges::upper_bound(sentences, span.begin, {},
                                              [](const Sentence& s) { return s.span.begin; });
  if (after != sentences.begin()) {
    const Span sentence = std::prev(after)->span;
    evidence.sentence = {code_points_.code_points_before(sentence.begin),
                         code_points_.code_points_before(sentence.end)};
  }
  return evidence;
}

}  // namespace dateline
