#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace dateline {

/// Lets a hash table of strings be asked for a view, without a copy of it.
struct WordHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>()(word);
  }
};

/// Words or phrases, and something told of each. They are asked for, never listed: their order
/// means nothing and may differ between machines.
using WordSet = std::unordered_set<std::string, WordHash, std::equal_to<>>;
template <typename Told>
using WordTable = std::unordered_map<std::string, Told, WordHash, std::equal_to<>>;

}  // namespace dateline
