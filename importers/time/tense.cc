#include "importers/time/tense.h"

#include <algorithm>
#include <string>

#include "importers/time/vocabulary.h"

namespace dateline {
namespace {

// A verb further away than this says nothing of the time; it also bounds the work.
constexpr std::uint32_t kReach = 24;
// Auxiliaries and adverbs between a verb and its first auxiliary.
constexpr std::uint32_t kGroupReach = 5;

}  // namespace

TenseReader::TenseReader(const Document& document, const Grammar& grammar)
    : document_(document),
      grammar_(grammar),
      future_(grammar.category("future-word")),
      plan_(grammar.category("plan-word")),
      arranged_(grammar.category("arranged-word")),
      ahead_(grammar.category("ahead-preposition")),
      mark_(grammar.category("infinitive-mark")),
      saying_(grammar.category("saying-word")) {}

bool TenseReader::is(std::uint32_t token, std::uint32_t category) const {
  const std::uint32_t word = grammar_.words().find(folded(document_.text_of(TokenId{token})));
  const auto all = grammar_.memberships(word);
  return std::any_of(all.begin(), all.end(),
                     [&](const auto& membership) { return membership.category == category; });
}

bool TenseReader::is_verb(std::uint32_t token) const {
  const Pos pos = document_.tokens[token].pos;
  return pos == Pos::verb || pos == Pos::aux;
}

std::uint32_t TenseReader::first_token_at(std::uint32_t byte) const {
  const auto found =
      std::partition_point(document_.tokens.begin(), document_.tokens.end(),
                           [&](const Token& token) { return token.span.end <= byte; });
  return static_cast<std::uint32_t>(found - document_.tokens.begin());
}

TokenRange TenseReader::sentence_around(std::uint32_t token) const {
  const auto found =
      std::partition_point(document_.sentences.begin(), document_.sentences.end(),
                           [&](const Sentence& sentence) { return sentence.tokens.last <= token; });
  if (found == document_.sentences.end()) return {token, token};
  return found->tokens;
}

ClauseTense TenseReader::around(Span timex) const {
  const std::uint32_t first = first_token_at(timex.begin);
  if (first >= document_.tokens.size()) return ClauseTense::unknown;
  const TokenRange sentence = sentence_around(first);
  const Sought earlier = before(first, sentence);
  if (earlier.found) return earlier.tense;
  return after(first_token_at(timex.end), sentence).tense;
}

TenseReader::Sought TenseReader::before(std::uint32_t token, TokenRange sentence) const {
  for (std::uint32_t i = 1; i <= kReach && token >= sentence.first + i; ++i) {
    const std::uint32_t at = token - i;
    if (is(at, plan_) && stands_beside(at, token)) return {ClauseTense::past, true};
    if (is_verb(at)) return {tense_of(at, sentence), true};
    if (is(at, plan_) && document_.tokens[at].pos != Pos::noun) return {ClauseTense::future, true};
  }
  return {};
}

// "agreed in June to", "was postponed in January": it was done then. "Scheduled for June" leads
// ahead.
bool TenseReader::stands_beside(std::uint32_t token, std::uint32_t timex) const {
  if (document_.tokens[token].features.tense != Tense::past) return false;
  for (std::uint32_t at = token + 1; at < timex; ++at)
    if (document_.tokens[at].pos != Pos::adp || is(at, ahead_)) return false;
  return true;
}

TenseReader::Sought TenseReader::after(std::uint32_t token, TokenRange sentence) const {
  for (std::uint32_t i = 0; i < kReach && token + i < sentence.last; ++i) {
    const std::uint32_t at = token + i;
    const bool group_ends = !(at + 1 < sentence.last && is_verb(at + 1));
    if (is_verb(at) && (group_ends || is(at, future_))) return {tense_of(at, sentence), true};
  }
  return {};
}

// The group's first word that tells wins: "will have been", "was to be", "has announced".
ClauseTense TenseReader::tense_of(std::uint32_t verb, TokenRange sentence) const {
  if (is(verb, future_)) return ClauseTense::future;
  if (is(verb, plan_)) return ClauseTense::future;
  ClauseTense tense = tense_of_form(verb);
  for (std::uint32_t i = 1; i <= kGroupReach && verb >= sentence.first + i; ++i) {
    const std::uint32_t at = verb - i;
    const Pos pos = document_.tokens[at].pos;
    if (is(at, mark_)) return tense_of_infinitive(at, sentence);
    if (pos != Pos::aux && pos != Pos::adv && pos != Pos::part) break;
    if (is(at, future_)) return ClauseTense::future;
    if (pos == Pos::aux && tense_of_form(at) != ClauseTense::unknown && tense != ClauseTense::past)
      tense = tense_of_form(at);
  }
  return tense;
}

ClauseTense TenseReader::tense_of_form(std::uint32_t verb) const {
  const Features features = document_.tokens[verb].features;
  if (features.tense == Tense::past) return ClauseTense::past;
  if (features.form != VerbForm::finite) return ClauseTense::unknown;
  return is(verb, saying_) ? ClauseTense::past : ClauseTense::present;
}

// "scheduled to", "plans to", "is to" lead ahead; "ordered to" leaves it open.
ClauseTense TenseReader::tense_of_infinitive(std::uint32_t mark, TokenRange sentence) const {
  for (std::uint32_t i = 1; i <= kGroupReach && mark >= sentence.first + i; ++i) {
    const std::uint32_t at = mark - i;
    if (is(at, plan_) || is(at, future_) || is(at, arranged_)) return ClauseTense::future;
    if (document_.tokens[at].pos == Pos::aux) return ClauseTense::future;
    if (is_verb(at)) break;
  }
  return ClauseTense::unknown;
}

}  // namespace dateline
