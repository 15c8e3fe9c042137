#include <algorithm>
#include <ostream>

#include "core/timeline.h"
#include "core/utf8.h"
#include "exporters/exporter.h"
#include "exporters/json_members.h"
#include "exporters/json_parts.h"

// The timeline's own format: docs/timeline.schema.json, explained in docs/timeline-json.md. What is
// absent or has its default value is left out. importers/format/timeline_json.cc reads it back.

namespace dateline {
namespace {

constexpr std::string_view kFormat = "dateline-timeline";
constexpr std::string_view kVersion = "1.0";
constexpr std::size_t kMaxTitle = 200;  // code points; the schema's limit

/// A member with a rule of the schema that our value may break: then it goes where all is allowed.
void optional_checked(JsonWriter& json, std::string_view key, std::string_view other_key,
                      std::string_view value, bool fits) {
  optional_text(json, fits ? key : other_key, value);
}

/// A text of 1 to kMaxTitle code points that the schema asks for; what had to be changed for that
/// stands in `other_key` as it was.
void title(JsonWriter& json, std::string_view key, std::string_view other_key,
           const std::string& value, std::string_view if_empty) {
  if (!value.empty() && count_code_points(value) <= kMaxTitle) return text(json, key, value);
  std::string shown(if_empty);
  if (!value.empty()) {
    const CodePointIndex index(value);
    shown = value.substr(0, index.byte_of(kMaxTitle - 1)) + "…";
  }
  text(json, key, shown);
  text(json, other_key, value);
}

// Documents.

void write_day_candidate(JsonWriter& json, const PublishedCandidate& candidate) {
  json.begin_object();
  text(json, "edtf", candidate.edtf);
  optional_text(json, "why", candidate.why);
  optional_number(json, "score", candidate.score);
  json.end_object();
}

void write_timex(JsonWriter& json, const FoundTimex& timex) {
  json.begin_object();
  offset(json, "start", timex.start);
  offset(json, "end", timex.end);
  text(json, "text", timex.text);
  text(json, "type", name_of(timex.type));
  text(json, "value", timex.value);
  optional_text(json, "mod", timex.mod);
  optional_text(json, "rule", timex.rule);
  json.end_object();
}

void write_other_reading(JsonWriter& json, const OtherReading& reading) {
  json.begin_object();
  offset(json, "start", reading.start);
  offset(json, "end", reading.end);
  text(json, "value", reading.value);
  json.end_object();
}

void write_words(JsonWriter& json, const FoundWords& words) {
  json.begin_object();
  offset(json, "start", words.start);
  offset(json, "end", words.end);
  text(json, "text", words.text);
  json.end_object();
}

void write_report(JsonWriter& json, const FoundReport& report) {
  json.begin_object();
  optional_array(json, "source", report.source, write_words);
  array(json, "cue", report.cue, write_words);
  array(json, "content", report.content, write_words);
  optional_true(json, "nested", report.nested);
  json.end_object();
}

void write_event_mention(JsonWriter& json, const FoundEvent& event) {
  json.begin_object();
  offset(json, "start", event.start);
  offset(json, "end", event.end);
  text(json, "text", event.text);
  text(json, "class", name_of(event.event_class));
  optional_true(json, "uncertain", event.uncertain);
  optional_true(json, "negative", event.negative);
  optional_true(json, "ahead", event.ahead);
  offset(json, "order", event.order);
  json.end_object();
}

void write_document(JsonWriter& json, const SourceDocument& document) {
  json.begin_object();
  text(json, "id", document.id);
  text(json, "title", document.title);
  optional_checked(json, "url", "x-url", document.url, is_uri(document.url));
  optional_text(json, "publisher", document.publisher);
  optional_texts(json, "authors", document.authors);
  optional_when(json, "published", document.published);
  optional_text(json, "published_from", name_of(document.published_from));
  optional_array(json, "x-published-candidates", document.published_candidates,
                 write_day_candidate);
  optional_checked(json, "retrieved", "x-retrieved", document.retrieved,
                   is_date_time(document.retrieved));
  optional_text(json, "language", document.language);
  optional_text(json, "media_type", document.media_type);
  if (document.text) text(json, "text", *document.text);
  if (document.text_length > 0) offset(json, "text_length", document.text_length);
  optional_text(json, "text_sha256", document.text_sha256);
  optional_text(json, "source_sha256", document.source_sha256);
  optional_text(json, "x-source", document.source);
  optional_texts(json, "repairs", document.repairs);
  optional_text(json, "license", document.license);
  optional_text(json, "part_of", document.part_of);
  optional_array(json, "timexes", document.timexes, write_timex);
  optional_array(json, "x-other-readings", document.other_readings, write_other_reading);
  optional_text(json, "x-duplicate-of", document.duplicate_of);
  optional_text(json, "x-sketch", document.sketch);
  optional_array(json, "x-attributions", document.reports, write_report);
  optional_array(json, "x-event-mentions", document.event_mentions, write_event_mention);
  json.end_object();
}

// Entities.

void write_coordinates(JsonWriter& json, const Coordinates& coordinates) {
  json.begin_object();
  number(json, "lat", coordinates.lat);
  number(json, "lon", coordinates.lon);
  optional_number(json, "precision_m", coordinates.precision_m);
  optional_text(json, "gazetteer", coordinates.gazetteer);
  json.end_object();
}

void write_same_as(JsonWriter& json, const std::vector<std::string>& same_as) {
  std::vector<std::string> uris = same_as;
  const auto others = std::stable_partition(uris.begin(), uris.end(), is_uri);
  const std::vector<std::string> rest(others, uris.end());
  uris.erase(others, uris.end());
  optional_texts(json, "same_as", uris);
  optional_texts(json, "x-same-as", rest);
}

/// All but its parts.
void write_entity_members(JsonWriter& json, const Entity& entity) {
  text(json, "id", entity.id);
  text(json, "type", name_of(entity.kind));
  text(json, "name", entity.name.empty() ? entity.id : entity.name);
  if (entity.name.empty()) text(json, "x-name", "");
  optional_texts(json, "aliases", entity.aliases);
  optional_text(json, "description", entity.description);
  optional_text(json, "x-country", entity.country);
  optional_true(json, "anonymous", entity.anonymous);
  write_same_as(json, entity.same_as);
  if (entity.coordinates) {
    json.key("coordinates");
    write_coordinates(json, *entity.coordinates);
  }
  optional_texts(json, "part_of", entity.part_of);
  optional_array(json, "mentions", entity.mentions, write_evidence);
  optional_source_spans(json, entity.mentions);
  optional_number(json, "confidence", entity.confidence);
  optional_figures(json, "metrics", entity.metrics);
}

/// Parts have no parts of their own.
void write_entity_part(JsonWriter& json, const Entity& part) {
  json.begin_object();
  write_entity_members(json, part);
  json.end_object();
}

void write_whole_entity(JsonWriter& json, const Entity& entity) {
  json.begin_object();
  write_entity_members(json, entity);
  optional_array(json, "x-parts", entity.parts, write_entity_part);
  json.end_object();
}

// Events.

void write_factuality(JsonWriter& json, const Factuality& factuality) {
  json.begin_object();
  text(json, "value", name_of(factuality.value));
  if (factuality.negative) text(json, "polarity", "negative");
  optional_text(json, "cue", factuality.cue);
  json.end_object();
}

void write_claim(JsonWriter& json, const SourceClaim& claim) {
  json.begin_object();
  text(json, "source", claim.source);
  optional_text(json, "verb", claim.verb);
  optional_when(json, "when", claim.when);
  optional_text(json, "event", claim.event);
  json.end_object();
}

void write_participant(JsonWriter& json, const Participant& participant) {
  json.begin_object();
  text(json, "entity", participant.entity);
  text(json, "role", name_of(participant.role));
  optional_text(json, "label", participant.label);
  optional_number(json, "confidence", participant.confidence);
  json.end_object();
}

void write_place(JsonWriter& json, const EventPlace& place) {
  json.begin_object();
  text(json, "entity", place.entity);
  if (place.role != PlaceRole::at) text(json, "role", name_of(place.role));
  optional_number(json, "confidence", place.confidence);
  json.end_object();
}

void write_web_link(JsonWriter& json, const Event::WebLink& link) {
  json.begin_object();
  text(json, "url", link.url);
  optional_text(json, "label", link.label);
  json.end_object();
}

void write_web_links(JsonWriter& json, const std::vector<Event::WebLink>& all) {
  std::vector<Event::WebLink> links = all;
  const auto others = std::stable_partition(
      links.begin(), links.end(), [](const Event::WebLink& link) { return is_uri(link.url); });
  const std::vector<Event::WebLink> rest(others, links.end());
  links.erase(others, links.end());
  optional_array(json, "links", links, write_web_link);
  optional_array(json, "x-links", rest, write_web_link);
}

/// Spelled out: who is bound by a deadline is worth a line even if nobody is.
void write_deadline(JsonWriter& json, const Deadline& deadline) {
  json.begin_object();
  text(json, "force", name_of(deadline.force));
  texts(json, "bound", deadline.bound);
  texts(json, "set_by", deadline.set_by);
  optional_text(json, "action", deadline.action);
  optional_text(json, "condition", deadline.condition);
  boolean(json, "inclusive", deadline.inclusive);
  text(json, "status", name_of(deadline.status));
  json.end_object();
}

void write_quantity(JsonWriter& json, const Quantity& quantity) {
  json.begin_object();
  text(json, "of", quantity.of);
  optional_number(json, "value", quantity.value);
  optional_number(json, "low", quantity.low);
  optional_number(json, "high", quantity.high);
  optional_text(json, "unit", quantity.unit);
  if (quantity.qualifier != Quantity::Qualifier::exact)
    text(json, "qualifier", name_of(quantity.qualifier));
  optional_array(json, "evidence", quantity.evidence, write_evidence);
  json.end_object();
}

void optional_quantity_source_spans(JsonWriter& json, const std::vector<Quantity>& quantities) {
  if (std::none_of(quantities.begin(), quantities.end(),
                   [](const Quantity& quantity) { return has_source(quantity.evidence); }))
    return;
  json.key("x-quantity-source-spans");
  json.begin_list();
  for (const Quantity& quantity : quantities) write_source_spans(json, quantity.evidence);
  json.end_list();
}

/// All but its parts.
void write_event_members(JsonWriter& json, const Event& event) {
  text(json, "id", event.id);
  text(json, "type", event.type);
  text(json, "kind", name_of(event.kind));
  title(json, "title", "x-title", event.title, event.id);
  optional_text(json, "summary", event.summary);
  json.key("when");
  write_when(json, event.when);
  json.key("factuality");
  write_factuality(json, event.factuality);
  optional_array(json, "attribution", event.attribution, write_claim);
  optional_array(json, "participants", event.participants, write_participant);
  optional_array(json, "places", event.places, write_place);
  array(json, "evidence", event.evidence, write_evidence);
  optional_source_spans(json, event.evidence);
  optional_number(json, "confidence", event.confidence);
  optional_figures(json, "confidence_parts", event.confidence_parts);
  optional_number(json, "importance", event.importance);
  optional_texts(json, "tags", event.tags);
  write_web_links(json, event.links);
  if (event.deadline) {
    json.key("deadline");
    write_deadline(json, *event.deadline);
  }
  optional_array(json, "quantities", event.quantities, write_quantity);
  optional_quantity_source_spans(json, event.quantities);
}

void write_event_part(JsonWriter& json, const Event& part) {
  json.begin_object();
  write_event_members(json, part);
  json.end_object();
}

void write_whole_event(JsonWriter& json, const Event& event) {
  json.begin_object();
  write_event_members(json, event);
  optional_array(json, "x-parts", event.parts, write_event_part);
  json.end_object();
}

// Relations and the whole.

void write_link(JsonWriter& json, const Link& link) {
  json.begin_object();
  optional_text(json, "id", link.id);
  text(json, "type", name_of(link.type));
  text(json, "source", link.from);
  text(json, "target", link.to);
  optional_text(json, "label", link.label);
  optional_true(json, "inferred", link.inferred);
  optional_when(json, "when", link.when);
  optional_array(json, "evidence", link.evidence, write_evidence);
  optional_source_spans(json, link.evidence);
  optional_number(json, "confidence", link.confidence);
  optional_number(json, "weight", link.weight);
  json.end_object();
}

void optional_generated(JsonWriter& json, const Timeline& timeline) {
  if (timeline.tool.empty() && timeline.tool_version.empty() && timeline.generated_at.empty())
    return;
  json.key("generated");
  json.begin_object();
  optional_text(json, "tool", timeline.tool);
  optional_text(json, "tool_version", timeline.tool_version);
  optional_checked(json, "at", "x-at", timeline.generated_at, is_date_time(timeline.generated_at));
  json.end_object();
}

void write_time(JsonWriter& json, const Timeline& timeline) {
  json.key("time");
  json.begin_object();
  text(json, "calendar", "gregorian-proleptic");
  optional_text(json, "default_timezone", timeline.default_timezone);
  json.end_object();
}

bool write_timeline(const Timeline& timeline, std::ostream& out, JsonWriter::Layout layout) {
  JsonWriter json(out, layout);
  json.begin_object();
  text(json, "format", kFormat);
  text(json, "version", kVersion);
  optional_text(json, "title", timeline.title);
  optional_text(json, "description", timeline.description);
  optional_text(json, "language", timeline.language);
  optional_generated(json, timeline);
  write_time(json, timeline);
  array(json, "documents", timeline.documents, write_document);
  array(json, "entities", timeline.entities, write_whole_entity);
  array(json, "events", timeline.events, write_whole_event);
  optional_array(json, "relations", timeline.links, write_link);
  optional_figures(json, "metrics", timeline.metrics);
  json.end_object();
  return json.finish();
}

bool write_json(const Timeline& timeline, std::ostream& out) {
  return write_timeline(timeline, out, JsonWriter::Layout::indented);
}

bool write_json_line(const Timeline& timeline, std::ostream& out) {
  return write_timeline(timeline, out, JsonWriter::Layout::one_line);
}

}  // namespace

extern const Exporter json_exporter, json_lines_exporter;
constinit const Exporter json_exporter = {
    "json", "timeline.json", "the timeline itself, as docs/timeline-json.md tells", write_json};
constinit const Exporter json_lines_exporter = {
    "jsonl", "timeline.jsonl", "the same on one line, for JSON Lines of many timelines",
    write_json_line};

}  // namespace dateline
