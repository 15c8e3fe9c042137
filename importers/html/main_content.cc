#include "importers/html/main_content.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "importers/html/entities.h"
#include "importers/html/page_marks.h"
#include "importers/html/page_parts.h"
#include "importers/text/comparable.h"
#include "importers/text/furniture.h"

namespace dateline {
namespace {

// A block of this many words, or one that ends as sentences do, is prose; shorter ones are labels.
constexpr std::uint32_t kProseWords = 10;
// Over this share of links a block speaks against the elements around it...
constexpr double kLinkedShare = 0.5;
// ...and over this one it is no text of the story itself.
constexpr double kLinkShare = 0.8;
// The best element gives way to one within it that has this share of its votes.
constexpr double kNarrowedShare = 0.88;
// A section of furniture ("Related articles") holds no more than this share of the story's words;
// if it does, only what is short or linked goes with its heading.
constexpr double kSectionShare = 0.2;
// Shorter blocks may be repeated: "Pros", "Yes".
constexpr std::uint32_t kRepeatedWords = 8;

double vote_of(const HtmlBlock& block) {
  if (block.link_share() > kLinkedShare) return -static_cast<double>(block.linked_words);
  const bool prose = block.words >= kProseWords || block.sentence;
  return prose ? block.words - block.linked_words : 0.0;
}

/// Votes for each node: those of all blocks within it.
std::vector<double> count_votes(const HtmlTree& tree, const HtmlBlocks& found) {
  std::vector<double> votes(tree.nodes.size(), 0.0);
  for (const HtmlBlock& block : found.blocks) votes[block.container] += vote_of(block);
  for (auto node = static_cast<NodeIndex>(votes.size()); node-- > 1;)
    votes[tree[node].parent] += votes[node];
  return votes;
}

/// The innermost element of those with the most votes, narrowed.
NodeIndex find_story(const HtmlTree& tree, const std::vector<double>& votes) {
  NodeIndex best = 0;
  for (NodeIndex node = 0; node < votes.size(); ++node)
    if (votes[node] > 0 && votes[node] >= votes[best]) best = node;
  for (NodeIndex child = best + 1; child < tree[best].end;) {
    if (votes[child] >= kNarrowedShare * votes[best]) {
      best = child++;
    } else {
      child = tree[child].end;
    }
  }
  return best;
}

class StoryFilter {
 public:
  StoryFilter(const HtmlTree& tree, HtmlBlocks found, NodeIndex story)
      : tree_(tree), texts_(std::move(found.texts)), story_(story) {
    for (const HtmlBlock& block : found.blocks)
      if (within(block, story)) blocks_.push_back(block);
  }

  HtmlBlocks run(std::string_view title) && {
    kept_.assign(blocks_.size(), true);
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      kept_[i] = blocks_[i].link_share() <= kLinkShare;
      if (kept_[i]) all_ += std::max(0.0, vote_of(blocks_[i]));
    }
    for (std::size_t i = 0; i < blocks_.size(); ++i) i = drop_furniture(i);
    drop_title(title);
    drop_repeated();
    HtmlBlocks story{{}, std::move(texts_)};
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (kept_[i]) story.blocks.push_back(blocks_[i]);
    return story;
  }

 private:
  bool within(const HtmlBlock& block, NodeIndex node) const {
    const NodeIndex first = texts_[block.first_text];
    return first >= node && first < tree_[node].end;
  }

  std::string text_of_block(const HtmlBlock& block) const {
    std::string raw;
    for (std::uint32_t i = block.first_text; i < block.last_text; ++i)
      raw.append(tree_[texts_[i]].at.of(tree_.page));
    return without_references(raw);
  }

  /// Answers the last block that it has looked at.
  std::size_t drop_furniture(std::size_t i) {
    const HtmlBlock& block = blocks_[i];
    if (block.words > kMaxFurnitureWords) return i;
    if (!kept_[i] && !is_heading(tree_[block.container].tag)) return i;
    const Furniture kind = furniture_patterns().kind_of(text_of_block(block));
    if (kind == Furniture::none) return i;
    kept_[i] = false;
    return kind == Furniture::section ? drop_section(i) : i;
  }

  /// A section ends with the innermost element that holds its heading and more.
  std::size_t drop_section(std::size_t heading) {
    NodeIndex section = blocks_[heading].container;
    const auto holds_next = [&](NodeIndex node) {
      return heading + 1 < blocks_.size() && within(blocks_[heading + 1], node);
    };
    while (section != story_ && section != 0 && !holds_next(section))
      section = tree_[section].parent;
    std::size_t end = heading + 1;
    double words = 0;
    for (; end < blocks_.size() && within(blocks_[end], section); ++end)
      words += std::max(0.0, vote_of(blocks_[end]));
    if (words >= kSectionShare * all_) return heading;
    for (std::size_t i = heading + 1; i < end; ++i) kept_[i] = false;
    return end - 1;
  }

  void drop_title(std::string_view title) {
    const std::string wanted = comparable(title);
    if (wanted.empty()) return;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (kept_[i] && blocks_[i].words < 2 * kMaxFurnitureWords &&
          comparable(text_of_block(blocks_[i])) == wanted)
        kept_[i] = false;
  }

  /// Pages hold a text twice to show one on small screens, the other on large ones.
  void drop_repeated() {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < blocks_.size(); ++i)
      if (kept_[i] && blocks_[i].words >= kRepeatedWords)
        kept_[i] = seen.insert(comparable(text_of_block(blocks_[i]))).second;
  }

  const HtmlTree& tree_;
  std::vector<NodeIndex> texts_;
  NodeIndex story_;
  std::vector<HtmlBlock> blocks_;
  std::vector<bool> kept_;
  double all_ = 0;
};

}  // namespace

HtmlBlocks find_main_content(const HtmlTree& tree, std::string_view title) {
  HtmlBlocks found = find_blocks(tree, parts_without_story(tree, page_marks()));
  const NodeIndex story = find_story(tree, count_votes(tree, found));
  return StoryFilter(tree, std::move(found), story).run(title);
}

}  // namespace dateline
