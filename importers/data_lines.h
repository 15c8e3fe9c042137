#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace dateline {

/// A line of a data file that says something: not blank, and not a comment (first character '#').
struct DataLine {
  std::string_view text;   ///< trimmed
  std::size_t number = 0;  ///< from 1
};

/// The lines of a data file that say something. They point into `file`.
std::vector<DataLine> data_lines(std::string_view file);

/// "en/words.txt:12: expected ..." for a broken data file.
Error data_error(std::string_view path, const DataLine& line, std::string_view message);

/// The words of a line, separated by white space.
std::vector<std::string_view> words_of(std::string_view line);

/// The number that a word is, as "-0.5"; empty if it is none, or more than that.
std::optional<double> decimal_of(std::string_view word);

}  // namespace dateline
