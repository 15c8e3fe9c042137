#include "importers/nlp/tree.h"

#include <algorithm>

namespace dateline {

Tree::Tree(const Document& document) : tokens_(document.tokens) {
  const auto n = static_cast<std::uint32_t>(tokens_.size());
  first_child_.assign(n + 1, 0);
  for (const Token& token : tokens_)
    if (token.head) ++first_child_[token.head.index + 1];
  for (std::uint32_t i = 0; i < n; ++i) first_child_[i + 1] += first_child_[i];
  children_.resize(first_child_[n]);
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (std::uint32_t i = 0; i < n; ++i)
    if (tokens_[i].head) children_[next[tokens_[i].head.index]++] = {i};

  depths_.assign(n, 0);
  subtrees_.resize(n);
  for (std::uint32_t i = 0; i < n; ++i) subtrees_[i] = {i, i + 1};
  for (std::uint32_t i = 0; i < n; ++i) {
    std::uint32_t steps = 0;
    for (TokenId up = tokens_[i].head; up && steps < n; up = tokens_[up.index].head, ++steps) {
      subtrees_[up.index].first = std::min(subtrees_[up.index].first, i);
      subtrees_[up.index].last = std::max(subtrees_[up.index].last, i + 1);
    }
    depths_[i] = steps;
  }
}

std::span<const TokenId> Tree::children(TokenId token) const {
  const std::uint32_t first = first_child_[token.index];
  return std::span(children_).subspan(first, first_child_[token.index + 1] - first);
}

TokenId Tree::child(TokenId token, Relation relation) const {
  for (const TokenId child : children(token))
    if (universal(tokens_[child.index].relation) == relation) return child;
  return {};
}

TokenId Tree::child_exactly(TokenId token, Relation relation) const {
  for (const TokenId child : children(token))
    if (tokens_[child.index].relation == relation) return child;
  return {};
}

bool Tree::dominates(TokenId above, TokenId token) const {
  for (std::uint32_t steps = depths_[token.index] + 1; token && steps > 0; --steps) {
    if (token == above) return true;
    token = tokens_[token.index].head;
  }
  return false;
}

TokenId Tree::head_of(TokenRange range) const {
  TokenId best;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const TokenId head = tokens_[i].head;
    if (head && range.contains(head)) continue;
    if (!best || depths_[i] < depths_[best.index]) best = {i};
  }
  return best;
}

TokenId Tree::first_conjunct(TokenId token) const {
  for (std::uint32_t steps = depths_[token.index]; steps > 0; --steps) {
    if (tokens_[token.index].relation != Relation::conj || !tokens_[token.index].head) break;
    token = tokens_[token.index].head;
  }
  return token;
}

}  // namespace dateline
