#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/edtf.h"
#include "importers/format/field_text.h"
#include "importers/format/xml_articles.h"
#include "importers/html/metadata_names.h"
#include "importers/importer.h"
#include "importers/text/ascii.h"
#include "importers/text/byline.h"
#include "importers/text/charset.h"
#include "importers/text/decoration.h"
#include "importers/text/publication_date.h"
#include "importers/text/xml_tree.h"

namespace dateline {
namespace {

/// Declarations and comments may stand before the first element.
constexpr std::size_t kNewsStart = 16 * 1024;
/// More have written nothing together.
constexpr std::size_t kMostBylines = 64;
/// The name of a firm is one of the first things in its element.
constexpr XmlIndex kNodesAroundName = 32;
/// In which attributes an element keeps its date, if not in its characters.
constexpr std::array<std::string_view, 3> kDateAttributes = {"norm", "date.publication", "date"};
constexpr std::array<std::string_view, 4> kNameAttributes = {"name", "literal", "tag", "holder"};
/// A block of the whole text, beside one that repeats its beginning, as some archives have it.
constexpr std::string_view kWholeBlock = "full_text";

enum NewsField : std::size_t {
  kNewsRoot,
  kNewsArticle,
  kNewsText,
  kNewsPart,
  kNewsTitle,
  kNewsAuthors,
  kNewsName,
  kNewsPublished,
  kNewsUrl,
  kNewsPublisher,
  kNewsLanguage,
  kNewsLeftOut,
  kNewsParagraph,
  kNewsFields
};
constexpr std::array<std::string_view, kNewsFields> kNewsFieldNames = {
    "root",      "article", "text",      "part",     "title",    "authors",  "name",
    "published", "url",     "publisher", "language", "left-out", "paragraph"};

/// The ranks of an element's name in each field; each name is looked up once.
class NewsNames {
 public:
  using Ranks = std::array<int, kNewsFields>;

  const Ranks& of(std::string_view name) {
    const auto known = ranks_.find(name);
    if (known != ranks_.end()) return known->second;
    Ranks ranks{};
    const std::string_view local = name.substr(name.find(':') + 1);
    for (std::size_t field = 0; field < kNewsFields; ++field)
      ranks[field] = news_xml_fields().rank(kNewsFieldNames[field], local);
    return ranks_.emplace(name, ranks).first->second;
  }

 private:
  std::map<std::string_view, Ranks> ranks_;
};

/// "2022-02-12T10:30:00Z" of "20220212T103000Z", as ISO 8601 has it too.
std::string with_separators(std::string told) {
  constexpr std::size_t kDateAndTime = 15, kT = 8;
  if (told.size() < kDateAndTime || told[kT] != 'T') return told;
  for (std::size_t i = 0; i < kDateAndTime; ++i)
    if (i != kT && !is_ascii_digit(told[i])) return told;
  for (const std::size_t colon : {13, 11}) told.insert(colon, 1, ':');
  for (const std::size_t hyphen : {6, 4}) told.insert(hyphen, 1, '-');
  return told;
}

bool is_element(const XmlTree& tree, XmlIndex node) {
  return tree[node].kind == XmlNode::Kind::element;
}

/// Whether an element has an end tag of its own.
bool has_end_tag(const XmlTree& tree, XmlIndex node) {
  const Span content = tree[node].content;
  const bool empty = content.empty() && content.begin > 1 && tree.text[content.begin - 2] == '/';
  const std::string_view rest = tree.text.substr(content.end);
  return !empty && rest.starts_with("</") && rest.substr(2).starts_with(tree.name(node));
}

/// From the "<" of its start tag to behind its end tag.
Span whole_of(const XmlTree& tree, XmlIndex node) {
  std::size_t end = tree[node].content.end;
  if (has_end_tag(tree, node)) end = std::min(tree.text.find('>', end), tree.text.size() - 1) + 1;
  return {tree[node].name.begin - 1, static_cast<std::uint32_t>(end)};
}

/// One article in a tree.
class NewsItemReader {
 public:
  NewsItemReader(const XmlTree& tree, const Text& page, NewsNames& names, XmlIndex item)
      : tree_(tree), page_(page), names_(names), item_(item) {
    for (XmlIndex i = item; i < tree.nodes.size() && i < tree[item].end; ++i)
      if (is_element(tree, i)) note(i);
  }

  Result<Article> read() const {
    Article article;
    article.media_type = "application/xml";
    take_text(article);
    if (trimmed(article.text.view()).empty()) {
      Error none{"expected a news item with a text, found none",
                 page_.to_source(tree_[item_].name)};
      none.passed_over = true;
      return none;
    }
    article.title = without_decoration(repaired(plain_field(string_of(best_[kNewsTitle]))));
    article.authors = authors();
    article.publisher = repaired(plain_field(name_of(best_[kNewsPublisher])));
    article.url = address();
    article.language = tree_.attribute(item_, "xml:lang");
    if (article.language.empty()) article.language = name_of(best_[kNewsLanguage]);
    take_date(article);
    return article;
  }

