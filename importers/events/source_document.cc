#include "importers/events/source_document.h"

#include <set>

#include "core/digest.h"
#include "core/when.h"
#include "core/word_sketch.h"

namespace dateline {

namespace {

FoundWords found_words(const Document& document, const EvidenceMaker& evidence, TokenRange tokens) {
  const Span span = document.span_of(tokens);
  return {evidence.code_points_before(span.begin), evidence.code_points_before(span.end),
          std::string(span.of(document.text()))};
}

FoundReport found_report(const Document& document, const EvidenceMaker& evidence,
                         const Report& report) {
  FoundReport found;
  if (!report.source.empty())
    found.source.push_back(found_words(document, evidence, report.source));
  found.cue.push_back(found_words(document, evidence, report.cue));
  for (const TokenRange content : report.contents)
    found.content.push_back(found_words(document, evidence, content));
  found.nested = report.nested;
  return found;
}

}  // namespace

SourceDocument source_document(const Document& document, const std::vector<Timex>& timexes,
                               const EvidenceMaker& evidence) {
  const Article& article = document.article;
  SourceDocument source;
  source.id = evidence.document_id();
  source.title = article.title;
  source.url = article.url;
  source.publisher = article.publisher;
  source.authors = article.authors;
  if (document.published) {
    source.published = when_of(*document.published);
    source.published_from = article.published_from;
  }
  source.published_candidates = article.published_candidates;
  source.retrieved = article.retrieved;
  source.language = article.language;
  source.media_type = article.media_type;
  source.text = std::string(document.text());
  source.text_length = static_cast<std::uint32_t>(count_code_points(document.text()));
  source.text_sha256 = sha256(document.text());
  source.source_sha256 = article.source_sha256;
  source.source = article.source;
  std::set<std::string> tables;
  for (const Repair& repair : article.repairs) tables.insert("mojibake: " + repair.table);
  source.repairs.assign(tables.begin(), tables.end());
  source.part_of = article.part_of;
  if (const auto sketch = word_sketch(document.text())) source.sketch = to_hex(*sketch);
  for (const Timex& timex : timexes) {
    FoundTimex found;
    found.start = evidence.code_points_before(timex.span.begin);
    found.end = evidence.code_points_before(timex.span.end);
    found.text = std::string(timex.span.of(document.text()));
    found.type = timex.type;
    found.value = timex.value;
    found.mod = timex.mod;
    found.rule = timex.rule;
    for (const std::string& value : timex.other_values)
      source.other_readings.push_back({found.start, found.end, value});
    source.timexes.push_back(std::move(found));
  }
  for (const Report& report : document.reports)
    source.reports.push_back(found_report(document, evidence, report));
  return source;
}

}  // namespace dateline
