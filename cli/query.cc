#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <ostream>

#include "cli/reading.h"
#include "cli/table.h"
#include "cli/timelines.h"
#include "core/characters.h"
#include "core/edtf.h"
#include "core/graph.h"

namespace dateline {

namespace {

// Answers are tables: a row a line, values with tabs between, a heading first.

std::string figure(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

std::size_t events_with(const Timeline& timeline, const std::string& entity) {
  return static_cast<std::size_t>(
      std::count_if(timeline.events.begin(), timeline.events.end(), [&entity](const Event& event) {
        return std::any_of(event.participants.begin(), event.participants.end(),
                           [&entity](const Participant& one) { return one.entity == entity; });
      }));
}

struct Actor {
  const Entity* entity = nullptr;
  std::size_t events = 0, degree = 0, core = 0;
  double page_rank = 0, betweenness = 0;
};

std::vector<Actor> actors_of(const Timeline& timeline) {
  const Graph graph = entity_graph_of(timeline);
  const auto degree = graph.degree();
  const auto core = graph.core_number();
  const auto page_rank = graph.page_rank();
  const auto betweenness = graph.betweenness();
  std::vector<Actor> actors;
  for (const Entity& entity : timeline.entities) {
    Actor& actor = actors.emplace_back();
    actor.entity = &entity;
    actor.events = events_with(timeline, entity.id);
    const auto node = graph.find(entity.id);
    if (!node) continue;
    actor.degree = degree[*node];
    actor.core = core[*node];
    actor.page_rank = page_rank[*node];
    actor.betweenness = betweenness[*node];
  }
  std::stable_sort(actors.begin(), actors.end(), [](const Actor& a, const Actor& b) {
    return a.events != b.events ? a.events > b.events : a.page_rank > b.page_rank;
  });
  return actors;
}

ExitCode list_actors(const Timeline& timeline, const Options&, Console& console) {
  write_row(console.out,
            {"name", "kind", "events", "degree", "core", "pagerank", "betweenness", "id"});
  for (const Actor& actor : actors_of(timeline))
    write_row(console.out, {actor.entity->name, std::string(name_of(actor.entity->kind)),
                            std::to_string(actor.events), std::to_string(actor.degree),
                            std::to_string(actor.core), figure(actor.page_rank),
                            figure(actor.betweenness), actor.entity->id});
  return ExitCode::ok;
}

// Whether the entity has this id, name or alias, whatever the case, or a name that ends in it as a
// family name does.
bool is_called(const Entity& entity, std::string_view name) {
  if (entity.id == name) return true;
  const std::string wanted = lower_case(name);
  const auto fits = [&wanted](const std::string& own) {
    const std::string lower = lower_case(own);
    return lower == wanted || lower.ends_with(" " + wanted);
  };
  return fits(entity.name) || std::any_of(entity.aliases.begin(), entity.aliases.end(), fits);
}

// The filters of `query events`, checked and looked up. Empty: everything passes.
struct EventFilter {
  std::vector<std::string> actors;  // ids
  bool by_actor = false;
  std::string type;
  std::optional<FactualityValue> factuality;
  std::optional<Interval> date;

  bool passes(const Event& event) const {
    return (!by_actor || has_actor(event)) && has_type(event) && has_date(event) &&
           (!factuality || event.factuality.value == *factuality);
  }

 private:
  bool has_actor(const Event& event) const {
    return std::any_of(event.participants.begin(), event.participants.end(),
                       [this](const Participant& one) {
                         return std::find(actors.begin(), actors.end(), one.entity) != actors.end();
                       });
  }
  bool has_type(const Event& event) const {
    return type.empty() || event.type == type || name_of(event.kind) == type;
  }
  // An event of which nothing is known lies in no interval.
  bool has_date(const Event& event) const {
    if (!date) return true;
    const Interval& when = event.when.interval;
    if (!event.when.known()) return false;
    const bool too_early =
        when.latest && date->earliest && when.latest->seconds <= date->earliest->seconds;
    const bool too_late =
        when.earliest && date->latest && when.earliest->seconds >= date->latest->seconds;
    return !too_early && !too_late;
  }
};

Error unknown_actor(const Timeline& timeline, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Entity& entity : timeline.entities) names.push_back(entity.name);
  const Error error = unknown_name("actor", name, names);
  const std::size_t list = error.message.find("; known are");
  return {error.message.substr(0, list), {}};
}

std::vector<std::string> entities_called(const Timeline& timeline, std::string_view name) {
  std::vector<std::string> ids;
  for (const Entity& entity : timeline.entities)
    if (is_called(entity, name)) ids.push_back(entity.id);
  return ids;
}

Result<EventFilter> filter_of(const Timeline& timeline, const Options& options) {
  EventFilter filter;
  filter.type = options.type;
  filter.by_actor = !options.actor.empty();
  if (filter.by_actor) filter.actors = entities_called(timeline, options.actor);
  if (filter.by_actor && filter.actors.empty()) return unknown_actor(timeline, options.actor);
  if (!options.date.empty()) {
    const Result<Edtf> date = parse_edtf(options.date);
    if (!date)
      return Error{
          "expected a date or an interval such as 2022-02 or 2022-02-11/2022-02-20 after "
          "'--date', found '" +
              options.date + "'",
          {}};
    filter.date = interval_of(*date);
  }
  if (options.factuality.empty()) return filter;
  filter.factuality = factuality_named(options.factuality);
  if (filter.factuality) return filter;
  std::vector<std::string_view> values;
  for (int value = 0; value <= static_cast<int>(FactualityValue::unknown); ++value)
    values.push_back(name_of(static_cast<FactualityValue>(value)));
  return unknown_name("factuality", options.factuality, values);
}

std::map<std::string, std::string> names_by_id(const Timeline& timeline) {
  std::map<std::string, std::string> names;
  for (const Entity& entity : timeline.entities) names[entity.id] = entity.name;
  return names;
}

std::string names_of_participants(const Event& event,
                                  const std::map<std::string, std::string>& names) {
  std::string text;
  for (const Participant& one : event.participants) {
    const auto name = names.find(one.entity);
    if (name != names.end()) text += (text.empty() ? "" : "; ") + name->second;
  }
  return text;
}

std::string_view date_of(const Event& event) {
  return event.when.known() ? std::string_view(event.when.edtf) : "";
}

ExitCode list_events(const Timeline& timeline, const Options& options, Console& console) {
  const Result<EventFilter> filter = filter_of(timeline, options);
  if (!filter) return refuse(console, options, filter.error().message);
  const auto names = names_by_id(timeline);
  write_row(console.out, {"date", "kind", "type", "factuality", "title", "who", "id"});
  for (const Event& event : timeline.events) {
    if (!filter->passes(event)) continue;
    write_row(console.out, {std::string(date_of(event)), std::string(name_of(event.kind)),
                            event.type, std::string(name_of(event.factuality.value)), event.title,
                            names_of_participants(event, names), event.id});
  }
  return ExitCode::ok;
}

void write_node(const Timeline& timeline, const Graph::Node& node, std::ostream& out) {
  if (node.kind == Graph::NodeKind::entity) {
    for (const Entity& entity : timeline.entities)
      if (entity.id == node.id)
        write_row(out, {"", std::string(name_of(entity.kind)), entity.name, entity.id});
    return;
  }
  for (const Event& event : timeline.events)
    if (event.id == node.id)
      write_row(out, {std::string(date_of(event)), std::string(name_of(event.kind)), event.title,
                      event.id});
}

ExitCode show_path(const Timeline& timeline, const Options& options, Console& console) {
  const Graph graph = graph_of(timeline);
  std::array<std::uint32_t, 2> ends{};
  for (std::size_t i = 0; i < ends.size(); ++i) {
    const std::string& name = options.operands[i + 2];
    const std::vector<std::string> ids = entities_called(timeline, name);
    const auto node = ids.empty() ? std::nullopt : graph.find(ids.front());
    if (!node) return refuse(console, options, unknown_actor(timeline, name).message);
    ends[i] = *node;
  }
  write_row(console.out, {"date", "kind", "name", "id"});
  for (const std::uint32_t node : graph.shortest_path(ends[0], ends[1]))
    write_node(timeline, graph.nodes()[node], console.out);
  return ExitCode::ok;
}

struct Question {
  std::string_view name;
  std::size_t operands;  // behind its name
  ExitCode (*answer)(const Timeline& timeline, const Options& options, Console& console);
};
constexpr Question kQuestions[] = {
    {"actors", 0, list_actors}, {"events", 0, list_events}, {"path", 2, show_path}};

}  // namespace

ExitCode run_query(const Options& options, Console& console) {
  if (options.operands.size() < 2)
    return refuse(console, options, "expected a timeline and a question");
  const std::string& asked = options.operands[1];
  const auto question = std::find_if(std::begin(kQuestions), std::end(kQuestions),
                                     [&asked](const Question& one) { return one.name == asked; });
  if (question == std::end(kQuestions)) {
    const std::string_view names[] = {"actors", "events", "path"};
    return refuse(console, options, unknown_name("question", asked, names).message);
  }
  if (options.operands.size() != question->operands + 2) {
    const std::string shape = std::string(asked) + (question->operands > 0 ? " FROM TO" : "");
    return refuse(console, options, "expected: " + shape);
  }
  const Result<Timeline> timeline = load_timeline(options.operands.front(), console);
  if (timeline) return question->answer(*timeline, options, console);
  console.err << timeline.error().message;
  return ExitCode::nothing_read;
}

}  // namespace dateline
