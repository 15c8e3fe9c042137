#pragma once

#include "exporters/chart_layout.h"
#include "exporters/svg.h"
#include "exporters/timeline_index.h"

namespace dateline {

/// What a tooltip says of an event: title, time, factuality, source, words.
std::string tooltip_of(const Event& event, const TimelineIndex& index);

/// Gradients and hatching that the lanes are drawn with; once a picture.
void define_fades(SvgWriter& svg);
/// The lanes with their events, over the grid of the axis and the lines of the deadlines.
void draw_lanes(SvgWriter& svg, const Timeline& timeline, const TimelineIndex& index,
                const ChartLayout& layout);

/// The line of a deadline is broken where its moment is not exact.
std::string_view deadline_classes(const Event& event);

}  // namespace dateline
