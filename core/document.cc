#include "core/document.h"

#include <algorithm>

namespace dateline {

Span Document::span_of(TokenRange range) const {
  if (range.empty()) return {};
  return {tokens[range.first].span.begin, tokens[range.last - 1].span.end};
}

const Sentence& Document::sentence_of(TokenId token) const {
  const auto after = std::upper_bound(
      sentences.begin(), sentences.end(), token.index,
      [](std::uint32_t index, const Sentence& sentence) { return index < sentence.tokens.first; });
  return *std::prev(after);
}

}  // namespace dateline
