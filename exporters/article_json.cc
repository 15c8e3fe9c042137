#include "exporters/article_json.h"

#include <algorithm>
#include <cassert>
#include <initializer_list>
#include <sstream>

#include "core/article.h"
#include "core/utf8.h"
#include "exporters/json_members.h"

namespace dateline {
namespace {

void figures(JsonWriter& json, std::initializer_list<std::uint32_t> values) {
  json.begin_list();
  for (const std::uint32_t value : values) json.number(value);
  json.end_list();
}

/// Paragraphs are the lines that are not empty.
void write_source_spans(JsonWriter& json, const Text& text) {
  const std::string_view view = text.view();
  const CodePointIndex index(view);
  json.key("source_spans");
  json.begin_array();
  for (std::size_t begin = 0; begin < view.size();) {
    const std::size_t end = std::min(view.find('\n', begin), view.size());
    if (end > begin) {
      const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      const SourceSpan source = text.to_source(span);
      figures(json, {index.code_points_before(span.begin), index.code_points_before(span.end),
                     source.begin, source.end});
    }
    begin = end + 1;
  }
  json.end_array();
}

void write_candidate(JsonWriter& json, const PublishedCandidate& candidate) {
  json.begin_object();
  text(json, "edtf", candidate.edtf);
  text(json, "why", candidate.why);
  number(json, "score", candidate.score);
  json.end_object();
}

void write_repair(JsonWriter& json, const Repair& repair) {
  json.begin_object();
  offset(json, "start", repair.at.begin);
  offset(json, "end", repair.at.end);
  text(json, "broken", repair.broken);
  text(json, "fixed", repair.fixed);
  text(json, "table", repair.table);
  number(json, "confidence", repair.confidence);
  json.end_object();
}

void write_diagnostic(JsonWriter& json, const Diagnostic& diagnostic) {
  json.begin_object();
  text(json, "kind", diagnostic.kind);
  text(json, "message", diagnostic.message);
  offset(json, "start", diagnostic.at.begin);
  offset(json, "end", diagnostic.at.end);
  json.end_object();
}

void write_original(JsonWriter& json, const OriginalArticle& original) {
  text(json, "duplicate_of", original.source);
  offset(json, "duplicate_line", original.line_number);
}

}  // namespace

bool write_article_jsonl(const Article& article, std::ostream& out,
                         const OriginalArticle* original) {
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  text(json, "source", article.source);
  optional_text(json, "url", article.url);
  text(json, "title", article.title);
  texts(json, "authors", article.authors);
  optional_text(json, "published", article.published);
  optional_text(json, "published_from", name_of(article.published_from));
  optional_array(json, "published_candidates", article.published_candidates, write_candidate);
  optional_text(json, "publisher", article.publisher);
  optional_text(json, "language", article.language);
  optional_text(json, "part_of", article.part_of);
  optional_text(json, "retrieved", article.retrieved);
  optional_text(json, "media_type", article.media_type);
  optional_text(json, "source_sha256", article.source_sha256);
  text(json, "text", article.text.view());
  write_source_spans(json, article.text);
  optional_array(json, "repairs", article.repairs, write_repair);
  optional_array(json, "diagnostics", article.diagnostics, write_diagnostic);
  if (original != nullptr) write_original(json, *original);
  json.end_object();
  return json.finish();
}

std::string with_original(std::string line, const OriginalArticle& original) {
  std::ostringstream members;
  JsonWriter json(members, JsonWriter::Layout::one_line);
  json.begin_object();
  write_original(json, original);
  json.end_object();
  [[maybe_unused]] const bool written = json.finish();
  assert(written);
  line.erase(line.rfind('}'));
  return line + ',' + members.str().substr(1);
}

}  // namespace dateline