 private:
  /// Keeps an element if it tells a field better than those before it.
  void note(XmlIndex node) {
    const NewsNames::Ranks& ranks = names_.of(tree_.name(node));
    for (const NewsField field : {kNewsText, kNewsTitle, kNewsAuthors, kNewsPublished, kNewsUrl,
                                  kNewsPublisher, kNewsLanguage}) {
      if (ranks[field] < 0 || !is_usable(node, field)) continue;
      std::optional<XmlIndex>& best = best_[field];
      if (!best || ranks[field] < names_.of(tree_.name(*best))[field]) best = node;
    }
    if (ranks[kNewsPart] >= 0) parts_.push_back(node);
    if (tree_.attribute(node, "class") == kWholeBlock) whole_block_ = node;
  }

  bool is_usable(XmlIndex node, NewsField field) const {
    if (field == kNewsPublished) return date_of(node).has_value();
    if (field == kNewsUrl) return is_address(address_in(node));
    if (field == kNewsPublisher || field == kNewsLanguage) return !name_of(node).empty();
    return !trimmed(tree_[node].content.of(tree_.text)).empty();
  }

  /// The characters of an element without elements.
  Text characters_of(XmlIndex element) const {
    TextBuilder builder(page_);
    for (XmlIndex i = element + 1; i < tree_[element].end; ++i) {
      if (tree_[i].kind == XmlNode::Kind::cdata) builder.copy(tree_[i].content);
      if (tree_[i].kind == XmlNode::Kind::text) copy_resolved(page_, tree_[i].content, builder);
    }
    return std::move(builder).build();
  }

  /// The markup in an element as HTML: without what is no text, its tags by their names in HTML.
  Text html_of(XmlIndex element) const {
    TextBuilder builder(page_);
    std::uint32_t copied = tree_[element].content.begin;
    const auto put = [&](Span at, std::string_view with) {
      if (at.begin < copied) return;
      builder.copy({copied, at.begin});
      if (!at.empty()) builder.replace(at, with);
      copied = at.end;
    };
    std::vector<std::pair<Span, std::string_view>> ends;  // of elements that go by another name
    const auto put_ends = [&](std::uint32_t before) {
      for (; !ends.empty() && ends.back().first.begin < before; ends.pop_back())
        put(ends.back().first, ends.back().second);
    };
    for (XmlIndex i = element + 1; i < tree_[element].end;) {
      if (!is_element(tree_, i)) {
        ++i;
        continue;
      }
      put_ends(tree_[i].name.begin);
      const NewsNames::Ranks& ranks = names_.of(tree_.name(i));
      if (ranks[kNewsLeftOut] >= 0) {
        put(whole_of(tree_, i), " ");
        i = tree_[i].end;
        continue;
      }
      rename(i, ranks, put, ends);
      ++i;
    }
    put_ends(tree_[element].content.end);
    put({tree_[element].content.end, tree_[element].content.end}, "");
    return std::move(builder).build();
  }

  /// Puts HTML's name into a start tag, and keeps what is to be put into its end tag.
  template <typename Put>
  void rename(XmlIndex node, const NewsNames::Ranks& ranks, Put put,
              std::vector<std::pair<Span, std::string_view>>& ends) const {
    const std::string_view name = tree_.name(node);
    const std::size_t colon = name.find(':');
    const bool paragraph = ranks[kNewsParagraph] >= 0;
    if (!paragraph && colon == name.npos) return;
    const std::size_t replaced = paragraph ? name.size() : colon + 1;
    const std::string_view with = paragraph ? "p" : "";
    const auto part_of_name = [&](std::uint32_t begin) {
      return Span{begin, begin + static_cast<std::uint32_t>(replaced)};
    };
    put(part_of_name(tree_[node].name.begin), with);
    if (has_end_tag(tree_, node))
      ends.emplace_back(part_of_name(tree_[node].content.end + 2), with);
  }

  Repaired text_in(XmlIndex element) const {
    return tree_.has_elements(element) ? repaired_html(html_of(element))
                                       : repaired_field(characters_of(element));
  }

  void take_text(Article& article) const {
    std::optional<XmlIndex> element = whole_block_;
    if (!element) element = best_[kNewsText];
    if (element) {
      Repaired text = text_in(*element);
      article.text = std::move(text.text);
      article.repairs = std::move(text.repairs);
      std::ranges::move(text.diagnostics, std::back_inserter(article.diagnostics));
      return;
    }
    if (parts_.empty()) return;
    TextBuilder builder(page_);
    std::uint32_t copied = 0;
    for (const XmlIndex part : parts_) {
      const Span at = whole_of(tree_, part);
      if (at.begin < copied) continue;
      builder.copy(at);
      copied = at.end;
    }
    const Text joined = std::move(builder).build();
    const XmlTree tree = parse_xml(joined.view());
    NewsNames names;
    Repaired text = repaired_html(NewsItemReader(tree, joined, names).html_of(0));
    article.text = std::move(text.text);
    article.repairs = std::move(text.repairs);
    std::ranges::move(text.diagnostics, std::back_inserter(article.diagnostics));
  }

