#pragma once

#include "importers/events/report_drafts.h"

namespace dateline {

/// Adds what the dependency trees tell: clauses and infinitives under verbs and adjectives of
/// saying, thinking and meaning, "called it a trap", "called for calm", "criticised the plan",
/// "according to the police".
void add_clause_reports(ReportDrafts& drafts);

/// Adds what nouns tell whose owner or maker is named: "her claim that", "his plan to", "their
/// criticism of", "the mayor's argument is that".
void add_noun_reports(ReportDrafts& drafts);

/// Adds what a clause of saying that stands beside brings in ("..., she said"), by its place in the
/// sentence: trees often fail there.
void add_aside_reports(ReportDrafts& drafts);

}  // namespace dateline
