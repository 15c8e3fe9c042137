#include "importers/format/json_fields.h"

#include <algorithm>

#include "importers/html/metadata_names.h"

namespace dateline {
namespace {

using Kind = JsonValue::Kind;

// Bytes; shorter strings in lists may be tags and names.
constexpr std::uint32_t kLeastParagraph = 60;

bool is_string(const JsonTree& tree, JsonIndex value) {
  return tree[value].kind == Kind::string && !tree[value].at.empty();
}

std::optional<JsonIndex> string_in(const JsonTree& tree, JsonIndex value) {
  const auto scalar = scalar_of(tree, value);
  return scalar && is_string(tree, *scalar) ? scalar : std::nullopt;
}

/// A string, an object that stands for one, or a list that begins with a string.
bool is_text(const JsonTree& tree, JsonIndex value) {
  if (tree[value].kind != Kind::array) return string_in(tree, value).has_value();
  return tree[value].end > value + 1 && tree[value + 1].kind == Kind::string;
}

std::optional<JsonIndex> own_text(const JsonTree& tree, JsonIndex object) {
  return best_member(tree, object, "text", [&](JsonIndex i) { return is_text(tree, i); });
}

/// What has words, but nothing that tells an article from a part of one.
bool is_paragraph(const JsonTree& tree, JsonIndex value) {
  const auto any = [](JsonIndex) { return true; };
  return own_text(tree, value) && !has_headline(tree, value) &&
         !best_member(tree, value, "published", any) && !best_member(tree, value, "url", any);
}

/// A list of objects, some of them paragraphs; the others are pictures and the like, no articles.
bool is_list_of_paragraphs(const JsonTree& tree, JsonIndex value) {
  if (tree[value].kind != Kind::array) return false;
  bool any = false;
  for (JsonIndex i = value + 1; i < tree[value].end; i = tree[i].end) {
    if (is_paragraph(tree, i))
      any = true;
    else if (own_text(tree, i))
      return false;
  }
  return any;
}

/// Calls `take` for each string that stands in a list anywhere within a value.
template <typename Take>
void for_each_listed(const JsonTree& tree, JsonIndex value, Take take) {
  std::vector<JsonIndex> open;  // lists and objects around the value looked at
  for (JsonIndex i = value; i < tree[value].end; ++i) {
    while (!open.empty() && i >= tree[open.back()].end) open.pop_back();
    if (!open.empty() && tree[open.back()].kind == Kind::array && is_string(tree, i)) take(i);
    if (tree[i].kind == Kind::array || tree[i].kind == Kind::object) open.push_back(i);
  }
}

/// Sections with lists of paragraphs, of which one at least is longer than a label.
bool holds_paragraphs(const JsonTree& tree, JsonIndex value) {
  bool any = false;
  for_each_listed(tree, value, [&](JsonIndex i) { any |= tree[i].at.size() >= kLeastParagraph; });
  return any;
}

}  // namespace

int rank_of_member(const JsonTree& tree, JsonIndex member, std::string_view field) {
  return article_fields().rank(field, tree[member].key.of(tree.text));
}

std::optional<JsonIndex> scalar_of(const JsonTree& tree, JsonIndex value) {
  const auto is_scalar = [&](JsonIndex i) {
    return tree[i].kind == Kind::string || tree[i].kind == Kind::number;
  };
  return is_scalar(value) ? value : best_member(tree, value, "value", is_scalar);
}

bool has_headline(const JsonTree& tree, JsonIndex object) {
  const int name = article_fields().rank("title", "name");
  const auto title = best_member(tree, object, "title",
                                 [&](JsonIndex i) { return string_in(tree, i).has_value(); });
  return title && rank_of_member(tree, *title, "title") < name;
}

std::optional<JsonIndex> text_member(const JsonTree& tree, JsonIndex object) {
  const auto text = own_text(tree, object);
  if (text || !has_headline(tree, object)) return text;
  const auto paragraphs = best_member(tree, object, "paragraphs",
                                      [&](JsonIndex i) { return is_list_of_paragraphs(tree, i); });
  if (paragraphs) return paragraphs;
  const auto sections = best_member(tree, object, "paragraphs", [&](JsonIndex i) {
    return tree[i].kind == Kind::object && holds_paragraphs(tree, i);
  });
  if (sections) return sections;
  return best_member(tree, object, "teaser", [&](JsonIndex i) { return is_text(tree, i); });
}

std::vector<JsonIndex> strings_of(const JsonTree& tree, JsonIndex text) {
  std::vector<JsonIndex> strings;
  const auto add = [&](JsonIndex value) {
    if (const auto string = string_in(tree, value)) strings.push_back(*string);
  };
  if (tree[text].kind != Kind::array) {
    add(text);
    if (strings.empty()) for_each_listed(tree, text, add);
    return strings;
  }
  for (JsonIndex i = text + 1; i < tree[text].end; i = tree[i].end) {
    const auto words = own_text(tree, i);
    add(words ? *words : i);
  }
  return strings;
}

}  // namespace dateline
