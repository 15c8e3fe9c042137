#include "importers/links/sieves.h"

namespace dateline {
namespace {

constexpr LinkSieve kLinkSieves[] = {
    {"calendar", draw_calendar_links, LinkStrength::told},
    {"time", draw_time_links, LinkStrength::told},
    {"conjunction", draw_conjunction_links, LinkStrength::told},
    {"content", draw_content_links, LinkStrength::presumed},
    {"control", draw_control_links, LinkStrength::presumed},
    {"sequence", draw_sequence_links, LinkStrength::presumed},
    {"recurrence", draw_recurrence_links, LinkStrength::presumed},
    {"tense", draw_tense_links, LinkStrength::presumed},
    {"weak-tense", draw_weak_tense_links, LinkStrength::weak},
};

}  // namespace

std::span<const LinkSieve> link_sieves() { return kLinkSieves; }

}  // namespace dateline
