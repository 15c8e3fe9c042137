#include "importers/nlp/quotation_marks.h"

#include <utility>

namespace dateline {
namespace {

constexpr std::size_t kMaxTokens = 1500;  // an unclosed mark must not swallow the article

class QuotePairs {
 public:
  explicit QuotePairs(const Document& document) : document_(document) {
    for (const Sentence& sentence : document.sentences) {
      if (sentence.paragraph != paragraph_) close(sentence.tokens.first);
      paragraph_ = sentence.paragraph;
      for (std::uint32_t i = sentence.tokens.first; i < sentence.tokens.last; ++i) see(i);
    }
    close(static_cast<std::uint32_t>(document.tokens.size()));
  }
  std::vector<TokenRange> take() && { return std::move(pairs_); }

 private:
  void see(std::uint32_t token) {
    QuotationMark mark = quotation_mark(document_.text_of({token}));
    if (mark == QuotationMark::none) return;
    if (!is_open_ && mark == QuotationMark::closes && leans_right(token))
      mark = QuotationMark::either;
    if (is_open_ && (mark != QuotationMark::opens || token - begin_ > kMaxTokens)) {
      close(token);
    } else if (!is_open_ && mark != QuotationMark::closes) {
      is_open_ = true;
      begin_ = token + 1;
    }
  }

  /// "''The trends are clear,'' he said": two strokes that stand at both ends.
  bool leans_right(std::uint32_t token) const {
    const Span mark = document_.tokens[token].span;
    const std::string_view text = document_.text();
    const bool strokes = mark.of(text) == "''";
    return strokes && mark.end < text.size() && text[mark.end] != ' ' && text[mark.end] != '\n';
  }

  void close(std::uint32_t end) {
    if (is_open_ && begin_ < end) pairs_.push_back({begin_, end});
    is_open_ = false;
  }

  const Document& document_;
  std::vector<TokenRange> pairs_;
  bool is_open_ = false;
  std::uint32_t begin_ = 0, paragraph_ = 0;
};

}  // namespace

QuotationMark quotation_mark(std::string_view word) {
  if (word == "“" || word == "«" || word == "„" || word == "``") return QuotationMark::opens;
  if (word == "”" || word == "»" || word == "''") return QuotationMark::closes;
  if (word == "\"") return QuotationMark::either;
  return QuotationMark::none;
}

std::vector<TokenRange> find_quoted(const Document& document) {
  return QuotePairs(document).take();
}

}  // namespace dateline
