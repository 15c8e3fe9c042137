#include "importers/format/html.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "core/edtf.h"
#include "importers/format/article_export.h"
#include "importers/html/block_text.h"
#include "importers/html/blocks.h"
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
// Their pages name them, be it in a comment or in an address.
constexpr std::string_view kDatabases[] = {"Factiva", "factiva", "LexisNexis",
                                           "NEXIS",   "Nexis",   "ProQuest"};

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

/// Whether a page may be what a news database gives to take away.
bool names_database(std::string_view page) {
  return std::ranges::any_of(kDatabases,
                             [&](std::string_view name) { return page.find(name) != page.npos; });
}

/// All that stands on a page.
Text text_of_page(const Text& page) {
  const HtmlTree tree = parse_html(page.view());
  const std::vector<bool> none_left_out(tree.nodes.size(), false);
  return text_of_blocks(page, tree, find_blocks(tree, none_left_out));
}

void read_html(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  if (names_database(decoded->text.view())) {
    const Text all = text_of_page(decoded->text);
    if (is_article_export(all.view()))
      return read_article_export({all, decoded->charset, decoded->diagnostics}, resource.name,
                                 sink);
  }
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
  std::ranges::move(text.diagnostics, std::back_inserter(article.diagnostics));
  take_metadata(std::move(metadata), article);
  return article;
}

extern const Importer html_importer{"html", ".html .htm .xhtml", "a web page with one story",
                                    is_page, read_html};

}  // namespace dateline
