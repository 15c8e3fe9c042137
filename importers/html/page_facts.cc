#include "importers/html/page_facts.h"

#include "importers/html/metadata_names.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

void add_metas(const HtmlTree& tree, NodeIndex node, std::vector<PageFacts::Meta>& metas) {
  std::string content = tree.value(node, "content");
  if (content.empty()) return;
  for (const std::string_view attribute : {"property", "name", "itemprop", "http-equiv"})
    if (std::string name = ascii_lower(tree.value(node, attribute)); !name.empty())
      metas.push_back({std::move(name), content});
}

}  // namespace

std::string PageFacts::meta(std::string_view field) const {
  const Meta* best = nullptr;
  int best_rank = 0;
  for (const Meta& meta : metas) {
    const int rank = metadata_names().rank(field, meta.name);
    if (rank < 0 || (best != nullptr && rank >= best_rank)) continue;
    best = &meta;
    best_rank = rank;
  }
  return best != nullptr ? best->content : std::string();
}

std::string PageFacts::linked_text(std::string LinkedArticle::*member, bool stories_only) const {
  for (const LinkedArticle& article : linked)
    if ((article.is_story() || !stories_only) && !(article.*member).empty()) return article.*member;
  return {};
}

PageFacts read_facts(const HtmlTree& tree) {
  PageFacts facts{tree, read_json_ld(tree), {}, {}};
  for (NodeIndex node = 1; node < tree.nodes.size(); ++node) {
    if (tree[node].tag == Tag::meta) add_metas(tree, node, facts.metas);
    const bool in_drawing = tree[tree[node].parent].tag == Tag::svg;
    if (tree[node].tag == Tag::title && facts.title_element.empty() && !in_drawing)
      facts.title_element = text_of(tree, node);
  }
  return facts;
}

}  // namespace dateline
