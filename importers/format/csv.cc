#include "importers/format/csv.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/edtf.h"
#include "importers/format/csv_rows.h"
#include "importers/format/cut_mark.h"
#include "importers/format/field_text.h"
#include "importers/html/metadata_names.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/byline.h"
#include "importers/text/charset.h"
#include "importers/text/decoration.h"
#include "importers/text/publication_date.h"

namespace dateline {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
/// A first line by which Excel is told the delimiter: "sep=;".
constexpr std::string_view kSeparatorLine = "sep=";
/// Of a row that is not closed, what is shown as its place.
constexpr std::uint32_t kShownBytes = 40;
/// Of rows without words, those that are told one by one.
constexpr std::size_t kMostWordlessRows = 100;

constexpr std::array<std::string_view, 8> kTableFields = {
    "text", "title", "published", "authors", "url", "publisher", "language", "teaser"};

/// A column that tells a field: the better its name, the lower its rank.
struct TableColumn {
  std::size_t place;
  int rank;
};

/// What the first row of a table says, or the user.
struct TableColumns {
  std::size_t count = 0;
  std::array<std::vector<TableColumn>, kTableFields.size()> of;  // by field, best first
  bool in_first_row = true;                                      // else that is an article already

  const std::vector<TableColumn>& named(std::string_view field) const {
    return of[static_cast<std::size_t>(std::ranges::find(kTableFields, field) -
                                       kTableFields.begin())];
  }
};

std::vector<std::string> names_in(std::string_view row, char delimiter) {
  const Text text = Text::from_source(std::string(row));
  std::vector<std::string> names;
  for (const Span field : csv_fields(row, delimiter))
    names.emplace_back(trimmed(csv_field(text, field).view()));
  return names;
}

TableColumns columns_of(const std::vector<std::string>& names) {
  TableColumns columns;
  columns.count = names.size();
  for (std::size_t field = 0; field < kTableFields.size(); ++field) {
    for (std::size_t i = 0; i < names.size(); ++i)
      if (const int rank = article_fields().rank(kTableFields[field], names[i]); rank >= 0)
        columns.of[field].push_back({i, rank});
    std::ranges::stable_sort(columns.of[field], {}, &TableColumn::rank);
  }
  return columns;
}

/// Text, or a teaser with a title, and one field more: a table of articles.
bool tells_articles(const TableColumns& columns) {
  const auto known = std::ranges::count_if(columns.of, [](const auto& of) { return !of.empty(); });
  const bool words = !columns.named("text").empty() ||
                     (!columns.named("teaser").empty() && !columns.named("title").empty());
  return words && known > 1;
}

/// Where the table begins: behind a byte order mark and the line that tells the delimiter.
struct TableStart {
  std::size_t at = 0;
  char delimiter = ',';
};
TableStart start_of(std::string_view text) {
  TableStart start;
  if (text.starts_with(kUtf8Mark)) start.at = kUtf8Mark.size();
  const std::string_view line = text.substr(start.at, kSeparatorLine.size() + 2);
  const bool told = line.size() > kSeparatorLine.size() + 1 && line.starts_with(kSeparatorLine) &&
                    (line.back() == '\r' || line.back() == '\n');
  if (told) start.at += line.size() - 1;
  start.delimiter = told ? line[kSeparatorLine.size()] : csv_delimiter(text.substr(start.at));
  return start;
}

std::optional<std::size_t> number_of(std::string_view name) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), number);
  const bool whole = error == std::errc() && end == name.data() + name.size() && number > 0;
  return whole ? std::optional(number) : std::nullopt;
}

/// Puts what the user says in the place of what the names say. TableColumns may be told by their
/// numbers, from 1; if all are, there are no names in the first row.
std::optional<Error> take_given(std::string_view given, const std::vector<std::string>& names,
                                TableColumns& columns) {
  bool numbers = !given.empty();
  while (!given.empty()) {
    const std::string_view one = given.substr(0, given.find(','));
    given.remove_prefix(std::min(one.size() + 1, given.size()));
    const std::size_t equals = std::min(one.find('='), one.size());
    const std::string_view name = one.substr(std::min(equals + 1, one.size()));
    const auto field = std::ranges::find(kTableFields, one.substr(0, equals));
    const auto named = std::ranges::find(names, name);
    const auto number = number_of(name);
    const bool by_number = named == names.end() && number && *number <= names.size();
    if (field == kTableFields.end() || (named == names.end() && !by_number)) {
      std::string found;
      for (const std::string& other : names) found += (found.empty() ? "'" : ", '") + other + "'";
      return Error{"expected a column '" + std::string(name) + "', found " + found, {}};
    }
    numbers = numbers && by_number;
    const auto place = static_cast<std::size_t>(named - names.begin());
    columns.of[static_cast<std::size_t>(field - kTableFields.begin())] = {
        {by_number ? *number - 1 : place, 0}};
  }
  columns.in_first_row = !numbers;
  return std::nullopt;
}

