#include "importers/container/wacz_pages.h"

#include <algorithm>
#include <utility>

#include "importers/text/json_tree.h"

namespace dateline {
namespace {

/// More are not kept: some 100 MB.
constexpr std::size_t kMostWebPages = 500'000;
constexpr std::size_t kMaxPageLine = 1u << 20;

std::string string_member(const JsonTree& tree, std::string_view name) {
  const auto member = tree.member(0, name);
  return member ? tree.string(*member) : std::string();
}

}  // namespace

void read_wacz_pages(std::string_view lines, WebPages& pages) {
  for (std::size_t at = 0; at < lines.size() && pages.size() < kMostWebPages;) {
    const std::size_t end = std::min(lines.find('\n', at), lines.size());
    const std::string_view line = lines.substr(at, end - at);
    at = end + 1;
    if (!line.starts_with('{') || line.size() > kMaxPageLine) continue;
    const JsonTree tree = parse_json(line);
    if (tree.error || tree.values.empty()) continue;
    std::string url = string_member(tree, "url");
    if (url.empty()) continue;
    pages.try_emplace(std::move(url),
                      WebPage{string_member(tree, "title"), string_member(tree, "ts")});
  }
}

void tell_page(const WebPages& pages, Resource& about) {
  const auto page = pages.find(about.url);
  if (page == pages.end()) return;
  about.title = page->second.title;
  if (about.retrieved.empty()) about.retrieved = page->second.captured;
}

}  // namespace dateline
