#include "importers/text/xml_tree.h"

#include <algorithm>
#include <utility>

#include "importers/html/entities.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

std::uint32_t place(std::size_t at) { return static_cast<std::uint32_t>(at); }

bool ends_xml_name(char c) {
  return is_ascii_space(c) || c == '/' || c == '>' || c == '=' || c == '<';
}

class XmlParser {
 public:
  explicit XmlParser(std::string_view text) : text_(text) {}

  XmlTree parse() {
    tree_.text = text_;
    // Each `<` may begin a node and end one of characters. Memory that is not written is not used.
    const auto most = 2 * static_cast<std::size_t>(std::ranges::count(text_, '<')) + 2;
    tree_.nodes.reserve(std::min(most, kMaxXmlNodes + kMaxXmlDepth));
    tree_.nodes.push_back({XmlNode::Kind::element, {}, {}, {0, place(text_.size())}, 0, 0});
    open_.push_back(0);
    while (at_ < text_.size() && tree_.nodes.size() < kMaxXmlNodes) read_next();
    if (at_ < text_.size()) tree_.cut = place(at_);
    while (!open_.empty()) close(place(text_.size()));
    return std::move(tree_);
  }

 private:
  void read_next() {
    const std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<![CDATA[")) return read_cdata();
    if (rest.starts_with("<!--")) return pass("-->");
    if (rest.starts_with("<?")) return pass("?>");
    if (rest.starts_with("<!")) return pass_declaration();
    if (rest.starts_with("</")) return read_end_tag();
    const bool tag = rest.starts_with('<') && rest.size() > 1 && !ends_xml_name(rest[1]);
    if (tag) return read_start_tag();
    read_text();
  }

  void add(XmlNode::Kind kind, Span name, Span attributes, Span content) {
    const auto node = place(tree_.nodes.size());
    tree_.nodes.push_back({kind, name, attributes, content, open_.back(), node + 1});
  }

  void read_text() {
    const std::size_t end = std::min(text_.find('<', at_ + 1), text_.size());
    add(XmlNode::Kind::text, {}, {}, {place(at_), place(end)});
    at_ = end;
  }

  void read_cdata() {
    const std::size_t begin = at_ + 9;
    const std::size_t end = std::min(text_.find("]]>", begin), text_.size());
    if (begin < end) add(XmlNode::Kind::cdata, {}, {}, {place(begin), place(end)});
    at_ = std::min(end + 3, text_.size());
  }

  void pass(std::string_view end) {
    const std::size_t found = text_.find(end, at_);
    at_ = found == text_.npos ? text_.size() : found + end.size();
  }

  /// A document type may hold declarations of its own in brackets.
  void pass_declaration() {
    const std::size_t end = std::min(text_.find('>', at_), text_.size());
    if (text_.substr(at_, end - at_).find('[') == std::string_view::npos) return pass(">");
    pass("]");
    pass(">");
  }

  void read_start_tag() {
    std::size_t at = at_ + 1;
    while (at < text_.size() && !ends_xml_name(text_[at])) ++at;
    const Span name{place(at_ + 1), place(at)};
    const std::size_t attributes = at;
    while (at < text_.size() && text_[at] != '>') {
      const char c = text_[at];
      const std::size_t quote = c == '"' || c == '\'' ? text_.find(c, at + 1) : at;
      at = std::min(quote, text_.size() - 1) + 1;
    }
    const bool empty = at < text_.size() && text_[at - 1] == '/';
    const Span inside{place(attributes), place(empty ? std::max(at - 1, attributes) : at)};
    at_ = std::min(at + 1, text_.size());
    add(XmlNode::Kind::element, name, inside, {place(at_), place(at_)});
    if (empty) return;
    if (open_.size() > kMaxXmlDepth) {
      ++too_deep_;
    } else {
      open_.push_back(place(tree_.nodes.size() - 1));
    }
  }

  void read_end_tag() {
    std::size_t end = at_ + 2;
    while (end < text_.size() && !ends_xml_name(text_[end])) ++end;
    const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    const std::uint32_t begin = place(at_);
    pass(">");
    if (too_deep_ > 0) {
      --too_deep_;
      return;
    }
    std::size_t depth = open_.size();
    while (depth > 1 && tree_.name(open_[depth - 1]) != name) --depth;
    while (depth > 1 && open_.size() >= depth) close(begin);
  }

  void close(std::uint32_t content_end) {
    XmlNode& node = tree_.nodes[open_.back()];
    node.content.end = content_end;
    node.end = place(tree_.nodes.size());
    open_.pop_back();
  }

  std::string_view text_;
  std::size_t at_ = 0, too_deep_ = 0;
  XmlTree tree_;
  std::vector<XmlIndex> open_;
};

}  // namespace

std::string XmlTree::attribute(XmlIndex node, std::string_view wanted) const {
  const std::string_view tag = nodes[node].attributes.of(text);
  for (std::size_t at = 0; at < tag.size();) {
    while (at < tag.size() && ends_xml_name(tag[at])) ++at;
    const std::size_t begin = at;
    while (at < tag.size() && !ends_xml_name(tag[at])) ++at;
    const std::string_view name = tag.substr(begin, at - begin);
    const std::size_t quote = std::min(tag.find_first_of("\"'", at), tag.size());
    if (!trimmed(tag.substr(at, quote - at)).starts_with('=')) continue;
    if (quote == tag.size()) break;
    const std::size_t end = std::min(tag.find(tag[quote], quote + 1), tag.size());
    if (name == wanted) return without_references(tag.substr(quote + 1, end - quote - 1));
    at = end + 1;
  }
  return {};
}

bool XmlTree::has_elements(XmlIndex node) const {
  for (XmlIndex i = node + 1; i < nodes[node].end; ++i)
    if (nodes[i].kind == XmlNode::Kind::element) return true;
  return false;
}

XmlTree parse_xml(std::string_view text) { return XmlParser(text).parse(); }

}  // namespace dateline
