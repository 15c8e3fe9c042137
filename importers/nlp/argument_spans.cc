#include "importers/nlp/argument_spans.h"

namespace dateline {
namespace {

constexpr std::uint32_t kBarrier = 0xFFFFFFFF;

// What hangs on a predicate noun or adjective but belongs to its copula.
bool is_of_clause(Relation relation) {
  switch (universal(relation)) {
    case Relation::nsubj:
    case Relation::csubj:
    case Relation::aux:
    case Relation::cop:
    case Relation::mark:
    case Relation::cc:
    case Relation::expl:
    case Relation::advcl:
    case Relation::parataxis:
    case Relation::discourse:
    case Relation::vocative:
      return true;
    default:
      return false;
  }
}

}  // namespace

void ArgumentSpans::mark(TokenId word, Mark mark) {
  if (marks_[word.index] != 0) return;
  marks_[word.index] = mark;
  marked_.push_back(word.index);
}

void ArgumentSpans::mark_all(const Document& document, const Tree& tree, TokenId predicate,
                             std::span<const RoleCandidate> arguments) {
  Mark next = 0;
  for (const RoleCandidate& argument : arguments) mark(argument.word, ++next);
  mark(predicate, kBarrier);
  const bool copula = document.at(predicate).relation == Relation::cop;
  for (const RoleCandidate& argument : arguments) {
    if (argument.down > 0) continue;
    mark(argument.branch, kBarrier);
    if (!copula) continue;
    for (const TokenId child : tree.children(argument.word))
      if (is_of_clause(document.at(child).relation)) mark(child, kBarrier);
  }
}

// The mark of the first marked word on the way up.
ArgumentSpans::Mark ArgumentSpans::owner(const Document& document, TokenId word,
                                         std::uint32_t steps) const {
  for (; word && marks_[word.index] == 0 && steps > 0; --steps) word = document.at(word).head;
  return word ? marks_[word.index] : 0;
}

void ArgumentSpans::find(const Document& document, const Tree& tree, TokenRange sentence,
                         TokenId predicate, std::span<const RoleCandidate> arguments,
                         std::vector<TokenRange>& ranges) {
  mark_all(document, tree, predicate, arguments);
  const auto is_part = [&](std::uint32_t word, Mark of) {
    return owner(document, {word}, sentence.size()) == of;
  };
  const auto is_punct = [&](std::uint32_t word) {
    return document.tokens[word].relation == Relation::punct;
  };
  for (const RoleCandidate& argument : arguments) {
    const std::uint32_t head = argument.word.index;
    const Mark own = marks_[head];
    TokenRange range{head, head + 1};
    while (range.first > sentence.first && is_part(range.first - 1, own)) --range.first;
    while (range.last < sentence.last && is_part(range.last, own)) ++range.last;
    while (range.first < head && is_punct(range.first)) ++range.first;
    while (range.last > head + 1 && is_punct(range.last - 1)) --range.last;
    ranges.push_back(range);
  }
  for (const std::uint32_t word : marked_) marks_[word] = 0;
  marked_.clear();
}

}  // namespace dateline
