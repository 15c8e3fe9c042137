#include "importers/html/page_authors.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "importers/html/blocks.h"
#include "importers/html/headline.h"
#include "importers/html/metadata_names.h"
#include "importers/html/page_marks.h"
#include "importers/text/ascii.h"
#include "importers/text/byline.h"
#include "importers/text/comparable.h"

namespace dateline {
namespace {

// Which source goes before which: by how often each was right on WCXB's articles.
constexpr double kLinked = 0.95;
constexpr double kMeta = 0.9;
constexpr double kBylineNearHeadline = 0.88;
constexpr double kMarkedNearHeadline = 0.85;
constexpr double kBylineElsewhere = 0.55;
constexpr double kMarkedElsewhere = 0.6;
constexpr double kFirm = 0.5;   // the publisher itself: better than nothing
constexpr double kLogin = 0.4;  // "annlee7"

// Bylines are short, and stand close to the headline.
constexpr std::size_t kLongestByline = 200;  // bytes
constexpr std::size_t kLongestName = 60;
constexpr std::uint32_t kMostStatedWords = 4;
constexpr std::uint32_t kBytesBehindHeadline = 900;
constexpr std::uint32_t kBytesBeforeHeadline = 250;
// Elements around a text that may be called an author's, or a part that is not the story's.
constexpr int kMarkedLevels = 4;
constexpr int kForeignLevels = 24;

struct Candidate {
  std::vector<std::string> names;
  double score = 0;
};

/// What may be the headline.
struct Headline {
  Span at;  ///< in bytes of text
  NodeIndex node = 0;
};

/// The first names far from the headline, and whether all others are the same.
struct Elsewhere {
  std::vector<std::string> names;
  double score = 0;
  bool agrees = true;
};

bool is_profile_address(std::string_view text) {
  return text.find("://") != text.npos || text.starts_with("www.");
}

/// Of an account, perhaps ("annlee"); but no handle of a network ("@annlee") and no address.
bool is_stated_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName && !is_profile_address(text) &&
         text.find_first_of("@/_0123456789") == text.npos && !is_no_name(text);
}

class AuthorFinder {
 public:
  AuthorFinder(const PageFacts& facts, std::string_view publisher, std::string_view headline)
      : facts_(facts),
        tree_(facts.tree),
        publisher_(comparable(publisher)),
        found_(find_blocks(tree_, std::vector<bool>(tree_.nodes.size(), false))) {
    place_texts(headline);
  }

  std::vector<std::string> run() && {
    add_linked();
    add_metas();
    if (best_.score < kMeta) add_lines();
    return std::move(best_.names);
  }

 private:
  /// "Herald" and "Herald Staff" of the Herald.
  bool is_publisher(std::string_view name) const {
    return !publisher_.empty() && comparable(name).find(publisher_) != std::string::npos;
  }

  void add(std::vector<std::string> names, double score) {
    if (names.empty()) return;
    if (names.size() == 1 && is_publisher(names.front())) score = std::min(score, kFirm);
    if (score > best_.score) best_ = {std::move(names), score};
  }

  /// What metadata calls an author is one, even if it does not look like a name.
  void add_stated(const std::vector<std::string>& fields, double score) {
    std::vector<std::string> names;
    for (const std::string& field : fields)
      for (std::string& name : read_authors(field))
        if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    if (!names.empty()) return add(std::move(names), score);
    for (const std::string& field : fields)
      if (is_stated_name(field)) names.push_back(field);
    add(std::move(names), kLogin);
  }

  void add_linked() {
    for (const LinkedArticle& article : facts_.linked) add_stated(article.authors, kLinked);
  }

  void add_metas() {
    std::vector<std::string> fields;
    int labelled = -1;
    for (const PageFacts::Meta& meta : facts_.metas) {
      if (metadata_names().rank("author", meta.name) >= 0) fields.push_back(meta.content);
      if (introduces_authors(meta.content))
        labelled = metadata_names().rank("label", meta.name);
      else if (labelled >= 0 && metadata_names().rank("labelled", meta.name) == labelled)
        fields.push_back(meta.content);
    }
    add_stated(fields, kMeta);
  }

  /// How many bytes of text stand before each text, and before the headline.
  void place_texts(std::string_view headline) {
    std::uint32_t bytes = 0;
    for (const NodeIndex text : found_.texts) {
      before_.push_back(bytes);
      bytes += tree_[text].at.size();
    }
    before_.push_back(bytes);
    for (const std::size_t i : headline_blocks(tree_, found_, headline)) {
      const HtmlBlock& block = found_.blocks[i];
      headlines_.push_back(
          {{before_[block.first_text], before_[block.last_text]}, block.container});
    }
  }

  bool is_behind_headline(std::uint32_t text) const {
    return std::ranges::any_of(headlines_, [&](const Headline& headline) {
      const std::uint32_t at = before_[text];
      return at >= headline.at.end && at - headline.at.end <= kBytesBehindHeadline;
    });
  }

  bool is_before_headline(std::uint32_t text) const {
    return std::ranges::any_of(headlines_, [&](const Headline& headline) {
      const std::uint32_t at = before_[text];
      return at < headline.at.begin && headline.at.begin - at <= kBytesBeforeHeadline;
    });
  }

