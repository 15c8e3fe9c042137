#include "importers/format/timeline_json.h"

#include "core/utf8.h"
#include "importers/format/json_reader.h"
#include "importers/format/timeline_shapes_json.h"

namespace dateline {
namespace {

// What the file holds otherwise than the model does, until a timeline is made of it.

using shape::SourceSpans;
using shape::to;

struct EntityFile {
  Entity entity;
  std::optional<std::string> name;  // x-name
  SourceSpans source_spans;
  std::vector<EntityFile> parts;
};
struct EventFile {
  Event event;
  std::optional<std::string> title;  // x-title
  SourceSpans source_spans;
  std::vector<SourceSpans> quantity_source_spans;
  std::vector<EventFile> parts;
};
struct LinkFile {
  Link link;
  SourceSpans source_spans;
};
struct TimelineFile {
  Timeline timeline;
  std::string format, version;
  std::vector<EntityFile> entities;
  std::vector<EventFile> events;
  std::vector<LinkFile> links;
};

// Documents.

Complaint take_sha256(void* at, std::string_view value) {
  if (value.size() != 64 || value.find_first_not_of("0123456789abcdef") != value.npos)
    return "64 lower-case hex digits";
  return shape::take_text(at, value);
}
constexpr ShapeOf<std::string> hash = {{.expected = "a string", .take_text = take_sha256}};

constexpr Member kCandidate[] = {
    required<&PublishedCandidate::edtf>("edtf", shape::text),
    optional<&PublishedCandidate::why>("why", shape::text),
    optional<&PublishedCandidate::score>("score", shape::number),
};
constexpr auto candidate = object_of<PublishedCandidate>(kCandidate);

constexpr Member kTimex[] = {
    required<&FoundTimex::start>("start", shape::offset),
    required<&FoundTimex::end>("end", shape::offset),
    required<&FoundTimex::text>("text", shape::text),
    required<&FoundTimex::type>("type", shape::timex_type),
    required<&FoundTimex::value>("value", shape::text),
    optional<&FoundTimex::mod>("mod", shape::text),
    optional<&FoundTimex::rule>("rule", shape::text),
};
constexpr auto timex = object_of<FoundTimex>(kTimex);

constexpr Member kOtherReading[] = {
    required<&OtherReading::start>("start", shape::offset),
    required<&OtherReading::end>("end", shape::offset),
    required<&OtherReading::value>("value", shape::text),
};
constexpr auto other_reading = object_of<OtherReading>(kOtherReading);

constexpr Member kWords[] = {
    required<&FoundWords::start>("start", shape::offset),
    required<&FoundWords::end>("end", shape::offset),
    required<&FoundWords::text>("text", shape::text),
};
constexpr auto words = object_of<FoundWords>(kWords);

constexpr Member kReport[] = {
    optional<&FoundReport::source>("source", list_of<words>),
    required<&FoundReport::cue>("cue", list_of<words>),
    required<&FoundReport::content>("content", list_of<words>),
    optional<&FoundReport::nested>("nested", shape::flag),
};
constexpr auto report = object_of<FoundReport>(kReport);

constexpr Member kEventMention[] = {
    required<&FoundEvent::start>("start", shape::offset),
    required<&FoundEvent::end>("end", shape::offset),
    required<&FoundEvent::text>("text", shape::text),
    required<&FoundEvent::event_class>(
        "class", one_of<EventClass, EventClass::occurrence, EventClass::state>),
    optional<&FoundEvent::uncertain>("uncertain", shape::flag),
    optional<&FoundEvent::negative>("negative", shape::flag),
    optional<&FoundEvent::ahead>("ahead", shape::flag),
    optional<&FoundEvent::order>("order", shape::offset),
};
constexpr auto event_mention = object_of<FoundEvent>(kEventMention);

constexpr Member kDocument[] = {
    required<&SourceDocument::id>("id", shape::id),
    required<&SourceDocument::title>("title", shape::text),
    optional<&SourceDocument::url>("url", shape::text),
    optional<&SourceDocument::url>("x-url", shape::text),
    optional<&SourceDocument::publisher>("publisher", shape::text),
    optional<&SourceDocument::authors>("authors", shape::texts),
    optional<&SourceDocument::published>("published", shape::when),
    optional<&SourceDocument::published_from>(
        "published_from", one_of<PublishedFrom, PublishedFrom::metadata, PublishedFrom::inferred>),
    optional<&SourceDocument::published_candidates>("x-published-candidates", list_of<candidate>),
    optional<&SourceDocument::retrieved>("retrieved", shape::text),
    optional<&SourceDocument::retrieved>("x-retrieved", shape::text),
    optional<&SourceDocument::language>("language", shape::text),
    optional<&SourceDocument::media_type>("media_type", shape::text),
    optional<&SourceDocument::text>("text", shape::text),
    optional<&SourceDocument::text_length>("text_length", shape::offset),
    optional<&SourceDocument::text_sha256>("text_sha256", hash),
    optional<&SourceDocument::source_sha256>("source_sha256", hash),
    optional<&SourceDocument::source>("x-source", shape::text),
    optional<&SourceDocument::repairs>("repairs", shape::texts),
    optional<&SourceDocument::license>("license", shape::text),
    optional<&SourceDocument::part_of>("part_of", shape::id),
    optional<&SourceDocument::timexes>("timexes", list_of<timex>),
    optional<&SourceDocument::other_readings>("x-other-readings", list_of<other_reading>),
    optional<&SourceDocument::duplicate_of>("x-duplicate-of", shape::text),
    optional<&SourceDocument::sketch>("x-sketch", shape::text),
    optional<&SourceDocument::reports>("x-attributions", list_of<report>),
    optional<&SourceDocument::event_mentions>("x-event-mentions", list_of<event_mention>),
};
constexpr auto document = object_of<SourceDocument>(kDocument);

// Entities.

constexpr Member kCoordinates[] = {
    required<&Coordinates::lat>("lat", shape::from_to<-90, 90>),
    required<&Coordinates::lon>("lon", shape::from_to<-180, 180>),
    optional<&Coordinates::precision_m>("precision_m", shape::positive),
    optional<&Coordinates::gazetteer>("gazetteer", shape::text),
};
constexpr auto coordinates = object_of<Coordinates>(kCoordinates);

/// Parts have no parts of their own.
template <typename File, typename Thing>
void take_parts(std::vector<File>& parts, Thing File::*thing, std::vector<Thing>& to) {
  for (File& part : parts) {
    (part.*thing).parts.clear();
    to.push_back(std::move(part.*thing));
  }
}

Complaint finish_entity(void* at, std::size_t) {
  auto& file = to<EntityFile>(at);
  take_parts(file.parts, &EntityFile::entity, file.entity.parts);
  if (file.name) file.entity.name = *file.name;
  shape::add_source_spans(file.entity.mentions, file.source_spans);
  return std::nullopt;
}

extern const ShapeOf<EntityFile> entity;
constexpr auto kEntityOf = &EntityFile::entity;
constexpr Member kEntity[] = {
    required<kEntityOf, &Entity::id>("id", shape::id),
    required<kEntityOf, &Entity::kind>("type",
                                       one_of<EntityKind, EntityKind::person, EntityKind::other>),
    required<kEntityOf, &Entity::name>("name", shape::some_text),
    optional<&EntityFile::name>("x-name", shape::text),
    optional<kEntityOf, &Entity::aliases>("aliases", shape::texts),
    optional<kEntityOf, &Entity::description>("description", shape::text),
    optional<kEntityOf, &Entity::country>("x-country", shape::text),
    optional<kEntityOf, &Entity::anonymous>("anonymous", shape::flag),
    optional<kEntityOf, &Entity::same_as>("same_as", shape::texts),
    optional<kEntityOf, &Entity::same_as>("x-same-as", shape::texts),
    optional<kEntityOf, &Entity::coordinates>("coordinates", coordinates),
    optional<kEntityOf, &Entity::part_of>("part_of", shape::ids),
    optional<kEntityOf, &Entity::mentions>("mentions", shape::evidences),
    optional<&EntityFile::source_spans>("x-source-spans", shape::source_spans),
    optional<kEntityOf, &Entity::confidence>("confidence", shape::unit),
    optional<kEntityOf, &Entity::metrics>("metrics", shape::figures),
    optional<&EntityFile::parts>("x-parts", list_of<entity>),
};
constinit const ShapeOf<EntityFile> entity = object_of<EntityFile>(kEntity, finish_entity);

// Events.

Complaint take_title(void* at, std::string_view value) {
  constexpr std::size_t kMaxTitle = 200;
  if (value.empty() || count_code_points(value) > kMaxTitle)
    return "a string of 1 to " + std::to_string(kMaxTitle) + " characters";
  return shape::take_text(at, value);
}
constexpr ShapeOf<std::string> title = {{.expected = "a string", .take_text = take_title}};

Complaint take_polarity(void* at, std::string_view value) {
  to<bool>(at) = value == "negative";
  if (value == "negative" || value == "positive") return std::nullopt;
  return "one of \"positive\", \"negative\"";
}
constexpr ShapeOf<bool> polarity = {{.expected = "a string", .take_text = take_polarity}};

constexpr Member kFactuality[] = {
    required<&Factuality::value>(
        "value", one_of<FactualityValue, FactualityValue::asserted, FactualityValue::unknown>),
    optional<&Factuality::negative>("polarity", polarity),
    optional<&Factuality::cue>("cue", shape::text),
};
constexpr auto factuality = object_of<Factuality>(kFactuality);

constexpr Member kClaim[] = {
    required<&SourceClaim::source>("source", shape::id),
    optional<&SourceClaim::verb>("verb", shape::text),
    optional<&SourceClaim::when>("when", shape::when),
    optional<&SourceClaim::event>("event", shape::id),
};
constexpr auto claim = object_of<SourceClaim>(kClaim);

constexpr Member kParticipant[] = {
    required<&Participant::entity>("entity", shape::id),
    required<&Participant::role>("role", one_of<Role, Role::agent, Role::other>),
    optional<&Participant::label>("label", shape::text),
    optional<&Participant::confidence>("confidence", shape::unit),
};
constexpr auto participant = object_of<Participant>(kParticipant);

constexpr Member kPlace[] = {
    required<&EventPlace::entity>("entity", shape::id),
    optional<&EventPlace::role>("role", one_of<PlaceRole, PlaceRole::at, PlaceRole::about>),
    optional<&EventPlace::confidence>("confidence", shape::unit),
};
constexpr auto place = object_of<EventPlace>(kPlace);

constexpr Member kWebLink[] = {
    required<&Event::WebLink::url>("url", shape::text),
    optional<&Event::WebLink::label>("label", shape::text),
};
constexpr auto web_link = object_of<Event::WebLink>(kWebLink);

using Force = DeadlineMention::Force;
constexpr Member kDeadline[] = {
    required<&Deadline::force>("force", one_of<Force, Force::obligation, Force::scheduled_end>),
    optional<&Deadline::bound>("bound", shape::ids),
    optional<&Deadline::set_by>("set_by", shape::ids),
    optional<&Deadline::action>("action", shape::id),
    optional<&Deadline::condition>("condition", shape::id),
    optional<&Deadline::inclusive>("inclusive", shape::flag),
    optional<&Deadline::status>(
        "status", one_of<Deadline::Status, Deadline::Status::unknown, Deadline::Status::withdrawn>),
};
constexpr auto deadline = object_of<Deadline>(kDeadline);

constexpr Member kQuantity[] = {
    required<&Quantity::of>("of", shape::text),
    optional<&Quantity::value>("value", shape::number),
    optional<&Quantity::low>("low", shape::number),
    optional<&Quantity::high>("high", shape::number),
    optional<&Quantity::unit>("unit", shape::text),
    optional<&Quantity::qualifier>(
        "qualifier",
        one_of<Quantity::Qualifier, Quantity::Qualifier::exact, Quantity::Qualifier::at_most>),
    optional<&Quantity::evidence>("evidence", shape::evidences),
};
constexpr auto quantity = object_of<Quantity>(kQuantity);

Complaint finish_event(void* at, std::size_t) {
  auto& file = to<EventFile>(at);
  take_parts(file.parts, &EventFile::event, file.event.parts);
  if (file.event.evidence.empty()) return "at least one item of evidence";
  if (file.title) file.event.title = *file.title;
  shape::add_source_spans(file.event.evidence, file.source_spans);
  auto& quantities = file.event.quantities;
  if (file.quantity_source_spans.size() != quantities.size()) return std::nullopt;
  for (std::size_t i = 0; i < quantities.size(); ++i)
    shape::add_source_spans(quantities[i].evidence, file.quantity_source_spans[i]);
  return std::nullopt;
}

extern const ShapeOf<EventFile> event;
constexpr auto kEventOf = &EventFile::event;
constexpr Member kEvent[] = {
    required<kEventOf, &Event::id>("id", shape::id),
    required<kEventOf, &Event::type>("type", shape::text),
    optional<kEventOf, &Event::kind>(
        "kind", one_of<Event::Kind, Event::Kind::event, Event::Kind::statement>),
    required<kEventOf, &Event::title>("title", title),
    optional<&EventFile::title>("x-title", shape::text),
    optional<kEventOf, &Event::summary>("summary", shape::text),
    required<kEventOf, &Event::when>("when", shape::when),
    required<kEventOf, &Event::factuality>("factuality", factuality),
    optional<kEventOf, &Event::attribution>("attribution", list_of<claim>),
    optional<kEventOf, &Event::participants>("participants", list_of<participant>),
    optional<kEventOf, &Event::places>("places", list_of<place>),
    required<kEventOf, &Event::evidence>("evidence", shape::evidences),
    optional<&EventFile::source_spans>("x-source-spans", shape::source_spans),
    optional<kEventOf, &Event::confidence>("confidence", shape::unit),
    optional<kEventOf, &Event::confidence_parts>("confidence_parts", shape::unit_figures),
    optional<kEventOf, &Event::importance>("importance", shape::unit),
    optional<kEventOf, &Event::tags>("tags", shape::texts),
    optional<kEventOf, &Event::links>("links", list_of<web_link>),
    optional<kEventOf, &Event::links>("x-links", list_of<web_link>),
    optional<kEventOf, &Event::deadline>("deadline", deadline),
    optional<kEventOf, &Event::quantities>("quantities", list_of<quantity>),
    optional<&EventFile::quantity_source_spans>("x-quantity-source-spans",
                                                list_of<shape::source_spans>),
    optional<&EventFile::parts>("x-parts", list_of<event>),
};
constinit const ShapeOf<EventFile> event = object_of<EventFile>(kEvent, finish_event);

// Relations and the whole.

Complaint finish_link(void* at, std::size_t) {
  auto& file = to<LinkFile>(at);
  shape::add_source_spans(file.link.evidence, file.source_spans);
  return std::nullopt;
}

constexpr auto kLinkOf = &LinkFile::link;
constexpr Member kLink[] = {
    optional<kLinkOf, &Link::id>("id", shape::id),
    required<kLinkOf, &Link::type>("type",
                                   one_of<LinkType, LinkType::before, LinkType::same_event_as>),
    required<kLinkOf, &Link::from>("source", shape::id),
    required<kLinkOf, &Link::to>("target", shape::id),
    optional<kLinkOf, &Link::label>("label", shape::text),
    optional<kLinkOf, &Link::inferred>("inferred", shape::flag),
    optional<kLinkOf, &Link::when>("when", shape::when),
    optional<kLinkOf, &Link::evidence>("evidence", shape::evidences),
    optional<&LinkFile::source_spans>("x-source-spans", shape::source_spans),
    optional<kLinkOf, &Link::confidence>("confidence", shape::unit),
    optional<kLinkOf, &Link::weight>("weight", shape::positive),
};
constexpr auto link = object_of<LinkFile>(kLink, finish_link);

Complaint take_format(void* at, std::string_view value) {
  if (value != "dateline-timeline") return "\"dateline-timeline\"";
  return shape::take_text(at, value);
}
constexpr ShapeOf<std::string> format = {{.expected = "a string", .take_text = take_format}};

/// A reader of 1.x accepts every 1.y.
Complaint take_version(void* at, std::string_view value) {
  if (value.size() < 3 || !value.starts_with("1.") ||
      value.find_first_not_of("0123456789", 2) != value.npos)
    return "version 1.0, or another that begins with 1.";
  return shape::take_text(at, value);
}
constexpr ShapeOf<std::string> version = {{.expected = "a string", .take_text = take_version}};

constexpr Member kGenerated[] = {
    optional<&Timeline::tool>("tool", shape::text),
    optional<&Timeline::tool_version>("tool_version", shape::text),
    optional<&Timeline::generated_at>("at", shape::text),
    optional<&Timeline::generated_at>("x-at", shape::text),
};
constexpr auto generated = object_of<Timeline>(kGenerated);

constexpr Member kTime[] = {
    optional<&Timeline::default_timezone>("default_timezone", shape::text),
};
constexpr auto time = object_of<Timeline>(kTime);

constexpr auto kTimelineOf = &TimelineFile::timeline;
constexpr Member kTimeline[] = {
    required<&TimelineFile::format>("format", format),
    required<&TimelineFile::version>("version", version),
    optional<kTimelineOf, &Timeline::title>("title", shape::text),
    optional<kTimelineOf, &Timeline::description>("description", shape::text),
    optional<kTimelineOf, &Timeline::language>("language", shape::text),
    optional<kTimelineOf>("generated", generated),
    optional<kTimelineOf>("time", time),
    required<kTimelineOf, &Timeline::documents>("documents", list_of<document>),
    required<&TimelineFile::entities>("entities", list_of<entity>),
    required<&TimelineFile::events>("events", list_of<event>),
    optional<&TimelineFile::links>("relations", list_of<link>),
    optional<kTimelineOf, &Timeline::metrics>("metrics", shape::figures),
};
constexpr auto whole_file = object_of<TimelineFile>(kTimeline);

Timeline timeline_of(TimelineFile file) {
  Timeline timeline = std::move(file.timeline);
  for (EntityFile& part : file.entities) timeline.entities.push_back(std::move(part.entity));
  for (EventFile& part : file.events) timeline.events.push_back(std::move(part.event));
  for (LinkFile& part : file.links) timeline.links.push_back(std::move(part.link));
  return timeline;
}

/// Where the timeline that begins at the line `at` ends: at the next line that begins one.
std::size_t end_of_timeline(std::string_view json, std::size_t at) {
  for (;;) {
    const std::size_t line_end = json.find('\n', at);
    if (line_end == json.npos) return json.size();
    const std::size_t last = json.find_last_not_of(" \t\r", line_end - 1);
    const bool goes_on = last != json.npos && last >= at &&
                         std::string_view(",:[").find(json[last]) != std::string_view::npos;
    at = line_end + 1;
    if (!goes_on && at < json.size() && json[at] == '{') return at;
  }
}

/// A part of the input stands at `by`, and so do its errors.
Result<Timeline> moved(Result<Timeline> result, std::size_t by) {
  if (result) return result;
  Error error = result.error();
  error.at.begin += static_cast<std::uint32_t>(by);
  error.at.end += static_cast<std::uint32_t>(by);
  return error;
}

}  // namespace

Result<Timeline> read_timeline(std::string_view json) {
  if (json.size() > kMaxTimelineBytes)
    return Error{"expected at most " + std::to_string(kMaxTimelineBytes) + " bytes, found " +
                     std::to_string(json.size()),
                 {}};
  TimelineFile file;
  if (auto error = read_json(json, {&whole_file, &file})) return *std::move(error);
  return timeline_of(std::move(file));
}

void read_timelines(std::string_view json, const TimelineSink& sink) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  constexpr std::string_view kSpace = " \t\r\n";
  if (json.size() > kMaxTimelineBytes) return sink(read_timeline(json));
  const std::size_t begin = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  bool any = false;
  for (std::size_t at = begin, end; at < json.size(); at = end) {
    end = end_of_timeline(json, at);
    const std::string_view part = json.substr(at, end - at);
    if (part.find_first_not_of(kSpace) == part.npos) continue;
    sink(moved(read_timeline(part), at));
    any = true;
  }
  if (!any) sink(read_timeline(json.substr(begin)));
}

}  // namespace dateline
