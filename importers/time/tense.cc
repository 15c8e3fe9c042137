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
// "Then, in 1914": a time within so many words of the first still opens its sentence.
constexpr std::uint32_t kOpening = 2;

}  // namespace

TenseReader::TenseReader(const Document& document, const Grammar& grammar)
    : document_(document),
      grammar_(grammar),
      future_(grammar.category("future-word")),
      plan_(grammar.category("plan-word")),
      arranged_(grammar.category("arranged-word")),
      ahead_(grammar.category("ahead-preposition")),
      mark_(grammar.category("infinitive-mark")),
      saying_(grammar.category("saying-word")),
      awaited_(grammar.category("awaited-word")),
      condition_(grammar.category("condition-word")),
      lasting_(grammar.category("lasting-word")),
      timetable_(grammar.category("timetable-word")),
      soon_(grammar.category("soon-word")),
      onset_(grammar.category("onset-word")),
      backshift_(grammar.category("backshift-word")),
      overdue_(grammar.category("overdue-word")),
      ability_(grammar.category("ability-word")),
      sensing_(grammar.category("sensing-word")),
      still_open_(grammar.category("open-condition")),
      wanting_(grammar.category("wanting-word")),
      end_noun_(grammar.category("end-noun")),
      setting_(grammar.category("setting-word")),
      clause_verb_(grammar.category("clause-verb")) {}

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

TimexClause TenseReader::around(Span timex) const {
  const std::uint32_t first = first_token_at(timex.begin);
  if (first >= document_.tokens.size()) return {};
  const TokenRange sentence = sentence_around(first);
  const TokenRange words{first, std::max(first + 1, first_token_at(timex.end))};
  TimexClause clause;
  const Sought direct = governed(words, sentence);
  clause.hangs_on_verb = direct.found;
  clause.owns = owns(words);
  clause.lasts = lasts(words, sentence);
  clause.ends = ends(words, sentence);
  const auto verb = verb_over(words, sentence);
  clause.wants = wants(first, sentence) || (verb && awaits(*verb, sentence));
  clause.was_planned =
      (verb && was_planned(*verb, sentence)) || was_planned_before(first, sentence);
  clause.looks_back = verb && looks_back(*verb, sentence);
  clause.was_meant = verb && was_meant(*verb);
  clause.opens_sentence = first <= sentence.first + kOpening;
  const Sought earlier = direct.found ? direct : before(first, sentence);
  clause.tense = earlier.found ? earlier.tense : after(first_token_at(timex.end), sentence).tense;
  return clause;
}

bool TenseReader::in_one_sentence(Span earlier, Span later) const {
  const std::uint32_t first = first_token_at(earlier.begin), last = first_token_at(later.begin);
  return last < document_.tokens.size() && sentence_around(first).contains(TokenId{last});
}

bool TenseReader::follows_counted(Span timex) const {
  const std::uint32_t first = first_token_at(timex.begin);
  if (first >= document_.tokens.size() || first == sentence_around(first).first) return false;
  const Pos pos = document_.tokens[first - 1].pos;
  return pos == Pos::noun || pos == Pos::num || pos == Pos::sym;
}

bool TenseReader::opens_clause(Span timex) const {
  const std::uint32_t first = first_token_at(timex.begin);
  if (first >= document_.tokens.size() || document_.tokens[first].pos != Pos::sconj) return false;
  if (first == sentence_around(first).first) return false;
  return !is_verb(first - 1) || is(first - 1, clause_verb_);  // not "published that June"
}

bool TenseReader::begins_name(Span timex) const {
  const std::uint32_t first = first_token_at(timex.begin), after = first_token_at(timex.end);
  const std::uint32_t count = static_cast<std::uint32_t>(document_.tokens.size());
  if (after >= count || after != first + 1) return false;
  const TokenRange sentence = sentence_around(first);
  if (after >= sentence.last || document_.tokens[after].pos != Pos::propn) return false;
  if (document_.tokens[first].pos != Pos::propn) return false;
  if (first == sentence.first)
    return document_.tokens[after].head.index == first ||
           document_.tokens[first].head.index == after;
  switch (document_.tokens[first - 1].pos) {
    case Pos::adp:
    case Pos::det:
    case Pos::adj:
    case Pos::adv:
    case Pos::num:
    case Pos::part:
    case Pos::pron:
      return false;
    default:
      return document_.tokens[after].head.index == first ||
             document_.tokens[first].head.index == after;
  }
}

