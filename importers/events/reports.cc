#include "importers/events/reports.h"

#include <algorithm>
#include <set>

#include "importers/events/report_clauses.h"
#include "importers/events/report_quotations.h"
#include "importers/nlp/quotation_marks.h"

namespace dateline {
namespace {

constexpr std::size_t kNearReports = 64;  // that one may be nested in, before and after it

using Draft = ReportDrafts::Draft;

bool is_gerund(const Token& token) {
  return token.features.form == VerbForm::gerund ||
         (token.features.form == VerbForm::participle && token.features.tense == Tense::present);
}

bool within(TokenRange words, const std::vector<TokenRange>& contents) {
  return std::ranges::any_of(contents, [&](TokenRange content) { return content.contains(words); });
}

/// The tree may take the subject of what is said for who says it.
void mend_source(const ReportDrafts& drafts, Report& report) {
  const TokenId verb{report.cue.first};
  if (const TokenRange pronoun = drafts.pronoun_before(verb);
      !pronoun.empty() && !report.source.overlaps(pronoun)) {
    report.source = pronoun;
    return;
  }
  if (!report.source.empty() && !within(report.source, report.contents)) return;
  const TokenRange near = drafts.neighbour_of(verb);
  if (!near.empty() && !within(near, report.contents)) report.source = near;
}

/// "He said it was dead, adding that ...": who adds is who spoke before in the sentence.
void share_source(const EventContext& context, const Report& before, Report& report) {
  const TokenId verb{report.cue.first};
  const TokenRange sentence = context.document.sentence_of(verb).tokens;
  if (report.source.empty() && !before.source.empty() && is_gerund(context.at(verb)) &&
      sentence.contains(before.source))
    report.source = before.source;
}

/// "He said the plan was dead, adding that ...": what is added is said by another cue.
TokenRange before_next_cue(const ReportDrafts& drafts, TokenId cue, TokenRange content) {
  const EventContext& context = drafts.context();
  if (content.first < cue.index) return content;
  for (std::uint32_t i = content.first + 2; i < content.last; ++i) {
    const Token& token = context.at({i});
    if (token.pos == Pos::verb && is_gerund(token) &&
        universal(token.relation) == Relation::advcl && context.document.text_of({i - 1}) == "," &&
        !drafts.inside_quotation({i}) && drafts.is(ReportWord::say, {i}))
      return {content.first, i - 1};
  }
  return content;
}

/// What begins with a quotation, or ends within one, has all of it.
TokenRange with_whole_quotations(const ReportDrafts& drafts, TokenId cue, TokenRange content) {
  for (const TokenRange quotation : drafts.quoted()) {
    if (quotation.contains(cue)) continue;
    const TokenRange whole = drafts.with_marks(quotation);
    if (!content.overlaps(whole)) continue;
    if (whole.contains(content)) return whole;
    if (quotation.contains(TokenId{content.last - 1}) && content.first < quotation.first)
      content.last = whole.last;
  }
  return content;
}

void mend_contents(const ReportDrafts& drafts, Draft& draft) {
  Report& report = draft.report;
  const TokenId cue{report.cue.first};
  for (TokenRange& content : report.contents) {
    if (draft.form == ReportForm::clause) content = before_next_cue(drafts, cue, content);
    content = with_whole_quotations(drafts, cue, content);
  }
  std::ranges::sort(report.contents);
  const auto last = std::unique(report.contents.begin(), report.contents.end());
  report.contents.erase(last, report.contents.end());
}

/// A quotation with a name under it is said by nobody else.
void drop_signed(std::vector<Draft>& all) {
  std::set<TokenRange> known;
  for (const Draft& draft : all)
    if (draft.form == ReportForm::signature)
      known.insert(draft.report.contents.begin(), draft.report.contents.end());
  std::erase_if(all, [&](const Draft& draft) {
    return draft.form != ReportForm::signature &&
           std::ranges::all_of(draft.report.contents,
                               [&](TokenRange words) { return known.contains(words); });
  });
}

bool holds(const Report& outer, const Report& inner) {
  const TokenId cue{inner.cue.first};
  return std::ranges::any_of(outer.contents,
                             [&](TokenRange content) { return content.contains(cue); });
}

/// `reports`: in order of their cues.
void nest(std::vector<Report>& reports) {
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const std::size_t first = i - std::min(i, kNearReports);
    const std::size_t last = std::min(reports.size(), i + kNearReports + 1);
    for (std::size_t j = first; j < last; ++j)
      if (j != i && holds(reports[j], reports[i]) && !holds(reports[i], reports[j]))
        reports[i].nested = true;
  }
}

}  // namespace

std::vector<Report> find_reports(const EventContext& context) {
  ReportDrafts drafts(context, find_quoted(context.document));
  add_clause_reports(drafts);
  add_aside_reports(drafts);
  add_quotation_reports(drafts);
  for (Draft& draft : drafts.all()) {
    if (draft.form == ReportForm::clause || draft.form == ReportForm::aside ||
        draft.form == ReportForm::quotation)
      mend_source(drafts, draft.report);
    mend_contents(drafts, draft);
  }
  add_line_reports(drafts);
  drop_signed(drafts.all());
  std::vector<Report> reports;
  for (Draft& draft : drafts.all()) reports.push_back(std::move(draft.report));
  std::ranges::stable_sort(reports, {}, [](const Report& report) { return report.cue; });
  for (std::size_t i = 1; i < reports.size(); ++i)
    share_source(context, reports[i - 1], reports[i]);
  nest(reports);
  return reports;
}

}  // namespace dateline
