#include "importers/events/annotate.h"

#include "importers/events/arguments.h"
#include "importers/events/deadlines.h"
#include "importers/events/factuality.h"
#include "importers/events/finder.h"
#include "importers/events/first_person.h"
#include "importers/events/kept_annotation.h"
#include "importers/events/rebuttals.h"
#include "importers/events/reports.h"
#include "importers/events/sources.h"
#include "importers/events/time_links.h"
#include "importers/events/timeml_finder.h"

namespace dateline {

void annotate_events(Document& document, const Tree& tree, const EventLexicon& lexicon,
                     const TimemlWords* timeml, bool keep_annotation) {
  const EventContext context{document, tree, lexicon};
  if (keep_annotation) document.events = annotated_events(context);
  if (document.events.empty())
    document.events = timeml ? find_timeml_events(context, *timeml) : find_events(context);
  find_arguments(context, document.events);
  decide_factuality(context, document.events);
  link_times(context, document.events);
  find_sources(context, document.events);
  apply_rebuttals(context, document.events);
  resolve_first_person(document, lexicon, find_quotations(context, document.events));
  document.deadlines = find_deadlines(context);
  document.reports = find_reports(context);
}

}  // namespace dateline
