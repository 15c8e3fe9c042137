#include "exporters/json_parts.h"

#include <algorithm>

#include "core/edtf.h"
#include "exporters/json_members.h"

namespace dateline {
namespace {

std::string_view qualifier_of(const When& when) {
  if (when.uncertain) return when.approximate ? "uncertain-approximate" : "uncertain";
  return when.approximate ? "approximate" : "";
}

/// An offset that was not told is written Z, so that of Greenwich is spelled out.
std::string instant_text(Instant instant) {
  std::string text = to_string(instant);
  if (instant.utc_offset == 0) text.replace(text.size() - 1, 1, "+00:00");
  return text;
}

void write_anchor(JsonWriter& json, const When::Anchor& anchor) {
  json.begin_object();
  text(json, "kind", name_of(anchor.kind));
  optional_text(json, "ref", anchor.ref);
  optional_text(json, "offset", anchor.offset);
  json.end_object();
}

void write_expression(JsonWriter& json, const When::Expression& expression) {
  json.begin_object();
  optional_text(json, "text", expression.text);
  if (expression.type) text(json, "type", name_of(*expression.type));
  optional_text(json, "value", expression.value);
  if (expression.anchor.kind != Timex::Anchor::none) {
    json.key("anchor");
    write_anchor(json, expression.anchor);
  }
  optional_text(json, "rule", expression.rule);
  json.end_object();
}

void write_pair(JsonWriter& json, std::uint32_t begin, std::uint32_t end) {
  json.begin_list();
  json.number(begin);
  json.number(end);
  json.end_list();
}

}  // namespace

void write_when(JsonWriter& json, const When& when) {
  json.begin_object();
  text(json, "edtf", when.edtf.empty() ? kUnknownEdtf : when.edtf);
  text(json, "granularity", name_of(when.grain));
  if (when.interval.earliest) text(json, "earliest", instant_text(*when.interval.earliest));
  if (when.interval.latest) text(json, "latest", instant_text(*when.interval.latest));
  if (when.shape != When::Shape::within) text(json, "shape", name_of(when.shape));
  optional_true(json, "start_open", when.start_open);
  optional_true(json, "end_open", when.end_open);
  optional_text(json, "qualifier", qualifier_of(when));
  if (when.part_of_day != PartOfDay::none) text(json, "part_of_day", name_of(when.part_of_day));
  optional_text(json, "duration", when.duration);
  optional_text(json, "recurrence", when.recurrence);
  optional_text(json, "timezone", when.timezone);
  optional_text(json, "display", when.display);
  if (when.expression) {
    json.key("timex");
    write_expression(json, *when.expression);
  }
  json.end_object();
}

void optional_when(JsonWriter& json, std::string_view key, const std::optional<When>& when) {
  if (!when) return;
  json.key(key);
  write_when(json, *when);
}

void write_evidence(JsonWriter& json, const Evidence& evidence) {
  json.begin_object();
  text(json, "document", evidence.document);
  offset(json, "start", evidence.start);
  offset(json, "end", evidence.end);
  text(json, "quote", evidence.quote);
  if (evidence.sentence) {
    json.key("sentence");
    write_pair(json, evidence.sentence->first, evidence.sentence->second);
  }
  if (evidence.role != Evidence::Role::support) text(json, "role", name_of(evidence.role));
  json.end_object();
}

bool has_source(const std::vector<Evidence>& evidence) {
  return std::any_of(evidence.begin(), evidence.end(),
                     [](const Evidence& item) { return item.source.has_value(); });
}

void write_source_spans(JsonWriter& json, const std::vector<Evidence>& evidence) {
  json.begin_list();
  for (const Evidence& item : evidence) {
    if (item.source) {
      write_pair(json, item.source->begin, item.source->end);
    } else {
      json.begin_list();
      json.end_list();
    }
  }
  json.end_list();
}

void optional_source_spans(JsonWriter& json, const std::vector<Evidence>& evidence) {
  if (!has_source(evidence)) return;
  json.key("x-source-spans");
  write_source_spans(json, evidence);
}

}  // namespace dateline
