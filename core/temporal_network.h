#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/tlink.h"

namespace dateline {

/// What follows from temporal relations between intervals, by the point algebra (Vilain and Kautz
/// 1986): each interval is two points, its start before its end, and each relation some "before" or
/// "not after" between points, which are closed transitively. BEFORE lets intervals meet; INCLUDES
/// and IS_INCLUDED let them share an end. Adding costs the square of the number of intervals, / 64.
class TemporalNetwork {
 public:
  explicit TemporalNetwork(std::uint32_t intervals);

  /// Links, by their numbers, that together say the opposite: a shortest such list, ascending.
  using Conflict = std::vector<std::uint32_t>;

  /// Adds a relation under the number of the link that tells it. If it contradicts those before it,
  /// nothing is added, and the links behind the contradiction are returned. `vague` adds nothing.
  std::optional<Conflict> add(std::uint32_t a, TemporalRelation relation, std::uint32_t b,
                              std::uint32_t link);
  /// What holds between two intervals in every order that the relations allow; else `vague`.
  TemporalRelation between(std::uint32_t a, std::uint32_t b) const;

 private:
  /// `earlier` is not after `later`, or before it if strict.
  struct Order {
    std::uint32_t earlier = 0, later = 0;
    bool strict = false;
  };
  struct Step {
    std::uint32_t to = 0;
    bool strict = false;
    std::optional<std::uint32_t> link;  ///< none for the start and end of one interval
  };

  static std::vector<Order> orders_of(std::uint32_t a, TemporalRelation relation, std::uint32_t b);
  bool not_after(std::uint32_t p, std::uint32_t q) const { return bit(not_after_, p, q); }
  bool before(std::uint32_t p, std::uint32_t q) const { return bit(before_, p, q); }
  bool bit(const std::vector<std::uint64_t>& rows, std::uint32_t p, std::uint32_t q) const {
    return (rows[std::size_t{p} * words_ + q / 64] >> (q % 64)) & 1U;
  }
  void close(Order order);
  void join_rows(std::uint32_t into, Order order);
  Conflict path(std::uint32_t from, std::uint32_t to, bool strict) const;

  std::uint32_t points_;
  std::size_t words_;  // of 64 bits, in a row
  // A row a point: the points that it is not after, and those that it is before.
  std::vector<std::uint64_t> not_after_, before_;
  std::vector<std::vector<Step>> steps_;  // by point: what was added
};

}  // namespace dateline
