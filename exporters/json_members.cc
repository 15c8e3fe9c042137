#include "exporters/json_members.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_uri_character(char c) {
  constexpr std::string_view kOther = "-._~:/?#[]@!$&'()*+,;=%";
  return is_ascii_letter(c) || is_digit(c) || kOther.find(c) != kOther.npos;
}

}  // namespace

void text(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.text(value);
}

void number(JsonWriter& json, std::string_view key, double value) {
  json.key(key);
  json.number(value);
}

void offset(JsonWriter& json, std::string_view key, std::uint32_t value) {
  json.key(key);
  json.number(value);
}

void boolean(JsonWriter& json, std::string_view key, bool value) {
  json.key(key);
  json.boolean(value);
}

void optional_text(JsonWriter& json, std::string_view key, std::string_view value) {
  if (!value.empty()) text(json, key, value);
}

void optional_number(JsonWriter& json, std::string_view key, std::optional<double> value) {
  if (value && std::isfinite(*value)) number(json, key, *value);
}

void optional_true(JsonWriter& json, std::string_view key, bool value) {
  if (value) boolean(json, key, true);
}

void texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key);
  json.begin_list();
  for (const std::string& value : values) json.text(value);
  json.end_list();
}

void optional_texts(JsonWriter& json, std::string_view key,
                    const std::vector<std::string>& values) {
  if (!values.empty()) texts(json, key, values);
}

void optional_figures(JsonWriter& json, std::string_view key,
                      const std::vector<std::pair<std::string, double>>& figures) {
  if (figures.empty()) return;
  json.key(key);
  json.begin_object();
  for (const auto& [name, value] : figures) optional_number(json, name, value);
  json.end_object();
}

bool is_uri(std::string_view value) {
  const auto colon = value.find(':');
  if (colon == value.npos || colon == 0 || !is_ascii_letter(value[0])) return false;
  return std::all_of(value.begin(), value.end(), is_uri_character);
}

bool is_date_time(std::string_view value) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (value.size() <= kShape.size()) return false;
  for (std::size_t i = 0; i < kShape.size(); ++i)
    if (is_digit(kShape[i]) ? !is_digit(value[i]) : value[i] != kShape[i]) return false;
  std::string_view zone = value.substr(kShape.size());
  if (zone.starts_with('.'))
    zone.remove_prefix(std::min(zone.find_first_not_of("0123456789", 1), zone.size()));
  return zone == "Z" || (zone.size() == 6 && (zone[0] == '+' || zone[0] == '-') && zone[3] == ':');
}

}  // namespace dateline