  /// Of parts of an article: only what its text is, is asked of it.
  NewsItemReader(const XmlTree& tree, const Text& page, NewsNames& names)
      : tree_(tree), page_(page), names_(names), item_(0) {}

  std::string string_of(std::optional<XmlIndex> element) const {
    if (!element) return {};
    const Text text = tree_.has_elements(*element) ? html_of(*element) : characters_of(*element);
    return std::string(trimmed(text.view()));
  }

  /// In an attribute, in an element for the name, or in its characters.
  std::string name_of(std::optional<XmlIndex> element) const {
    if (!element) return {};
    for (const std::string_view attribute : kNameAttributes)
      if (std::string value = tree_.attribute(*element, attribute); !value.empty()) return value;
    const XmlIndex end = std::min(tree_[*element].end, *element + kNodesAroundName);
    for (XmlIndex i = *element + 1; i < end; ++i)
      if (is_element(tree_, i) && names_.of(tree_.name(i))[kNewsName] >= 0) return string_of(i);
    return tree_.has_elements(*element) ? std::string() : string_of(element);
  }

  std::vector<std::string> authors() const {
    std::vector<std::string> all;
    if (!best_[kNewsAuthors]) return all;
    const XmlIndex byline = *best_[kNewsAuthors];
    for (XmlIndex i = byline + 1; i < tree_[byline].end && all.size() < kMostBylines; ++i)
      if (is_element(tree_, i) && names_.of(tree_.name(i))[kNewsName] >= 0)
        all.push_back(repaired(plain_field(string_of(i))));
    std::erase(all, std::string());
    if (!all.empty()) return all;
    const std::string told = plain_field(string_of(byline));
    for (const std::string& name : read_authors(told)) all.push_back(repaired(name));
    return all;
  }

  static bool is_address(std::string_view address) {
    return address.starts_with("http://") || address.starts_with("https://");
  }
  std::string address_in(XmlIndex node) const {
    for (const std::string_view attribute : {"ex-ref", "href"})
      if (std::string value = tree_.attribute(node, attribute); !value.empty()) return value;
    return tree_.has_elements(node) ? std::string() : string_of(node);
  }
  std::string address() const {
    if (best_[kNewsUrl]) return address_in(*best_[kNewsUrl]);
    const std::string guid = tree_.attribute(item_, "guid");
    return is_address(guid) ? guid : std::string();
  }

  std::optional<PartialDate> date_of(XmlIndex node) const {
    for (const std::string_view attribute : kDateAttributes)
      if (const auto date =
              read_publication_date(with_separators(tree_.attribute(node, attribute))))
        return date;
    if (tree_.has_elements(node)) return std::nullopt;
    return read_publication_date(with_separators(std::string(trimmed(characters_of(node).view()))));
  }

  void take_date(Article& article) const {
    if (!best_[kNewsPublished]) return;
    article.published = to_edtf(*date_of(*best_[kNewsPublished]));
    article.published_from = PublishedFrom::metadata;
  }

  const XmlTree& tree_;
  const Text& page_;
  NewsNames& names_;
  const XmlIndex item_;
  std::array<std::optional<XmlIndex>, kNewsFields> best_;
  std::vector<XmlIndex> parts_;
  std::optional<XmlIndex> whole_block_;
};

bool is_news_xml(const Resource& resource) {
  const std::string_view head = std::string_view(resource.bytes).substr(0, kNewsStart);
  if (head.find('<') == head.npos) return false;
  const XmlTree tree = parse_xml(head);
  NewsNames names;
  for (XmlIndex i = 1; i < tree.nodes.size(); ++i)
    if (is_element(tree, i)) return names.of(tree.name(i))[kNewsRoot] >= 0;
  return false;
}

std::vector<XmlIndex> find_news_items(const XmlTree& tree, NewsNames& names) {
  std::vector<XmlIndex> items;
  for (XmlIndex i = 1; i < tree.nodes.size();) {
    const bool item = is_element(tree, i) && names.of(tree.name(i))[kNewsArticle] >= 0;
    if (item) items.push_back(i);
    i = item ? tree[i].end : i + 1;
  }
  return items;
}

void read_news_xml(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  const Text& page = decoded->text;
  const XmlTree tree = parse_xml(page.view());
  NewsNames names;
  const std::vector<XmlIndex> items = find_news_items(tree, names);
  if (items.empty()) return sink(Error{"expected news items, found none", {}});
  const auto read = [&](std::size_t i) {
    return NewsItemReader(tree, page, names, items[i]).read();
  };
  read_xml_articles(resource, *decoded, tree, items.size(), read, sink);
}

}  // namespace

extern const Importer news_xml_importer{"newsml", ".newsml .nitf",
                                        "NITF, NewsML 1 and G2, and what archives make of them",
                                        is_news_xml, read_news_xml};

}  // namespace dateline
