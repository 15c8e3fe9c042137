#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/timeline.h"
#include "importers/format/json_shape.h"

// The shapes that several things of a timeline have, with the rules of docs/timeline.schema.json.

namespace dateline::shape {

template <typename T>
T& to(void* at) {
  return *static_cast<T*>(at);
}

Complaint take_text(void* at, std::string_view value);
Complaint take_number(void* at, double value);

extern const ShapeOf<std::string> text;
extern const ShapeOf<std::string> some_text;  ///< not empty
extern const ShapeOf<std::string> id;
extern const ShapeOf<bool> flag;
extern const ShapeOf<double> number;
extern const ShapeOf<std::uint32_t> offset;

/// Between `least` and `most`.
template <int least, int most>
Complaint take_bounded(void* at, double value) {
  if (value < least || value > most)
    return "a number from " + std::to_string(least) + " to " + std::to_string(most);
  return take_number(at, value);
}
template <int least, int most>
inline constexpr ShapeOf<double> from_to = {
    {.expected = "a number", .take_number = take_bounded<least, most>}};
inline constexpr auto& unit = from_to<0, 1>;
extern const ShapeOf<double> positive;  ///< or zero

inline constexpr auto& texts = list_of<text>;
inline constexpr auto& ids = list_of<id>;

using Figures = std::vector<std::pair<std::string, double>>;
extern const ShapeOf<Figures> figures;       ///< what is not a number is dropped
extern const ShapeOf<Figures> unit_figures;  ///< of [0,1]

inline constexpr auto& timex_type = one_of<TimexType, TimexType::date, TimexType::set>;
extern const ShapeOf<When> when;
extern const ShapeOf<Evidence> evidence;
inline constexpr auto& evidences = list_of<evidence>;

using SourceSpans = std::vector<std::vector<std::uint32_t>>;  ///< each empty or of two
inline constexpr auto& source_span = list_of<offset>;
inline constexpr auto& source_spans = list_of<source_span>;
/// A list of spans that does not fit the evidence is not ours, and dropped.
void add_source_spans(std::vector<Evidence>& items, const SourceSpans& spans);

}  // namespace dateline::shape
