#include "importers/format/csv_rows.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::string_view kDelimiters = ",;\t|";

bool is_line_end(char c) { return c == '\r' || c == '\n'; }

/// Behind the quote that closes the field that begins at `at`; npos if there is none.
std::size_t behind_quoted(std::string_view text, std::size_t at) {
  for (at = text.find('"', at + 1); at != text.npos; at = text.find('"', at + 2))
    if (at + 1 >= text.size() || text[at + 1] != '"') return at + 1;
  return text.npos;
}

}  // namespace

std::size_t CsvRows::end_of_row(std::optional<std::size_t>& unclosed) {
  std::size_t at = at_;
  while (true) {
    if (quotes_ && at < text_.size() && text_[at] == '"') {
      const std::size_t behind = behind_quoted(text_, at);
      quotes_ = behind != text_.npos;
      if (quotes_)
        at = behind;
      else
        unclosed = at;
    }
    while (at < text_.size() && text_[at] != delimiter_ && !is_line_end(text_[at])) ++at;
    if (at == text_.size() || text_[at] != delimiter_) return at;
    ++at;
  }
}

bool CsvRows::next(CsvRow& row) {
  while (at_ < text_.size() && is_line_end(text_[at_])) {
    const bool two = text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n';
    at_ += two ? 2 : 1;
    ++line_;
  }
  if (at_ >= text_.size()) return false;
  row = {at_, at_, line_, {}};
  row.end = end_of_row(row.unclosed);
  const std::string_view taken = text_.substr(row.begin, row.end - row.begin);
  line_ += static_cast<std::size_t>(std::ranges::count(taken, '\n'));
  at_ = row.end;
  return true;
}

std::vector<Span> csv_fields(std::string_view row, char delimiter) {
  std::vector<Span> fields;
  for (std::size_t at = 0; at <= row.size() && fields.size() < kMostCsvFields;) {
    std::size_t begin = at, end = at, next = at;
    const std::size_t quoted =
        at < row.size() && row[at] == '"' ? behind_quoted(row, at) : row.npos;
    next = std::min(row.find(delimiter, quoted == row.npos ? at : quoted), row.size());
    end = next;
    if (quoted == next) {
      ++begin;
      --end;
    }
    fields.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    at = next + 1;
  }
  return fields;
}

Text csv_field(const Text& row, Span field) {
  const std::string_view text = row.view().substr(0, field.end);
  const bool quoted = field.begin > 0 && row.view()[field.begin - 1] == '"';
  TextBuilder builder(row);
  std::uint32_t copied = field.begin;
  for (std::size_t at = quoted ? text.find("\"\"", field.begin) : text.npos; at != text.npos;
       at = text.find("\"\"", at + 2)) {
    const auto begin = static_cast<std::uint32_t>(at);
    builder.copy({copied, begin});
    builder.replace({begin, begin + 2}, "\"");
    copied = begin + 2;
  }
  builder.copy({copied, field.end});
  return std::move(builder).build();
}

char csv_delimiter(std::string_view text) {
  const std::string_view head = text.substr(0, kCsvHead);
  char best = ',';
  std::size_t most = 0;
  for (const char delimiter : kDelimiters) {
    CsvRow row;
    if (!CsvRows(head, delimiter).next(row)) break;
    const std::size_t fields =
        csv_fields(head.substr(row.begin, row.end - row.begin), delimiter).size();
    if (fields <= most) continue;
    best = delimiter;
    most = fields;
  }
  return best;
}

}  // namespace dateline
