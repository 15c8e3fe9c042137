#include "importers/events/report_drafts.h"

#include <algorithm>

#include "importers/nlp/quotation_marks.h"

namespace dateline {
namespace {

constexpr int kMaxNounsOver = 4;         // from a noun up to the verb of its clause
constexpr std::uint32_t kMaxToName = 8;  // tokens from a verb to the head of the name after it

bool may_name(Pos pos) {
  return pos == Pos::propn || pos == Pos::pron || pos == Pos::noun || pos == Pos::det;
}

bool is_function_word(Pos pos) { return pos == Pos::aux || pos == Pos::adv || pos == Pos::part; }

}  // namespace

std::vector<TokenRange> without(TokenRange range, TokenRange hole) {
  if (!range.overlaps(hole)) return {range};
  std::vector<TokenRange> left;
  if (range.first < hole.first) left.push_back({range.first, hole.first});
  if (hole.last < range.last) left.push_back({hole.last, range.last});
  return left;
}

ReportDrafts::ReportDrafts(const EventContext& context, std::vector<TokenRange> quoted)
    : context_(context),
      quoted_(std::move(quoted)),
      of_cue_(context.document.tokens.size(), Id<int>::kNone),
      sections_(context.document.tokens.size()) {
  for (std::uint32_t i = 0; i < sections_.size(); ++i) {
    const Pos pos = context.at({i}).pos;
    if (pos == Pos::verb || pos == Pos::adj) sections_[i] = context.lexicon.reports(key({i}));
    if (pos == Pos::noun) sections_[i] = context.lexicon.reports(context.lemma({i}));
  }
}

ReportDrafts::Draft* ReportDrafts::with_cue(TokenId token) {
  const std::uint32_t draft = of_cue_[token.index];
  return draft == Id<int>::kNone ? nullptr : &drafts_[draft];
}

ReportDrafts::Draft* ReportDrafts::add(TokenRange source, TokenRange cue,
                                       std::vector<TokenRange> contents, ReportForm form) {
  Draft draft;
  draft.form = form;
  while (!source.empty() && context_.at({source.first}).pos == Pos::adp) ++source.first;
  draft.report.source = source;
  draft.report.cue = cue;
  for (const TokenRange content : contents)
    if (const TokenRange words = stripped(content); !words.empty())
      draft.report.contents.push_back(words);
  if (draft.report.contents.empty()) return nullptr;
  for (std::uint32_t i = cue.first; i < cue.last; ++i)
    if (of_cue_[i] == Id<int>::kNone) of_cue_[i] = static_cast<std::uint32_t>(drafts_.size());
  drafts_.push_back(std::move(draft));
  return &drafts_.back();
}

bool ReportDrafts::inside_quotation(TokenId token) const {
  const auto after = std::ranges::upper_bound(quoted_, token.index, {}, &TokenRange::first);
  return after != quoted_.begin() && std::prev(after)->contains(token);
}

std::string ReportDrafts::key(TokenId verb) const {
  const TokenId particle = context_.tree.child_exactly(verb, Relation::compound_prt);
  const std::string lemma = context_.lemma(verb);
  return particle ? lemma + "_" + context_.lower(particle) : lemma;
}

TokenRange ReportDrafts::stripped(TokenRange range) const {
  const auto falls = [&](std::uint32_t token) {
    return is_mark({token}) &&
           quotation_mark(context_.document.text_of({token})) == QuotationMark::none;
  };
  while (range.last > range.first && falls(range.last - 1)) --range.last;
  while (range.first < range.last && falls(range.first)) ++range.first;
  return range;
}

TokenRange ReportDrafts::with_marks(TokenRange quotation) const {
  const auto n = static_cast<std::uint32_t>(context_.document.tokens.size());
  const bool closed =
      quotation.last < n &&
      quotation_mark(context_.document.text_of({quotation.last})) != QuotationMark::none;
  return {quotation.first - 1, quotation.last + (closed ? 1 : 0)};
}

TokenRange ReportDrafts::source_of(TokenId verb) const {
  if (const TokenId over = clause_over_gerund(verb)) verb = over;
  if (const TokenId agent = context_.tree.child_exactly(verb, Relation::obl_agent)) {
    TokenRange words = context_.tree.subtree(agent);
    if (const TokenId by = preposition_of(context_, agent); by && by.index == words.first)
      ++words.first;
    return stripped(words);
  }
  Subject subject = subject_of(context_, verb);
  if (!subject.token) return pronoun_before(verb);
  if (subject.passive) return {};
  TokenRange words = context_.tree.subtree(subject.token);
  if (!words.contains(verb)) return stripped(words);
  // "An architect who said": the noun with the pronoun.
  words.last = std::min(verb.index, context_.tree.subtree(verb).first);
  if (const TokenId who = context_.tree.child(verb, Relation::nsubj); who && who < verb)
    words.last = std::max(words.last, who.index + 1);
  words.last = std::max(words.last, subject.token.index + 1);
  return stripped({std::min(words.first, subject.token.index), words.last});
}

/// "She met the mayor of Zell, saying ...": what a gerund after a comma says is said by whom the
/// clause is about, though the tree hangs it on the noun before.
TokenId ReportDrafts::clause_over_gerund(TokenId verb) const {
  const Token& token = context_.at(verb);
  const bool gerund =
      token.features.form == VerbForm::gerund ||
      (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
  if (!gerund || verb.index == 0 || universal(token.relation) != Relation::acl) return {};
  if (context_.document.text_of({verb.index - 1}) != ",") return {};
  TokenId over = token.head;
  for (int step = 0; over && step < kMaxNounsOver && context_.at(over).pos != Pos::verb; ++step)
    over = context_.at(over).head;
  return over && context_.at(over).pos == Pos::verb && over < verb ? over : TokenId{};
}

TokenRange ReportDrafts::neighbour_of(TokenId verb) const {
  const auto n = static_cast<std::uint32_t>(context_.document.tokens.size());
  const std::uint32_t after = verb.index + 1;
  if (after < n && may_name(context_.at({after}).pos) && !inside_timex(context_, {after})) {
    TokenId head{after};
    for (TokenId up = context_.at(head).head; up && up > verb && up.index - verb.index < kMaxToName;
         up = context_.at(head).head)
      head = up;
    return stripped({after, std::max(context_.tree.subtree(head).last, after + 1)});
  }
  const std::uint32_t before = verb.index - 1;
  if (verb.index == 0 || !may_name(context_.at({before}).pos)) return {};
  return stripped({context_.tree.subtree({before}).first, verb.index});
}

TokenRange ReportDrafts::pronoun_before(TokenId verb) const {
  const std::uint32_t begin = context_.document.sentence_of(verb).tokens.first;
  std::uint32_t at = verb.index;
  while (at > begin && is_function_word(context_.at({at - 1}).pos)) --at;
  if (at == begin) return {};
  const bool known = context_.lexicon.reports(context_.lower({at - 1})).has(ReportWord::pronoun);
  return known ? TokenRange{at - 1, at} : TokenRange{};
}

}  // namespace dateline
