#include "importers/events/report_clauses.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr int kMaxPhraseHeads = 4;  // from a source phrase to its clause
constexpr int kMaxReasons = 3;      // phrases after an object that belong to what is said of it

class ClauseReports {
 public:
  explicit ClauseReports(ReportDrafts& drafts) : drafts_(drafts), context_(drafts.context()) {}

  void add() {
    for (std::uint32_t i = 0; i < context_.document.tokens.size(); ++i) {
      const Pos pos = context_.at({i}).pos;
      if (pos == Pos::verb) add_verb({i});
      if (pos == Pos::adj || pos == Pos::verb) add_adjective({i});
      if (may_be_source_word(pos) && context_.lexicon.is_source_word(context_.lower({i})))
        add_source_phrase({i});
    }
  }

 private:
  static bool may_be_source_word(Pos pos) {
    return pos == Pos::adp || pos == Pos::verb || pos == Pos::sconj || pos == Pos::adv;
  }

  void add_verb(TokenId verb) {
    switch (context_.at(verb).relation) {
      case Relation::amod:
      case Relation::case_:
      case Relation::mark:
      case Relation::compound:
      case Relation::fixed:
        return;
      default:
        break;
    }
    if (add_said(verb) || add_planned(verb) || add_taken_for(verb) || add_about(verb)) return;
    const TokenId object = object_of(context_, verb);
    if (object && object > verb && drafts_.is(ReportWord::object, verb))
      drafts_.add(drafts_.source_of(verb), cue(verb), {with_reason(context_.tree.subtree(object))},
                  ReportForm::object);
  }

  /// "Cited the audit as a reason", "mocked him for his hat": phrases right after the object that
  /// belong to what is said of it.
  TokenRange with_reason(TokenRange words) const {
    const TokenRange sentence = context_.document.sentence_of({words.first}).tokens;
    for (int phrases = 0; phrases < kMaxReasons && words.last < sentence.last; ++phrases) {
      const TokenId opener{words.last};
      const TokenId head = context_.at(opener).head;
      if (!context_.lexicon.reports(context_.lower(opener)).has(ReportWord::reason)) break;
      if (!head || head < opener || inside_timex(context_, head)) break;
      words.last = std::min(sentence.last, context_.tree.subtree(head).last);
    }
    return words;
  }

  static TokenRange cue(TokenId verb) { return {verb.index, verb.index + 1}; }

  bool add_said(TokenId verb) {
    const bool says = drafts_.is(ReportWord::say, verb);
    if (!says && !drafts_.is(ReportWord::think, verb)) return false;
    std::vector<TokenRange> contents;
    bool follows = false;
    for (const TokenId child : context_.tree.children(verb)) {
      if (context_.at(child).relation != Relation::ccomp) continue;
      follows |= child > verb;
      const TokenRange clause = context_.tree.subtree(child);
      for (const TokenRange part : without(clause, saying(verb))) contents.push_back(part);
    }
    if (contents.empty()) return false;
    if (context_.at(verb).relation == Relation::parataxis && says && !follows) return false;
    return drafts_.add(drafts_.source_of(verb), cue(verb), contents, ReportForm::clause) != nullptr;
  }

  /// "The plan, she said, is dead": the words of saying in the midst of what is said.
  TokenRange saying(TokenId verb) const {
    TokenRange words = cue(verb);
    if (const TokenId subject = context_.tree.child(verb, Relation::nsubj)) {
      const TokenRange phrase = context_.tree.subtree(subject);
      words = {std::min(words.first, phrase.first), std::max(words.last, phrase.last)};
    }
    return words;
  }

  bool add_planned(TokenId verb) {
    const TokenId meant = context_.tree.child(verb, Relation::xcomp);
    if (!meant || meant < verb || context_.at(meant).pos != Pos::verb) return false;
    if (!drafts_.is(ReportWord::plan, verb)) return false;
    TokenRange words = context_.tree.subtree(meant);
    const TokenId whom = object_of(context_, verb);  // "urged the mayor to resign"
    if (whom && whom > verb && whom < meant) words.first = context_.tree.subtree(whom).first;
    for (const TokenId child : context_.tree.children(verb))
      if (child > meant && is_bare_infinitive(child))
        words.last = context_.tree.subtree(child).last;
    return drafts_.add(drafts_.source_of(verb), cue(verb), {words}, ReportForm::clause) != nullptr;
  }

  /// "Wants to widen the port, dredge the bay and hire pilots": trees hang them on the verb above.
  bool is_bare_infinitive(TokenId verb) const {
    const Token& token = context_.at(verb);
    const Relation relation = universal(token.relation);
    return token.pos == Pos::verb && token.features.form == VerbForm::infinitive &&
           (relation == Relation::conj || relation == Relation::parataxis) &&
           !context_.tree.has(verb, Relation::nsubj);
  }

  bool opens_with(ReportWord section, TokenId phrase) const {
    return std::ranges::any_of(context_.tree.children(phrase), [&](TokenId child) {
      return context_.lexicon.reports(context_.lower(child)).has(section);
    });
  }

