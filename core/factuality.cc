#include "core/factuality.h"

#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, 9> kFactualityNames = {
    "asserted",    "probable",       "possible", "scheduled", "requested",
    "conditional", "counterfactual", "denied",   "unknown"};

}  // namespace

std::string_view name_of(FactualityValue value) {
  return kFactualityNames[static_cast<std::size_t>(value)];
}

std::optional<FactualityValue> factuality_named(std::string_view name) {
  for (std::size_t i = 0; i < kFactualityNames.size(); ++i)
    if (kFactualityNames[i] == name) return static_cast<FactualityValue>(i);
  return std::nullopt;
}

}  // namespace dateline
