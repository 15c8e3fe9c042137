#include "importers/html/blocks.h"

#include <algorithm>

#include "importers/text/ascii.h"

namespace dateline {
namespace {

/// Of letters: the signs of Latin-1 begin with C2, dashes and quotes with E2.
bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_ascii_letter(c) || is_ascii_digit(c) || (byte >= 0xC3 && byte != 0xE2);
}

/// Chinese, Japanese and Korean characters begin with these bytes.
bool begins_ideograph(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0xE3 && byte <= 0xED;
}

bool ends_sentence(std::string_view text) {
  constexpr std::string_view kEnds = ".!?:";
  return kEnds.find(text.back()) != kEnds.npos || text.ends_with("…") || text.ends_with("”") ||
         text.ends_with("。");
}

class BlockFinder {
 public:
  BlockFinder(const HtmlTree& tree, const std::vector<bool>& left_out)
      : tree_(tree), left_out_(left_out), context_(tree.nodes.size()) {}

  HtmlBlocks run() && {
    for (NodeIndex node = 1; node < tree_.nodes.size();) {
      while (!ends_.empty() && node >= ends_.back()) {
        ends_.pop_back();
        block_ended_ = true;
      }
      inherit(node);
      if (tree_[node].tag == Tag::text) add_text(node);
      const bool entered = tree_[node].tag == Tag::text || enter(node);
      node = entered ? node + 1 : tree_[node].end;
    }
    return std::move(found_);
  }

 private:
  struct Context {
    NodeIndex container = 0;
    bool linked = false;
  };

  void inherit(NodeIndex node) {
    const NodeIndex parent = tree_[node].parent;
    const bool block = parent == 0 || is_block(tree_[parent].tag);
    context_[node].container = block ? parent : context_[parent].container;
    context_[node].linked = context_[parent].linked || tree_[node].tag == Tag::a;
  }

  /// False if what the element holds is passed over.
  bool enter(NodeIndex node) {
    const HtmlNode& element = tree_[node];
    if (element.tag == Tag::br) line_ended_ = true;
    if (is_block(element.tag)) {
      block_ended_ = true;
      if (element.end > node + 1) ends_.push_back(element.end);
    }
    return !is_without_text(element.tag) && !left_out_[node];
  }

  void add_text(NodeIndex node) {
    const std::string_view text = trimmed(tree_[node].at.of(tree_.page));
    if (text.empty()) return;
    if (block_ended_ || line_ended_ || found_.blocks.empty()) begin_block(node);
    HtmlBlock& block = found_.blocks.back();
    const std::uint32_t words = count_words(text);
    found_.texts.push_back(node);
    block.last_text = static_cast<std::uint32_t>(found_.texts.size());
    block.words += words;
    if (context_[node].linked) block.linked_words += words;
    block.sentence = block.sentence || ends_sentence(text);
  }

  void begin_block(NodeIndex node) {
    HtmlBlock block;
    block.first_text = static_cast<std::uint32_t>(found_.texts.size());
    block.container = context_[node].container;
    block.after_line_break = !block_ended_;
    found_.blocks.push_back(block);
    block_ended_ = line_ended_ = false;
  }

  const HtmlTree& tree_;
  const std::vector<bool>& left_out_;
  std::vector<Context> context_;
  std::vector<NodeIndex> ends_;  // of the blocks we are in
  bool block_ended_ = true, line_ended_ = false;
  HtmlBlocks found_;
};

}  // namespace

std::uint32_t count_words(std::string_view text) {
  std::uint32_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_ascii_space(c)) {
      inside = false;
    } else if (c == '&' && text.substr(i).starts_with("&nbsp;")) {
      inside = false;
      i += 5;
    } else if (is_word_byte(c) && (!inside || begins_ideograph(c))) {
      ++words;
      inside = true;
    }
  }
  return words;
}

HtmlBlocks find_blocks(const HtmlTree& tree, const std::vector<bool>& left_out) {
  return BlockFinder(tree, left_out).run();
}

}  // namespace dateline
