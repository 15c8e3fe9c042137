#pragma once

#include "importers/events/report_drafts.h"

namespace dateline {

/// Gives direct speech to the reports that it belongs to, and adds those that only it tells of.
/// `drafts` has the reports of clauses and asides.
void add_quotation_reports(ReportDrafts& drafts);

/// Adds what lines tell by their shape: a headline "Mayor: port is closed", a transcript "BERG:
/// No.", a quotation with "― Ann Berg" under it.
void add_line_reports(ReportDrafts& drafts);

}  // namespace dateline
