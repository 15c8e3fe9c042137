#include <algorithm>

#include "importers/events/report_clauses.h"
#include "importers/nlp/quotation_marks.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMaxToAside = 14;      // tokens from the comma to the verb of saying
constexpr std::uint32_t kMaxToQuotation = 40;  // tokens from a quotation to the verb, title and all

/// "..., she said on Monday, ...".
struct Aside {
  TokenId verb;
  TokenRange words;  ///< after the mark before it, up to the mark after it
  TokenRange source;
};

class AsideReports {
 public:
  explicit AsideReports(ReportDrafts& drafts) : drafts_(drafts), context_(drafts.context()) {}

  void add() {
    for (std::uint32_t i = 0; i < context_.document.tokens.size(); ++i)
      if (const Aside aside = aside_at({i}); aside.verb) add(aside);
  }

 private:
  TokenRange sentence_of(TokenId token) const {
    return context_.document.sentence_of(token).tokens;
  }
  bool is_comma(std::uint32_t token) const { return context_.document.text_of({token}) == ","; }

  Aside aside_at(TokenId verb) const {
    if (context_.at(verb).pos != Pos::verb || !drafts_.is(ReportWord::aside, verb)) return {};
    if (drafts_.inside_quotation(verb)) return {};
    const TokenRange sentence = sentence_of(verb);
    std::uint32_t begin = verb.index;
    while (begin > sentence.first && !drafts_.is_mark({begin - 1}) &&
           verb.index - begin < kMaxToAside)
      --begin;
    if (begin == sentence.first || verb.index - begin >= kMaxToAside) return {};
    const bool after_quotation =
        quotation_mark(context_.document.text_of({begin - 1})) != QuotationMark::none;
    if (!is_comma(begin - 1) && !after_quotation) return {};
    const Pos opener = context_.at({begin}).pos;
    if (opener == Pos::cconj || opener == Pos::sconj ||
        context_.lexicon.reports(context_.lower({begin})).has(ReportWord::relative))
      return {};
    Aside aside{verb, {begin, begin}, source_in({begin, sentence.last}, verb)};
    if (aside.source.empty()) return {};
    std::uint32_t end = std::max(verb.index + 1, aside.source.last);
    const std::uint32_t tail = end;
    while (end < sentence.last && !drafts_.is_mark({end})) ++end;
    aside.words.last = end;
    const bool says_on = aside.source.first < verb.index && tells({tail, end});
    return says_on ? Aside{} : aside;
  }

  /// Before the verb ("the mayor has said"), or right after it ("said the mayor").
  TokenRange source_in(TokenRange aside, TokenId verb) const {
    std::uint32_t end = verb.index;
    const auto helps = [&](std::uint32_t token) {
      const Pos pos = context_.at({token}).pos;
      return pos == Pos::aux || pos == Pos::adv || pos == Pos::part;
    };
    while (end > aside.first && helps(end - 1)) --end;
    for (std::uint32_t i = aside.first; i < end; ++i) {
      const Pos pos = context_.at({i}).pos;
      if (pos == Pos::noun || pos == Pos::propn || pos == Pos::pron)
        return drafts_.stripped({aside.first, end});
    }
    const std::uint32_t after = verb.index + 1;
    if (end > aside.first || after >= aside.last) return {};
    if (const TokenRange named = after_quotation({aside.first}); !named.empty()) return named;
    if (inside_timex(context_, {after})) return {};
    const Pos pos = context_.at({after}).pos;
    if (pos != Pos::noun && pos != Pos::propn && pos != Pos::det && pos != Pos::adj) return {};
    std::uint32_t last = after;
    while (last < aside.last && !drafts_.is_mark({last})) ++last;
    return {after, last};
  }

