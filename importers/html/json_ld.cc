#include "importers/html/json_ld.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "importers/html/entities.h"
#include "importers/html/metadata_names.h"
#include "importers/text/ascii.h"
#include "importers/text/json_tree.h"

namespace dateline {
namespace {

// Scripts that hold more are data for the page's own programs.
constexpr std::size_t kMaxScripts = 64;
// An author refers to a person, who may be described elsewhere; more steps are a circle.
constexpr int kMaxReferences = 3;

/// A description: an object of one of the scripts.
struct Described {
  const JsonTree* tree;
  JsonIndex at;
};

class JsonLdReader {
 public:
  explicit JsonLdReader(const HtmlTree& page) {
    for (NodeIndex node = 1; node < page.nodes.size() && scripts_.size() < kMaxScripts; ++node)
      if (page[node].tag == Tag::script &&
          ascii_lower(page.value(node, "type")).find("ld+json") != std::string::npos)
        read_script(text_within(page, node));
    for (const JsonTree& script : scripts_) collect_ids(script);
  }

  std::vector<LinkedArticle> articles() const {
    std::vector<LinkedArticle> found;
    for (const JsonTree& script : scripts_)
      for (JsonIndex i = 0; i < script.values.size(); ++i)
        if (script[i].kind == JsonValue::Kind::object)
          if (const auto rank = rank_of(script, i)) found.push_back(article({&script, i}, *rank));
    std::ranges::stable_sort(found, {}, &LinkedArticle::rank);
    return found;
  }

 private:
  static std::string_view text_within(const HtmlTree& page, NodeIndex script) {
    const NodeIndex text = script + 1;
    if (text >= page[script].end) return {};
    return page[text].at.of(page.page);
  }

  /// Several values may follow one another, with commas or without; comments and CDATA marks go.
  void read_script(std::string_view text) {
    for (std::size_t values = 0; values < kMaxScripts; ++values) {
      const std::size_t begin = text.find_first_of("{[");
      if (begin == text.npos) return;
      const bool mark = text.substr(begin).starts_with("[CDATA[");
      text.remove_prefix(mark ? begin + 7 : begin);
      if (mark) continue;
      scripts_.push_back(parse_json(text, true));
      if (scripts_.back().error || scripts_.back().end == 0) return;
      text.remove_prefix(scripts_.back().end);
    }
  }

  /// Objects that say more of themselves than their @id.
  void collect_ids(const JsonTree& script) {
    for (JsonIndex i = 0; i < script.values.size(); ++i) {
      const auto id = script.member(i, "@id");
      if (id && script[i].end - i > 2)
        by_id_.try_emplace(script.string(*id), Described{&script, i});
    }
  }

  static std::optional<int> rank_of_type(std::string_view type) {
    type.remove_prefix(std::min(type.find_last_of("/:") + 1, type.size()));
    if (const int rank = metadata_names().rank("type", type); rank >= 0) return rank;
    const int rank = metadata_names().rank("page-type", type);
    return rank >= 0 ? std::optional(LinkedArticle::kPageRank + rank) : std::nullopt;
  }

  static std::optional<int> rank_of(const JsonTree& script, JsonIndex object) {
    std::optional<int> best;
    for (const std::string& type : strings_of(script, object, "@type"))
      if (const auto rank = rank_of_type(type); rank && (!best || *rank < *best)) best = rank;
    return best;
  }

  /// The member itself if it is a string, or the strings in it if it is a list.
  static std::vector<std::string> strings_of(const JsonTree& script, JsonIndex object,
                                             std::string_view name) {
    std::vector<std::string> found;
    const auto member = script.member(object, name);
    if (!member) return found;
    if (script[*member].kind != JsonValue::Kind::array) return {clean(script.string(*member))};
    for (JsonIndex i = *member + 1; i < script[*member].end; i = script[i].end)
      found.push_back(clean(script.string(i)));
    return found;
  }

  static std::string clean(std::string_view text) {
    return std::string(trimmed(without_references(text)));
  }

  static std::string string_of(const JsonTree& script, JsonIndex object, std::string_view name) {
    for (const std::string& text : strings_of(script, object, name))
      if (!text.empty()) return text;
    return {};
  }

  LinkedArticle article(Described at, int rank) const {
    const auto text = [&](std::string_view name) { return string_of(*at.tree, at.at, name); };
    LinkedArticle article;
    article.rank = rank;
    article.headline = text("headline");
    article.name = text("name");
    article.published = text("datePublished");
    if (article.published.empty()) article.published = text("dateCreated");
    article.modified = text("dateModified");
    article.url = text("url");
    article.language = text("inLanguage");
    article.body = text("articleBody");
    article.authors = names_of(at, "author");
    if (article.authors.empty()) article.authors = names_of(at, "creator");
    const auto publishers = names_of(at, "publisher");
    if (!publishers.empty()) article.publisher = publishers.front();
    return article;
  }

  std::vector<std::string> names_of(Described at, std::string_view member) const {
    std::vector<std::string> names;
    const auto value = at.tree->member(at.at, member);
    if (!value) return names;
    const JsonValue& list = (*at.tree)[*value];
    if (list.kind != JsonValue::Kind::array) {
      add_name({at.tree, *value}, names);
      return names;
    }
    for (JsonIndex i = *value + 1; i < list.end; i = (*at.tree)[i].end)
      add_name({at.tree, i}, names);
    return names;
  }

  /// The name of a person or firm: a string, or an object's `name`, there or where its @id leads.
  void add_name(Described at, std::vector<std::string>& names) const {
    for (int step = 0; step < kMaxReferences; ++step) {
      const bool object = (*at.tree)[at.at].kind == JsonValue::Kind::object;
      if (!object) return add(clean(at.tree->string(at.at)), names);
      const auto found = strings_of(*at.tree, at.at, "name");
      for (const std::string& name : found) add(name, names);
      if (!found.empty()) return;
      const auto known = by_id_.find(string_of(*at.tree, at.at, "@id"));
      if (known == by_id_.end()) return;
      at = known->second;
    }
  }

  static void add(std::string name, std::vector<std::string>& names) {
    if (!name.empty() && std::ranges::find(names, name) == names.end())
      names.push_back(std::move(name));
  }

  std::vector<JsonTree> scripts_;
  std::map<std::string, Described, std::less<>> by_id_;
};

}  // namespace

std::vector<LinkedArticle> read_json_ld(const HtmlTree& tree) {
  return JsonLdReader(tree).articles();
}

}  // namespace dateline
