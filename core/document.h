#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/event_mention.h"
#include "core/mention.h"
#include "core/name.h"
#include "core/timex.h"
#include "core/tlink.h"
#include "core/token.h"

namespace dateline {

enum class SentenceKind : std::uint8_t { prose, headline, heading, byline, dateline, furniture };

/// A sentence, or a line that stands for one (a headline, a byline).
struct Sentence {
  Span span;
  TokenRange tokens;
  std::uint32_t paragraph = 0;  ///< counted from 0, across the text
  SentenceKind kind = SentenceKind::prose;
  std::string id{};  ///< what the corpus calls it; empty if it comes from none
};

/// A predicate and its arguments, with PropBank's labels (Palmer et al. 2005).
struct Frame {
  struct FrameArgument {
    std::string label;  ///< "ARG0", "ARGM-TMP"
    TokenRange tokens;
    TokenId head{};  ///< the word of them that the others hang on
  };
  TokenId predicate;
  std::string roleset;  ///< "warn.01"; empty if not told apart
  std::vector<FrameArgument> arguments;
};

/// An article and what was found in it, stand-off: the text is never altered, and nothing in a
/// layer points at a later one.
struct Document {
  Article article;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Frame> frames;
  std::vector<NameSpan> names;           ///< in order of the text, without overlaps
  std::vector<Timex> timexes;            ///< in order of the text
  std::optional<PartialDate> published;  ///< document creation time
  std::vector<Mention> mentions;         ///< in order of the text
  std::vector<Chain> chains;
  std::vector<EventMention> events;  ///< in order of the text
  std::vector<DeadlineMention> deadlines;
  std::vector<Report> reports;  ///< in order of their cues
  std::vector<TLink> tlinks;
  std::vector<Diagnostic> diagnostics;

  std::string_view text() const { return article.text.view(); }
  std::string_view text_of(TokenId token) const { return tokens[token.index].span.of(text()); }
  const Token& at(TokenId token) const { return tokens[token.index]; }
  /// The bytes from a range's first token to its last; empty for an empty range.
  Span span_of(TokenRange range) const;
  /// The sentence that holds a token.
  const Sentence& sentence_of(TokenId token) const;
};

}  // namespace dateline