bool TenseReader::owns(TokenRange timex) const {
  for (std::uint32_t at = timex.first; at < timex.last && at < document_.tokens.size(); ++at)
    if (document_.tokens[at].relation == Relation::nmod_poss) return true;
  // The clitic after it: "Tuesday's".
  return timex.last < document_.tokens.size() && document_.tokens[timex.last].pos == Pos::part &&
         document_.tokens[timex.last].span.begin == document_.tokens[timex.last - 1].span.end;
}

TenseReader::Sought TenseReader::governed(TokenRange timex, TokenRange sentence) const {
  if (is_announced(timex.first, sentence)) return {ClauseTense::future, true};
  const auto verb = verb_over(timex, sentence);
  if (!verb) return {};
  if (is(*verb, plan_) && !is(*verb, awaited_) &&
      (stands_beside(*verb, timex.first) || was_done(*verb, timex.first)))
    return {ClauseTense::past, true};
  const ClauseTense own = tense_of(*verb, sentence);
  return {serves_a_future(*verb, own, sentence) ? ClauseTense::future : own, true};
}

// "A pact effective June 1", "as soon as Tuesday".
bool TenseReader::is_announced(std::uint32_t timex, TokenRange sentence) const {
  if (timex < sentence.first + 1) return false;
  const Token& before = document_.tokens[timex - 1];
  if (before.pos == Pos::adj && is(timex - 1, plan_)) return true;
  if (timex < sentence.first + 3 || !is(timex - 2, soon_)) return false;
  return folded(document_.text_of(TokenId{timex - 1})) ==
         folded(document_.text_of(TokenId{timex - 3}));
}

// "Will stay shut through Friday", "would be sent home without pay from Friday": a verb that tells
// no tense of its own has that of the verbs over it, if these lead ahead.
bool TenseReader::serves_a_future(std::uint32_t verb, ClauseTense own, TokenRange sentence) const {
  constexpr int kClimb = 3;
  for (int i = 0; i < kClimb; ++i) {
    const Token& token = document_.tokens[verb];
    if (own != ClauseTense::unknown && token.relation != Relation::xcomp) return false;
    if (!token.head || !sentence.contains(token.head) || !is_verb(token.head.index)) return false;
    verb = token.head.index;
    own = tense_of(verb, sentence);
    if (own == ClauseTense::future) return true;
  }
  return false;
}

// The verb that the time itself hangs on, as the parser has it; a time in a noun phrase has none.
std::optional<std::uint32_t> TenseReader::verb_over(TokenRange timex, TokenRange sentence) const {
  for (std::uint32_t at = timex.first; at < timex.last && at < sentence.last; ++at) {
    const TokenId head = document_.tokens[at].head;
    if (!head || timex.contains(head)) continue;
    const bool found = sentence.contains(head) && is_verb(head.index) && heads_clause(head.index);
    if (found && is(head.index, onset_)) return head.index;
    return found ? std::optional(completed_by(head.index, sentence)) : std::nullopt;
  }
  return std::nullopt;
}

// "will stay shut", "would keep it running": the verb that has the tense. An infinitive has its
// own.
std::uint32_t TenseReader::completed_by(std::uint32_t verb, TokenRange sentence) const {
  const Token& token = document_.tokens[verb];
  if (token.relation != Relation::xcomp || !token.head || token.head.index >= verb) return verb;
  for (std::uint32_t at = token.head.index + 1; at < verb; ++at)
    if (document_.tokens[at].pos == Pos::part || document_.tokens[at].pos == Pos::aux) return verb;
  return sentence.contains(token.head) && is_verb(token.head.index) ? token.head.index : verb;
}

// "kept going until Friday", "until Thursday they had not called".
bool TenseReader::lasts(TokenRange timex, TokenRange sentence) const {
  const auto verb = verb_over(timex, sentence);
  if (!verb) return false;
  if (is(*verb, lasting_)) return true;
  for (std::uint32_t i = 1; i <= kGroupReach && *verb >= sentence.first + i; ++i) {
    const Token& before = document_.tokens[*verb - i];
    if (before.head.index == *verb && before.relation == Relation::aux &&
        before.features.tense == Tense::past && !is(*verb - i, future_))
      return document_.tokens[*verb].features.form == VerbForm::participle;
  }
  return false;
}

