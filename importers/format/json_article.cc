#include "importers/format/json_article.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>

#include "core/edtf.h"
#include "importers/format/cut_mark.h"
#include "importers/format/field_text.h"
#include "importers/format/json_fields.h"
#include "importers/html/metadata_names.h"
#include "importers/text/byline.h"
#include "importers/text/decoration.h"
#include "importers/text/publication_date.h"
#include "importers/text/repair.h"

namespace dateline {
namespace {

using Kind = JsonValue::Kind;

/// A list of articles in a feed, whose own description is none.
bool holds_articles(const JsonTree& tree, JsonIndex object) {
  const auto words = text_member(tree, object);
  for (JsonIndex i = object + 1; i < tree[object].end; i = tree[i].end) {
    if (tree[i].kind != Kind::array || tree[i].end == i + 1 || words == i) continue;
    if (text_member(tree, i + 1)) return true;
  }
  return false;
}

// More of them say no more.
constexpr std::size_t kMostDiagnostics = 16;

class ArticleReader {
 public:
  ArticleReader(const JsonTree& tree, const Text& page, const JsonArticle& at)
      : tree_(tree), page_(page), at_(at) {}

  Result<Article> read() const {
    const auto words = text_member(tree_, at_.at);
    if (!words) return no_words();
    Article article;
    article.media_type = "application/json";
    Repaired text = repaired_field(text_of_strings(*words));
    article.text = without_cut_mark(std::move(text.text), article);
    article.repairs = std::move(text.repairs);
    std::ranges::move(text.diagnostics, std::back_inserter(article.diagnostics));
    if (article.text.view().find_first_not_of(" \t\r\n") == std::string_view::npos)
      return no_words();
    article.title = without_decoration(repaired(string_of("title")));
    for (const std::string& name : authors()) article.authors.push_back(repaired(name));
    article.publisher = repaired(first_of(names_of("publisher")));
    article.url = string_of("url");
    article.language = string_of("language");
    take_date(article);
    tell_repeated(article);
    return article;
  }

 private:
  Error no_words() const {
    const Span object = tree_[at_.at].at;
    const SourceSpan source = page_.to_source(object);
    return {"expected an article with a member like \"text\", \"body\" or \"content\", found none",
            source};
  }

  /// From the object itself or, failing that, from those around it.
  template <typename Accepts>
  std::optional<JsonIndex> member(std::string_view field, Accepts accepts) const {
    if (const auto own = best_member(tree_, at_.at, field, accepts)) return own;
    for (const JsonIndex object : at_.around)
      if (const auto found = best_member(tree_, object, field, accepts)) return found;
    return std::nullopt;
  }

  /// Of a string or a number, or of the object that holds one for a value.
  std::string scalar(JsonIndex value) const {
    const auto found = scalar_of(tree_, value);
    return found ? tree_.string(*found) : std::string();
  }

  std::string string_of(std::string_view field) const {
    const auto found = member(field, [&](JsonIndex i) { return !scalar(i).empty(); });
    return found ? plain_field(scalar(*found)) : std::string();
  }

  Text text_of_strings(JsonIndex value) const {
    TextBuilder builder(page_);
    std::uint32_t end = 0;
    for (const JsonIndex string : strings_of(tree_, value)) {
      const Span at = tree_[string].at;
      if (end > 0) builder.replace({end, at.begin}, "\n\n");
      write_string(at, builder);
      end = at.end;
    }
    return std::move(builder).build();
  }

  void write_string(Span string, TextBuilder& builder) const {
    const std::string_view text = std::string_view(tree_.text).substr(0, string.end);
    std::uint32_t written = string.begin;
    for (std::size_t at = text.find('\\', string.begin); at != text.npos;
         at = text.find('\\', written)) {
      const auto begin = static_cast<std::uint32_t>(at);
      const JsonEscape escape = read_json_escape(text, at);
      builder.copy({written, begin});
      builder.replace({begin, begin + escape.size}, escape.characters);
      written = begin + escape.size;
    }
    builder.copy({written, string.end});
  }

  void add_names(JsonIndex value, std::vector<std::string>& names) const {
    const JsonValue& found = tree_[value];
    if (found.kind == Kind::string && !found.at.empty())
      names.push_back(plain_field(tree_.string(value)));
    if (found.kind != Kind::object) return;
    const auto name = best_member(tree_, value, "name",
                                  [&](JsonIndex i) { return tree_[i].kind == Kind::string; });
    if (name) names.push_back(plain_field(tree_.string(*name)));
  }

