#include "importers/data_lines.h"

#include <algorithm>
#include <charconv>

#include "importers/text/ascii.h"

namespace dateline {

std::vector<DataLine> data_lines(std::string_view file) {
  std::vector<DataLine> lines;
  std::size_t number = 1;
  for (std::size_t at = 0; at < file.size(); ++number) {
    const std::size_t end = std::min(file.find('\n', at), file.size());
    const std::string_view line = trimmed(file.substr(at, end - at));
    if (!line.empty() && line.front() != '#') lines.push_back({line, number});
    at = end + 1;
  }
  return lines;
}

Error data_error(std::string_view path, const DataLine& line, std::string_view message) {
  return {std::string(path) + ":" + std::to_string(line.number) + ": " + std::string(message), {}};
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size();) {
    while (at < line.size() && is_ascii_space(line[at])) ++at;
    const std::size_t begin = at;
    while (at < line.size() && !is_ascii_space(line[at])) ++at;
    if (at > begin) words.push_back(line.substr(begin, at - begin));
  }
  return words;
}

std::optional<double> decimal_of(std::string_view word) {
  double number = 0;
  const auto [end, failed] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (failed != std::errc() || end != word.data() + word.size()) return std::nullopt;
  return number;
}

}  // namespace dateline