// "Demanded a sale by May", "demanded that they be freed by May": what is wanted has no tense.
bool TenseReader::wants(std::uint32_t timex, TokenRange sentence) const {
  for (std::uint32_t i = 1; i <= kReach && timex >= sentence.first + i; ++i) {
    if (!is_verb(timex - i)) continue;
    if (is(timex - i, wanting_)) return true;
    const Features form = document_.tokens[timex - i].features;
    const bool goes_on = form.form == VerbForm::gerund ||
                         (form.form == VerbForm::participle && form.tense == Tense::present);
    const bool passive = timex - i > sentence.first && is_bare(timex - i - 1);
    if (!is_bare(timex - i) && !passive && !goes_on) return false;
  }
  return false;
}

// "Lay", "be": the form without tense.
bool TenseReader::is_bare(std::uint32_t verb) const {
  const Token& token = document_.tokens[verb];
  return is_verb(verb) && token.features.tense == Tense::none &&
         folded(document_.text_of(TokenId{verb})) == folded(token.lemma);
}

// "If it has not been paid by June 30": a condition in the perfect waits for what is to come.
bool TenseReader::awaits(std::uint32_t verb, TokenRange sentence) const {
  if (!opens_with_condition(verb, sentence)) return false;
  for (std::uint32_t i = 1; i <= kGroupReach && verb >= sentence.first + i; ++i) {
    const Token& token = document_.tokens[verb - i];
    if (token.pos == Pos::aux && token.head.index == verb &&
        token.features.form == VerbForm::finite && token.features.tense == Tense::present)
      return document_.tokens[verb].features.form == VerbForm::participle;
  }
  return false;
}

// A deadline that is set lies ahead; one that was missed or met does not.
bool TenseReader::ends(TokenRange timex, TokenRange sentence) const {
  const bool after = timex.first >= sentence.first + 2 &&
                     document_.tokens[timex.first - 1].pos == Pos::adp &&
                     is(timex.first - 2, end_noun_);
  const bool before = timex.last < sentence.last && is(timex.last, end_noun_);
  if (!after && !before) return false;
  for (std::uint32_t i = 1; i <= kReach && timex.first >= sentence.first + i; ++i)
    if (is_verb(timex.first - i)) return is(timex.first - i, setting_);
  return false;
}

// What the tagger calls a verb and the parser a noun's place is none: "his top aides Wednesday".
bool TenseReader::heads_clause(std::uint32_t verb) const {
  switch (universal(document_.tokens[verb].relation)) {
    case Relation::obl:
    case Relation::obj:
    case Relation::iobj:
    case Relation::nmod:
    case Relation::nsubj:
    case Relation::compound:
    case Relation::amod:
      return false;
    default:
      return true;
  }
}