  /// The names in a field that is a string, an object with a name, or a list of these.
  std::vector<std::string> names_of(std::string_view field) const {
    std::vector<std::string> names;
    const auto value = member(field, [&](JsonIndex i) {
      return tree_[i].kind == Kind::array || tree_[i].kind == Kind::object ||
             (tree_[i].kind == Kind::string && !tree_[i].at.empty());
    });
    if (!value) return names;
    if (tree_[*value].kind != Kind::array) {
      add_names(*value, names);
      return names;
    }
    for (JsonIndex i = *value + 1; i < tree_[*value].end; i = tree_[i].end) add_names(i, names);
    return names;
  }

  /// A string may hold several names; those of a list are taken as they are.
  std::vector<std::string> authors() const {
    std::vector<std::string> names = names_of("authors");
    if (names.size() != 1) return names;
    std::vector<std::string> split = read_authors(names.front());
    return split.empty() ? names : split;
  }

  static std::string first_of(const std::vector<std::string>& names) {
    return names.empty() ? std::string() : names.front();
  }

  void take_date(Article& article) const {
    const auto found = member(
        "published", [&](JsonIndex i) { return read_publication_date(scalar(i)).has_value(); });
    if (!found) return;
    article.published = to_edtf(*read_publication_date(scalar(*found)));
    article.published_from = PublishedFrom::metadata;
  }

  /// A member that is there twice is doubted: readers differ in which they take.
  void tell_repeated(Article& article) const {
    std::map<std::string_view, bool> seen;  // and whether it was told
    for (JsonIndex i = at_.at + 1; i < tree_[at_.at].end; i = tree_[i].end) {
      const Span key = tree_[i].key;
      const auto [name, fresh] = seen.try_emplace(key.of(tree_.text), false);
      if (fresh || std::exchange(name->second, true)) continue;
      article.diagnostics.push_back({Severity::warning, "repeated-member",
                                     "expected \"" + std::string(name->first) +
                                         "\" once, found it again; the last one counts",
                                     page_.to_source(key)});
      if (article.diagnostics.size() >= kMostDiagnostics) return;
    }
  }

  const JsonTree& tree_;
  const Text& page_;
  const JsonArticle& at_;
};

std::vector<JsonIndex> objects_around(const JsonTree& tree, const std::vector<JsonIndex>& open) {
  std::vector<JsonIndex> around;
  for (auto value = open.rbegin(); value != open.rend(); ++value) {
    if (tree[*value].kind == Kind::array) break;
    around.push_back(*value);
  }
  return around;
}

/// Adds those of the titled objects that hold no article with words.
std::vector<JsonArticle> with_wordless(const JsonTree& tree, std::vector<JsonArticle> articles,
                                       const std::vector<JsonIndex>& titled) {
  std::vector<JsonArticle> wordless;
  for (const JsonIndex object : titled) {
    const auto next = std::ranges::lower_bound(articles, object, {}, &JsonArticle::at);
    if (next == articles.end() || next->at >= tree[object].end) wordless.push_back({object, {}});
  }
  articles.insert(articles.end(), wordless.begin(), wordless.end());
  std::ranges::sort(articles, {}, &JsonArticle::at);
  return articles;
}

}  // namespace

std::vector<JsonArticle> find_json_articles(const JsonTree& tree) {
  std::vector<JsonArticle> articles;
  std::vector<JsonIndex> open;  // objects and lists around the value, outermost first
  std::vector<JsonIndex> titled;
  for (JsonIndex i = 0; i < tree.values.size();) {
    while (!open.empty() && i >= tree[open.back()].end) open.pop_back();
    const bool object = tree[i].kind == Kind::object && !holds_articles(tree, i);
    if (object && text_member(tree, i)) {
      articles.push_back({i, objects_around(tree, open)});
      i = tree[i].end;
      continue;
    }
    const bool listed = open.empty() || tree[open.back()].kind == Kind::array;
    if (object && listed && has_headline(tree, i)) titled.push_back(i);
    open.push_back(i++);
  }
  return with_wordless(tree, std::move(articles), titled);
}

Result<Article> read_json_article(const JsonTree& tree, const Text& page,
                                  const JsonArticle& article) {
  return ArticleReader(tree, page, article).read();
}

}  // namespace dateline
