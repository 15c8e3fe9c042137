#include "importers/html/tree.h"

#include <algorithm>
#include <array>
#include <utility>

#include "importers/html/entities.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

// How far up an end tag looks for its element. A page that nests further is made to waste time.
constexpr std::size_t kMaxLookUp = 512;
// Most blocks that are opened again behind a link which was not closed in them.
constexpr std::size_t kMaxReopened = 16;

/// The element's name, which `tag` begins with.
std::string_view name_in(std::string_view tag) {
  return tag.substr(0, tag.find_first_of(" \t\r\n\f/>"));
}

class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view page) : tokenizer_(page) {
    tree_.page = page;
    // Each `<` may begin an element and end a text. Memory that is not written is not used.
    const auto most = 2 * static_cast<std::size_t>(std::ranges::count(page, '<')) + 2;
    tree_.nodes.reserve(std::min(most, kMaxHtmlNodes + kMaxReopened + 1));
    tree_.nodes.push_back({Tag::root, 0, 0, {}, 0, 0});
    open_.push_back(0);
  }

  HtmlTree build() && {
    HtmlToken token;
    while (tokenizer_.next(token)) {
      if (tree_.nodes.size() >= kMaxHtmlNodes) {
        tree_.cut = token.at.begin;
        break;
      }
      switch (token.kind) {
        case HtmlToken::Kind::text:
          add(Tag::text, token.at);
          break;
        case HtmlToken::Kind::start_tag:
          start(token);
          break;
        case HtmlToken::Kind::end_tag:
          end(token);
          break;
      }
    }
    pop_to(0);
    tree_.nodes[0].end = next_index();
    return std::move(tree_);
  }

 private:
  NodeIndex next_index() const { return static_cast<NodeIndex>(tree_.nodes.size()); }
  Tag tag_at(std::size_t depth) const { return tree_.nodes[open_[depth]].tag; }
  std::size_t& count(Tag tag) { return open_count_[static_cast<std::size_t>(tag)]; }

  NodeIndex add(Tag tag, Span at) {
    const NodeIndex parent = open_[std::min(open_.size(), kMaxHtmlDepth) - 1];
    const NodeIndex node = next_index();
    tree_.nodes.push_back({tag, parent, node + 1, at, 0, 0});
    return node;
  }

  void push(NodeIndex node) {
    open_.push_back(node);
    ++count(tree_.nodes[node].tag);
  }

  /// Closes all open elements but the first `depth` + 1.
  void pop_to(std::size_t depth) {
    while (open_.size() > depth + 1) {
      HtmlNode& node = tree_.nodes[open_.back()];
      // One that stands too deep has no descendants of its own.
      if (open_.size() <= kMaxHtmlDepth) node.end = next_index();
      --count(node.tag);
      open_.pop_back();
    }
  }

  /// Depth of the innermost open element that `wanted` accepts, if none that `stops` accepts is
  /// further in; 0 if there is none.
  template <typename Wanted, typename Stops>
  std::size_t find_open(Wanted wanted, Stops stops) const {
    const std::size_t last = open_.size() > kMaxLookUp ? open_.size() - kMaxLookUp : 1;
    for (std::size_t depth = open_.size(); depth-- > last;) {
      if (wanted(tag_at(depth))) return depth;
      if (stops(tag_at(depth))) return 0;
    }
    return 0;
  }

  template <typename Wanted, typename Stops>
  void close(Wanted wanted, Stops stops) {
    if (const std::size_t depth = find_open(wanted, stops); depth > 0) pop_to(depth - 1);
  }
  void close(Tag tag) {
    if (count(tag) > 0) close([tag](Tag open) { return open == tag; }, is_boundary);
  }

  void start(const HtmlToken& token) {
    if ((token.tag == Tag::html || token.tag == Tag::body) && count(token.tag) > 0) return;
    close_implied(token.tag);
    const NodeIndex node = add(token.tag, token.at);
    HtmlNode& added = tree_.nodes[node];
    added.first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    added.attribute_count = static_cast<std::uint32_t>(token.attributes.size());
    tree_.attributes.insert(tree_.attributes.end(), token.attributes.begin(),
                            token.attributes.end());
    const bool drawn = token.self_closing && (count(Tag::svg) > 0 || count(Tag::math) > 0 ||
                                              token.tag == Tag::svg || token.tag == Tag::math);
    if (!is_void(token.tag) && !drawn) push(node);
  }

  /// Closes what cannot hold the element that begins.
  void close_implied(Tag tag) {
    if (count(Tag::head) > 0 && (tag == Tag::body || is_block(tag)) && !is_raw_text(tag) &&
        tag != Tag::noscript)
      close(Tag::head);
    if (count(Tag::p) > 0 && closes_paragraph(tag)) close(Tag::p);
    switch (tag) {
      case Tag::a:
        close_link();
        break;
      case Tag::li:
        close([](Tag open) { return open == Tag::li; },
              [](Tag open) { return open == Tag::ul || open == Tag::ol || is_boundary(open); });
        break;
      case Tag::dt:
      case Tag::dd:
        close([](Tag open) { return open == Tag::dt || open == Tag::dd; },
              [](Tag open) { return open == Tag::dl || is_boundary(open); });
        break;
      case Tag::option:
      case Tag::optgroup:
        close(Tag::option);
        break;
      default:
        if (is_heading(tag) && is_heading(tag_at(open_.size() - 1))) pop_to(open_.size() - 2);
        close_cells(tag);
    }
  }

  void close_cells(Tag tag) {
    const auto at_table = [](Tag open) { return open == Tag::table; };
    const bool cell = tag == Tag::td || tag == Tag::th;
    const bool group = tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot;
    if (cell || group || tag == Tag::tr)
      close([](Tag open) { return open == Tag::td || open == Tag::th || open == Tag::caption; },
            at_table);
    if (group || tag == Tag::tr) close([](Tag open) { return open == Tag::tr; }, at_table);
    if (group)
      close([](Tag o) { return o == Tag::tbody || o == Tag::thead || o == Tag::tfoot; }, at_table);
  }

  void end(const HtmlToken& token) {
    const Tag tag = token.tag;
    if (tag == Tag::br) add(Tag::br, token.at);
    // What follows the end of the body still belongs to it.
    if (tag == Tag::body || tag == Tag::html || tag == Tag::br) return;
    if (tag == Tag::unknown) return close_unknown(token.at);
    if (is_heading(tag)) return close(is_heading, is_boundary);
    if (count(tag) == 0) return;
    if (tag == Tag::a) return close_link();
    if (is_boundary(tag) || tag == Tag::tr || tag == Tag::tbody)
      return close([tag](Tag open) { return open == tag; },
                   [tag](Tag open) { return open == Tag::table && tag != Tag::table; });
    if (is_block(tag) || is_without_text(tag)) return close(tag);
    close([tag](Tag open) { return open == tag; }, is_block);
  }

  /// Elements that we have no Tag for are told apart by their names.
  void close_unknown(Span end_tag) {
    const std::string_view name = name_in(end_tag.of(tree_.page).substr(2));
    const std::size_t last = open_.size() > kMaxLookUp ? open_.size() - kMaxLookUp : 1;
    for (std::size_t depth = open_.size(); depth-- > last && !is_boundary(tag_at(depth));)
      if (tag_at(depth) == Tag::unknown &&
          name_in(tree_.nodes[open_[depth]].at.of(tree_.page).substr(1)) == name)
        return pop_to(depth - 1);
  }

  /// A link ends where the next one begins. Blocks that were opened in it and are still open go on
  /// behind it, as copies, or all that follows would be taken for its text.
  void close_link() {
    if (count(Tag::a) == 0) return;
    const std::size_t depth = find_open([](Tag open) { return open == Tag::a; }, is_boundary);
    if (depth == 0) return;
    std::vector<NodeIndex> blocks;
    for (std::size_t i = depth + 1; i < open_.size() && blocks.size() < kMaxReopened; ++i)
      if (is_block(tag_at(i))) blocks.push_back(open_[i]);
    pop_to(depth - 1);
    for (const NodeIndex block : blocks) {
      const HtmlNode original = tree_.nodes[block];
      const NodeIndex copy = add(original.tag, {original.at.begin, original.at.begin});
      tree_.nodes[copy].first_attribute = original.first_attribute;
      tree_.nodes[copy].attribute_count = original.attribute_count;
      push(copy);
    }
  }

  HtmlTokenizer tokenizer_;
  HtmlTree tree_;
  std::vector<NodeIndex> open_;  // from the root to the innermost
  std::array<std::size_t, 256> open_count_{};
};

}  // namespace

