#include "importers/html/page_parts.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "importers/html/blocks.h"
#include "importers/text/ascii.h"

namespace dateline {
namespace {

// An element that holds more of the text than this, and than its mark allows, is the story's frame,
// whatever it is called.
constexpr double kFrameShare = 0.4;
constexpr std::uint32_t kLeastProse = 10;
constexpr std::string_view kHidden = "[hidden]";

/// Elements that hold the page or its story by definition.
bool is_frame(Tag tag) {
  return tag == Tag::root || tag == Tag::html || tag == Tag::body || tag == Tag::article ||
         tag == Tag::main;
}

/// Words of prose under each node: not links, and not labels.
std::vector<double> prose_words(const HtmlTree& tree, const std::vector<bool>& left_out) {
  std::vector<double> words(tree.nodes.size(), 0.0);
  for (const HtmlBlock& block : find_blocks(tree, left_out).blocks)
    if (block.link_share() <= 0.5 && (block.words >= kLeastProse || block.sentence))
      words[block.container] += block.words - block.linked_words;
  for (NodeIndex node = static_cast<NodeIndex>(words.size()); node-- > 1;)
    words[tree[node].parent] += words[node];
  return words;
}

bool is_hidden(const HtmlTree& tree, NodeIndex node) {
  if (tree.attribute(node, "hidden")) return true;
  const auto style = tree.attribute(node, "style");
  if (!style || style->find("isplay") == style->npos) return false;
  std::string plain;
  for (const char c : *style)
    if (!is_ascii_space(c)) plain.push_back(ascii_lower(c));
  return plain.find("display:none") != plain.npos;
}

class PartFinder {
 public:
  PartFinder(const HtmlTree& tree, const PageMarks& marks)
      : tree_(tree), marks_(marks), left_out_(tree.nodes.size(), false) {}

  /// What may be longer than the story goes first, so that the rest is measured against the story.
  std::vector<bool> run() && {
    find_marks();
    leave_out([](double most) { return most > kFrameShare; });
    leave_out([](double most) { return most <= kFrameShare; });
    return std::move(left_out_);
  }

 private:
  template <typename Fits>
  void leave_out(Fits fits) {
    words_ = prose_words(tree_, left_out_);
    count_under();
    const double all = words_[0];
    for (const auto& [node, mark] : marked_) {
      const double most = marks_.most(mark);
      if (fits(most) && words_[node] <= std::max(kFrameShare, most) * all &&
          under_[mark] < most * all)
        left_out_[node] = true;
    }
  }

  struct Marked {
    NodeIndex node;
    MarkIndex mark;
  };

  /// Tells which marks each element has.
  void find_marks() {
    for (NodeIndex node = 1; node < tree_.nodes.size(); ++node) {
      if (tree_[node].tag == Tag::text || is_frame(tree_[node].tag)) continue;
      found_.clear();
      find_marks_of(node);
      for (const MarkIndex mark : found_) marked_.push_back({node, mark});
    }
  }

  /// Tells how much text stands under each mark. A mark within one of the same word is not counted
  /// again.
  void count_under() {
    under_.assign(marks_.size(), 0.0);
    std::vector<NodeIndex> end_of_last(marks_.size(), 0);
    for (const auto& [node, mark] : marked_) {
      if (node < end_of_last[mark]) continue;
      end_of_last[mark] = tree_[node].end;
      under_[mark] += words_[node];
    }
  }

  void find_marks_of(NodeIndex node) {
    marks_.find(tree_[node].tag, found_);
    for (const HtmlAttribute& attribute : tree_.attributes_of(node)) {
      const std::string_view name = attribute.name.of(tree_.page);
      if (equals_ignoring_case(name, "class") || equals_ignoring_case(name, "id") ||
          equals_ignoring_case(name, "role"))
        add_names(attribute.value.of(tree_.page));
    }
    if (is_hidden(tree_, node)) marks_.find_word(kHidden, found_);
    std::ranges::sort(found_);
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
  }

  /// Pages repeat their names: each is looked at once.
  void add_names(std::string_view names) {
    const auto [known, fresh] = by_names_.try_emplace(names);
    if (fresh) marks_.find(names, known->second);
    found_.insert(found_.end(), known->second.begin(), known->second.end());
  }

  const HtmlTree& tree_;
  const PageMarks& marks_;
  std::vector<bool> left_out_;
  std::vector<double> words_;
  std::vector<Marked> marked_;
  std::vector<double> under_;  // by mark: words of prose
  std::vector<MarkIndex> found_;
  std::unordered_map<std::string_view, std::vector<MarkIndex>> by_names_;
};

}  // namespace

std::vector<bool> parts_without_story(const HtmlTree& tree, const PageMarks& marks) {
  return PartFinder(tree, marks).run();
}

}  // namespace dateline
