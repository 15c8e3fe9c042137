#pragma once

#include <cstdint>

namespace dateline {

/// A position in the vector that holds the things of one kind. The tag keeps a token's number from
/// being passed for a mention's. Default: nothing is pointed at.
template <typename Tag>
struct Id {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  std::uint32_t index = kNone;

  constexpr explicit operator bool() const { return index != kNone; }
  friend constexpr bool operator==(Id, Id) = default;
  friend constexpr auto operator<=>(Id, Id) = default;
};

using TokenId = Id<struct TokenTag>;
using MentionId = Id<struct MentionTag>;
using ChainId = Id<struct ChainTag>;
using TimexId = Id<struct TimexTag>;
using EventMentionId = Id<struct EventMentionTag>;

}  // namespace dateline
