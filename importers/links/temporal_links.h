#pragma once

#include "importers/events/clauses.h"

namespace dateline {

/// The temporal relations of a document whose other layers are there. Sieves draw links in their
/// order, as CAEVO does (Chambers, Cassidy, McDowell and Bethard 2014); each names its rule. One
/// that contradicts those before it is dropped, with a diagnostic that names the places behind
/// the contradiction. What follows from the links is added, with the rule "closure", between the
/// publication and everything, and between events and times of the same or the next sentence.
/// What the text leaves open gets no link.
std::vector<TLink> find_temporal_links(const EventContext& context,
                                       std::vector<Diagnostic>& contradictions);

}  // namespace dateline
