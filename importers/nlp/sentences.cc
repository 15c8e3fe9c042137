#include "importers/nlp/sentences.h"

#include <algorithm>

#include "core/characters.h"

namespace dateline {
namespace {

constexpr std::size_t kDatelineTokens = 18;    // place, region, date, agency, dash
constexpr std::size_t kReportingDistance = 4;  // "?" the finance minister asked

// The tokens of a paragraph, as words.
class OpeningWords {
 public:
  OpeningWords(std::string_view text, const std::vector<Span>& tokens, const TokenRules& rules)
      : text_(text), tokens_(tokens), rules_(rules) {}

  std::size_t size() const { return tokens_.size(); }
  std::string_view at(std::size_t i) const { return tokens_[i].of(text_); }
  bool touches_next(std::size_t i) const {
    return i + 1 < size() && tokens_[i].end == tokens_[i + 1].begin;
  }

  bool is_terminal(std::size_t i) const {
    const std::string_view word = at(i);
    return word == "…" || word == "。" || word.find_first_not_of(".?!") == std::string_view::npos;
  }
  bool is_quote(std::size_t i) const {
    const std::string_view word = at(i);
    return word == "''" || (plain(first_of(word)) == '"' || word == "'" || word == "’");
  }
  // A bracket or quote that closes: it touches what is before it, and white space follows.
  bool is_closing(std::size_t i) const {
    const std::string_view word = at(i);
    if (word == ")" || word == "]" || word == "”" || word == "’" || word == "''") return true;
    return (word == "\"" || word == "'") && touches_next(i - 1) && !opens_next(i);
  }
  // How many words belong to the sentence that has just ended: a closing sign, a face after a
  // space, the number of a note in brackets; 0 if a new one may begin.
  std::size_t belonging_to_end(std::size_t i) const {
    if (i >= size()) return 0;
    if (is_closing(i) || is_terminal(i) || (rules_.emoticons.contains(at(i)) && at(i).size() > 1))
      return 1;
    const bool note = at(i) == "[" && i + 2 < size() && at(i + 2) == "]" &&
                      kind_of(first_of(at(i + 1))) == CharacterKind::digit;
    return note ? 3 : 0;
  }
  bool is_abbreviated(std::size_t i) const {
    const std::string_view word = at(i);
    return word.size() > 1 && word.back() == '.' && !is_terminal(i);
  }

  // Whether a new sentence begins at `next`, given that what is before `end` may end one.
  bool begins_after(std::size_t end, std::size_t last_of_sentence) const;

 private:
  bool opens_next(std::size_t i) const {
    return touches_next(i) && kind_of(first_of(at(i + 1))) != CharacterKind::symbol;
  }
  bool begins_after_abbreviation(std::size_t abbreviation, std::size_t next) const;
  bool goes_on_reporting(std::size_t next) const;
  bool begins_in_lower_case(std::size_t terminal, std::size_t next) const;

  std::string_view text_;
  const std::vector<Span>& tokens_;
  const TokenRules& rules_;
};

bool OpeningWords::begins_after_abbreviation(std::size_t abbreviation, std::size_t next) const {
  const std::string_view word = at(abbreviation);
  if (rules_.inside.contains(word) || rules_.number.contains(word)) return false;
  const bool initial = word.size() == 2;
  return !initial && starts_upper(at(next)) && rules_.starters.contains(lower_case(at(next)));
}

bool OpeningWords::goes_on_reporting(std::size_t next) const {
  for (std::size_t i = next; i < std::min(next + kReportingDistance, size()); ++i)
    if (rules_.reporting.contains(at(i))) return true;
  return false;
}

// Writers who never use capitals. After a capitalised word the full stop may be of an abbreviation
// that is in no list, and "!" of a name.
bool OpeningWords::begins_in_lower_case(std::size_t terminal, std::size_t next) const {
  constexpr std::size_t kShortest = 3;  // bytes of a word that is hardly an abbreviation
  const bool plain_end = at(terminal) == "." || at(terminal) == "?";
  if (!plain_end || next != terminal + 1 || touches_next(terminal) || terminal == 0) return false;
  const std::string_view last = at(terminal - 1);
  return at(terminal) == "?" || (starts_lower(last) && last.size() >= kShortest) || last == ")" ||
         kind_of(first_of(last)) == CharacterKind::digit;
}

bool OpeningWords::begins_after(std::size_t terminal, std::size_t next) const {
  std::size_t word = next;  // the first that is not an opening quote or bracket
  while (word + 1 < size() && kind_of(first_of(at(word))) == CharacterKind::symbol &&
         !is_terminal(word))
    ++word;
  if (starts_lower(at(word))) return word == next && begins_in_lower_case(terminal, next);
  if (is_abbreviated(terminal)) return word == next && begins_after_abbreviation(terminal, next);
  const std::string_view mark = at(terminal);
  const bool quoted = next > terminal + 1 && is_quote(next - 1);
  if (quoted && mark.front() != '.' && goes_on_reporting(next)) return false;
  const bool ellipsis = mark == "…" || mark.starts_with("..");
  if (ellipsis && touches_next(next - 1)) return false;
  return true;
}

bool is_dash(std::string_view word) {
  return word == "-" || word == "--" || word == "–" || word == "—" || word == "_";
}

}  // namespace

std::vector<std::size_t> sentence_starts(std::string_view text, const std::vector<Span>& tokens,
                                         const TokenRules& rules) {
  const OpeningWords words(text, tokens, rules);
  std::vector<std::size_t> starts;
  if (words.size() > 0) starts.push_back(0);
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (!words.is_terminal(i) && !words.is_abbreviated(i)) continue;
    std::size_t next = i + 1;
    while (const std::size_t more = words.belonging_to_end(next)) next += more;
    if (next < words.size() && words.begins_after(i, next)) starts.push_back(next);
    i = next - 1;
  }
  return starts;
}

