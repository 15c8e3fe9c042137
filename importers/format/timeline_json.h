#pragma once

#include <functional>
#include <string_view>

#include "core/result.h"
#include "core/timeline.h"

namespace dateline {

/// Largest input that is read as timelines: places in it are 32 bits.
constexpr std::size_t kMaxTimelineBytes = (1u << 31) - 1;

/// Reads one timeline, as docs/timeline-json.md tells. Unknown members are ignored; ids that lead
/// nowhere are kept. Error.message begins with the path of what is wrong ("events[3].when: ..."),
/// Error.at is its place in bytes of `json`.
Result<Timeline> read_timeline(std::string_view json);

/// Takes timelines one by one; an Error stands for one that could not be used.
using TimelineSink = std::function<void(Result<Timeline>)>;

/// Reads JSON Lines of timelines, a single timeline however it is laid out, or several after each
/// other: a timeline begins at each line that begins with '{', unless the line before it ends with
/// ',', ':' or '['. Error.at is in bytes of all of `json`.
void read_timelines(std::string_view json, const TimelineSink& sink);

}  // namespace dateline