  /// "“It is dead,” Berg, the mayor, said": from the closing mark on, if a name stands there. Words
  /// up to the first mark are who, the others tell of him.
  TokenRange after_quotation(TokenId verb) const {
    const TokenRange sentence = sentence_of(verb);
    std::uint32_t begin = verb.index;
    while (begin > sentence.first && verb.index - begin < kMaxToQuotation &&
           quotation_mark(context_.document.text_of({begin - 1})) == QuotationMark::none)
      --begin;
    if (begin == sentence.first || verb.index - begin >= kMaxToQuotation) return {};
    if (context_.at({begin - 1}).pos != Pos::punct || drafts_.inside_quotation({begin})) return {};
    const Pos pos = context_.at({begin}).pos;
    if (pos != Pos::noun && pos != Pos::propn && pos != Pos::det && pos != Pos::adj) return {};
    std::uint32_t last = begin;
    while (last < verb.index && !drafts_.is_mark({last})) {
      if (context_.at({last}).pos == Pos::verb || context_.at({last}).pos == Pos::aux) return {};
      ++last;
    }
    return {begin, last};
  }

  /// Whether words after the verb are what is said: "she said the plan was dead".
  bool tells(TokenRange words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      const Relation relation = universal(context_.at({i}).relation);
      if (relation == Relation::nsubj || relation == Relation::mark ||
          context_.lexicon.reports(context_.lower({i})).has(ReportWord::content_mark))
        return true;
    }
    return false;
  }

  void add(const Aside& aside) {
    const TokenRange sentence = sentence_of(aside.verb);
    const std::uint32_t said = std::min(aside.words.first, aside.source.first);
    const TokenRange before{sentence.first, is_comma(said - 1) ? said - 1 : said};
    std::vector<TokenRange> contents{before};
    if (const TokenRange rest = rest_after(aside, sentence, before); !rest.empty())
      contents.push_back(rest);
    ReportDrafts::Draft* const known = drafts_.with_cue(aside.verb);
    if (!known) {
      drafts_.add(aside.source, {aside.verb.index, aside.verb.index + 1}, contents,
                  ReportForm::aside);
      return;
    }
    if (known->form != ReportForm::clause) return;
    Report& report = known->report;
    const bool tells_after = report.contents.front().first > aside.verb.index;
    if (tells_after && !report.source.empty()) return;  // "Berg, the mayor, said it was dead"
    if (!aside.words.contains(report.source) || report.source.empty()) report.source = aside.source;
    if (tells_after) return;
    report.contents.clear();
    for (const TokenRange words : contents)
      if (const TokenRange left = drafts_.stripped(words); !left.empty())
        report.contents.push_back(left);
    known->form = ReportForm::aside;
  }

  /// What is said goes on after it, if the tree hangs it on what stands before, or if that is too
  /// little to be all.
  TokenRange rest_after(const Aside& aside, TokenRange sentence, TokenRange before) const {
    const bool titled = aside.source.first > aside.verb.index && aside.words.last < sentence.last &&
                        is_comma(aside.words.last);  // "said Ann Berg, the mayor"
    if (titled || aside.words.last + 1 >= sentence.last) return {};
    const TokenRange rest{aside.words.last + 1, sentence.last};
    bool any = false, hangs = false;
    for (std::uint32_t i = rest.first; i < rest.last; ++i) {
      const Token& token = context_.at({i});
      any |= token.pos != Pos::punct;
      hangs |= token.pos != Pos::punct && token.head && token.head.index < aside.words.first &&
               universal(token.relation) != Relation::advcl;
    }
    const bool quoted = drafts_.inside_quotation({rest.first}) ||
                        (rest.size() > 1 && drafts_.inside_quotation({rest.first + 1}));
    const bool goes_on = hangs || quoted || !is_clause(before) || is_subordinate(before);
    return any && goes_on ? rest : TokenRange{};
  }

  /// "Even if the venture fails, he said, ...": the main clause is still to come.
  bool is_subordinate(TokenRange before) const {
    const ReportSections opener = context_.lexicon.reports(context_.lower({before.first}));
    return opener.has(ReportWord::opener);
  }

  bool is_clause(TokenRange words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      const Pos pos = context_.at({i}).pos;
      if (pos == Pos::verb || pos == Pos::aux || drafts_.inside_quotation({i})) return true;
    }
    return false;
  }

  ReportDrafts& drafts_;
  const EventContext& context_;
};

}  // namespace

void add_aside_reports(ReportDrafts& drafts) { AsideReports(drafts).add(); }

}  // namespace dateline
