#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace dateline {

/// Sets of the numbers 0 to size - 1, each alone at first (Tarjan 1975). The number that stands for
/// a set is its smallest.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) {
    std::iota(parent_.begin(), parent_.end(), 0u);
  }

  /// One more number, alone at first.
  std::uint32_t add() {
    parent_.push_back(static_cast<std::uint32_t>(parent_.size()));
    return parent_.back();
  }

  std::uint32_t find(std::uint32_t member) {
    while (parent_[member] != member) {
      parent_[member] = parent_[parent_[member]];
      member = parent_[member];
    }
    return member;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a < b) {
      parent_[b] = a;
    } else {
      parent_[a] = b;
    }
  }

  /// The sets by their smallest members, each ascending.
  std::vector<std::vector<std::uint32_t>> sets() {
    std::vector<std::vector<std::uint32_t>> all;
    std::vector<std::uint32_t> place(parent_.size());
    for (std::uint32_t member = 0; member < parent_.size(); ++member) {
      const std::uint32_t root = find(member);
      if (root == member) {
        place[root] = static_cast<std::uint32_t>(all.size());
        all.emplace_back();
      }
      all[place[root]].push_back(member);
    }
    return all;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace dateline
