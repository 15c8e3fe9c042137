#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/article.h"
#include "core/event_mention.h"
#include "core/factuality.h"
#include "core/interval.h"
#include "core/mention.h"
#include "core/timex.h"

// The model that importers produce, merge joins and exporters write. It is self-contained: evidence
// carries its words, so nothing in it points back to a Document. Its JSON is docs/timeline-json.md;
// the field names are the schema's.

namespace dateline {

/// The exact words. Code point offsets of the document's text, half-open.
struct Evidence {
  enum class Role : std::uint8_t { support, trigger, time, participant, place, attribution };
  std::string document;  ///< id
  std::uint32_t start = 0, end = 0;
  std::string quote;  ///< equals that slice of the text
  std::optional<std::pair<std::uint32_t, std::uint32_t>> sentence;  ///< code points, half-open
  Role role = Role::support;
  std::optional<SourceSpan> source;  ///< bytes of the resource (x-source in JSON); lost if unknown

  friend bool operator==(const Evidence&, const Evidence&) = default;
};
std::string_view name_of(Evidence::Role role);
std::optional<Evidence::Role> evidence_role_named(std::string_view name);

/// A time as the text allows it to be known.
struct When {
  enum class Shape : std::uint8_t { within, instant, interval, before, after, set };
  /// What a relative expression hangs on.
  struct Anchor {
    Timex::Anchor kind = Timex::Anchor::none;
    std::string ref, offset;
    friend bool operator==(const Anchor&, const Anchor&) = default;
  };
  /// How the value was reached.
  struct Expression {
    std::string text;
    std::optional<TimexType> type;
    std::string value, rule;
    Anchor anchor;
    friend bool operator==(const Expression&, const Expression&) = default;
  };

  std::string edtf = "../..";  ///< so if nothing is known (kUnknownEdtf); see core/when.h
  Grain grain = Grain::unknown;
  Interval interval;
  Shape shape = Shape::within;
  bool start_open = false, end_open = false;
  bool uncertain = false, approximate = false;
  PartOfDay part_of_day = PartOfDay::none;
  std::string duration, recurrence, timezone, display;  ///< each empty if none
  std::optional<Expression> expression;                 ///< "timex" in JSON

  /// Whether anything is known of it.
  bool known() const { return interval.earliest || interval.latest; }
  friend bool operator==(const When&, const When&) = default;
};
std::string_view name_of(When::Shape shape);
std::optional<When::Shape> shape_named(std::string_view name);

/// A time expression found in a document, in code points.
struct FoundTimex {
  std::uint32_t start = 0, end = 0;
  std::string text;
  TimexType type = TimexType::date;
  std::string value, mod, rule;

  friend bool operator==(const FoundTimex&, const FoundTimex&) = default;
};

/// Words of a document, in code points.
struct FoundWords {
  std::uint32_t start = 0, end = 0;
  std::string text;

  friend bool operator==(const FoundWords&, const FoundWords&) = default;
};

/// Who says, thinks or means what, in a document's own words (x-attributions).
struct FoundReport {
  std::vector<FoundWords> source;   ///< one phrase, or none if the text leaves it out
  std::vector<FoundWords> cue;      ///< one
  std::vector<FoundWords> content;  ///< at least one, in order of the text
  bool nested = false;              ///< stands in the content of another

  friend bool operator==(const FoundReport&, const FoundReport&) = default;
};

/// Words that tell of something that is, happens or may happen, whether or not it is an event of
/// the timeline (x-event-mentions). In code points.
struct FoundEvent {
  std::uint32_t start = 0, end = 0;
  std::string text;
  EventClass event_class = EventClass::occurrence;
  bool uncertain = false;   ///< the text leaves open whether it is so
  bool negative = false;    ///< it is said not to be so
  bool ahead = false;       ///< it lies after the publication, as it is told
  std::uint32_t order = 0;  ///< presumed place in the order of the story, from 0; never a date

  friend bool operator==(const FoundEvent&, const FoundEvent&) = default;
};

/// What else the words of a time expression may mean: "03/04/2022". In code points.
struct OtherReading {
  std::uint32_t start = 0, end = 0;
  std::string value;  ///< TIMEX3

  friend bool operator==(const OtherReading&, const OtherReading&) = default;
};

/// An article as the timeline keeps it.
struct SourceDocument {
  std::string id, title, url, publisher;
  std::vector<std::string> authors;
  std::optional<When> published;
  PublishedFrom published_from = PublishedFrom::unknown;
  std::vector<PublishedCandidate> published_candidates;  ///< x-published-candidates
  std::string retrieved, language, media_type;
  std::optional<std::string> text;  ///< left out by --no-text
  std::uint32_t text_length = 0;    ///< code points
  std::string text_sha256, source_sha256;
  std::string source;  ///< path or path#record (x-source)
  std::vector<std::string> repairs;
  std::string license, part_of;
  std::vector<FoundTimex> timexes;
  std::vector<OtherReading> other_readings;  ///< x-other-readings
  std::string sketch;        ///< of its words, to_hex (x-sketch); empty: too few, or not known
  std::string duplicate_of;  ///< id of the first publication if this is a copy (x-duplicate-of)
  std::vector<FoundReport> reports;        ///< x-attributions, by their cues
  std::vector<FoundEvent> event_mentions;  ///< x-event-mentions, in order of the text

