#pragma once

#include <span>
#include <vector>

#include "core/document.h"

namespace dateline {

/// The dependency trees of a document, downwards: Token.head only points up. Valid as long as the
/// document's tokens do not change. A circle of heads, should a parser write one, is walked once.
class Tree {
 public:
  explicit Tree(const Document& document);

  /// In text order.
  std::span<const TokenId> children(TokenId token) const;
  /// The first child with that relation, subtypes not told apart; empty if there is none.
  TokenId child(TokenId token, Relation relation) const;
  /// The first child with exactly that relation.
  TokenId child_exactly(TokenId token, Relation relation) const;
  bool has(TokenId token, Relation relation) const { return bool(child(token, relation)); }

  /// The smallest range of tokens that holds a token and all that hangs below it.
  TokenRange subtree(TokenId token) const { return subtrees_[token.index]; }
  /// Steps up to the root of the sentence; 0 for the root.
  std::uint32_t depth(TokenId token) const { return depths_[token.index]; }
  /// Whether `above` is `token` or stands over it.
  bool dominates(TokenId above, TokenId token) const;
  /// The token of the range whose head lies outside it, nearest the root.
  TokenId head_of(TokenRange range) const;
  /// The first conjunct of a coordination, or the token itself.
  TokenId first_conjunct(TokenId token) const;

 private:
  const std::vector<Token>& tokens_;
  std::vector<std::uint32_t> first_child_;  // into children_, one more than there are tokens
  std::vector<TokenId> children_;
  std::vector<TokenRange> subtrees_;
  std::vector<std::uint32_t> depths_;
};

}  // namespace dateline
