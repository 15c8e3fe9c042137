#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "core/result.h"

namespace dateline {

/// Fills `row` with the columns of a line, parted by tabs, and gives their number, which may be
/// more than `row` has place for.
std::size_t split_columns(std::string_view line, std::span<std::string_view> row);

/// Where a row is broken, and what was expected there.
struct BrokenColumn {
  std::size_t column;  ///< from 0
  std::string_view expected;
};

/// "towns.txt:7:5: expected a latitude from -90 to 90 in this column, found '91'".
Error broken_row(std::string_view name, std::size_t line, const BrokenColumn& broken,
                 std::string_view found);
Error broken_line(std::string_view name, std::size_t line, std::string_view message);

/// Two capital letters (ISO 3166-1 alpha-2).
bool is_state_code(std::string_view text);

}  // namespace dateline
