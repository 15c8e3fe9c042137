#pragma once

#include <optional>
#include <vector>

#include "importers/events/clauses.h"

namespace dateline {

/// How a report was recognised.
enum class ReportForm : std::uint8_t { clause, aside, phrase, object, quotation, line, signature };

/// The reports of a document while they are found, with what finding them needs.
class ReportDrafts {
 public:
  struct Draft {
    Report report;
    ReportForm form = ReportForm::clause;
  };

  /// `quoted`: the document's direct speech, the marks left out, in order.
  ReportDrafts(const EventContext& context, std::vector<TokenRange> quoted);

  const EventContext& context() const { return context_; }
  const std::vector<TokenRange>& quoted() const { return quoted_; }
  std::vector<Draft>& all() { return drafts_; }
  /// The report whose cue holds a token; null if none has it.
  Draft* with_cue(TokenId token);
  /// Adds a report, unless nothing is left of its content. Contents are stripped of punctuation.
  Draft* add(TokenRange source, TokenRange cue, std::vector<TokenRange> contents, ReportForm form);

  // --- words

  bool inside_quotation(TokenId token) const;
  /// Lemma, with its particle: "point_out".
  std::string key(TokenId verb) const;
  bool is(ReportWord section, TokenId verb) const { return sections_[verb.index].has(section); }
  bool is_pronoun(TokenId token) const {
    return context_.lexicon.reports(context_.lower(token)).has(ReportWord::pronoun);
  }
  bool is_mark(TokenId token) const { return context_.at(token).pos == Pos::punct; }
  /// Without punctuation at its ends, but for quotation marks; may be empty.
  TokenRange stripped(TokenRange range) const;
  /// A quotation with its marks.
  TokenRange with_marks(TokenRange quotation) const;

  // --- who says it

  /// The phrase for the subject of a verb of saying; empty if the tree does not tell.
  TokenRange source_of(TokenId verb) const;
  /// The noun right after the verb, or else right before it; empty if neither is one.
  TokenRange neighbour_of(TokenId verb) const;
  /// "She" right before the verb, auxiliaries not counted; empty if there is none.
  TokenRange pronoun_before(TokenId verb) const;

 private:
  TokenId clause_over_gerund(TokenId verb) const;

  const EventContext& context_;
  std::vector<TokenRange> quoted_;
  std::vector<Draft> drafts_;
  std::vector<std::uint32_t> of_cue_;     // by token, positions in drafts_
  std::vector<ReportSections> sections_;  // by token, of verbs, adjectives and nouns
};

/// What is left of a range without another one: none, one or two ranges.
std::vector<TokenRange> without(TokenRange range, TokenRange hole);

}  // namespace dateline
