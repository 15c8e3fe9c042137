#include "core/edtf.h"
#include "core/when.h"
#include "tests/fuzz/targets.h"

namespace dateline::test {

std::string broken_edtf(std::string_view bytes) {
  const auto value = parse_edtf(bytes);
  if (!value) {
    const auto& error = value.error();
    const bool inside = error.at.begin <= error.at.end && error.at.end <= bytes.size();
    return inside && !error.message.empty() ? "" : "an error has no place or no message";
  }
  const Interval covered = interval_of(*value);
  if (is_empty(covered)) return "a value covers nothing";
  const std::string text = to_string(*value);
  const auto again = parse_edtf(text);
  if (!again) return "what was written is not read: " + text;
  if (to_string(*again) != text) return "what was written is read as another value: " + text;
  if (interval_of(*again).earliest != covered.earliest) return "it begins elsewhere: " + text;
  return {};
}

std::string broken_date_value(std::string_view bytes) {
  const auto date = date_from_timex_value(bytes);
  if (!date) return {};
  const std::string value = to_timex_value(*date);
  if (date_from_timex_value(value) != date) return "not read back: " + value;
  if (display(*date).empty()) return "no words for " + value;
  if (is_empty(interval_of(*date))) return "it covers nothing: " + value;
  if (!parse_edtf(when_of(*date).edtf)) return "no EDTF for " + value;
  if (moved(moved(*date, 7), -7) != *date) return "lost when moved: " + value;
  return {};
}

std::string broken_duration(std::string_view bytes) {
  const auto duration = duration_from(bytes);
  if (!duration) return {};
  const std::string text = to_string(*duration);
  const auto again = duration_from(text);
  if (!again || to_string(*again) != text) return "not read back: " + text;
  if (!is_valid(add(Day{2022, 2, 28}, *duration))) return "leads out of the calendar: " + text;
  add(start_of({2022, 2, 28}), *duration);
  schema_duration(*duration);
  return {};
}

std::string broken_instant(std::string_view bytes) {
  const auto instant = instant_from(bytes);
  if (!instant) return {};
  Instant told = *instant;
  told.utc_offset = told.utc_offset.value_or(0);
  const std::string text = to_string(*instant);
  return instant_from(text) == told ? "" : "not read back: " + text;
}

}  // namespace dateline::test
