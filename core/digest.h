#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// SHA-256 in 64 lower-case hex digits (FIPS 180-4, by nettle).
std::string sha256(std::string_view bytes);

/// A short id made of content: `prefix`, a hyphen and 12 hex digits of the SHA-256.
std::string content_id(std::string_view prefix, std::string_view content);

}  // namespace dateline
