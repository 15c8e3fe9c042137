#include "cli/table.h"

#include <algorithm>
#include <ostream>

namespace dateline {

void write_row(std::ostream& out, const std::vector<std::string>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::string value = values[i];
    std::replace_if(
        value.begin(), value.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
    out << (i == 0 ? "" : "\t") << value;
  }
  out << '\n';
}

}  // namespace dateline
