#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "importers/format/json_article.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/charset.h"
#include "importers/text/json_tree.h"

namespace dateline {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // byte order mark of UTF-8
constexpr std::string_view kSpace = " \t\r\n";
/// Lines looked at to tell JSON Lines, of which the first may be broken.
constexpr std::size_t kLinesTried = 8;

std::size_t begin_of_json(std::string_view bytes) {
  const std::size_t mark = bytes.starts_with(kMark) ? kMark.size() : 0;
  return std::min(bytes.find_first_not_of(kSpace, mark), bytes.size());
}

/// An object with members, or a list of objects: no other text begins so.
bool is_json(const Resource& resource) {
  const std::string_view bytes = resource.bytes;
  std::size_t at = begin_of_json(bytes);
  if (at < bytes.size() && bytes[at] == '[') at = bytes.find_first_not_of(kSpace, at + 1);
  if (at >= bytes.size() || bytes[at] != '{') return false;
  at = bytes.find_first_not_of(kSpace, at + 1);
  return at < bytes.size() && bytes[at] == '"';
}

/// Hands on the articles of JSON texts out of one resource.
class JsonReader {
 public:
  JsonReader(const Resource& resource, const ArticleSink& sink)
      : resource_(resource), sink_(sink) {}

  /// The text holds one JSON value, maybe with white space around it. `line`: its number, from 1;
  /// 0 if it is all of the resource.
  void read(const Decoded& decoded, std::size_t line) const {
    const Text& page = decoded.text;
    const JsonTree tree = parse_json(page.view());
    const auto articles = find_json_articles(tree);
    for (std::size_t i = 0; i < articles.size(); ++i) {
      if (std::ranges::count(tree.cut, articles[i].at) > 0) break;
      Result<Article> read = read_json_article(tree, page, articles[i]);
      if (!read) {
        sink_(std::move(read));
        continue;
      }
      Article article = std::move(read).value();
      article.source = resource_.name + record_name(line, i + 1, articles.size());
      article.diagnostics.insert(article.diagnostics.end(), decoded.diagnostics.begin(),
                                 decoded.diagnostics.end());
      tell_mended(tree, page, articles[i].at, article);
      sink_(std::move(article));
    }
    if (const auto wrong = mistake_of(tree, articles.empty()))
      sink_(Error{wrong->message, page.to_source({wrong->at.begin, wrong->at.end}),
                  wrong->passed_over});
  }

 private:
  /// Error.at is in the text that was parsed.
  std::optional<Error> mistake_of(const JsonTree& tree, bool nothing_found) const {
    if (tree.error) return tree.error;
    const std::string_view rest = std::string_view(tree.text).substr(tree.end);
    if (const std::size_t more = rest.find_first_not_of(kSpace); more != rest.npos) {
      const auto at = static_cast<std::uint32_t>(tree.end + more);
      return Error{"expected the end of the JSON text, found more of it", {at, at + 1}};
    }
    if (nothing_found)
      return Error{"expected articles, objects with a member like \"text\", found none", {}, true};
    return std::nullopt;
  }

  static void tell_mended(const JsonTree& tree, const Text& page, JsonIndex object,
                          Article& article) {
    const Span at = tree[object].at;
    const JsonIndex next = tree[object].end;
    const std::uint32_t end =
        next < tree.values.size() ? tree[next].at.begin : static_cast<std::uint32_t>(tree.end);
    const auto first = std::ranges::lower_bound(tree.mended, at.begin);
    if (first == tree.mended.end() || *first >= end) return;
    article.diagnostics.push_back({Severity::warning, "mended-json",
                                   "expected JSON, found a control character or half a character",
                                   page.to_source({*first, *first + 1})});
  }

  /// "#7" for the seventh article, or for the one in line 7; "#7.2" for the second in that line.
  static std::string record_name(std::size_t line, std::size_t number, std::size_t of) {
    if (line == 0) return of > 1 ? "#" + std::to_string(number) : std::string();
    const std::string name = "#" + std::to_string(line);
    return of > 1 ? name + "." + std::to_string(number) : name;
  }

