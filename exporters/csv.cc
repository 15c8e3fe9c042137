#include <array>
#include <ostream>
#include <set>

#include "core/timeline.h"
#include "core/utf8.h"
#include "exporters/exporter.h"
#include "exporters/timeline_index.h"

// One row an event, for spreadsheets (RFC 4180): a header, comma, quotes where needed, CRLF. Lists
// in one cell are parted by "; ".

namespace dateline {
namespace {

using Cells = std::vector<std::string>;

constexpr auto kColumns = std::to_array<std::string_view>({"id",
                                                           "type",
                                                           "kind",
                                                           "title",
                                                           "when",
                                                           "earliest",
                                                           "latest",
                                                           "granularity",
                                                           "factuality",
                                                           "polarity",
                                                           "cue",
                                                           "who",
                                                           "roles",
                                                           "places",
                                                           "sources",
                                                           "deadline_force",
                                                           "deadline_bound",
                                                           "deadline_set_by",
                                                           "deadline_action",
                                                           "deadline_status",
                                                           "document",
                                                           "quote"});

/// A spreadsheet takes a cell that begins with one of these for a formula, and runs it.
bool looks_like_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
}

std::string as_cell(std::string_view value) {
  std::string cell = looks_like_formula(value) ? "'" : "";
  cell += replace_invalid_utf8(value);
  std::erase(cell, '\0');  // readers take it for the end of the file
  if (cell.find_first_of(",\"\r\n") == cell.npos) return cell;
  std::string quoted = "\"";
  for (const char byte : cell) quoted.append(byte == '"' ? 2 : 1, byte);
  return quoted + '"';
}

template <typename Row>
void write_row(std::ostream& out, const Row& row) {
  bool first = true;
  for (const auto& value : row) {
    if (!first) out << ',';
    out << as_cell(value);
    first = false;
  }
  out << "\r\n";
}

std::string list(const Cells& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

std::string instant(const std::optional<Instant>& moment) {
  return moment ? to_string(*moment) : "";
}

std::string names(const TimelineIndex& index, const std::vector<std::string>& ids) {
  Cells parts;
  for (const std::string& id : ids) parts.emplace_back(index.entity_name(id));
  return list(parts);
}

void add_actors(const Event& event, const TimelineIndex& index, Cells& row) {
  Cells who, roles, places, sources;
  for (const Participant& one : event.participants) {
    who.emplace_back(index.entity_name(one.entity));
    roles.emplace_back(name_of(one.role));
  }
  for (const EventPlace& one : event.places) places.emplace_back(index.entity_name(one.entity));
  for (const SourceClaim& one : event.attribution)
    sources.emplace_back(index.entity_name(one.source));
  for (const Cells* parts : {&who, &roles, &places, &sources}) row.push_back(list(*parts));
}

void add_deadline(const Event& event, const TimelineIndex& index, Cells& row) {
  if (!event.deadline) return row.resize(row.size() + 5);
  const Deadline& deadline = *event.deadline;
  row.emplace_back(name_of(deadline.force));
  row.push_back(names(index, deadline.bound));
  row.push_back(names(index, deadline.set_by));
  row.push_back(deadline.action);
  row.emplace_back(name_of(deadline.status));
}

/// All documents but copies of others among them, which are no sources of their own; and the first
/// words that support the event as a whole.
void add_evidence(const Event& event, const TimelineIndex& index, Cells& row) {
  std::set<std::string> documents;
  const Evidence* quoted = nullptr;
  for (const Evidence& evidence : event.evidence) {
    documents.insert(evidence.document);
    const bool supports = evidence.role == Evidence::Role::support;
    if (!quoted || (supports && quoted->role != Evidence::Role::support)) quoted = &evidence;
  }
  Cells sources;
  for (const std::string& id : documents) {
    const SourceDocument* const document = index.document(id);
    if (!document || !documents.contains(document->duplicate_of)) sources.push_back(id);
  }
  row.push_back(list(sources));
  row.push_back(quoted ? quoted->quote : "");
}

Cells row_of(const Event& event, const TimelineIndex& index) {
  Cells row = {event.id,
               event.type,
               std::string(name_of(event.kind)),
               event.title,
               event.when.edtf,
               instant(event.when.interval.earliest),
               instant(event.when.interval.latest),
               std::string(name_of(event.when.grain)),
               std::string(name_of(event.factuality.value)),
               event.factuality.negative ? "negative" : "positive",
               event.factuality.cue};
  add_actors(event, index, row);
  add_deadline(event, index, row);
  add_evidence(event, index, row);
  return row;
}

bool write_csv(const Timeline& timeline, std::ostream& out) {
  const TimelineIndex index(timeline);
  write_row(out, kColumns);
  for (const Event& event : timeline.events) write_row(out, row_of(event, index));
  out.flush();
  return out.good();
}

}  // namespace

extern const Exporter csv_exporter;
constinit const Exporter csv_exporter = {"csv", "timeline.csv",
                                         "one row an event, for spreadsheets", write_csv};

}  // namespace dateline
