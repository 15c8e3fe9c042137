#include "importers/places/table_row.h"

#include <algorithm>
#include <string>

namespace dateline {

std::size_t split_columns(std::string_view line, std::span<std::string_view> row) {
  std::size_t column = 0;
  for (std::size_t at = 0; at <= line.size(); ++column) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    if (column < row.size()) row[column] = line.substr(at, tab - at);
    at = tab + 1;
  }
  return column;
}

Error broken_row(std::string_view name, std::size_t line, const BrokenColumn& broken,
                 std::string_view found) {
  return {std::string(name) + ":" + std::to_string(line) + ":" + std::to_string(broken.column + 1) +
              ": expected " + std::string(broken.expected) + " in this column, found '" +
              std::string(found.substr(0, 40)) + "'",
          {}};
}

Error broken_line(std::string_view name, std::size_t line, std::string_view message) {
  return {std::string(name) + ":" + std::to_string(line) + ": " + std::string(message), {}};
}

bool is_state_code(std::string_view text) {
  return text.size() == 2 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'A' && text[1] <= 'Z';
}

}  // namespace dateline
