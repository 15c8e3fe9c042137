#include "importers/nlp/spanning_tree.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;

// The heads that score best, each word for itself.
std::vector<std::uint32_t> best_heads(std::span<const float> scores, std::uint32_t words) {
  std::vector<std::uint32_t> heads(words);
  for (std::uint32_t word = 1; word <= words; ++word) {
    const float* const row = scores.data() + std::size_t{word - 1} * (words + 1);
    std::uint32_t best = 0;
    for (std::uint32_t head = 1; head <= words; ++head)
      if (head != word && row[head] > row[best]) best = head;
    heads[word - 1] = best;
  }
  return heads;
}

// Whether every word comes to the root, and one alone hangs from it.
bool is_tree(const std::vector<std::uint32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), 0u) != 1) return false;
  std::vector<std::uint32_t> seen(heads.size() + 1, 0);  // by which walk
  for (std::uint32_t start = 1; start <= heads.size(); ++start) {
    std::uint32_t word = start;
    while (word != 0 && seen[word] == 0) {
      seen[word] = start;
      word = heads[word - 1];
    }
    if (word != 0 && seen[word] == start) return false;
  }
  return true;
}

// Contracts circles until there is none, then opens them again. Words are nodes 1 to n, the root
// is node 0; the node of a circle gets the place of one of its nodes.
class Contraction {
 public:
  Contraction(std::span<const float> scores, std::uint32_t words);

  std::vector<std::uint32_t> heads();

 private:
  struct Arc {
    double score = 0;
    std::uint32_t head = 0, word = 0;  // as they were before any contraction
  };
  struct CircleNode {
    Arc arc;  // into it, on the circle
    std::vector<std::uint32_t> words;
  };
  using Circle = std::vector<CircleNode>;

  Arc& arc(std::uint32_t head, std::uint32_t node) { return arcs_[node * size_ + head]; }
  void choose(std::uint32_t node);
  std::vector<std::uint32_t> find_circle() const;
  void contract(const std::vector<std::uint32_t>& circle);
  void merge_arcs(std::uint32_t into, const std::vector<std::uint32_t>& circle);

  std::uint32_t size_;
  std::vector<Arc> arcs_;  // a row for each node, by the node of the head
  std::vector<bool> alive_;
  std::vector<std::uint32_t> best_;                // node of the best head
  std::vector<std::vector<std::uint32_t>> words_;  // of each node
  std::vector<Circle> circles_;
};

// Each arc from the root costs more than any other choice gains, so that there is one only.
Contraction::Contraction(std::span<const float> scores, std::uint32_t words)
    : size_(words + 1),
      arcs_(std::size_t{size_} * size_),
      alive_(size_, true),
      best_(size_, 0),
      words_(size_) {
  double cost = 1;
  for (const float score : scores) cost = std::max(cost, std::fabs(double{score}));
  cost *= 2.0 * size_;
  for (std::uint32_t word = 1; word < size_; ++word) {
    for (std::uint32_t head = 0; head < size_; ++head)
      arc(head, word) = {scores[std::size_t{word - 1} * size_ + head] - (head == 0 ? cost : 0),
                         head, word};
    words_[word] = {word};
    choose(word);
  }
}

void Contraction::choose(std::uint32_t node) {
  std::uint32_t best = kNone;
  for (std::uint32_t head = 0; head < size_; ++head)
    if (head != node && alive_[head] &&
        (best == kNone || arc(head, node).score > arc(best, node).score))
      best = head;
  best_[node] = best;
}

std::vector<std::uint32_t> Contraction::find_circle() const {
  std::vector<std::uint32_t> seen(size_, 0);
  for (std::uint32_t start = 1; start < size_; ++start) {
    std::uint32_t node = alive_[start] ? start : 0;
    while (node != 0 && seen[node] == 0) {
      seen[node] = start;
      node = best_[node];
    }
    if (node == 0 || seen[node] != start) continue;
    std::vector<std::uint32_t> circle = {node};
    for (std::uint32_t next = best_[node]; next != node; next = best_[next]) circle.push_back(next);
    return circle;
  }
  return {};
}

// The arcs from and to the circle: into it, what is won by leaving the circle's own arc.
void Contraction::merge_arcs(std::uint32_t into, const std::vector<std::uint32_t>& circle) {
  for (std::uint32_t other = 0; other < size_; ++other) {
    if (!alive_[other] || std::find(circle.begin(), circle.end(), other) != circle.end()) continue;
    Arc in = arc(other, circle[0]), out = arc(circle[0], other);
    in.score -= arc(best_[circle[0]], circle[0]).score;
    for (std::size_t i = 1; i < circle.size(); ++i) {
      Arc entering = arc(other, circle[i]);
      entering.score -= arc(best_[circle[i]], circle[i]).score;
      if (entering.score > in.score) in = entering;
      if (arc(circle[i], other).score > out.score) out = arc(circle[i], other);
    }
    arc(other, into) = in;
    if (other != 0) arc(into, other) = out;
  }
}

void Contraction::contract(const std::vector<std::uint32_t>& circle) {
  Circle& kept = circles_.emplace_back();
  for (const std::uint32_t node : circle) kept.push_back({arc(best_[node], node), words_[node]});
  merge_arcs(circle[0], circle);
  for (std::size_t i = 1; i < circle.size(); ++i) {
    alive_[circle[i]] = false;
    std::vector<std::uint32_t>& all = words_[circle[0]];
    all.insert(all.end(), words_[circle[i]].begin(), words_[circle[i]].end());
  }
  choose(circle[0]);
  for (std::uint32_t node = 1; node < size_; ++node)
    if (alive_[node] && node != circle[0] && !alive_[best_[node]]) best_[node] = circle[0];
}

std::vector<std::uint32_t> Contraction::heads() {
  for (auto circle = find_circle(); !circle.empty(); circle = find_circle()) contract(circle);
  std::vector<std::uint32_t> heads(size_ - 1, kNone);
  for (std::uint32_t node = 1; node < size_; ++node)
    if (alive_[node]) heads[arc(best_[node], node).word - 1] = arc(best_[node], node).head;
  // The circle's own arcs, but the one into the node of which a word got a head from outside.
  const auto has_head = [&](std::uint32_t word) { return heads[word - 1] != kNone; };
  for (auto circle = circles_.rbegin(); circle != circles_.rend(); ++circle)
    for (const CircleNode& node : *circle)
      if (std::none_of(node.words.begin(), node.words.end(), has_head))
        heads[node.arc.word - 1] = node.arc.head;
  return heads;
}

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::uint32_t words) {
  std::vector<std::uint32_t> heads = best_heads(scores, words);
  return is_tree(heads) ? heads : Contraction(scores, words).heads();
}

}  // namespace dateline
