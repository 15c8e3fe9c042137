#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/id.h"
#include "core/span.h"

namespace dateline {

/// Universal POS tags (universaldependencies.org/u/pos), in alphabetical order; `none`: not tagged.
enum class Pos : std::uint8_t {
  none,
  adj,
  adp,
  adv,
  aux,
  cconj,
  det,
  intj,
  noun,
  num,
  part,
  pron,
  propn,
  punct,
  sconj,
  sym,
  verb,
  x
};
std::string_view name_of(Pos pos);  ///< "ADJ"; "_" for none
std::optional<Pos> pos_named(std::string_view name);

enum class VerbForm : std::uint8_t { none, finite, infinitive, participle, gerund };
enum class Tense : std::uint8_t { none, past, present };
enum class Number : std::uint8_t { none, singular, plural };

/// The part of the UD morphological features that later stages ask for.
struct Features {
  VerbForm form = VerbForm::none;
  Tense tense = Tense::none;
  Number number = Number::none;
  std::uint8_t person = 0;  ///< 1 to 3; 0 if none

  friend constexpr bool operator==(Features, Features) = default;
};
std::string to_string(
    Features features);  ///< UD: "Number=Sing|Tense=Past|VerbForm=Fin"; "_" for none

/// Universal dependency relations with the subtypes of English treebanks
/// (universaldependencies.org).
enum class Relation : std::uint8_t {
  none,
  root,
  acl,
  acl_relcl,
  advcl,
  advcl_relcl,
  advmod,
  amod,
  appos,
  aux,
  aux_pass,
  case_,
  cc,
  cc_preconj,
  ccomp,
  clf,
  compound,
  compound_prt,
  conj,
  cop,
  csubj,
  csubj_outer,
  csubj_pass,
  dep,
  det,
  det_predet,
  discourse,
  dislocated,
  expl,
  fixed,
  flat,
  goeswith,
  iobj,
  list,
  mark,
  nmod,
  nmod_desc,
  nmod_poss,
  nmod_unmarked,
  nsubj,
  nsubj_outer,
  nsubj_pass,
  nummod,
  obj,
  obl,
  obl_agent,
  obl_unmarked,
  orphan,
  parataxis,
  punct,
  reparandum,
  vocative,
  xcomp
};
std::string_view name_of(Relation relation);  ///< "nsubj:pass"; "_" for none
/// A subtype that is not in the list is read as its universal relation.
std::optional<Relation> relation_named(std::string_view name);
Relation universal(Relation relation);  ///< without the subtype: nsubj for nsubj:pass

/// A syntactic word. Clitics are words of their own ("do" "n't", "Biden" "'s").
struct Token {
  Span span;
  std::string lemma;  ///< empty until lemmatised
  Pos pos = Pos::none;
  Features features;
  TokenId head;  ///< empty for the root of a sentence, and until parsed
  Relation relation = Relation::none;
};

/// Tokens first, first+1, ... last-1 (half-open).
struct TokenRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
  constexpr bool contains(TokenId token) const {
    return first <= token.index && token.index < last;
  }
  constexpr bool contains(TokenRange other) const {
    return first <= other.first && other.last <= last;
  }
  constexpr bool overlaps(TokenRange other) const {
    return first < other.last && other.first < last;
  }

  friend constexpr bool operator==(TokenRange, TokenRange) = default;
  friend constexpr auto operator<=>(TokenRange, TokenRange) = default;
};

}  // namespace dateline