  void add_lines() {
    for (const HtmlBlock& block : found_.blocks) {
      const bool behind = is_behind_headline(block.first_text);
      const bool near = behind || is_before_headline(block.first_text);
      if (!behind && in_foreign_part(block.container)) continue;
      add_byline(block, near);
      for (std::uint32_t i = block.first_text; i < block.last_text; ++i) add_text(i, near);
    }
    for (Elsewhere& found : elsewhere_)
      if (found.agrees) add(std::move(found.names), found.score);
  }

  void add_byline(const HtmlBlock& block, bool near) {
    const std::string line = line_of(tree_, found_, block);
    if (line.size() > kLongestByline) return;
    if (const auto byline = read_byline(line)) return add_found(byline->authors, near, true);
    if (block.last_text < found_.texts.size() && introduces_authors(line))
      add_names(block.last_text, near, true);
  }

  void add_text(std::uint32_t i, bool near) {
    if (tree_[found_.texts[i]].at.size() > kLargestLine) return;
    const std::string text = text_of(tree_, found_.texts[i]);
    if (text.size() > kLongestByline) return;
    if (const auto byline = read_byline(text)) return add_found(byline->authors, near, true);
    if (i > 0 && tree_[found_.texts[i - 1]].at.size() <= kLargestLine &&
        introduces_authors(text_of(tree_, found_.texts[i - 1])))
      return add_names(i, near, true);
    if (is_marked(found_.texts[i])) add_names(i, near, false);
  }

  void add_names(std::uint32_t i, bool near, bool by) {
    if (tree_[found_.texts[i]].at.size() > kLargestLine) return;
    const std::string text = text_of(tree_, found_.texts[i]);
    if (text.size() > kLongestName || introduces_authors(text)) return;
    if (const auto byline = read_names(text)) return add_found(byline->authors, near, by);
    // "By the mill team": no name, but said to be one twice.
    const std::string_view stated = behind_by(text);
    if (!by && is_stated_name(stated) && count_words(stated) <= kMostStatedWords)
      add_found({std::string(stated)}, near, by);
  }

  void add_found(const std::vector<std::string>& names, bool near, bool by) {
    if (near) return add(names, by ? kBylineNearHeadline : kMarkedNearHeadline);
    Elsewhere& found = elsewhere_[by ? 0 : 1];
    if (found.names.empty())
      found.names = names;
    else if (found.names != names)
      found.agrees = false;
  }

  bool has_word(NodeIndex node, std::string_view field) const {
    for (const std::string_view attribute : {"class", "id"})
      for (const std::string& word : words_in_names(tree_.attribute(node, attribute).value_or("")))
        if (metadata_names().rank(field, word) >= 0) return true;
    return false;
  }

  bool is_marked(NodeIndex node) const {
    for (int level = 0; level < kMarkedLevels && node != 0; ++level, node = tree_[node].parent) {
      if (tree_[node].attribute_count == 0) continue;
      if (has_word(node, "author-class")) return true;
      for (const std::string_view attribute : {"rel", "itemprop"})
        if (metadata_names().rank("author-class", tree_.value(node, attribute)) >= 0) return true;
      if (tree_[node].tag == Tag::a && leads_to_author(tree_.value(node, "href"))) return true;
    }
    return false;
  }

  /// "/authors/ann-lee", but not "/authors".
  static bool leads_to_author(std::string_view address) {
    for (std::size_t at = 0; at < address.size();) {
      const std::size_t end = std::min(address.find('/', at), address.size());
      const bool more = end + 1 < address.size();
      if (more && metadata_names().rank("author-path", address.substr(at, end - at)) >= 0)
        return true;
      at = end + 1;
    }
    return false;
  }

  bool holds_headline(NodeIndex node) const {
    return std::ranges::any_of(headlines_, [&](const Headline& headline) {
      return node <= headline.node && headline.node < tree_[node].end;
    });
  }

  /// Comments, other stories, the foot of the page.
  bool in_foreign_part(NodeIndex node) const {
    for (int level = 0; level < kForeignLevels && node != 0; ++level, node = tree_[node].parent) {
      if (tree_[node].tag == Tag::nav || tree_[node].tag == Tag::footer) return true;
      if (holds_headline(node)) return false;
      if (has_word(node, "foreign-class")) return true;
    }
    return false;
  }

  const PageFacts& facts_;
  const HtmlTree& tree_;
  const std::string publisher_;
  const HtmlBlocks found_;
  std::vector<std::uint32_t> before_;  // for each text, and the end: bytes of text before it
  std::vector<Headline> headlines_;
  Candidate best_;
  // Bylines, and elements called author.
  std::array<Elsewhere, 2> elsewhere_ = {{{{}, kBylineElsewhere}, {{}, kMarkedElsewhere}}};
};

}  // namespace

std::vector<std::string> find_page_authors(const PageFacts& facts, std::string_view publisher,
                                           std::string_view headline) {
  return AuthorFinder(facts, publisher, headline).run();
}

}  // namespace dateline