  const Resource& resource_;
  const ArticleSink& sink_;
};

bool is_one_value(std::string_view line) {
  if (line.size() > kMaxArticleBytes || !(line.ends_with('}') || line.ends_with(']'))) return false;
  const JsonTree tree = parse_json(line);
  return !tree.error && tree.end == line.size();
}

/// The first lines that are not blank, trimmed; at most kLinesTried.
std::vector<std::string_view> first_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = begin_of_json(text); at < text.size() && lines.size() < kLinesTried;) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(trimmed(text.substr(at, end - at)));
    at = std::min(text.find_first_not_of(kSpace, end), text.size());
  }
  return lines;
}

/// Whether a value may go on in the next line, as lists and objects do that are laid out for
/// people.
bool goes_on(std::string_view line) {
  if (std::string_view("{[,:").find(line.back()) == std::string_view::npos) return false;
  return !(line.ends_with("},") && is_one_value(line.substr(0, line.size() - 1)));
}

/// Whether one of the first lines, and not the only one, is a JSON value by itself, and those
/// before it, which are broken, are not the beginning of something bigger.
bool has_one_value_a_line(std::string_view text) {
  const std::vector<std::string_view> lines = first_lines(text);
  for (std::size_t i = 0; lines.size() > 1 && i < lines.size(); ++i) {
    if ((i == 0 || lines[i].front() == '{') && is_one_value(lines[i])) return true;
    const bool may_begin = i > 0 || lines[i].front() == '{' || lines[i].front() == '[';
    if (may_begin && goes_on(lines[i])) return false;
  }
  return false;
}

/// Calls `read(begin, end, number)` for each line that is not blank.
template <typename Read>
void for_each_line(std::string_view text, Read read) {
  std::size_t number = 1;
  for (std::size_t begin = 0; begin < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (begin_of_json(line) < line.size()) read(begin, end, number);
    begin = end + 1;
  }
}

/// A line in the character set of its own: a list may be put together of files in several.
Result<Decoded> decode_line(const Resource& resource, std::size_t begin, std::size_t end) {
  Resource line;
  line.bytes = resource.bytes.substr(begin, end - begin);
  line.charset = resource.charset;
  Result<Decoded> decoded = decode(line, static_cast<std::uint32_t>(begin));
  if (!decoded)
    return Error{decoded.error().message,
                 {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
  return decoded;
}

/// Each line by itself, so that memory does not grow with the file, and a broken line harms no
/// other.
void read_lines(const Resource& resource, const ArticleSink& sink) {
  const JsonReader reader(resource, sink);
  for_each_line(resource.bytes, [&](std::size_t begin, std::size_t end, std::size_t number) {
    const Result<Decoded> line = decode_line(resource, begin, end);
    if (line)
      reader.read(*line, number);
    else
      sink(line.error());
  });
}

/// The lines of a text whose characters have several bytes.
void read_decoded_lines(const Resource& resource, const Text& text, const ArticleSink& sink) {
  const JsonReader reader(resource, sink);
  for_each_line(text.view(), [&](std::size_t begin, std::size_t end, std::size_t number) {
    TextBuilder builder(text);
    builder.copy({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    reader.read({std::move(builder).build(), {}, {}}, number);
  });
}

void read_json(const Resource& resource, const ArticleSink& sink) {
  if (has_one_value_a_line(resource.bytes)) return read_lines(resource, sink);
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  if (has_one_value_a_line(decoded->text.view()))
    return read_decoded_lines(resource, decoded->text, sink);
  JsonReader(resource, sink).read(*decoded, 0);
}

}  // namespace

extern const Importer json_importer{
    "json", ".json .jsonl .ndjson",
    "articles in JSON: one, a list, lists in wrappers, or one a line (JSON Lines)", is_json,
    read_json};

}  // namespace dateline
