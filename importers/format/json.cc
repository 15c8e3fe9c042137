#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/utf8.h"
#include "importers/format/json_article.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/charset.h"
#include "importers/text/json_tree.h"

namespace dateline {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";  // byte order mark of UTF-8
constexpr std::string_view kSpace = " \t\r\n";

std::size_t begin_of_json(std::string_view bytes) {
  const std::size_t mark = bytes.starts_with(kMark) ? kMark.size() : 0;
  return std::min(bytes.find_first_not_of(kSpace, mark), bytes.size());
}

/// An object with members, or a list of objects: no other text begins so.
bool accepts(const Resource& resource) {
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

  /// `page` holds one JSON value, maybe with white space around it. `line`: its number, from 1; 0
  /// if it is all of the resource.
  void read(const Text& page, std::size_t line) const {
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
      tell_mended(tree, article);
      sink_(std::move(article));
    }
    if (const auto wrong = mistake_of(tree, articles.empty()))
      sink_(Error{wrong->message, page.to_source({wrong->at.begin, wrong->at.end})});
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
      return Error{"expected articles, objects with a member like \"text\", found none", {}};
    return std::nullopt;
  }

  static void tell_mended(const JsonTree& tree, Article& article) {
    if (tree.mended > 0)
      article.diagnostics.push_back(
          {Severity::warning,
           "mended-json",
           "expected JSON, found control characters or halves of characters in " +
               std::to_string(tree.mended) + " places",
           {}});
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

/// Whether the first line is a JSON value by itself, and more follows.
bool has_one_value_a_line(std::string_view bytes) {
  const std::size_t begin = begin_of_json(bytes);
  const std::size_t end = bytes.find('\n', begin);
  if (end == bytes.npos || bytes.find_first_not_of(kSpace, end) == bytes.npos) return false;
  // A list or an object that goes on has no bracket that closes at the end of its first line.
  const std::string_view line = trimmed(bytes.substr(begin, end - begin));
  if (line.size() > kMaxArticleBytes || !(line.ends_with('}') || line.ends_with(']'))) return false;
  const JsonTree tree = parse_json(line);
  return !tree.error && tree.end == line.size();
}

Text line_of(const Resource& resource, std::size_t begin, std::size_t end) {
  return Text::from_source(resource.bytes.substr(begin, end - begin),
                           static_cast<std::uint32_t>(begin));
}

/// Each line by itself, so that memory does not grow with the file, and a broken line harms no
/// other.
void read_lines(const Resource& resource, const ArticleSink& sink) {
  const JsonReader reader(resource, sink);
  const std::string_view bytes = resource.bytes;
  std::size_t number = 1;
  for (std::size_t begin = begin_of_json(bytes); begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const SourceSpan at{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    const std::string_view line = bytes.substr(begin, end - begin);
    if (line.size() > kMaxArticleBytes) {
      sink(Error{"expected at most " + std::to_string(kMaxArticleBytes) +
                     " bytes in an article, found " + std::to_string(line.size()),
                 at});
    } else if (line.find_first_not_of(kSpace) != line.npos) {
      reader.read(line_of(resource, begin, end), number);
    }
    begin = end + 1;
    ++number;
  }
}

void read(const Resource& resource, const ArticleSink& sink) {
  const bool utf8 = !first_invalid_utf8(resource.bytes);
  if (utf8 && has_one_value_a_line(resource.bytes)) return read_lines(resource, sink);
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  JsonReader(resource, sink).read(decoded->text, 0);
}

}  // namespace

extern const Importer json_importer{
    "json", ".json .jsonl .ndjson",
    "articles in JSON: one, a list, lists in wrappers, or one a line (JSON Lines)", accepts, read};

}  // namespace dateline
