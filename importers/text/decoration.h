#pragma once

#include <string_view>

namespace dateline {

/// A headline without white space, emoji, arrows and other pictures at its ends. Those within it
/// stay.
std::string_view without_decoration(std::string_view headline);

}  // namespace dateline
