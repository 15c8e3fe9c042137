#include "importers/format/timeline_shapes_json.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::shape {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_id(std::string_view value) {
  constexpr std::size_t kMaxId = 200;
  constexpr std::string_view kOther = "._:-";
  return !value.empty() && value.size() <= kMaxId && is_letter_or_digit(value[0]) &&
         std::all_of(value.begin(), value.end(), [&](char c) {
           return is_letter_or_digit(c) || kOther.find(c) != kOther.npos;
         });
}

Complaint take_some_text(void* at, std::string_view value) {
  if (value.empty()) return "a string that is not empty";
  return take_text(at, value);
}

Complaint take_id(void* at, std::string_view value) {
  if (!is_id(value))
    return "an id: 1 to 200 letters, digits and '.', '_', ':', '-', the first a letter or digit";
  return take_text(at, value);
}

Complaint take_flag(void* at, bool value) {
  to<bool>(at) = value;
  return std::nullopt;
}

Complaint take_offset(void* at, double value) {
  constexpr double kMost = std::numeric_limits<std::uint32_t>::max();
  if (value < 0 || value > kMost || value != std::floor(value))
    return "a whole number from 0 to 4294967295";
  to<std::uint32_t>(at) = static_cast<std::uint32_t>(value);
  return std::nullopt;
}

Complaint take_positive(void* at, double value) {
  if (value < 0) return "a number that is not negative";
  return take_number(at, value);
}

// Figures.

constexpr ShapeOf<double> number_or_nothing = {
    {.expected = "a number", .take_number = take_number, .drops_other_types = true}};

template <const auto& shape>
Slot figure(void* at, std::string_view name) {
  auto& figures = to<Figures>(at);
  figures.emplace_back(name, std::nan(""));
  return {&shape, &figures.back().second};
}

Complaint finish_figures(void* at, std::size_t) {
  std::erase_if(to<Figures>(at), [](const auto& figure) { return std::isnan(figure.second); });
  return std::nullopt;
}

// Times.

Complaint take_duration(void* at, std::string_view value) {
  if (!duration_from(value)) return "an ISO 8601 duration";
  return take_text(at, value);
}
constexpr ShapeOf<std::string> duration = {{.expected = "a string", .take_text = take_duration}};

Complaint take_instant(void* at, std::string_view value) {
  const auto instant = instant_from(value);
  if (!instant || !instant->utc_offset)
    return "a date and time with its offset, such as 2022-02-12T10:30:00-05:00";
  to<Instant>(at) = *instant;
  if (value.ends_with('Z')) to<Instant>(at).utc_offset.reset();  // not told
  return std::nullopt;
}
constexpr ShapeOf<Instant> instant = {{.expected = "a string", .take_text = take_instant}};

Complaint take_qualifier(void* at, std::string_view value) {
  auto& when = to<When>(at);
  when.uncertain = value == "uncertain" || value == "uncertain-approximate";
  when.approximate = value == "approximate" || value == "uncertain-approximate";
  if (when.uncertain || when.approximate || value == "certain") return std::nullopt;
  return "one of \"certain\", \"uncertain\", \"approximate\", \"uncertain-approximate\"";
}
constexpr ShapeOf<When> qualifier = {{.expected = "a string", .take_text = take_qualifier}};

using Anchor = When::Anchor;
constexpr auto& anchor_kind = one_of<Timex::Anchor, Timex::Anchor::document, Timex::Anchor::user>;
constexpr Member kAnchor[] = {
    required<&Anchor::kind>("kind", anchor_kind),
    optional<&Anchor::ref>("ref", id),
    optional<&Anchor::offset>("offset", text),
};
constexpr auto anchor = object_of<Anchor>(kAnchor);

using Expression = When::Expression;
constexpr Member kExpression[] = {
    optional<&Expression::text>("text", text),   optional<&Expression::type>("type", timex_type),
    optional<&Expression::value>("value", text), optional<&Expression::anchor>("anchor", anchor),
    optional<&Expression::rule>("rule", text),
};
constexpr auto expression = object_of<Expression>(kExpression);

