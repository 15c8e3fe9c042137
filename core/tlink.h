#pragma once

#include <optional>
#include <string>
#include <variant>

#include "core/id.h"

namespace dateline {

/// The relations of TimeBank-Dense (Cassidy et al. 2014).
enum class TemporalRelation : std::uint8_t {
  before,
  after,
  includes,
  is_included,
  simultaneous,
  vague
};
std::string_view name_of(TemporalRelation relation);  ///< "IS_INCLUDED"
std::optional<TemporalRelation> temporal_relation_named(std::string_view name);

/// The time at which the document was published.
struct DocumentTime {
  friend constexpr bool operator==(DocumentTime, DocumentTime) = default;
};

/// A temporal relation between two events, or between an event and a time.
struct TLink {
  using End = std::variant<EventMentionId, TimexId, DocumentTime>;
  End from, to;
  TemporalRelation relation = TemporalRelation::vague;
  std::string rule;    ///< the sieve that drew it
  std::string offset;  ///< ISO 8601 distance when the text gives one: "P1D"
};

}  // namespace dateline
