#include "importers/events/report_clauses.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::uint32_t kMaxToThat = 3;  // tokens from "argument" to "that" in "argument is that"

class NounReports {
 public:
  explicit NounReports(ReportDrafts& drafts) : drafts_(drafts), context_(drafts.context()) {}

  void add() {
    for (std::uint32_t i = 0; i < context_.document.tokens.size(); ++i)
      if (context_.at({i}).pos == Pos::noun && !add_clause({i}) && !add_equated({i}))
        add_about({i});
  }

 private:
  bool has(TokenId word, ReportWord section) const {
    return context_.lexicon.reports(context_.lower(word)).has(section);
  }

  /// "Her claim that ...", "their plan to ...".
  bool add_clause(TokenId noun) {
    const bool tells = drafts_.is(ReportWord::noun, noun);
    const bool means = drafts_.is(ReportWord::noun_plan, noun);
    if (!tells && !means) return false;
    for (const TokenId child : context_.tree.children(noun)) {
      const Relation relation = universal(context_.at(child).relation);
      if (child < noun || (relation != Relation::acl && relation != Relation::ccomp)) continue;
      const TokenRange clause = context_.tree.subtree(child);
      const bool told = tells && has({clause.first}, ReportWord::content_mark) &&
                        context_.at(child).relation != Relation::acl_relcl;
      if (!told && !(means && is_infinitive(context_, child))) continue;
      return add(noun, {noun.index, noun.index + 1}, clause, ReportForm::clause);
    }
    return false;
  }

  /// "Her argument is that ...".
  bool add_equated(TokenId noun) {
    if (!drafts_.is(ReportWord::noun, noun)) return false;
    const TokenRange sentence = context_.document.sentence_of(noun).tokens;
    const std::uint32_t end = std::min(sentence.last, noun.index + kMaxToThat + 1);
    std::uint32_t at = noun.index + 1;
    while (at < end && context_.at({at}).pos == Pos::aux) ++at;
    if (at == noun.index + 1 || at >= end || !has({at}, ReportWord::content_mark)) return false;
    return add(noun, {noun.index, at}, {at, sentence.last}, ReportForm::clause);
  }

  /// "Her criticism of the plan".
  bool add_about(TokenId noun) {
    for (const TokenId child : context_.tree.children(noun)) {
      if (child < noun) continue;
      const TokenRange phrase = context_.tree.subtree(child);
      if (phrase.first != noun.index + 1) continue;
      const std::string key = context_.lemma(noun) + "_" + context_.lower({phrase.first});
      if (!context_.lexicon.reports(key).has(ReportWord::about)) continue;
      return add(noun, {noun.index, phrase.first + 1}, {phrase.first + 1, phrase.last},
                 ReportForm::object);
    }
    return false;
  }

  /// What nobody is said to say, think or mean is no report.
  bool add(TokenId noun, TokenRange cue, TokenRange content, ReportForm form) {
    const TokenRange source = source_of(noun);
    if (source.empty() || source.overlaps(content)) return false;
    return drafts_.add(source, cue, {content}, form) != nullptr;
  }

  /// Whose it is, or who makes it: "her claim", "a call by the mayor", "she made the claim".
  TokenRange source_of(TokenId noun) const {
    for (const TokenId child : context_.tree.children(noun)) {
      TokenRange words = context_.tree.subtree(child);
      if (context_.at(child).relation == Relation::nmod_poss) {
        if (const TokenId mark = preposition_of(context_, child); mark && mark > child)
          words.last = std::min(words.last, mark.index);
        return drafts_.stripped(words);
      }
      if (child > noun && has({words.first}, ReportWord::author))
        return drafts_.stripped({words.first + 1, words.last});
    }
    const Token& token = context_.at(noun);
    const bool made = token.relation == Relation::obj && token.head && token.head < noun &&
                      context_.at(token.head).pos == Pos::verb &&
                      !drafts_.is(ReportWord::think, token.head);  // "they heard the claim"
    return made ? drafts_.source_of(token.head) : TokenRange{};
  }

  ReportDrafts& drafts_;
  const EventContext& context_;
};

}  // namespace

void add_noun_reports(ReportDrafts& drafts) { NounReports(drafts).add(); }

}  // namespace dateline