  friend bool operator==(const SourceDocument&, const SourceDocument&) = default;
};

struct Coordinates {
  double lat = 0, lon = 0;  ///< degrees
  std::optional<double> precision_m;
  std::string gazetteer;
  friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

struct Entity {
  std::string id;
  EntityKind kind = EntityKind::other;
  std::string name;
  std::vector<std::string> aliases;
  std::string description;
  std::string country;  ///< x-country: ISO 3166-1 alpha-3 of the state that it is or belongs to
  bool anonymous = false;
  std::vector<std::string> same_as;  ///< URIs
  std::optional<Coordinates> coordinates;
  std::vector<std::string> part_of;  ///< ids
  std::vector<Evidence> mentions;
  std::optional<double> confidence;
  std::vector<std::pair<std::string, double>> metrics;  ///< by name, sorted
  /// What merge joined to make this, as it was; empty if it is no joint (x-parts).
  std::vector<Entity> parts;

  friend bool operator==(const Entity&, const Entity&) = default;
};

struct Participant {
  std::string entity;
  Role role = Role::other;
  std::string label;
  std::optional<double> confidence;
  friend bool operator==(const Participant&, const Participant&) = default;
};
struct EventPlace {
  std::string entity;
  PlaceRole role = PlaceRole::at;
  std::optional<double> confidence;
  friend bool operator==(const EventPlace&, const EventPlace&) = default;
};
/// Who says so.
struct SourceClaim {
  std::string source;  ///< entity id
  std::string verb;
  std::optional<When> when;
  std::string event;  ///< id of the statement, if it is an event; may be empty
  friend bool operator==(const SourceClaim&, const SourceClaim&) = default;
};
struct Quantity {
  enum class Qualifier : std::uint8_t { exact, approximate, at_least, at_most };
  std::string of;
  std::optional<double> value, low, high;
  std::string unit;
  Qualifier qualifier = Qualifier::exact;
  std::vector<Evidence> evidence;
  friend bool operator==(const Quantity&, const Quantity&) = default;
};
std::string_view name_of(Quantity::Qualifier qualifier);
std::optional<Quantity::Qualifier> qualifier_named(std::string_view name);

/// By when something must, may or will happen. The event's own `when` is the bound.
struct Deadline {
  enum class Status : std::uint8_t { unknown, open, met, missed, moved, withdrawn };
  DeadlineMention::Force force = DeadlineMention::Force::obligation;
  std::vector<std::string> bound, set_by;  ///< entity ids
  std::string action, condition;           ///< event ids; may be empty
  bool inclusive = true;
  Status status = Status::unknown;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};
std::string_view name_of(Deadline::Status status);
std::optional<Deadline::Status> status_named(std::string_view name);

struct Event {
  enum class Kind : std::uint8_t { event, state, deadline, statement };
  struct WebLink {
    std::string url, label;
    friend bool operator==(const WebLink&, const WebLink&) = default;
  };
  std::string id, type = "other";
  Kind kind = Kind::event;
  std::string title, summary;
  When when;
  Factuality factuality;
  std::vector<SourceClaim> attribution;  ///< innermost first; empty: the document's own voice
  std::vector<Participant> participants;
  std::vector<EventPlace> places;
  std::vector<Evidence> evidence;  ///< at least one
  std::optional<double> confidence, importance;
  std::vector<std::pair<std::string, double>> confidence_parts;
  std::vector<std::string> tags;
  std::vector<WebLink> links;
  std::optional<Deadline> deadline;  ///< only with Kind::deadline
  std::vector<Quantity> quantities;
  /// What merge joined to make this, or the one thing that it changed, as it was; empty if this is
  /// itself as it was read (x-parts).
  std::vector<Event> parts;

  friend bool operator==(const Event&, const Event&) = default;
};
std::string_view name_of(Event::Kind kind);
std::optional<Event::Kind> event_kind_named(std::string_view name);

/// The relations of the schema, between events or between entities.
enum class LinkType : std::uint8_t {
  before,
  meets,
  overlaps,
  starts,
  during,
  finishes,
  equals,
  sub_event_of,
  causes,
  enables,
  prevents,
  condition_of,
  deadline_of,
  reports,
  same_as,
  member_of,
  represents,
  related,
  contradicts,
  updates,
  corroborates,
  same_event_as
};
std::string_view name_of(LinkType type);  ///< "sub-event-of"
std::optional<LinkType> link_type_named(std::string_view name);

struct Link {
  std::string id;  ///< may be empty
  LinkType type = LinkType::related;
  std::string from, to;  ///< "source" and "target" in JSON
  std::string label;
  bool inferred = false;
  std::optional<When> when;
  std::vector<Evidence> evidence;
  std::optional<double> confidence, weight;

  friend bool operator==(const Link&, const Link&) = default;
};

/// Events, the entities in them, and the exact words of the documents that say so.
struct Timeline {
  std::string title, description, language;
  std::string tool, tool_version, generated_at;  ///< generated_at only from SOURCE_DATE_EPOCH
  std::string default_timezone;
  std::vector<SourceDocument> documents;
  std::vector<Entity> entities;
  std::vector<Event> events;
  std::vector<Link> links;  ///< "relations" in JSON
  std::vector<std::pair<std::string, double>> metrics;

  friend bool operator==(const Timeline&, const Timeline&) = default;
};

}  // namespace dateline
