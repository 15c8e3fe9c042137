#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/span.h"
#include "core/text.h"

namespace dateline {

/// A row of a table as it stands in the text, without its line end.
struct CsvRow {
  std::size_t begin = 0, end = 0;
  std::size_t line = 1;  ///< in which it begins, from 1
  /// Where a quoted field begins that is not closed up to the end of the text; the row then ends
  /// with its line.
  std::optional<std::size_t> unclosed;
};

/// The rows of a table in text, as RFC 4180 has them: fields may stand in quotes, and then hold
/// line ends, delimiters, and quotes that are doubled. Lines end with LF, CRLF or CR. Blank lines
/// are passed over. A quote within a field that does not begin with one is a character. The time is
/// in proportion to the text: once a quote has turned out not to be closed, all after it are
/// characters.
class CsvRows {
 public:
  CsvRows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// Whether there is one more row.
  bool next(CsvRow& row);

 private:
  std::size_t end_of_row(std::optional<std::size_t>& unclosed);

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0, line_ = 1;
  bool quotes_ = true;
};

/// More columns are no table of articles.
constexpr std::size_t kMostCsvFields = 4096;
/// Of a first row, what is looked at to tell a table: more would not be names of columns.
constexpr std::size_t kCsvHead = 64 * 1024;

/// The first kMostCsvFields fields of a row, without the quotes around them.
std::vector<Span> csv_fields(std::string_view row, char delimiter);
/// A field's characters: quotes that are doubled become one.
Text csv_field(const Text& row, Span field);

/// The character that parts most fields of a first row: a comma, semicolon, tab or bar.
char csv_delimiter(std::string_view text);

}  // namespace dateline
