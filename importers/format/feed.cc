#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/edtf.h"
#include "importers/format/field_text.h"
#include "importers/format/xml_articles.h"
#include "importers/html/entities.h"
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

/// Declarations, comments and style sheets may stand before the first element.
constexpr std::size_t kFeedStart = 4096;
/// More have written nothing together.
constexpr std::size_t kMostAuthors = 64;

bool is_field(const XmlTree& tree, XmlIndex node, std::string_view field) {
  return tree[node].kind == XmlNode::Kind::element &&
         feed_fields().rank(field, tree.name(node)) >= 0;
}

/// By the first element. RDF holds other things too, but hardly elsewhere "rss" in its head.
bool is_feed(const Resource& resource) {
  const std::string_view head = std::string_view(resource.bytes).substr(0, kFeedStart);
  if (head.find('<') == head.npos) return false;
  const XmlTree tree = parse_xml(head);
  for (XmlIndex i = 1; i < tree.nodes.size(); ++i) {
    if (tree[i].kind != XmlNode::Kind::element) continue;
    const std::string_view name = tree.name(i);
    return is_field(tree, i, "feed") && (!name.ends_with("RDF") || head.find("rss") != head.npos);
  }
  return false;
}

/// The outermost entries, in their order.
std::vector<XmlIndex> find_entries(const XmlTree& tree) {
  std::vector<XmlIndex> entries;
  for (XmlIndex i = 1; i < tree.nodes.size();) {
    const bool entry = is_field(tree, i, "entry");
    if (entry) entries.push_back(i);
    i = entry ? tree[i].end : i + 1;
  }
  return entries;
}

/// A feed, whose entries take from it what they do not tell themselves.
class FeedReader {
 public:
  FeedReader(const XmlTree& tree, const Text& page) : tree_(tree), page_(page) {
    for (XmlIndex i = 1; i < tree.nodes.size(); ++i) {
      if (!is_field(tree, i, "head")) continue;
      title_ = string_in(i, "title");
      language_ = language_of(i);
      authors_ = authors_of(i);
      return;
    }
  }

  Result<Article> read(XmlIndex entry) const {
    Article article;
    article.media_type = "application/xml";
    take_text(entry, article);
    if (trimmed(article.text.view()).empty()) {
      const Span at = tree_[entry].content;
      return Error{"expected an entry with a text, a summary or a title, found none",
                   page_.to_source(at)};
    }
    article.title = without_decoration(repaired(plain_field(string_in(entry, "title"))));
    article.url = url_of(entry);
    article.publisher = repaired(plain_field(publisher_of(entry)));
    article.language = language_of(entry);
    if (article.language.empty()) article.language = language_;
    article.authors = authors_of(entry);
    if (article.authors.empty()) article.authors = authors_;
    take_date(entry, article);
    return article;
  }

 private:
  /// The best child that tells `field` and is not empty.
  std::optional<XmlIndex> child(XmlIndex of, std::string_view field) const {
    std::optional<XmlIndex> best;
    int best_rank = 0;
    for (XmlIndex i = of + 1; i < tree_[of].end; i = tree_[i].end) {
      if (tree_[i].kind != XmlNode::Kind::element) continue;
      const int rank = feed_fields().rank(field, tree_.name(i));
      if (rank < 0 || (best && rank >= best_rank)) continue;
      const bool coded = tree_.attribute(i, "mode") == "base64";  // Atom 0.3, of pictures
      if (coded || trimmed(tree_[i].content.of(tree_.text)).empty()) continue;
      best = i;
      best_rank = rank;
    }
    return best;
  }

  /// The characters of an element: its own, or with the tags in it if those are part of it.
  Text text_of_element(XmlIndex element) const {
    TextBuilder builder(page_);
    if (tree_.has_elements(element)) {
      builder.copy(tree_[element].content);
      return std::move(builder).build();
    }
    for (XmlIndex i = element + 1; i < tree_[element].end; ++i)
      if (tree_[i].kind == XmlNode::Kind::cdata)
        builder.copy(tree_[i].content);
      else
        copy_resolved(page_, tree_[i].content, builder);
    return std::move(builder).build();
  }

