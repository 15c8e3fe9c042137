#include "exporters/style_json.h"

#include "exporters/json_writer.h"
#include "exporters/style.h"

namespace dateline {
namespace {

void member(JsonWriter& json, std::string_view key, std::string_view value) {
  json.key(key);
  json.text(value);
}

std::string_view name_of(LineStyle line) {
  if (line == LineStyle::dashed) return "dashed";
  return line == LineStyle::dotted ? "dotted" : "solid";
}

// An object with a member for each value of an enumeration that ends with `last`.
template <typename Enum, typename Write>
void table(JsonWriter& json, std::string_view key, Enum last, Write write) {
  json.key(key);
  json.begin_object();
  for (int value = 0; value <= static_cast<int>(last); ++value) {
    json.key(dateline::name_of(static_cast<Enum>(value)));
    json.begin_object();
    write(style_of(static_cast<Enum>(value)));
    json.end_object();
  }
  json.end_object();
}

}  // namespace

bool write_style_json(std::ostream& out) {
  JsonWriter json(out, JsonWriter::Layout::one_line);
  json.begin_object();
  member(json, "plain", kPlainBadge);
  table(json, "kinds", Event::Kind::statement, [&](const KindStyle& style) {
    member(json, "name", style.name);
    member(json, "plural", style.plural);
  });
  table(json, "factualities", FactualityValue::unknown, [&](const FactualityStyle& style) {
    member(json, "words", style.words);
    member(json, "negative", style.negative);
    member(json, "badge", style.badge);
    member(json, "sign", style.sign);
    member(json, "line", name_of(style.line));
    json.key("filled");
    json.boolean(style.filled);
  });
  table(json, "forces", DeadlineMention::Force::scheduled_end, [&](const ForceStyle& style) {
    member(json, "words", style.words);
    member(json, "badge", style.badge);
  });
  table(json, "links", LinkType::same_event_as, [&](const LinkStyle& style) {
    member(json, "words", style.words);
    member(json, "inverse", style.inverse);
  });
  json.end_object();
  return json.finish();
}

}  // namespace dateline
