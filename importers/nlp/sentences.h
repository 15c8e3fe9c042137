#pragma once

#include "core/document.h"
#include "importers/nlp/paragraphs.h"
#include "importers/nlp/tokenizer.h"

namespace dateline {

/// Longer sentences, which are lists and damage, are cut after so many tokens: later stages may
/// take time that grows with the square of a sentence.
constexpr std::uint32_t kMaxSentenceTokens = 1000;

/// Bytes of an article that are read for what they tell, some 330,000 words: forty times the
/// longest reportage, and ten seconds of one processor. What is longer is no article.
constexpr std::size_t kMaxReadBytes = 2'000'000;

/// Where reading ends: behind the text, or behind the last line, or else word, that ends within
/// `most` bytes.
std::size_t end_of_reading(std::string_view text, std::size_t most = kMaxReadBytes);

/// Fills Document::tokens (spans only) and Document::sentences from the text. Every byte before
/// end_of_reading() that is not white space is in one token, every token in one sentence. A text
/// that goes on behind it gets a diagnostic, "text-too-long". A dateline at the beginning of a
/// paragraph ("KYIV, Feb 12 (Agency) -") is a sentence of its own. A
/// sentence that had to be cut gets a diagnostic, "sentence-too-long".
void find_sentences(Document& document, const TokenRules& rules, const LineRules& lines);

/// Tokens of a dateline at the beginning of a paragraph's tokens, with the dash; 0 if there is
/// none. `opening`: no prose has come before, so that less is asked of it.
std::size_t dateline_length(std::string_view text, const std::vector<Span>& tokens,
                            const TokenRules& rules, bool opening);

/// Where sentences begin among a paragraph's tokens: 0 first, ascending; empty for no tokens.
std::vector<std::size_t> sentence_starts(std::string_view text, const std::vector<Span>& tokens,
                                         const TokenRules& rules);

}  // namespace dateline
