#include "tests/support/timelines.h"

#include <array>

namespace dateline::testing {
namespace {

constexpr std::string_view kText =
    "The union of harbour pilots in Port Merrow said on Friday that its members would strike "
    "unless the port authority answers by March 14. “We will not wait another year,” said Ada "
    "Lindqvist, who leads the union. The authority denied that pilots had been threatened with "
    "dismissal. Ferries may be cancelled before the end of the regatta on March 20.\n\n"
    "Talks in Port Merrow broke down on Thursday evening after two hours. Jonas Okafor, the "
    "harbour master, urged shipping lines to move their vessels within 48 hours. Nobody knows "
    "whether the ministry will step in.";

std::uint32_t code_points_of(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

Evidence quoted(std::string_view words) {
  const std::size_t at = kText.find(words);
  const std::uint32_t start =
      at == std::string_view::npos ? 0 : code_points_of(kText.substr(0, at));
  return {"d1", start, start + code_points_of(words), std::string(words), {}, {}, {}};
}

Event said(Event event, std::string_view words, double importance,
           std::vector<Participant> participants = {}) {
  event.evidence = {quoted(words)};
  event.importance = importance;
  event.participants = std::move(participants);
  return event;
}

Event with(Event event, Event::Kind kind, FactualityValue value, std::string source = "") {
  event.kind = kind;
  event.factuality.value = value;
  if (!source.empty()) event.attribution.push_back({std::move(source), "said", {}, ""});
  return event;
}

void add_entities(Timeline& timeline) {
  timeline.entities = {entity("lindqvist", EntityKind::person, "Ada Lindqvist"),
                       entity("okafor", EntityKind::person, "Jonas Okafor"),
                       entity("union", EntityKind::organization, "Union of harbour pilots"),
                       entity("authority", EntityKind::organization, "Port authority"),
                       entity("ministry", EntityKind::organization, "Ministry of transport"),
                       entity("merrow", EntityKind::place, "Port Merrow"),
                       entity("pilots", EntityKind::group, "Pilots"),
                       entity("lines", EntityKind::group, "Shipping lines")};
  timeline.entities[0].description = "leads the union";
}

void add_events(Timeline& timeline) {
  using Kind = Event::Kind;
  using F = FactualityValue;
  const auto add = [&](Event made) { timeline.events.push_back(std::move(made)); };
  add(said(event("talks", "Talks break down in Port Merrow",
                 between("2031-03-06T17:00:00", "2031-03-07T00:00:00")),
           "Talks in Port Merrow broke down on Thursday evening", 0.9,
           {taking_part("union"), taking_part("authority")}));
  add(said(with(event("announce", "Union says that pilots will strike", on_day("2031-03-07")),
                Kind::statement, F::asserted),
           "The union of harbour pilots in Port Merrow said", 0.8,
           {taking_part("union", Role::speaker)}));
  add(said(with(event("strike", "Pilots strike unless the authority answers",
                      between("2031-03-14T00:00:00", "")),
                Kind::event, F::conditional, "union"),
           "its members would strike", 0.9, {taking_part("pilots")}));
  add(said(with(event("answer-due", "Answer of the port authority", on_day("2031-03-14")),
                Kind::deadline, F::requested, "union"),
           "unless the port authority answers by March 14", 1,
           {taking_part("authority"), taking_part("union", Role::speaker)}));
  add(said(with(event("threat", "Pilots threatened with dismissal", on_day("2031-03-07")),
                Kind::event, F::denied, "authority"),
           "The authority denied that pilots had been threatened with dismissal", 0.5,
           {taking_part("authority"), taking_part("pilots", Role::patient)}));
  add(said(with(event("cancel", "Ferries cancelled",
                      between("2031-03-07T00:00:00", "2031-03-21T00:00:00")),
                Kind::event, F::possible),
           "Ferries may be cancelled before the end of the regatta on March 20", 0.6));
  add(said(with(event("regatta", "End of the regatta", on_day("2031-03-20")), Kind::deadline,
                F::scheduled),
           "the end of the regatta on March 20", 0.7));
  add(said(with(event("urge", "Okafor urges shipping lines to move vessels", on_day("2031-03-07")),
                Kind::statement, F::asserted),
           "urged shipping lines to move their vessels within 48 hours", 0.6,
           {taking_part("okafor", Role::speaker), taking_part("lines", Role::addressee)}));
  add(said(with(event("dispute", "Dispute in the harbour", between("", "2031-03-08T00:00:00")),
                Kind::state, F::asserted),
           "We will not wait another year", 0.4, {taking_part("union"), taking_part("authority")}));
  add(said(with(event("step-in", "Ministry steps in", When{}), Kind::event, F::unknown),
           "Nobody knows whether the ministry will step in", 0.5, {taking_part("ministry")}));
}

void finish_events(Timeline& timeline) {
  for (Event& made : timeline.events) {
    made.places.push_back({"merrow", PlaceRole::at, {}});
    if (made.id == "cancel") made.when.shape = When::Shape::before;
    if (made.id == "strike") made.when.shape = When::Shape::after;
    if (made.id == "dispute") made.when.shape = When::Shape::interval, made.when.start_open = true;
    if (made.kind != Event::Kind::deadline) continue;
    made.deadline.emplace();
    if (made.id != "regatta") continue;
    made.deadline->force = DeadlineMention::Force::horizon;
    made.deadline->inclusive = false;
  }
}

}  // namespace

When between(std::string_view earliest, std::string_view latest) {
  When when;
  when.interval.earliest = instant_from(std::string(earliest) + "Z");
  when.interval.latest = instant_from(std::string(latest) + "Z");
  when.grain = Grain::hour;
  when.start_open = earliest.empty();
  when.end_open = latest.empty();
  const auto day = [](std::string_view moment) {
    return moment.empty() ? ".." : std::string(moment.substr(0, 10));
  };
  when.edtf = day(earliest) + "/" + day(latest);
  return when;
}

When on_day(std::string_view day) {
  When when;
  when.interval.earliest = instant_from(std::string(day) + "T00:00:00Z");
  if (when.interval.earliest)
    when.interval.latest = start_of(add_days(day_of(*when.interval.earliest), 1));
  when.edtf = day;
  when.grain = Grain::day;
  return when;
}

Entity entity(std::string id, EntityKind kind, std::string name) {
  Entity made;
  made.id = std::move(id);
  made.kind = kind;
  made.name = std::move(name);
  return made;
}

Event event(std::string id, std::string title, const When& when) {
  Event made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.when = when;
  made.evidence = {quoted("Talks in Port Merrow")};
  return made;
}

Participant taking_part(std::string entity, Role role) { return {std::move(entity), role, "", {}}; }

Link link(LinkType type, std::string from, std::string to, std::string label) {
  Link made;
  made.type = type;
  made.from = std::move(from);
  made.to = std::move(to);
  made.label = std::move(label);
  return made;
}

Timeline harbour_strike() {
  Timeline timeline;
  timeline.title = "Before the pilots strike";
  timeline.description = "From one invented article.";
  timeline.language = "en";
  SourceDocument document;
  document.id = "d1";
  document.title = "Pilots in Port Merrow set a deadline";
  document.publisher = "The Merrow Courier";
  document.url = "https://courier.example/pilots?a=1&b=2";
  document.authors = {"Ines Halloran"};
  document.published = on_day("2031-03-08");
  document.text = std::string(kText);
  document.text_length = code_points_of(kText);
  const Evidence timex = quoted("March 14");
  document.timexes = {{timex.start, timex.end, timex.quote, TimexType::date, "2031-03-14", "", ""}};
  timeline.documents = {document};
  add_entities(timeline);
  add_events(timeline);
  finish_events(timeline);
  timeline.links = {link(LinkType::before, "talks", "announce"),
                    link(LinkType::reports, "announce", "strike", "announces"),
                    link(LinkType::deadline_of, "answer-due", "strike", "by"),
                    link(LinkType::deadline_of, "regatta", "cancel"),
                    link(LinkType::sub_event_of, "talks", "dispute"),
                    link(LinkType::condition_of, "answer-due", "strike"),
                    link(LinkType::represents, "lindqvist", "union"),
                    link(LinkType::represents, "okafor", "authority")};
  return timeline;
}

Timeline synthetic(std::size_t events, std::size_t actors, int days) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"meets", "warns", "signs a contract with", "sues", "visits", "leaves", "names", "joins"});
  Timeline timeline;
  timeline.title = std::to_string(events) + " events";
  timeline.documents = harbour_strike().documents;
  for (std::size_t i = 0; i < actors; ++i)
    timeline.entities.push_back(entity("p" + std::to_string(i), static_cast<EntityKind>(i % 5),
                                       "Actor number " + std::to_string(i)));
  std::uint32_t state = 7;
  const auto random = [&](std::size_t below) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 8U) % below;
  };
  const Day first{2031, 1, 1};
  for (std::size_t i = 0; i < events; ++i) {
    const std::size_t a = random(actors), b = random(actors);
    const auto day = static_cast<int>(random(static_cast<std::size_t>(days)));
    const int length = random(10) == 0 ? 1 + static_cast<int>(random(9)) : 1;
    When when;
    when.grain = Grain::day;
    when.interval.earliest = start_of(add_days(first, day));
    when.interval.latest = start_of(add_days(first, day + length));
    if (length > 1) when.shape = When::Shape::interval;
    when.edtf = to_string(*when.interval.earliest).substr(0, 10);
    Event made = event("e" + std::to_string(i),
                       timeline.entities[a].name + " " + std::string(kVerbs[random(8)]) + " " +
                           timeline.entities[b].name,
                       when);
    made.kind = random(20) == 0  ? Event::Kind::deadline
                : random(4) == 0 ? Event::Kind::statement
                                 : Event::Kind::event;
    made.factuality.value = static_cast<FactualityValue>(random(3) == 0 ? random(9) : 0);
    made.importance = static_cast<double>(random(100)) / 100;
    made.participants = {taking_part(timeline.entities[a].id),
                         taking_part(timeline.entities[b].id, Role::patient)};
    if (made.kind == Event::Kind::deadline) made.deadline.emplace();
    if (i > 0 && random(4) == 0)
      timeline.links.push_back(
          link(static_cast<LinkType>(random(14)), made.id, "e" + std::to_string(random(i))));
    timeline.events.push_back(std::move(made));
  }
  return timeline;
}

