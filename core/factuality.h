#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// What a source commits to, after FactBank (Saurí and Pustejovsky 2009), with the values of the
/// timeline schema.
enum class FactualityValue : std::uint8_t {
  asserted,
  probable,
  possible,
  scheduled,
  requested,
  conditional,
  counterfactual,
  denied,
  unknown
};
std::string_view name_of(FactualityValue value);
std::optional<FactualityValue> factuality_named(std::string_view name);

struct Factuality {
  FactualityValue value = FactualityValue::asserted;
  bool negative = false;  ///< the text says that it did not, or will not
  std::string cue;        ///< the words that decided; empty for the plain case

  friend bool operator==(const Factuality&, const Factuality&) = default;
};

}  // namespace dateline
