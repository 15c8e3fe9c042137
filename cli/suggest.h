#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace dateline {

/// Edits that turn `a` into `b`: insertions, deletions, replacements and swaps of neighbours, each
/// counted once (optimal string alignment; Damerau, CACM 7(3), 1964).
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word that was most likely meant; empty if none is near. The first wins among equals.
std::optional<std::string_view> closest(std::string_view word,
                                        std::span<const std::string_view> known);

}  // namespace dateline