/// "Ann Lee" and "Bo Ek" of "['Ann Lee', 'Bo Ek']", as programs write lists into tables.
std::vector<std::string> names_of_list(std::string_view field) {
  std::vector<std::string> names;
  for (std::size_t at = 1; at < field.size();) {
    const std::size_t begin = field.find_first_of("'\"", at);
    if (begin == field.npos) break;
    const std::size_t end = std::min(field.find(field[begin], begin + 1), field.size());
    if (end > begin + 1) names.emplace_back(field.substr(begin + 1, end - begin - 1));
    at = end + 1;
  }
  return names;
}

std::vector<std::string> authors_in(const std::string& field) {
  const bool list = field.size() > 1 && field.front() == '[' && field.back() == ']';
  std::vector<std::string> names = list ? names_of_list(field) : read_authors(field);
  if (names.empty() && !list && !field.empty()) names.push_back(field);
  return names;
}

SourceSpan whole_of_row(const Text& row) {
  return row.to_source({0, static_cast<std::uint32_t>(row.view().size())});
}

/// One row on its way to an article.
class RowReader {
 public:
  RowReader(const TableColumns& columns, const Decoded& row, char delimiter)
      : columns_(columns), row_(row), fields_(csv_fields(row.text.view(), delimiter)) {}

  Result<Article> read() const {
    Article article;
    article.media_type = "text/csv";
    article.diagnostics = row_.diagnostics;
    tell_count(article);
    take_text(article);
    if (trimmed(article.text.view()).empty())
      return Error{"expected an article with a column like \"text\" or \"body\", found none",
                   whole()};
    article.title = without_decoration(repaired(plain_field(string_of("title"))));
    for (const std::string& name : authors_in(plain_field(string_of("authors"))))
      article.authors.push_back(repaired(name));
    article.publisher = repaired(plain_field(string_of("publisher")));
    article.url = string_of("url");
    article.language = string_of("language");
    take_date(article);
    return article;
  }

 private:
  SourceSpan whole() const { return whole_of_row(row_.text); }

  /// The best column that has anything in this row.
  std::optional<Span> field(std::string_view name) const {
    for (const TableColumn& column : columns_.named(name)) {
      if (column.place >= fields_.size()) continue;
      const Span field = fields_[column.place];
      if (!trimmed(field.of(row_.text.view())).empty()) return field;
    }
    return std::nullopt;
  }

  std::string string_of(std::string_view name) const {
    const auto found = field(name);
    return found ? std::string(trimmed(csv_field(row_.text, *found).view())) : std::string();
  }

  void take_text(Article& article) const {
    auto found = field("text");
    if (!found && !string_of("title").empty()) found = field("teaser");
    if (!found) return;
    Repaired text = repaired_field(csv_field(row_.text, *found));
    article.text = without_cut_mark(std::move(text.text), article);
    article.repairs = std::move(text.repairs);
    std::ranges::move(text.diagnostics, std::back_inserter(article.diagnostics));
  }

  void take_date(Article& article) const {
    const auto found = field("published");
    if (!found) return;
    if (const auto date = read_publication_date(string_of("published"))) {
      article.published = to_edtf(*date);
      article.published_from = PublishedFrom::metadata;
      return;
    }
    article.diagnostics.push_back({Severity::note, "date-not-read",
                                   "expected a date, found '" + string_of("published") + "'",
                                   row_.text.to_source(*found)});
  }

  void tell_count(Article& article) const {
    if (fields_.size() == columns_.count) return;
    article.diagnostics.push_back({Severity::warning, "other-columns",
                                   "expected " + std::to_string(columns_.count) +
                                       " columns, found " + std::to_string(fields_.size()),
                                   whole()});
  }

  const TableColumns& columns_;
  const Decoded& row_;
  const std::vector<Span> fields_;
};