std::vector<std::string> hostile_strings() {
  return {"\"quoted\" and 'quoted'",
          "ends in one backslash \\",
          "ends in two \\\\",
          "a backslash and a quote \\\"",
          "\\N \\G \\E \\l \\r \\n",
          "<b>not a label</b>",
          "<",
          "]]> --> </script> <!-- </title> </style> &amp; &#0; %s %n",
          std::string("a\0b", 3),
          "\x01\x02\x1B[31m red \x7F",
          "💥👩‍👩‍👧‍👦🇺🇦 émigré",
          "\u202Eright to left\u202C שלום عالم",
          std::string(10'000, 'x'),
          "broken \xC3\x28 \xE2\x82 \xF0\x9F \xFF\xFE \xED\xA0\x80 \xC0\x80",
          "two\nlines\r\nand\ta tab",
          "node",
          "graph",
          "subgraph",
          "strict digraph { edge -> node }",
          "line \u2028 and paragraph \u2029 separators",
          "\uFFFE\uFFFF \uFEFF",
          "",
          " "};
}

Timeline hostile() {
  Timeline timeline = harbour_strike();
  const std::vector<std::string> strings = hostile_strings();
  std::size_t next = 0;
  const auto take = [&] { return strings[next++ % strings.size()]; };
  timeline.title = take(), timeline.description = take();
  for (SourceDocument& document : timeline.documents) {
    document.title = take(), document.publisher = take(), document.authors = {take()};
    document.url = "javascript:alert(1)//" + take();
  }
  timeline.events.clear(), timeline.links.clear(), timeline.entities.clear();
  for (std::size_t i = 0; i < strings.size(); ++i) {
    Entity who = entity("entity " + strings[i], static_cast<EntityKind>(i % 9), strings[i]);
    who.description = take();
    timeline.entities.push_back(std::move(who));
    Event made = event(strings[i], take(), on_day(i % 2 == 0 ? "2031-03-07" : "2031-03-08"));
    made.summary = take(), made.when.display = take(), made.factuality.cue = take();
    made.participants = {taking_part("entity " + strings[i]),
                         taking_part("entity " + strings[(i + 1) % strings.size()])};
    made.attribution = {{"entity " + strings[i], take(), {}, ""}};
    made.evidence[0].quote = take();
    timeline.events.push_back(std::move(made));
    timeline.links.push_back(
        link(LinkType::causes, strings[i], strings[(i + 1) % strings.size()], take()));
  }
  return timeline;
}

}  // namespace dateline::testing