TenseReader::Sought TenseReader::before(std::uint32_t token, TokenRange sentence) const {
  for (std::uint32_t i = 1; i <= kReach && token >= sentence.first + i; ++i) {
    const std::uint32_t at = token - i;
    if (is(at, plan_) && !is(at, awaited_) && stands_beside(at, token))
      return {ClauseTense::past, true};
    if (is_verb(at) && heads_clause(at)) return {tense_of(at, sentence), true};
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

// "A debate planned for May 3", "the vote was planned for May 3".
bool TenseReader::was_planned(std::uint32_t verb, TokenRange sentence) const {
  const Token& token = document_.tokens[verb];
  if (token.features.tense != Tense::past || token.features.form != VerbForm::participle)
    return false;
  if (token.relation == Relation::acl) return true;
  if (!is(verb, awaited_)) return false;
  for (std::uint32_t i = 1; i <= kGroupReach && verb >= sentence.first + i; ++i) {
    const Token& before = document_.tokens[verb - i];
    if (before.relation == Relation::aux_pass && before.head.index == verb)
      return before.features.tense == Tense::past && before.features.form == VerbForm::finite;
  }
  return false;
}

// "Was due to open on May 1", "was supposed to be ready by May 1".
bool TenseReader::was_planned_before(std::uint32_t timex, TokenRange sentence) const {
  for (std::uint32_t i = 1; i <= kReach && timex >= sentence.first + i; ++i) {
    const std::uint32_t at = timex - i;
    if (document_.tokens[at].pos == Pos::punct) return false;
    if (!is(at, plan_) && !is(at, awaited_)) continue;
    if (at == sentence.first) return false;
    const Token& before = document_.tokens[at - 1];
    if (before.pos != Pos::aux || before.features.form != VerbForm::finite) continue;
    return before.features.tense == Tense::past;
  }
  return false;
}

// "Postponed the trial on Monday": only words like "until" would lead ahead.
bool TenseReader::was_done(std::uint32_t verb, std::uint32_t timex) const {
  const Features features = document_.tokens[verb].features;
  return features.form == VerbForm::finite && features.tense == Tense::past && timex > verb &&
         !is(timex - 1, ahead_);
}

TenseReader::Sought TenseReader::after(std::uint32_t token, TokenRange sentence) const {
  for (std::uint32_t i = 0; i < kReach && token + i < sentence.last; ++i) {
    const std::uint32_t at = token + i;
    const bool group_ends = !(at + 1 < sentence.last && is_verb(at + 1));
    if (is_verb(at) && heads_clause(at) && (group_ends || is(at, future_)))
      return {tense_of(at, sentence), true};
  }
  return {};
}

// The group's first word that tells wins: "will have been", "was to be", "has announced".
ClauseTense TenseReader::tense_of(std::uint32_t verb, TokenRange sentence) const {
  if (is(verb, future_)) return ClauseTense::future;
  if (is(verb, plan_) || is(verb, awaited_))
    return is_past_perfect(verb, sentence) ? ClauseTense::past : ClauseTense::future;
  ClauseTense tense = tense_of_form(verb);
  for (std::uint32_t i = 1; i <= kGroupReach && verb >= sentence.first + i; ++i) {
    const std::uint32_t at = verb - i;
    const Pos pos = document_.tokens[at].pos;
    if (is(at, mark_)) return tense_of_infinitive(at, verb, sentence);
    if (pos != Pos::aux && pos != Pos::adv && pos != Pos::part) break;
    if (is(at, overdue_) && is_perfect(verb, at)) return ClauseTense::past;
    if (is(at, future_) || (is(at, ability_) && is_possible_yet(at, verb)))
      return ClauseTense::future;
    const bool passive = document_.tokens[at].relation == Relation::aux_pass;  // "is heard"
    if (pos == Pos::aux && tense_of_form(at) != ClauseTense::unknown &&
        (passive || tense != ClauseTense::past))
      tense = tense_of_form(at);
  }
  if (tense == ClauseTense::past && is_shifted_back(verb, sentence)) return ClauseTense::future;
  if (tense != ClauseTense::past && has_word(verb, future_, sentence))
    return ClauseTense::future;  // "will the ship sail"
  return tense == ClauseTense::present && opens_with_condition(verb, sentence) ? ClauseTense::future
                                                                               : tense;
}

// "Threatened to leave if the talks failed by Friday": the past of a condition for what was then to
// come. "If they had failed" is of what did not come.
bool TenseReader::is_shifted_back(std::uint32_t verb, TokenRange sentence) const {
  const TokenId over = document_.tokens[verb].head;
  if (!over || !is_verb(over.index) || !has_word(verb, still_open_, sentence)) return false;
  for (std::uint32_t i = 1; i <= kGroupReach && verb >= sentence.first + i; ++i) {
    const Token& before = document_.tokens[verb - i];
    if (before.relation == Relation::aux && before.head.index == verb &&
        document_.tokens[verb].features.form == VerbForm::participle)
      return false;
  }
  if (has_word(over.index, mark_, sentence) || has_word(over.index, backshift_, sentence))
    return true;
  for (std::uint32_t at = over.index + 1; at < verb; ++at)
    if (is_verb(at) && document_.tokens[at].head == over && has_word(at, mark_, sentence))
      return true;
  return false;
}

// "Should have been": the verb and its auxiliary after the modal.
bool TenseReader::is_perfect(std::uint32_t verb, std::uint32_t modal) const {
  const Features features = document_.tokens[verb].features;
  if (features.form != VerbForm::participle || features.tense != Tense::past) return false;
  for (std::uint32_t at = modal + 1; at < verb; ++at)
    if (document_.tokens[at].pos == Pos::aux && document_.tokens[at].relation == Relation::aux)
      return true;
  return false;
}

// Not denied, not perceived, and not perfect: "could have closed".
bool TenseReader::is_possible_yet(std::uint32_t ability, std::uint32_t verb) const {
  for (std::uint32_t at = ability + 1; at < verb; ++at) {
    const Token& between = document_.tokens[at];
    if (between.pos == Pos::part) return false;
    if (between.pos == Pos::aux && between.relation == Relation::aux &&
        document_.tokens[verb].features.form == VerbForm::participle)
      return false;
  }
  return !is(verb, sensing_);
}

// Whether a word of the category hangs on a verb, before it.
bool TenseReader::has_word(std::uint32_t verb, std::uint32_t category, TokenRange sentence) const {
  for (std::uint32_t i = 1; i <= kReach && verb >= sentence.first + i; ++i) {
    const TokenId head = document_.tokens[verb - i].head;
    if (head && head.index == verb && is(verb - i, category)) return true;
  }
  return false;
}

// "when the case is heard in May"; not in what is told in the past.
bool TenseReader::opens_with_condition(std::uint32_t verb, TokenRange sentence) const {
  const TokenId over = document_.tokens[verb].head;
  if (over && is_verb(over.index) && tense_of_form(over.index) == ClauseTense::past) return false;
  for (std::uint32_t i = 1; i <= kReach && verb >= sentence.first + i; ++i) {
    const Token& token = document_.tokens[verb - i];
    if (token.head.index == verb && token.head && is(verb - i, condition_)) return true;
  }
  return false;
}

// "had been due": it was expected then, and is no more.
bool TenseReader::is_past_perfect(std::uint32_t verb, TokenRange sentence) const {
  return verb >= sentence.first + 2 && document_.tokens[verb - 1].pos == Pos::aux &&
         document_.tokens[verb - 1].features.form == VerbForm::participle &&
         document_.tokens[verb - 2].pos == Pos::aux &&
         document_.tokens[verb - 2].features.tense == Tense::past;
}

// "Had begun in 1961", "had been begun".
bool TenseReader::looks_back(std::uint32_t verb, TokenRange sentence) const {
  const Features own = document_.tokens[verb].features;
  if (own.form != VerbForm::participle || own.tense != Tense::past) return false;
  for (std::uint32_t i = 1; i <= kGroupReach && verb >= sentence.first + i; ++i) {
    const Token& before = document_.tokens[verb - i];
    if (before.pos != Pos::aux && before.pos != Pos::adv && before.pos != Pos::part) return false;
    if (before.relation == Relation::aux && before.features.form == VerbForm::finite)
      return before.features.tense == Tense::past;
  }
  return false;
}

// "A summit set for April", "was planned for April".
bool TenseReader::was_meant(std::uint32_t verb) const {
  const Features own = document_.tokens[verb].features;
  const bool meant = is(verb, awaited_) || is(verb, arranged_) || is(verb, plan_);
  return meant && own.form == VerbForm::participle && own.tense == Tense::past;
}

ClauseTense TenseReader::tense_of_form(std::uint32_t verb) const {
  const Features features = document_.tokens[verb].features;
  if (features.tense == Tense::past) return ClauseTense::past;
  // "Call me on Monday".
  const bool bids = features.form == VerbForm::finite && features.tense == Tense::none &&
                    document_.tokens[verb].pos == Pos::verb &&
                    document_.tokens[verb].relation == Relation::root;
  if (bids) return ClauseTense::future;
  if (features.form != VerbForm::finite || features.tense != Tense::present)
    return ClauseTense::unknown;
  if (is(verb, timetable_)) return ClauseTense::future;
  return is(verb, saying_) ? ClauseTense::past : ClauseTense::present;
}

// "scheduled to", "plans to", "is to" lead ahead; "ordered to" leaves it open.
ClauseTense TenseReader::tense_of_infinitive(std::uint32_t mark, std::uint32_t verb,
                                             TokenRange sentence) const {
  // "guidelines to be published in November".
  const Token& token = document_.tokens[verb];
  if (token.relation == Relation::acl && token.features.form == VerbForm::participle)
    return ClauseTense::future;
  for (std::uint32_t i = 1; i <= kGroupReach && mark >= sentence.first + i; ++i) {
    const std::uint32_t at = mark - i;
    if (is(at, plan_) || is(at, awaited_))
      return is_past_perfect(at, sentence) ? ClauseTense::past : ClauseTense::future;
    if (is(at, future_) || is(at, arranged_)) return ClauseTense::future;
    if (document_.tokens[at].pos == Pos::aux) return ClauseTense::future;
    if (is_verb(at)) break;
  }
  return ClauseTense::unknown;
}

}  // namespace dateline