/// What is wrong with a row that a quote is opened in and not closed.
Error not_closed(const CsvRow& row, const Text& text) {
  const auto at = static_cast<std::uint32_t>(*row.unclosed - row.begin);
  const auto size = static_cast<std::uint32_t>(text.view().size());
  const std::uint32_t shown = std::min(size, at + kShownBytes);
  return {"expected the quote that closes the field, found the end",
          text.to_source({std::min(at, shown), shown})};
}

/// Whether a row has anything in a column that may tell an article's words.
bool has_words(const TableColumns& columns, std::string_view row, char delimiter) {
  const std::vector<Span> fields = csv_fields(row, delimiter);
  for (const std::string_view field : {"text", "teaser"})
    for (const TableColumn& column : columns.named(field))
      if (column.place < fields.size() && !trimmed(fields[column.place].of(row)).empty())
        return true;
  return false;
}

/// A table, in bytes or decoded. `decode_row(begin, end)` gives a part of it. Of rows without words
/// the first are told, and how many there are more.
template <typename DecodeRow>
void read_table(const Resource& resource, std::string_view text, const ArticleSink& sink,
                DecodeRow decode_row) {
  const TableStart start = start_of(text);
  CsvRows rows(text.substr(start.at), start.delimiter);
  std::optional<TableColumns> columns;
  std::size_t wordless = 0;
  for (CsvRow row; rows.next(row);) {
    const std::size_t begin = start.at + row.begin, end = start.at + row.end;
    const std::string_view raw = text.substr(begin, end - begin);
    const bool empty = columns && !row.unclosed && !has_words(*columns, raw, start.delimiter);
    if (empty && ++wordless > kMostWordlessRows) continue;
    const Result<Decoded> decoded = decode_row(begin, end);
    if (!decoded) {
      sink(decoded.error());
      continue;
    }
    if (row.unclosed) sink(not_closed(row, decoded->text));
    if (!columns) {
      const std::vector<std::string> names = names_in(decoded->text.view(), start.delimiter);
      columns = columns_of(names);
      if (const auto wrong = take_given(resource.columns, names, *columns))
        return sink(Error{wrong->message, whole_of_row(decoded->text)});
      if (columns->in_first_row) continue;
    }
    Result<Article> read = RowReader(*columns, *decoded, start.delimiter).read();
    if (!read) {
      sink(std::move(read));
      continue;
    }
    Article article = std::move(read).value();
    article.source = resource.name + "#" + std::to_string(row.line);
    sink(std::move(article));
  }
  if (wordless > kMostWordlessRows)
    sink(Error{"expected articles, found " + std::to_string(wordless - kMostWordlessRows) +
                   " more rows without words",
               {}});
}

bool is_csv(const Resource& resource) {
  const TableStart start = start_of(resource.bytes);
  const std::string_view text = std::string_view(resource.bytes).substr(start.at, kCsvHead);
  CsvRow row;
  if (!CsvRows(text, start.delimiter).next(row)) return false;
  const auto names = names_in(text.substr(row.begin, row.end - row.begin), start.delimiter);
  return tells_articles(columns_of(names));
}

void read_csv(const Resource& resource, const ArticleSink& sink) {
  std::size_t told = 0;
  const ArticleSink counting = [&](Result<Article> read) {
    ++told;
    sink(std::move(read));
  };
  if (wide_charset_of(resource.bytes).empty()) {
    read_table(resource, resource.bytes, counting, [&](std::size_t begin, std::size_t end) {
      Resource row;
      row.bytes = resource.bytes.substr(begin, end - begin);
      row.charset = resource.charset;
      return decode(row, static_cast<std::uint32_t>(begin));
    });
  } else {
    const Result<Decoded> decoded = decode(resource);
    if (!decoded) return sink(decoded.error());
    read_table(resource, decoded->text.view(), counting, [&](std::size_t begin, std::size_t end) {
      TextBuilder builder(decoded->text);
      builder.copy({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      return Result<Decoded>(Decoded{std::move(builder).build(), {}, {}});
    });
  }
  if (told == 0) sink(Error{"expected a table with rows of articles, found none", {}});
}

}  // namespace

std::span<const std::string_view> table_fields() { return kTableFields; }

extern const Importer csv_importer{
    "csv", ".csv .tsv", "a table with a row of names, then one article a row", is_csv, read_csv};

}  // namespace dateline
