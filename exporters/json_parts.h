#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/timeline.h"
#include "exporters/json_writer.h"

namespace dateline {

// Parts that several things of a timeline have, as docs/timeline.schema.json wants them.

void write_when(JsonWriter& json, const When& when);
void optional_when(JsonWriter& json, std::string_view key, const std::optional<When>& when);
void write_evidence(JsonWriter& json, const Evidence& evidence);

// The schema closes evidence to members of ours, so the bytes it came from stand beside it: in the
// entity, event or relation, one pair for each item of evidence, empty where they are not known.

bool has_source(const std::vector<Evidence>& evidence);
void write_source_spans(JsonWriter& json, const std::vector<Evidence>& evidence);
void optional_source_spans(JsonWriter& json, const std::vector<Evidence>& evidence);

}  // namespace dateline
