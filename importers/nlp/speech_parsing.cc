#include "importers/nlp/speech_parsing.h"

#include <algorithm>
#include <vector>

#include "importers/nlp/quotation_marks.h"

namespace dateline {
namespace {

using Words = std::vector<std::uint32_t>;  // tokens of a document, ascending

/// A sentence as it is parsed: the clause, and the speeches that are parsed by themselves.
struct Parts {
  Words clause;
  std::vector<Words> speeches;
  std::vector<Words> marks;  ///< around each speech and in it: its quotation marks, its last comma
};

bool is_verbal(const Token& token) { return token.pos == Pos::verb || token.pos == Pos::aux; }

class Splitter {
 public:
  explicit Splitter(const Document& document)
      : document_(document), quoted_(find_quoted(document)) {}

  Parts split(TokenRange sentence) const {
    Parts parts;
    std::uint32_t at = sentence.first;
    for (const TokenRange speech : speeches_in(sentence)) {
      for (; at < speech.first; ++at) parts.clause.push_back(at);
      if (parts.speeches.empty() || !goes_on(speech)) {
        parts.speeches.emplace_back();
        parts.marks.emplace_back();
      }
      for (; at < speech.last; ++at)
        (is_mark(at, speech) ? parts.marks : parts.speeches).back().push_back(at);
    }
    for (; at < sentence.last; ++at) parts.clause.push_back(at);
    if (!holds_verb(parts.clause)) return whole(sentence);
    return parts;
  }

 private:
  static Parts whole(TokenRange sentence) {
    Parts parts;
    for (auto i = sentence.first; i < sentence.last; ++i) parts.clause.push_back(i);
    return parts;
  }

  bool holds_verb(TokenRange words) const {
    return std::any_of(document_.tokens.begin() + words.first,
                       document_.tokens.begin() + words.last, is_verbal);
  }
  bool holds_verb(const Words& words) const {
    return std::ranges::any_of(
        words, [&](std::uint32_t word) { return is_verbal(document_.tokens[word]); });
  }

  /// With their marks.
  std::vector<TokenRange> speeches_in(TokenRange sentence) const {
    std::vector<TokenRange> found;
    auto quoted = std::ranges::lower_bound(quoted_, sentence.first, {}, &TokenRange::last);
    for (; quoted != quoted_.end() && quoted->first < sentence.last; ++quoted) {
      const TokenRange part{std::max(quoted->first, sentence.first),
                            std::min(quoted->last, sentence.last)};
      if (part.empty() || !stands_apart(part, sentence)) continue;
      // After speech that was broken off even a phrase goes on with it.
      if (found.empty() && !holds_verb(part)) continue;
      found.push_back({part.first > sentence.first ? part.first - 1 : part.first,
                       part.last < sentence.last ? part.last + 1 : part.last});
    }
    return found;
  }

  /// Whether signs part it from the clause on both sides.
  bool stands_apart(TokenRange part, TokenRange sentence) const {
    const bool begins = part.first <= sentence.first + 1 || is_sign(part.first - 2);
    const bool ends =
        part.last + 1 >= sentence.last || is_sign(part.last - 1) || is_sign(part.last + 1);
    return begins && ends;
  }

  bool is_sign(std::uint32_t token) const { return document_.tokens[token].pos == Pos::punct; }

  bool is_mark(std::uint32_t token, TokenRange speech) const {
    const std::string_view word = document_.text_of({token});
    if (quotation_mark(word) != QuotationMark::none) return true;
    const bool last = token + 1 == speech.last ||
                      (token + 2 == speech.last && is_quotation_mark(speech.last - 1));
    return last && word == ",";
  }
  bool is_quotation_mark(std::uint32_t token) const {
    return quotation_mark(document_.text_of({token})) != QuotationMark::none;
  }

  /// "I will," he said, "when I can": the second part is no sentence of its own.
  bool goes_on(TokenRange speech) const {
    for (auto i = speech.first; i < speech.last; ++i) {
      const std::string_view word = document_.text_of({i});
      if (document_.tokens[i].pos != Pos::punct) return word[0] >= 'a' && word[0] <= 'z';
    }
    return true;
  }

  const Document& document_;
  std::vector<TokenRange> quoted_;
};

/// Parses parts of sentences as if they were sentences.
class PartParser {
 public:
  PartParser(Document& document, std::span<const WordForm> forms) : to_(document), forms_(forms) {}

  void add(const Words& words) {
    const auto first = static_cast<std::uint32_t>(from_.size());
    for (const std::uint32_t word : words) {
      from_.push_back(word);
      part_forms_.push_back(forms_[word]);
      Token token;
      token.span = to_.tokens[word].span;
      token.pos = to_.tokens[word].pos;
      token.features = to_.tokens[word].features;
      parts_.tokens.push_back(std::move(token));
    }
    Sentence sentence;
    sentence.tokens = {first, static_cast<std::uint32_t>(from_.size())};
    parts_.sentences.push_back(sentence);
  }

  void parse(const Parser& parser) {
    parser.parse(parts_, part_forms_);
    for (Diagnostic& diagnostic : parts_.diagnostics)
      to_.diagnostics.push_back(std::move(diagnostic));
    for (std::size_t i = 0; i < from_.size(); ++i) {
      const Token& token = parts_.tokens[i];
      to_.tokens[from_[i]].relation = token.relation;
      to_.tokens[from_[i]].head = token.head ? TokenId{from_[token.head.index]} : TokenId{};
    }
  }

 private:
  Document& to_;
  std::span<const WordForm> forms_;
  Document parts_;
  std::vector<WordForm> part_forms_;
  Words from_;  // for each token of the parts
};

TokenId root_of(const Document& document, const Words& words) {
  for (const std::uint32_t word : words)
    if (!document.tokens[word].head) return {word};
  return {};
}

/// The verb nearest to a speech, the one that governs it: never its auxiliary.
TokenId verb_beside(const Document& document, const Words& clause, const Words& speech) {
  TokenId best;
  std::uint32_t best_distance = Id<int>::kNone;
  for (const std::uint32_t word : clause) {
    if (document.tokens[word].pos != Pos::verb) continue;
    const std::uint32_t distance =
        word < speech.front() ? speech.front() - word : word - std::min(word, speech.back());
    if (distance < best_distance) {
      best = {word};
      best_distance = distance;
    }
  }
  return best;
}

void attach(Document& document, TokenId token, TokenId head, Relation relation) {
  document.tokens[token.index].head = head;
  document.tokens[token.index].relation = relation;
}

void join(Document& document, const Parts& parts) {
  const TokenId root = root_of(document, parts.clause);
  for (std::size_t i = 0; i < parts.speeches.size(); ++i) {
    const Words& speech = parts.speeches[i];
    TokenId verb = verb_beside(document, parts.clause, speech);
    if (!verb) verb = root;
    const TokenId top = root_of(document, speech);
    attach(document, top, verb, Relation::ccomp);
    for (const std::uint32_t mark : parts.marks[i]) attach(document, {mark}, top, Relation::punct);
  }
}

}  // namespace

void parse_with_speech(Document& document, std::span<const WordForm> forms, const Parser& parser) {
  const Splitter splitter(document);
  std::vector<Parts> sentences;
  PartParser apart(document, forms);
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    sentences.push_back(splitter.split(sentence.tokens));
    apart.add(sentences.back().clause);
    for (const Words& speech : sentences.back().speeches) apart.add(speech);
  }
  apart.parse(parser);
  for (const Parts& parts : sentences) join(document, parts);
}

}  // namespace dateline
