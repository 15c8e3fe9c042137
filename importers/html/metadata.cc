#include "importers/html/metadata.h"

#include <algorithm>
#include <utility>

#include "importers/html/headline.h"
#include "importers/html/metadata_names.h"
#include "importers/html/page_facts.h"
#include "importers/text/ascii.h"
#include "importers/text/byline.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestByline = 200;  // bytes

bool is_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

void add_authors(std::string_view field, std::vector<std::string>& authors) {
  for (std::string& name : read_authors(field))
    if (std::ranges::find(authors, name) == authors.end()) authors.push_back(std::move(name));
}

bool names_author(const HtmlTree& tree, NodeIndex node) {
  const auto has = [&](std::string_view attribute, std::string_view word) {
    const auto value = tree.attribute(node, attribute);
    return value && equals_ignoring_case(trimmed(*value), word);
  };
  return has("rel", "author") || has("itemprop", "author");
}

/// What an element with a class like "byline" says, if it is a byline.
std::vector<std::string> byline_authors(const HtmlTree& tree) {
  for (NodeIndex node = 1; node < tree.nodes.size(); ++node) {
    const auto names = tree.attribute(node, "class");
    if (!names || ascii_lower(*names).find("byline") == std::string::npos) continue;
    const std::string text = text_of(tree, node);
    if (text.size() > kLongestByline) continue;
    if (const auto byline = read_byline(text)) return byline->authors;
  }
  return {};
}

std::vector<std::string> find_authors(const PageFacts& facts) {
  std::vector<std::string> authors;
  for (const LinkedArticle& article : facts.linked) {
    for (const std::string& name : article.authors) add_authors(name, authors);
    if (!authors.empty()) return authors;
  }
  for (const PageFacts::Meta& meta : facts.metas)
    if (metadata_names().rank("author", meta.name) >= 0) add_authors(meta.content, authors);
  if (!authors.empty()) return authors;
  authors = byline_authors(facts.tree);
  for (NodeIndex node = 1; authors.empty() && node < facts.tree.nodes.size(); ++node)
    if (facts.tree[node].attribute_count > 0 && names_author(facts.tree, node))
      if (const std::string text = text_of(facts.tree, node); text.size() <= kLongestByline)
        add_authors(text, authors);
  return authors;
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
  metadata.authors = find_authors(facts);
  metadata.publisher = find_publisher(facts);
  metadata.url = find_url(facts, url);
  metadata.language = find_language(facts);
  metadata.dates = find_page_dates(facts, metadata.url, metadata.title);
  metadata.body = facts.linked_text(&LinkedArticle::body, true);
  return metadata;
}

}  // namespace dateline
