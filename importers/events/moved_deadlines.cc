#include "importers/events/moved_deadlines.h"

#include <algorithm>

#include "importers/events/time_links.h"

namespace dateline {
namespace {

bool is_shifting(const EventContext& context, TokenId verb) {
  if (context.at(verb).pos != Pos::verb) return false;
  const std::string lemma = context.lemma(verb);
  if (context.lexicon.is_shifting(lemma)) return true;
  return std::ranges::any_of(context.tree.children(verb), [&](TokenId child) {
    return context.lexicon.is_shifting(lemma + "_" + context.lower(child));
  });
}

bool is_deadline(const EventContext& context, TokenId noun) {
  if (!noun || context.at(noun).pos != Pos::noun) return false;
  const Predicate* row = predicate_row(context, noun);
  return row && context.lexicon.ends_by_itself(row->type);
}

/// What the verb moves: its object, or the subject of a passive.
TokenId moved_by(const EventContext& context, TokenId verb) {
  if (const TokenId object = object_of(context, verb)) return object;
  return is_passive(context, verb) ? subject_of(context, verb).token : TokenId{};
}

/// Takes the days of the sentence that stand after "from" and "to", the first of each.
MovedDeadline with_days(const EventContext& context, MovedDeadline moved) {
  const TokenRange sentence = context.document.sentence_of(moved.verb).tokens;
  const auto& timexes = context.document.timexes;
  for (std::uint32_t i = 0; i < timexes.size(); ++i) {
    const TokenRange words = tokens_of(context.document, timexes[i].span);
    if (words.empty() || words.first <= sentence.first || words.last > sentence.last) continue;
    if (!timexes[i].interval) continue;
    const std::string before = context.lower({words.first - 1});
    if (!moved.from && context.lexicon.is_old_time(before)) moved.from = {i};
    if (!moved.from && words.last == moved.noun.index) moved.from = {i};  // "the June 30 deadline"
    if (!moved.to && words.first > moved.verb.index && context.lexicon.is_new_time(before))
      moved.to = {i};
  }
  return moved;
}

}  // namespace

TokenId shifted_noun(const EventContext& context, TokenId verb) {
  if (!is_shifting(context, verb)) return {};
  const TokenId noun = moved_by(context, verb);
  return noun && predicate_row(context, noun) && !is_deadline(context, noun) ? noun : TokenId{};
}

bool is_prolonging(const EventContext& context, TokenId verb) {
  return context.lexicon.is_prolonging(context.lemma(verb));
}

std::vector<MovedDeadline> find_moved_deadlines(const EventContext& context) {
  std::vector<MovedDeadline> all;
  for (std::uint32_t i = 0; i < context.document.tokens.size(); ++i) {
    if (!is_shifting(context, {i})) continue;
    const TokenId noun = moved_by(context, {i});
    if (!is_deadline(context, noun)) continue;
    const MovedDeadline moved = with_days(context, {{i}, noun, {}, {}});
    if (moved.to && moved.to != moved.from) all.push_back(moved);
  }
  return all;
}

}  // namespace dateline
