#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.h"
#include "core/text.h"

namespace dateline {

/// How an article's publication date was come by; the names of the timeline schema.
enum class PublishedFrom : std::uint8_t { unknown, metadata, text, filename, user, inferred };
std::string_view name_of(PublishedFrom from);  ///< empty for unknown
std::optional<PublishedFrom> published_from_named(std::string_view name);

/// One piece of evidence for a publication date that was considered.
struct PublishedCandidate {
  std::string edtf;
  std::string why;   ///< for people: "weekday 'Saturday' before Feb. 20, 2022"
  double score = 0;  ///< in [0,1]

  friend bool operator==(const PublishedCandidate&, const PublishedCandidate&) = default;
};

/// What repair() put right at one place.
struct Repair {
  SourceSpan at;  ///< in the resource as received
  std::string broken, fixed;
  std::string table;      ///< e.g. "iso-8859-7 with windows-1252 in C1"
  double confidence = 0;  ///< in [0,1]
};

/// An element of the source that says what its words are: <EVENT class="STATE">.
struct Annotation {
  std::string element;  ///< its name
  std::vector<std::pair<std::string, std::string>>
      attributes;  ///< as they stand, references undone
  Span span;       ///< of Article::text

  /// Empty if there is none of that name.
  std::string_view attribute(std::string_view name) const;
};

/// One news article, as an importer hands it on.
struct Article {
  std::string source;  ///< path, or path#record for a part of an archive
  std::string title;   ///< as metadata or page has it; empty if only the text can tell
  std::vector<std::string> authors;
  std::string published;  ///< EDTF level 0 or 1 date or date-time; empty if not known
  PublishedFrom published_from = PublishedFrom::unknown;
  std::vector<PublishedCandidate> published_candidates;  ///< why it is not known, if it is not
  std::string url, publisher;
  std::string language;       ///< BCP 47; empty if not known
  std::string media_type;     ///< e.g. "text/html"
  std::string part_of;        ///< for a post of a live blog: source of the whole
  std::string retrieved;      ///< RFC 3339; empty if not known
  std::string source_sha256;  ///< hex, of the resource's bytes
  Text text;                  ///< headline first if the story shows one, then the body
  /// TIMEX3 and EVENT elements that the source brought, in the order of their ends; used only if
  /// asked for (ReadOptions::keep_annotation).
  std::vector<Annotation> annotations;
  std::vector<Repair> repairs;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace dateline
