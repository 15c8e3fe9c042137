#include "importers/format/html.h"

#include <string>
#include <utility>

#include "core/edtf.h"
#include "importers/html/block_text.h"
#include "importers/html/main_content.h"
#include "importers/html/metadata.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/charset.h"
#include "importers/text/repair.h"

namespace dateline {
namespace {

// Declarations and comments may stand before the first element.
constexpr std::size_t kPageStart = 2048;

bool is_page(const Resource& resource) {
  if (resource.media_type.starts_with("text/html")) return true;
  const std::string head = ascii_lower(std::string_view(resource.bytes).substr(0, kPageStart));
  if (head.find('<') == head.npos) return false;
  for (const std::string_view sign : {"<!doctype html", "<html", "<head", "<body", "<meta "})
    if (head.find(sign) != head.npos) return true;
  return false;
}

void take_metadata(PageMetadata metadata, Article& article) {
  article.title = repaired(metadata.title);
  for (const std::string& author : metadata.authors) article.authors.push_back(repaired(author));
  article.publisher = repaired(metadata.publisher);
  article.url = std::move(metadata.url);
  article.language = std::move(metadata.language);
  if (metadata.dates.empty()) return;
  if (metadata.dates.front().score >= kTrustedDate) {
    article.published = to_edtf(metadata.dates.front().date);
    article.published_from = PublishedFrom::metadata;
  }
  for (const PageDate& date : metadata.dates)
    article.published_candidates.push_back({to_edtf(date.date), date.why, date.score});
}

void read_html(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  sink(read_page(*decoded, resource.url));
}

}  // namespace

Result<Article> read_page(const Decoded& decoded, const std::string& url) {
  const Text& page = decoded.text;
  const HtmlTree tree = parse_html(page.view());
  PageMetadata metadata = read_metadata(tree, url);
  const HtmlBlocks story = find_main_content(tree, metadata.title);
  Repaired text = repaired_text_of_blocks(page, tree, story);
  if (text.text.view().empty())
    return Error{"expected a page with a story, found no text in it", {}};
  Article article;
  article.media_type = "text/html";
  article.text = std::move(text.text);
  article.repairs = std::move(text.repairs);
  article.diagnostics = decoded.diagnostics;
  take_metadata(std::move(metadata), article);
  return article;
}

extern const Importer html_importer{"html", ".html .htm .xhtml", "a web page with one story",
                                    is_page, read_html};

}  // namespace dateline