  std::string string_of(XmlIndex element) const {
    return std::string(trimmed(text_of_element(element).view()));
  }
  std::string string_in(XmlIndex of, std::string_view field) const {
    const auto found = child(of, field);
    return found ? string_of(*found) : std::string();
  }
  void take_text(XmlIndex entry, Article& article) const {
    std::string_view only;
    std::optional<XmlIndex> found = child(entry, "text");
    if (!found && (found = child(entry, "teaser"))) only = "summary";
    if (!found && (found = child(entry, "title"))) only = "title";
    if (!found) return;
    Text field = text_of_element(*found);
    const std::string type = tree_.attribute(*found, "type");
    const bool plain = type == "text" || type == "text/plain";
    Repaired text = tree_.has_elements(*found) ? repaired_html(field)
                    : plain                    ? repair(std::move(field))
                                               : repaired_field(std::move(field));
    article.text = std::move(text.text);
    article.repairs = std::move(text.repairs);
    std::ranges::move(text.diagnostics, std::back_inserter(article.diagnostics));
    if (!only.empty())
      article.diagnostics.push_back(
          {Severity::note, "no-whole-text",
           "expected a whole text, found a " + std::string(only) + " only",
           page_.to_source(tree_[*found].content)});
  }

  /// Of Atom, an attribute of the link to the page itself; of RSS, a text.
  std::string url_of(XmlIndex entry) const {
    for (XmlIndex i = entry + 1; i < tree_[entry].end; i = tree_[i].end) {
      if (!is_field(tree_, i, "url")) continue;
      const std::string relation = tree_.attribute(i, "rel");
      std::string address = tree_.attribute(i, "href");
      if (!address.empty() && (relation.empty() || relation == "alternate")) return address;
    }
    std::string address = string_in(entry, "url");
    return address.find("://") == address.npos ? std::string() : address;
  }

  std::string publisher_of(XmlIndex entry) const {
    const auto source = child(entry, "publisher");
    if (!source) return title_;
    std::string name = string_in(*source, "title");
    return name.empty() && !tree_.has_elements(*source) ? string_of(*source) : name;
  }

  std::string language_of(XmlIndex element) const {
    std::string told = tree_.attribute(element, "xml:lang");
    return told.empty() ? string_in(element, "language") : told;
  }

  /// "ann@herald.example (Ann Lee)", as RSS wants it, is Ann Lee; a mere address names nobody.
  static std::string without_address(const std::string& author) {
    if (author.find('@') == author.npos) return author;
    const std::size_t open = author.find('('), close = author.rfind(')');
    if (open != author.npos && close != author.npos && open < close)
      return author.substr(open + 1, close - open - 1);
    const std::size_t bracket = author.find('<');
    return bracket == author.npos ? std::string() : author.substr(0, bracket);
  }

  std::vector<std::string> names_in(XmlIndex author) const {
    const auto name = child(author, "name");
    if (!name && tree_.has_elements(author)) return {};
    const std::string told = plain_field(string_of(name ? *name : author));
    const std::string field(trimmed(without_address(told)));
    std::vector<std::string> names = read_authors(field);
    if (names.empty() && !field.empty()) names.push_back(field);
    return names;
  }

  /// Those of all elements of the best name, each once.
  std::vector<std::string> authors_of(XmlIndex element) const {
    std::vector<std::string> authors;
    const auto best = child(element, "authors");
    for (XmlIndex i = element + 1; best && i < tree_[element].end; i = tree_[i].end) {
      const bool author = tree_[i].kind == XmlNode::Kind::element;
      if (!author || tree_.name(i) != tree_.name(*best) || authors.size() > kMostAuthors) continue;
      for (const std::string& name : names_in(i))
        if (std::ranges::count(authors, repaired(name)) == 0) authors.push_back(repaired(name));
    }
    return authors;
  }

  void take_date(XmlIndex entry, Article& article) const {
    for (const std::string_view field : {"published", "changed"}) {
      const auto date = read_publication_date(string_in(entry, field));
      if (!date) continue;
      article.published = to_edtf(*date);
      article.published_from = PublishedFrom::metadata;
      return;
    }
  }

  const XmlTree& tree_;
  const Text& page_;
  std::string title_, language_;
  std::vector<std::string> authors_;
};

void read_feed(const Resource& resource, const ArticleSink& sink) {
  Result<Decoded> decoded = decode(resource);
  if (!decoded) return sink(decoded.error());
  const Text& page = decoded->text;
  const XmlTree tree = parse_xml(page.view());
  const std::vector<XmlIndex> entries = find_entries(tree);
  const FeedReader reader(tree, page);
  if (entries.empty()) return sink(Error{"expected a feed with entries, found none", {}});
  const auto read = [&](std::size_t i) { return reader.read(entries[i]); };
  read_xml_articles(resource, *decoded, tree, entries.size(), read, sink);
}

}  // namespace

extern const Importer feed_importer{
    "feed", ".rss .atom", "RSS 0.9 to 2.0 and Atom, an article an entry", is_feed, read_feed};

}  // namespace dateline
