#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/timeline.h"

namespace dateline::testing {

/// Random numbers that are the same on every machine: the standard's distributions are not.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}

  /// 0 to `sides` - 1.
  std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(random_()) % sides; }
  bool once_in(std::uint32_t sides) { return roll(sides) == 0; }
  double unit() { return roll(1u << 20) / static_cast<double>((1u << 20) - 1); }
  template <typename Thing>
  const Thing& pick(const std::vector<Thing>& things) {
    return things[roll(static_cast<std::uint32_t>(things.size()))];
  }
  /// One of an enumeration that ends with `last`.
  template <typename Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(roll(static_cast<std::uint32_t>(last) + 1));
  }

 private:
  std::mt19937 random_;
};

// Parts made by hand, with the fields that most tests need.
Evidence make_evidence(std::string_view document, std::uint32_t start, std::string_view quote);
Entity make_entity(std::string_view id, EntityKind kind, std::string_view name);
/// On a day ("2022-02-12"), or undated if that is empty; with one item of evidence in document "d".
Event make_event(std::string_view id, std::string_view type, std::string_view title,
                 std::string_view day = {});
Link make_link(LinkType type, std::string_view from, std::string_view to);

/// Text that breaks careless writers: quotes, backslashes, NUL, markup, emoji, right-to-left ...
std::string hostile_text(Dice& dice);

/// A timeline with something in every field that some file may have; the strings are hostile, what
/// the schema demands is kept, ids lead somewhere.
Timeline random_timeline(std::uint32_t seed);

}  // namespace dateline::testing
