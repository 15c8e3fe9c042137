#include "tests/support/make_story.h"

#include <gtest/gtest.h>

#include "core/digest.h"
#include "core/event_summary.h"
#include "core/word_sketch.h"

namespace dateline::testing {
namespace {

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('|'), list.size());
    parts.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return parts;
}

When when_on(std::string_view day) { return make_event("x", "t", "t", day).when; }

const std::vector<std::string>& people() {
  static const std::vector<std::string> all = {"Anna Berg",  "Anna B. Berg",   "Carl Dahl",
                                               "Berg",       "Émile Faure",    "Emile Faure",
                                               "the guards", "Karl Anton Dahl"};
  return all;
}
const std::vector<std::string>& bodies() {
  static const std::vector<std::string> all = {"Harbour Workers Union", "HWU", "Senate",
                                               "Port Authority", "police"};
  return all;
}
const std::vector<std::string>& aliases() {
  static const std::vector<std::string> all = {"",          "HWU|the union",     "Carl Dahl|Dahl",
                                               "Anna Berg", "police|the police", "Senator Berg"};
  return all;
}

void add_entities(Story& story, Dice& dice, std::vector<std::string>& ids) {
  for (std::uint32_t i = 0, count = 2 + dice.roll(4); i < count; ++i)
    ids.push_back(dice.once_in(2) ? story.person(dice.pick(people()), dice.pick(aliases()))
                                  : story.organization(dice.pick(bodies()), dice.pick(aliases())));
}

void add_event(Story& story, Dice& dice, const std::vector<std::string>& ids) {
  static const std::vector<std::string> titles = {
      "Berg signs the harbour agreement", "Berg signed harbour agreement",
      "Union votes for the strike", "Union voted for a strike", "Berg may sign the agreement"};
  static const std::vector<std::string> triggers = {"signs", "signed", "votes", "voted", "strike"};
  static const std::vector<std::string> types = {"agreement", "decision", "other"};
  static const std::vector<std::string> days = {"2024-05-01", "2024-05-02", "2024-05-03",
                                                "2024-05"};
  Event& event = story.event(dice.pick(types), dice.pick(titles), dice.pick(triggers),
                             dice.once_in(6) ? "" : dice.pick(days), dice.pick(ids),
                             dice.once_in(2) ? "" : dice.pick(ids));
  if (dice.once_in(4)) event.factuality.value = dice.any(FactualityValue::unknown);
  if (dice.once_in(6)) event.factuality.negative = true;
  if (dice.once_in(3)) event.confidence = dice.unit();
  if (dice.once_in(3)) {
    event.quantities.resize(1);
    event.quantities[0].of = "workers";
    event.quantities[0].value = 400 + dice.roll(2);
  }
}

/// Of a few kinds, so that some are copies of others; always the same for a document.
std::string sketch_of_document(std::uint32_t document) {
  WordSketch sketch;
  sketch.shingles = 200 + document;
  for (std::size_t way = 0; way < WordSketch::kWays; ++way) {
    const std::size_t kind = way < 10 * (document % 7) ? document : document % 5;
    sketch.least[way] = static_cast<std::uint8_t>(kind * 50 + way * 3);
  }
  return to_hex(sketch);
}

}  // namespace

Story::Story(std::string_view document, std::string_view published) : document_(document) {
  SourceDocument source;
  source.id = document;
  source.title = "Article ";
  source.title += document;
  if (!published.empty()) source.published = when_on(published);
  timeline_.title = source.title;
  timeline_.events.reserve(64);  // so that references to them hold
  timeline_.documents.push_back(std::move(source));
}

std::string Story::entity(EntityKind kind, std::string_view name, std::string_view aliases) {
  const std::string content = document_ + '\n' + std::string(name_of(kind)) + '\n' +
                              std::string(name) + std::to_string(timeline_.entities.size());
  Entity entity = make_entity(content_id("n", content), kind, name);
  entity.aliases = split(aliases);
  entity.mentions = {
      make_evidence(document_, static_cast<std::uint32_t>(timeline_.entities.size()), name)};
  timeline_.entities.push_back(std::move(entity));
  return timeline_.entities.back().id;
}

Event& Story::event(std::string_view type, std::string_view title, std::string_view trigger,
                    std::string_view day, std::string_view agent, std::string_view patient) {
  const auto start = static_cast<std::uint32_t>(timeline_.events.size() * 100);
  const std::string content = document_ + std::to_string(start) + std::string(type);
  Event event = make_event(content_id("v", content), type, title, day);
  if (!agent.empty()) event.participants.push_back({std::string(agent), Role::agent, {}, {}});
  if (!patient.empty()) event.participants.push_back({std::string(patient), Role::patient, {}, {}});
  event.evidence = {make_evidence(document_, start, title),
                    make_evidence(document_, start, trigger)};
  event.evidence[1].role = Evidence::Role::trigger;
  timeline_.events.push_back(std::move(event));
  return timeline_.events.back();
}

Event& Story::deadline(std::string_view title, std::string_view last_day, std::string_view bound,
                       std::string_view action) {
  Event& event = this->event("deadline", title, "by", last_day, bound);
  event.kind = Event::Kind::deadline;
  event.when.interval.earliest.reset();
  event.when.shape = When::Shape::before;
  event.deadline.emplace();
  event.deadline->action = action;
  event.deadline->status = Deadline::Status::open;
  if (!bound.empty()) event.deadline->bound = {std::string(bound)};
  return event;
}

Timeline random_article(std::uint32_t seed) {
  Dice dice(seed);
  Story story("d" + std::to_string(seed % 50),
              dice.once_in(4) ? "" : "2024-05-0" + std::to_string(1 + dice.roll(9)));
  std::vector<std::string> ids;
  add_entities(story, dice, ids);
  for (std::uint32_t i = 0, count = 1 + dice.roll(5); i < count; ++i) add_event(story, dice, ids);
  if (dice.once_in(2))
    story.deadline("Union must answer on the strike", "2024-05-1" + std::to_string(dice.roll(3)),
                   dice.pick(ids), story.timeline().events[0].id);
  Timeline timeline = story;
  if (seed % 50 % 3 > 0) timeline.documents[0].sketch = sketch_of_document(seed % 50);
  if (timeline.events.size() > 1)
    timeline.links = {make_link(LinkType::before, timeline.events[0].id, timeline.events[1].id)};
  if (dice.once_in(2)) timeline.entities[0].part_of = {timeline.entities[1].id};
  if (dice.once_in(5)) timeline.events[0].summary = "Told by hand";
  if (dice.once_in(2)) summarize_events(timeline);
  return timeline;
}

const Event& event_titled(const Timeline& timeline, std::string_view title) {
  const Event* found = nullptr;
  for (const Event& event : timeline.events) {
    if (event.title != title) continue;
    EXPECT_EQ(found, nullptr) << "two events: " << title;
    found = &event;
  }
  static const Event none;
  EXPECT_NE(found, nullptr) << "no event: " << title;
  return found ? *found : none;
}

const Entity& entity_named(const Timeline& timeline, std::string_view name) {
  const Entity* found = nullptr;
  for (const Entity& entity : timeline.entities) {
    if (entity.name != name) continue;
    EXPECT_EQ(found, nullptr) << "two entities: " << name;
    found = &entity;
  }
  static const Entity none;
  EXPECT_NE(found, nullptr) << "no entity: " << name;
  return found ? *found : none;
}

}  // namespace dateline::testing
