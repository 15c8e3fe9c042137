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
        (universal(token.relation) == Relation::advcl ||
         universal(token.relation) == Relation::acl) &&
        context.document.text_of({i - 1}) == "," && !drafts.inside_quotation({i}) &&
        drafts.is(ReportWord::say, {i}))
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
    if (draft.form == ReportForm::clause || draft.form == ReportForm::aside)
      content = before_next_cue(drafts, cue, content);
    content = with_whole_quotations(drafts, cue, content);
  }
  std::ranges::sort(report.contents);
  const auto last = std::unique(report.contents.begin(), report.contents.end());
  report.contents.erase(last, report.contents.end());
}

/// Whether a report stands beside the one before it: ", though she noted ...".
bool stands_beside(const ReportDrafts& drafts, const Draft& draft) {
  const EventContext& context = drafts.context();
  const TokenRange source = draft.report.source;
  if (draft.form != ReportForm::clause || source.size() != 1 || source.first < 2) return false;
  if (!drafts.is(ReportWord::say, {draft.report.cue.first})) return false;
  const TokenId opener{source.first - 1};
  const bool opens = context.at(opener).pos == Pos::cconj ||
                     context.lexicon.reports(context.lower(opener)).has(ReportWord::opener);
  return opens && source.first < draft.report.cue.first && !drafts.inside_quotation(opener) &&
         context.document.text_of({opener.index - 1}) == "," && drafts.is_pronoun({source.first});
}

/// "She said it was dead, though he noted ...": what he notes is no part of what she says.
void cut_other_tellers(ReportDrafts& drafts) {
  std::vector<std::uint32_t> commas;
  for (const Draft& draft : drafts.all())
    if (stands_beside(drafts, draft)) commas.push_back(draft.report.source.first - 2);
  std::ranges::sort(commas);
  for (Draft& draft : drafts.all()) {
    if (draft.form == ReportForm::phrase || draft.form == ReportForm::quotation) continue;
    for (TokenRange& content : draft.report.contents) {
      const auto comma = std::ranges::upper_bound(commas, content.first);
      if (comma == commas.end() || *comma >= content.last) continue;
      if (content.first > draft.report.cue.first) content.last = *comma;
    }
  }
}

/// "Berg plans to go, according to an aide": who tells of the whole is no part of what is planned.
void cut_source_phrases(ReportDrafts& drafts) {
  std::vector<Draft>& all = drafts.all();
  std::vector<TokenRange> phrases;
  for (const Draft& draft : all)
    if (draft.form == ReportForm::phrase && !draft.report.source.empty())
      phrases.push_back({draft.report.cue.first, draft.report.source.last});
  for (Draft& draft : all) {
    if (draft.form == ReportForm::phrase || draft.form == ReportForm::quotation) continue;
    for (TokenRange& content : draft.report.contents) {
      const auto inner = std::ranges::lower_bound(phrases, content.first, {}, &TokenRange::first);
      if (inner == phrases.end() || inner->last != content.last) continue;
      if (inner->first > content.first) content = drafts.stripped({content.first, inner->first});
    }
  }
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
  add_noun_reports(drafts);
  add_quotation_reports(drafts);
  for (Draft& draft : drafts.all()) {
    if (draft.form == ReportForm::clause || draft.form == ReportForm::aside ||
        draft.form == ReportForm::quotation)
      mend_source(drafts, draft.report);
    mend_contents(drafts, draft);
  }
  cut_source_phrases(drafts);
  cut_other_tellers(drafts);
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