std::span<const HtmlAttribute> HtmlTree::attributes_of(NodeIndex node) const {
  return std::span(attributes).subspan(nodes[node].first_attribute, nodes[node].attribute_count);
}

std::optional<std::string_view> HtmlTree::attribute(NodeIndex node, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes_of(node))
    if (equals_ignoring_case(attribute.name.of(page), name)) return attribute.value.of(page);
  return std::nullopt;
}

std::string HtmlTree::value(NodeIndex node, std::string_view name) const {
  const auto raw = attribute(node, name);
  return raw ? std::string(trimmed(without_references(*raw))) : std::string();
}

HtmlTree parse_html(std::string_view page) { return TreeBuilder(page).build(); }

std::string text_of(const HtmlTree& tree, NodeIndex node) {
  std::string raw;
  for (NodeIndex i = node; i < tree[node].end; ++i)
    if (tree[i].tag == Tag::text)
      raw.append(tree[i].at.of(tree.page));
    else if (is_block(tree[i].tag) || tree[i].tag == Tag::br)
      raw.push_back(' ');
  std::string collapsed;
  for (const char c : without_references(raw))
    if (!is_ascii_space(c))
      collapsed.push_back(c);
    else if (!collapsed.empty() && collapsed.back() != ' ')
      collapsed.push_back(' ');
  return std::string(trimmed(collapsed));
}

}  // namespace dateline
