#pragma once

#include <optional>
#include <string_view>

#include "core/result.h"
#include "importers/format/json_shape.h"

namespace dateline {

/// Deepest nesting that is read. Our own files are ten deep; members of others may be deeper, and
/// what is deeper than this was not written for us.
constexpr std::size_t kMaxTimelineDepth = 64;

/// Reads one JSON value into `root`. Members that the shapes do not know are dropped. Refused, with
/// path and place: what is not JSON in UTF-8, a member that comes twice or is missing, a value of
/// the wrong type. What was read up to an error stands in `root` and is of no use.
/// Error.at: bytes of `json`.
std::optional<Error> read_json(std::string_view json, Slot root);

}  // namespace dateline
