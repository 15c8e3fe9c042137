#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>

namespace dateline {

struct Article;

/// An earlier article that one is a copy of.
struct OriginalArticle {
  std::string_view source;
  std::uint32_t line_number = 0;  ///< of its line in the output, from 1
};

/// One article as one line of JSON: source, url, title, authors, published, published_from,
/// language, publisher, part_of, retrieved, media_type, source_sha256, text, and
/// - source_spans: for each paragraph of `text` [start, end, source_start, source_end], the first
///   two in Unicode code points of `text`, the others in bytes of the resource, all half-open;
/// - published_candidates, repairs and diagnostics, if there are any;
/// - if it is a copy of an `original`: duplicate_of, the source of that, and duplicate_line.
/// What is not known is left out; source, title, authors and text are always there. False when the
/// stream failed.
bool write_article_jsonl(const Article& article, std::ostream& out,
                         const OriginalArticle* original = nullptr);

/// Such a line, written before the original was known, with the members that tell of it.
std::string with_original(std::string line, const OriginalArticle& original);

}  // namespace dateline
