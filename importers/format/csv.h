#pragma once

#include <span>
#include <string_view>

namespace dateline {

/// The fields that a column of a table may tell, as --column names them.
std::span<const std::string_view> table_fields();

}  // namespace dateline
