#include "importers/html/metadata.h"

#include <algorithm>
#include <utility>

#include "importers/html/headline.h"
#include "importers/html/metadata_names.h"
#include "importers/html/page_authors.h"
#include "importers/html/page_facts.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::string find_url(const PageFacts& facts, const std::string& found_at) {
  const HtmlTree& tree = facts.tree;
  for (NodeIndex node = 1; node < tree.nodes.size(); ++node)
    if (tree[node].tag == Tag::link && ascii_lower(tree.value(node, "rel")) == "canonical")
      if (std::string url = tree.value(node, "href"); is_address(url)) return url;
  if (std::string url = facts.meta("url"); is_address(url)) return url;
  if (std::string url = facts.linked_text(&LinkedArticle::url, true); is_address(url)) return url;
  return found_at;
}

/// "en_US" is how Open Graph writes "en-US". Anything that is no language tag is dropped.
std::string language_tag(std::string_view text) {
  std::string tag(trimmed(text.substr(0, text.find(','))));
  std::ranges::replace(tag, '_', '-');
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  const bool letters = std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary),
                                   [](char c) { return is_ascii_letter(c); });
  return letters && primary >= 2 && primary <= 3 && tag.size() <= 35 ? tag : std::string();
}

std::string find_language(const PageFacts& facts) {
  const HtmlTree& tree = facts.tree;
  for (NodeIndex node = 1; node < tree.nodes.size() && tree[node].tag != Tag::body; ++node)
    if (tree[node].tag == Tag::html)
      if (std::string tag = language_tag(tree.value(node, "lang")); !tag.empty()) return tag;
  if (std::string tag = language_tag(facts.linked_text(&LinkedArticle::language, true));
      !tag.empty())
    return tag;
  return language_tag(facts.meta("language"));
}

std::string find_publisher(const PageFacts& facts) {
  std::string publisher = facts.linked_text(&LinkedArticle::publisher, true);
  if (publisher.empty()) publisher = facts.meta("publisher");
  return is_address(publisher) ? std::string() : publisher;
}

}  // namespace

PageMetadata read_metadata(const HtmlTree& tree, const std::string& url) {
  const PageFacts facts = read_facts(tree);
  PageMetadata metadata;
  metadata.title = find_headline(facts);
  metadata.publisher = find_publisher(facts);
  metadata.authors = find_page_authors(facts, metadata.publisher, metadata.title);
  metadata.url = find_url(facts, url);
  metadata.language = find_language(facts);
  metadata.dates = find_page_dates(facts, metadata.url, metadata.title);
  metadata.body = facts.linked_text(&LinkedArticle::body, true);
  return metadata;
}

}  // namespace dateline
