#include "importers/time/grammar.h"

namespace dateline {
namespace {

std::uint64_t edge_key(std::uint32_t node, std::uint32_t symbol, bool glued) {
  return (static_cast<std::uint64_t>(node) << 32) | (static_cast<std::uint64_t>(symbol) << 1) |
         (glued ? 1u : 0u);
}

// Fibonacci hashing (Knuth, TAOCP 3, 6.4).
std::size_t hash_of(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ull) >> 20);
}

}  // namespace

std::span<const Grammar::Membership> Grammar::memberships(std::uint32_t word) const {
  if (word >= memberships_.size()) return {};
  return memberships_[word];
}

bool Grammar::belongs(const Atom& atom, std::uint32_t category) const {
  for (const Membership& membership : memberships(atom.symbol))
    if (membership.category == category && (!membership.capital || atom.capital)) return true;
  if (atom.kind != Atom::Kind::digits) return false;
  for (const DigitRange& range : digit_ranges_)
    if (range.category == category && range.low <= atom.number && atom.number <= range.high &&
        range.min_width <= atom.width && atom.width <= range.max_width)
      return true;
  return false;
}

std::uint32_t Grammar::category(std::string_view name) const {
  std::string symbol("{");
  symbol += name;
  symbol += '}';
  return words_.find(symbol);
}

std::size_t Grammar::slot_of(std::uint64_t key) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = hash_of(key) & mask;
  while (edges_[at].key != ~0ull && edges_[at].key != key) at = (at + 1) & mask;
  return at;
}

std::uint32_t Grammar::step(std::uint32_t node, std::uint32_t symbol, bool glued) const {
  return edges_[slot_of(edge_key(node, symbol, glued))].to;
}

}  // namespace dateline
