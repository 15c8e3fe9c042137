#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace dateline {

/// The value of an enumeration whose values, from 0 on, bear these names; nothing if none does.
template <typename Enum, std::size_t n>
std::optional<Enum> value_named(const std::array<std::string_view, n>& names,
                                std::string_view name) {
  for (std::size_t i = 0; i < n; ++i)
    if (names[i] == name) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace dateline
