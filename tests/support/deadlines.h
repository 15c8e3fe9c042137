#pragma once

#include <string>

namespace dateline {

/// The deadlines that are read in a text published on Tuesday, March 12, 2024, by their days, with
/// " | " between them: "2024-03-15 obligation, binds Ann Lee, set by Calder, missed". Times of day
/// are left out, and what is not told of.
std::string deadlines_in(const std::string& text);

}  // namespace dateline