  bool add_taken_for(TokenId verb) {
    if (!drafts_.is(ReportWord::as, verb)) return false;
    TokenRange words;
    for (const TokenId child : context_.tree.children(verb)) {
      const Relation relation = universal(context_.at(child).relation);
      const bool part = relation == Relation::obj || relation == Relation::iobj ||
                        relation == Relation::xcomp || relation == Relation::advcl ||
                        relation == Relation::ccomp ||
                        (relation == Relation::obl && opens_with(ReportWord::as_mark, child));
      if (child < verb || !part) continue;
      const TokenRange phrase = context_.tree.subtree(child);
      words = words.empty() ? phrase
                            : TokenRange{std::min(words.first, phrase.first),
                                         std::max(words.last, phrase.last)};
    }
    if (words.empty() || words.contains(verb)) return false;
    return drafts_.add(drafts_.source_of(verb), cue(verb), {with_reason(words)},
                       ReportForm::object) != nullptr;
  }

  bool add_about(TokenId verb) {
    if (!context_.tree.has(verb, Relation::obl)) return false;
    const std::string lemma = drafts_.key(verb);
    for (const TokenId child : context_.tree.children(verb)) {
      if (child < verb || universal(context_.at(child).relation) != Relation::obl) continue;
      const TokenId preposition = preposition_of(context_, child);
      if (!preposition) continue;
      if (!context_.lexicon.reports(lemma + "_" + context_.lower(preposition))
               .has(ReportWord::about))
        continue;
      const TokenRange phrase = context_.tree.subtree(child);
      return drafts_.add(drafts_.source_of(verb), {verb.index, preposition.index + 1},
                         {with_reason({preposition.index + 1, phrase.last})},
                         ReportForm::object) != nullptr;
    }
    return false;
  }

  /// "Is confident that", "were determined to", "are convinced of".
  void add_adjective(TokenId word) {
    if (drafts_.with_cue(word)) return;
    const bool participle = context_.at(word).pos == Pos::verb;
    const ReportSections sections = context_.lexicon.reports(context_.lower(word));
    const TokenId subject = subject_of(context_, word).token;
    if (!subject || subject > word || (participle && !is_passive(context_, word))) return;
    const TokenRange source = drafts_.stripped(before(context_.tree.subtree(subject), word));
    for (const TokenId child : context_.tree.children(word)) {
      if (child < word) continue;
      const Relation relation = universal(context_.at(child).relation);
      const TokenRange phrase = context_.tree.subtree(child);
      const bool clause =
          relation == Relation::ccomp || relation == Relation::xcomp || relation == Relation::advcl;
      if (clause && sections.has(ReportWord::adjective) && phrase.first == word.index + 1) {
        drafts_.add(source, cue(word), {phrase}, ReportForm::clause);
        return;
      }
      const std::string key = context_.lower(word) + "_" + context_.lower({phrase.first});
      if (!context_.lexicon.reports(key).has(ReportWord::about)) continue;
      drafts_.add(source, {word.index, phrase.first + 1}, {{phrase.first + 1, phrase.last}},
                  ReportForm::object);
      return;
    }
  }

  static TokenRange before(TokenRange words, TokenId word) {
    words.last = std::min(words.last, word.index);
    return words;
  }

  /// "According to the police": the noun that the word stands before, and the clause around it.
  void add_source_phrase(TokenId word) {
    const Token& token = context_.at(word);
    TokenId noun = token.relation == Relation::case_ ? token.head : TokenId{};
    if (!noun) noun = context_.tree.child(word, Relation::obl);
    if (!noun || noun < word) return;
    const TokenId over = token.relation == Relation::case_ ? context_.at(noun).head : token.head;
    const TokenRange phrase{word.index, context_.tree.subtree(noun).last};
    std::uint32_t begin = word.index + 1;
    while (begin < noun.index && context_.at({begin}).pos == Pos::adp) ++begin;
    const TokenRange sentence = context_.document.sentence_of(word).tokens;
    const bool at_end =
        phrase.first - sentence.first <= 1 || phrase.last + 1 >= sentence.last || !over;
    const TokenRange clause = at_end ? sentence : context_.tree.subtree(clause_over(over));
    drafts_.add(drafts_.stripped({begin, phrase.last}), {word.index, begin},
                without(clause, phrase), ReportForm::phrase);
  }

  TokenId clause_over(TokenId token) const {
    for (int step = 0; step < kMaxPhraseHeads; ++step) {
      const Token& here = context_.at(token);
      const Relation relation = universal(here.relation);
      if (here.pos == Pos::verb || !here.head || relation == Relation::ccomp ||
          relation == Relation::conj || relation == Relation::parataxis)
        break;
      token = here.head;
    }
    return token;
  }

  ReportDrafts& drafts_;
  const EventContext& context_;
};

}  // namespace

void add_clause_reports(ReportDrafts& drafts) { ClauseReports(drafts).add(); }

}  // namespace dateline