constexpr auto& grain = one_of<Grain, Grain::century, Grain::unknown>;
constexpr auto& when_shape = one_of<When::Shape, When::Shape::within, When::Shape::set>;
constexpr auto& part_of_day = one_of<PartOfDay, PartOfDay::night, PartOfDay::evening>;
constexpr Member kWhen[] = {
    required<&When::edtf>("edtf", some_text),
    required<&When::grain>("granularity", grain),
    optional<&When::interval, &Interval::earliest>("earliest", instant),
    optional<&When::interval, &Interval::latest>("latest", instant),
    optional<&When::shape>("shape", when_shape),
    optional<&When::start_open>("start_open", flag),
    optional<&When::end_open>("end_open", flag),
    whole("qualifier", qualifier),
    optional<&When::part_of_day>("part_of_day", part_of_day),
    optional<&When::duration>("duration", duration),
    optional<&When::recurrence>("recurrence", text),
    optional<&When::timezone>("timezone", text),
    optional<&When::display>("display", text),
    optional<&When::expression>("timex", expression),
};

// Evidence.

using Pair = std::pair<std::uint32_t, std::uint32_t>;

std::optional<Slot> pair_element(void* at, std::size_t index) {
  if (index > 1) return std::nullopt;
  return Slot{&offset, index == 0 ? &to<Pair>(at).first : &to<Pair>(at).second};
}
Complaint finish_pair(void*, std::size_t count) {
  if (count == 2) return std::nullopt;
  return "two elements";
}
constexpr ShapeOf<Pair> offsets = {
    {.expected = "an array", .element = pair_element, .finish = finish_pair}};

constexpr auto& evidence_role =
    one_of<Evidence::Role, Evidence::Role::support, Evidence::Role::attribution>;
constexpr Member kEvidence[] = {
    required<&Evidence::document>("document", id),
    required<&Evidence::start>("start", offset),
    required<&Evidence::end>("end", offset),
    required<&Evidence::quote>("quote", some_text),
    optional<&Evidence::sentence>("sentence", offsets),
    optional<&Evidence::role>("role", evidence_role),
};

}  // namespace

Complaint take_text(void* at, std::string_view value) {
  to<std::string>(at) = value;
  return std::nullopt;
}

Complaint take_number(void* at, double value) {
  to<double>(at) = value;
  return std::nullopt;
}

constinit const ShapeOf<std::string> text = {{.expected = "a string", .take_text = take_text}};
constinit const ShapeOf<std::string> some_text = {
    {.expected = "a string", .take_text = take_some_text}};
constinit const ShapeOf<std::string> id = {{.expected = "a string", .take_text = take_id}};
constinit const ShapeOf<bool> flag = {{.expected = "true or false", .take_boolean = take_flag}};
constinit const ShapeOf<double> number = {{.expected = "a number", .take_number = take_number}};
constinit const ShapeOf<double> positive = {{.expected = "a number", .take_number = take_positive}};
constinit const ShapeOf<std::uint32_t> offset = {
    {.expected = "a whole number", .take_number = take_offset}};
constinit const ShapeOf<Figures> figures = {
    {.expected = "an object", .any_member = figure<number_or_nothing>, .finish = finish_figures}};
constinit const ShapeOf<Figures> unit_figures = {
    {.expected = "an object", .any_member = figure<unit>}};
constinit const ShapeOf<When> when = object_of<When>(kWhen);
constinit const ShapeOf<Evidence> evidence = object_of<Evidence>(kEvidence);

void add_source_spans(std::vector<Evidence>& items, const SourceSpans& spans) {
  if (spans.size() != items.size()) return;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (spans[i].size() == 2) items[i].source = SourceSpan{spans[i][0], spans[i][1]};
}

}  // namespace dateline::shape