std::size_t dateline_length(std::string_view text, const std::vector<Span>& tokens,
                            const TokenRules& rules, bool opening) {
  const OpeningWords words(text, tokens, rules);
  bool agency = false, digits = false;
  std::size_t open = 0;
  for (std::size_t i = 0; i + 1 < words.size() && i < kDatelineTokens; ++i) {
    const std::string_view word = words.at(i);
    const CharacterKind kind = kind_of(first_of(word));
    if (is_dash(word) && i > 0 && !words.touches_next(i - 1)) {
      const bool capitals = is_all_upper(words.at(0)) && words.at(0).size() > 2;
      return (opening ? capitals || agency || digits : agency || (capitals && digits)) ? i + 1 : 0;
    }
    open += word == "(";
    agency = agency || word == ")";
    if (word == ")" && open > 0) --open;
    digits = digits || kind == CharacterKind::digit;
    if (starts_lower(word) && open == 0) return 0;
    const bool allowed = kind != CharacterKind::symbol || word == "," || word == "(" ||
                         word == ")" || word == "/" || word == "-" || word == "." || word == "'";
    if (!allowed) return 0;
  }
  return 0;
}

namespace {

// Adds one paragraph's tokens and sentences to the document.
class SentenceWriter {
 public:
  SentenceWriter(Document& document, const TokenRules& rules)
      : document_(document), rules_(rules) {}

  void add(const Paragraph& paragraph) {
    spans_.clear();
    tokenize(document_.text(), paragraph.span, rules_, spans_);
    const auto base = static_cast<std::uint32_t>(document_.tokens.size());
    for (const Span span : spans_) document_.tokens.emplace_back().span = span;
    if (spans_.empty()) return;
    std::size_t first = 0;
    if (paragraph.kind == SentenceKind::prose) {
      first = dateline_length(document_.text(), spans_, rules_, opening_);
      opening_ = false;
    }
    if (first > 0) add_sentence(base, 0, first, paragraph.number, SentenceKind::dateline);
    spans_.erase(spans_.begin(), spans_.begin() + static_cast<std::ptrdiff_t>(first));
    add_sentences(base + static_cast<std::uint32_t>(first), paragraph);
  }

 private:
  void add_sentences(std::uint32_t base, const Paragraph& paragraph) {
    std::vector<std::size_t> starts = {0};
    if (paragraph.kind != SentenceKind::byline)
      starts = sentence_starts(document_.text(), spans_, rules_);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : spans_.size();
      add_sentence(base, starts[i], end, paragraph.number, paragraph.kind);
    }
  }

  void add_sentence(std::uint32_t base, std::size_t first, std::size_t last,
                    std::uint32_t paragraph, SentenceKind kind) {
    const std::size_t size = last - first;
    for (; last - first > kMaxSentenceTokens; first += kMaxSentenceTokens)
      add_piece(base, first, first + kMaxSentenceTokens, paragraph, kind);
    add_piece(base, first, last, paragraph, kind);
    if (size > kMaxSentenceTokens)
      document_.diagnostics.push_back({Severity::warning,
                                       "sentence-too-long",
                                       "a sentence of " + std::to_string(size) +
                                           " tokens, cut into pieces of " +
                                           std::to_string(kMaxSentenceTokens),
                                       {}});
  }

  void add_piece(std::uint32_t base, std::size_t first, std::size_t last, std::uint32_t paragraph,
                 SentenceKind kind) {
    const TokenRange range{base + static_cast<std::uint32_t>(first),
                           base + static_cast<std::uint32_t>(last)};
    if (!range.empty())
      document_.sentences.push_back({document_.span_of(range), range, paragraph, kind});
  }

  Document& document_;
  const TokenRules& rules_;
  std::vector<Span> spans_;
  bool opening_ = true;  // no prose yet
};

void tell_of_rest(Document& document, std::size_t end) {
  const std::size_t size = document.text().size();
  const Span rest{static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(size)};
  document.diagnostics.push_back({Severity::warning, "text-too-long",
                                  "expected a text of at most " + std::to_string(kMaxReadBytes) +
                                      " bytes, found " + std::to_string(size) +
                                      ": nothing behind byte " + std::to_string(end) +
                                      " of it was read for events",
                                  document.article.text.to_source(rest)});
}

}  // namespace

std::size_t end_of_reading(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text.size();
  for (const std::string_view ends : {"\n", " \t\r\n"})
    if (const std::size_t end = text.find_last_of(ends, most); end != text.npos && end >= most / 2)
      return end;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return most;
}

void find_sentences(Document& document, const TokenRules& rules, const LineRules& lines) {
  SentenceWriter writer(document, rules);
  const std::size_t end = end_of_reading(document.text());
  const std::string_view text = document.text().substr(0, end);
  for (const Paragraph& paragraph : find_paragraphs(text, document.article.title, lines))
    writer.add(paragraph);
  if (end < document.text().size()) tell_of_rest(document, end);
}

}  // namespace dateline
