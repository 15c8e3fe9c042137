#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "exporters/json_writer.h"

namespace dateline {

// Members of objects, a key and its value at once. The `optional_` ones leave out what is empty.

void text(JsonWriter& json, std::string_view key, std::string_view value);
void number(JsonWriter& json, std::string_view key, double value);
void offset(JsonWriter& json, std::string_view key, std::uint32_t value);
void boolean(JsonWriter& json, std::string_view key, bool value);
void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values);

void optional_text(JsonWriter& json, std::string_view key, std::string_view value);
/// Leaves out what is not finite too: JSON has no number for it.
void optional_number(JsonWriter& json, std::string_view key, std::optional<double> value);
void optional_true(JsonWriter& json, std::string_view key, bool value);
void optional_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values);
void optional_figures(JsonWriter& json, std::string_view key,
                      const std::vector<std::pair<std::string, double>>& figures);

/// An array of what `write(json, thing)` writes of each of `things`.
template <typename Thing, typename Write>
void array(JsonWriter& json, std::string_view key, const std::vector<Thing>& things, Write write) {
  json.key(key);
  json.begin_array();
  for (const Thing& thing : things) write(json, thing);
  json.end_array();
}

template <typename Thing, typename Write>
void optional_array(JsonWriter& json, std::string_view key, const std::vector<Thing>& things,
                    Write write) {
  if (!things.empty()) array(json, key, things, write);
}

/// Whether it begins with a scheme and holds only what RFC 3986 allows in a URI.
bool is_uri(std::string_view value);
/// Whether it has the shape of a date and time of RFC 3339.
bool is_date_time(std::string_view value);

}  // namespace dateline
