#include "importers/nlp/bound_nouns.h"

#include <algorithm>
#include <string>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

std::string lemma_of(const Document& document, TokenId token) {
  const std::string& known = document.at(token).lemma;
  return ascii_lower(known.empty() ? document.text_of(token) : std::string_view(known));
}

/// "Gave the Front 72 hours", "gave the Front until Friday".
bool comes_before_time(const Document& document, TokenId token) {
  if (token.index + 1 >= document.tokens.size()) return false;
  const std::uint32_t next = document.tokens[token.index + 1].span.begin;
  const auto& timexes = document.timexes;
  const auto time = std::ranges::lower_bound(timexes, next, {},
                                             [](const Timex& timex) { return timex.span.begin; });
  return time != timexes.end() &&
         (time->span.begin == next || (!time->signal.empty() && time->signal_span.begin == next));
}

}  // namespace

bool is_asked(const Document& document, const Tree& tree, const EntityWords& words, TokenId token) {
  const Token& asked = document.at(token);
  const bool object = asked.relation == Relation::obj || asked.relation == Relation::iobj;
  if (!object && asked.relation != Relation::nsubj_pass) return false;
  if (!asked.head) return false;
  if (words.has("giving", lemma_of(document, asked.head)))
    return comes_before_time(document, token);
  if (!words.has("asking", lemma_of(document, asked.head))) return false;
  const TokenId asks = tree.child(asked.head, Relation::xcomp);
  return asks && asks > asked.head && document.at(asks).pos == Pos::verb &&
         tree.has(asks, Relation::mark) && !tree.has(asks, Relation::aux);
}

bool has_duty(const Document& document, const Tree& tree, const EntityWords& words, TokenId token) {
  const Token& subject = document.at(token);
  if (subject.relation != Relation::nsubj || !subject.head || subject.head < token) return false;
  if (subject.pos != Pos::propn && subject.features.number != Number::plural) return false;
  TokenId verb = subject.head;
  const bool must = std::ranges::any_of(tree.children(verb), [&](TokenId child) {
    return document.at(child).relation == Relation::aux &&
           words.has("duty", ascii_lower(document.text_of(child)));
  });
  if (!must && words.has("duty-verb", lemma_of(document, verb))) {
    const TokenId act = tree.child(verb, Relation::xcomp);
    verb = act && tree.has(act, Relation::mark) ? act : TokenId{};
  } else if (!must) {
    return false;
  }
  return verb && document.at(verb).pos == Pos::verb && tree.has(verb, Relation::obj) &&
         !tree.has(verb, Relation::aux_pass) && !words.has("arriving", lemma_of(document, verb));
}

}  // namespace dateline
