#include "tests/support/make_timeline.h"

#include "core/digest.h"
#include "core/utf8.h"

namespace dateline::testing {
namespace {

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts = {
      "plain words",
      "a \"quoted\" word",
      "ends in one backslash \\",
      "\\\\u0041 \\ud800 \\n is not an escape",
      std::string("a NUL \0 inside", 14),
      "tab\t, line\nfeed, return\r, bell\a, delete\x7F",
      "</script><!-- & ]]> <b>",
      "💥 emoji 👩‍👩‍👧 and e\u0301",
      "\u202Eright to left\u202C שלום مرحبا",
      "\u2028 line and paragraph \u2029 separators",
      "\uFEFFa mark, the last of a plane \uFFFE \U0010FFFF",
      "=HYPERLINK(\"x\"), +1, -1, @sum; 'a', b",
      " blanks  at both ends ",
      "{\"json\": [1, null]}",
  };
  return texts;
}

std::string sha(Dice& dice) { return sha256(std::to_string(dice.roll(1000))); }

std::string hostile_title(Dice& dice) {
  std::string title = hostile_text(dice);
  return count_code_points(title) > 200 ? "long" : title;
}

std::vector<std::string> hostile_list(Dice& dice) {
  std::vector<std::string> list(dice.roll(3));
  for (std::string& text : list) text = hostile_text(dice);
  return list;
}

std::optional<double> maybe_unit(Dice& dice) {
  if (dice.once_in(2)) return std::nullopt;
  return dice.unit();
}

std::vector<std::pair<std::string, double>> figures(Dice& dice) {
  std::vector<std::pair<std::string, double>> some;
  if (dice.once_in(2)) some.emplace_back("alpha \"1\"", dice.unit());
  if (dice.once_in(2)) some.emplace_back("beta", dice.once_in(2) ? 0 : 0.1);
  return some;
}

FoundWords found_words(Dice& dice) {
  const std::uint32_t start = dice.roll(9);
  return {start, start + 1 + dice.roll(9), hostile_text(dice)};
}

std::optional<Instant> maybe_instant(Dice& dice) {
  if (dice.once_in(3)) return std::nullopt;
  Instant instant;
  instant.seconds = static_cast<std::int64_t>(dice.roll(4'000'000'000u)) - 1'000'000'000;
  if (dice.once_in(2)) instant.utc_offset = static_cast<std::int16_t>(dice.roll(1680) - 840);
  return instant;
}

When::Expression random_expression(Dice& dice) {
  When::Expression expression;
  if (dice.once_in(2)) expression.text = hostile_text(dice);
  if (dice.once_in(2)) expression.type = dice.any(TimexType::set);
  if (dice.once_in(2)) expression.value = hostile_text(dice);
  if (dice.once_in(2)) expression.rule = hostile_text(dice);
  expression.anchor.kind = dice.any(Timex::Anchor::user);
  if (expression.anchor.kind != Timex::Anchor::none && dice.once_in(2)) {
    expression.anchor.ref = "v0";
    expression.anchor.offset = "-P1D";
  }
  return expression;
}

When random_when(Dice& dice) {
  static const std::vector<std::string> edtfs = {"..", "2022-02-12", "[2022..2023]", "2022-21~"};
  static const std::vector<std::string> durations = {"", "P1D", "PT1H30M", "P2W", "PT1.5S"};
  When when;
  when.edtf = dice.pick(edtfs);
  when.grain = dice.any(Grain::unknown);
  when.interval = {maybe_instant(dice), maybe_instant(dice)};
  when.shape = dice.any(When::Shape::set);
  when.start_open = dice.once_in(3);
  when.end_open = dice.once_in(3);
  when.uncertain = dice.once_in(3);
  when.approximate = dice.once_in(3);
  when.part_of_day = dice.any(PartOfDay::evening);
  when.duration = dice.pick(durations);
  if (dice.once_in(4)) when.recurrence = "FREQ=WEEKLY";
  if (dice.once_in(4)) when.timezone = hostile_text(dice);
  if (dice.once_in(2)) when.display = hostile_text(dice);
  if (dice.once_in(2)) when.expression = random_expression(dice);
  return when;
}

class Maker {
 public:
  explicit Maker(std::uint32_t seed) : dice_(seed) {}

  Timeline make();

 private:
  std::vector<std::string> ids(char letter, std::uint32_t count);
  std::vector<std::string> some_of(const std::vector<std::string>& ids);
  Evidence evidence();
  std::vector<Evidence> some_evidence(std::uint32_t least);
  SourceDocument document(const std::string& id);
  Entity entity(const std::string& id);
  SourceClaim claim();
  Quantity quantity();
  Deadline deadline();
  void fill_lists(Event& event);
  Event event(const std::string& id);
  Link link();

  Dice dice_;
  std::vector<std::string> documents_, entities_, events_;
};

std::vector<std::string> Maker::ids(char letter, std::uint32_t count) {
  std::vector<std::string> made;
  for (std::uint32_t i = 0; i < count; ++i) {
    made.push_back(std::string(1, letter));
    made.back() += std::to_string(i) + (dice_.once_in(3) ? ".a:b_c-" : "");
  }
  return made;
}

std::vector<std::string> Maker::some_of(const std::vector<std::string>& ids) {
  std::vector<std::string> some;
  for (const std::string& id : ids)
    if (dice_.once_in(3)) some.push_back(id);
  return some;
}

Evidence Maker::evidence() {
  Evidence evidence;
  evidence.document = dice_.pick(documents_);
  evidence.quote = hostile_text(dice_);
  evidence.start = dice_.roll(10'000);
  evidence.end = evidence.start + static_cast<std::uint32_t>(count_code_points(evidence.quote));
  if (dice_.once_in(2)) evidence.sentence = {evidence.start, evidence.end + 1};
  evidence.role = dice_.any(Evidence::Role::attribution);
  if (dice_.once_in(2)) evidence.source = SourceSpan{dice_.roll(5000), 4'000'000'000u};
  return evidence;
}

std::vector<Evidence> Maker::some_evidence(std::uint32_t least) {
  std::vector<Evidence> some(least + dice_.roll(3));
  for (Evidence& item : some) item = evidence();
  return some;
}

SourceDocument Maker::document(const std::string& id) {
  static const std::vector<std::string> urls = {"", "https://a.example/b?c=d#e", "no url", "h:é"};
  SourceDocument document;
  document.id = id;
  document.title = hostile_text(dice_);
  document.url = dice_.pick(urls);
  document.publisher = hostile_text(dice_);
  document.authors = hostile_list(dice_);
  if (dice_.once_in(2)) document.published = random_when(dice_);
  document.published_from = dice_.any(PublishedFrom::inferred);
  if (dice_.once_in(2))
    document.published_candidates = {{"2022-02-12", hostile_text(dice_), dice_.unit()},
                                     {"2022-02-13", "", 0}};
  document.retrieved = dice_.once_in(2) ? "2022-02-12T10:00:00.25+01:00" : hostile_text(dice_);
  document.language = dice_.once_in(2) ? "en" : "";
  if (dice_.once_in(2)) document.text = dice_.once_in(3) ? "" : hostile_text(dice_);
  document.text_length = dice_.roll(5000);
  if (dice_.once_in(2)) document.text_sha256 = sha(dice_);
  if (dice_.once_in(2)) document.source_sha256 = sha(dice_);
  document.source = hostile_text(dice_);
  document.repairs = hostile_list(dice_);
  document.license = hostile_text(dice_);
  if (dice_.once_in(4)) document.part_of = dice_.pick(documents_);
  if (dice_.once_in(3)) document.sketch = hostile_text(dice_);
  if (dice_.once_in(3)) document.duplicate_of = hostile_text(dice_);
  document.timexes.resize(dice_.roll(3));
  for (FoundTimex& timex : document.timexes)
    timex = {dice_.roll(9),
             10 + dice_.roll(9),
             hostile_text(dice_),
             dice_.any(TimexType::set),
             "2022",
             dice_.once_in(2) ? "APPROX" : "",
             dice_.once_in(2) ? "rule" : ""};
  if (dice_.once_in(2)) document.other_readings.push_back({2, 9, "2023-04-03"});
  document.reports.resize(dice_.roll(3));
  for (FoundReport& report : document.reports) {
    if (dice_.once_in(2)) report.source = {found_words(dice_)};
    report.cue = {found_words(dice_)};
    report.content.assign(1 + dice_.roll(2), found_words(dice_));
    report.nested = dice_.once_in(2);
  }
  document.event_mentions.resize(dice_.roll(3));
  for (FoundEvent& event : document.event_mentions)
    event = {
        dice_.roll(9),    10 + dice_.roll(9), hostile_text(dice_), dice_.any(EventClass::state),
        dice_.once_in(2), dice_.once_in(2),   dice_.once_in(2),    dice_.roll(9)};
  return document;
}

Entity Maker::entity(const std::string& id) {
  Entity entity;
  entity.id = id;
  entity.kind = dice_.any(EntityKind::other);
  if (dice_.once_in(3)) entity.country = hostile_text(dice_);
  entity.name = dice_.once_in(9) ? "" : hostile_text(dice_);
  entity.aliases = hostile_list(dice_);
  if (dice_.once_in(2)) entity.description = hostile_text(dice_);
  entity.anonymous = dice_.once_in(4);
  if (dice_.once_in(3)) entity.same_as = {"https://w.example/Q1", "no uri \\"};
  if (dice_.once_in(3)) entity.coordinates = Coordinates{-90, 179.99999999999997, 0.1, "g"};
  if (dice_.once_in(3)) entity.coordinates = Coordinates{};
  entity.part_of = some_of(entities_);
  entity.mentions = some_evidence(0);
  entity.confidence = maybe_unit(dice_);
  entity.metrics = figures(dice_);
  return entity;
}

SourceClaim Maker::claim() {
  SourceClaim claim;
  claim.source = dice_.pick(entities_);
  if (dice_.once_in(2)) claim.verb = hostile_text(dice_);
  if (dice_.once_in(3)) claim.when = random_when(dice_);
  if (dice_.once_in(3)) claim.event = dice_.pick(events_);
  return claim;
}

Quantity Maker::quantity() {
  Quantity quantity;
  quantity.of = hostile_text(dice_);
  quantity.value = dice_.once_in(2) ? std::optional<double>(1e300 * dice_.unit()) : std::nullopt;
  quantity.low = dice_.once_in(2) ? std::optional<double>(-0.1) : std::nullopt;
  quantity.high = maybe_unit(dice_);
  quantity.unit = dice_.once_in(2) ? "km²" : "";
  quantity.qualifier = dice_.any(Quantity::Qualifier::at_most);
  quantity.evidence = some_evidence(0);
  return quantity;
}

Deadline Maker::deadline() {
  Deadline deadline;
  deadline.force = dice_.any(DeadlineMention::Force::scheduled_end);
  deadline.bound = some_of(entities_);
  deadline.set_by = some_of(entities_);
  if (dice_.once_in(2)) deadline.action = dice_.pick(events_);
  if (dice_.once_in(2)) deadline.condition = dice_.pick(events_);
  deadline.inclusive = dice_.once_in(2);
  deadline.status = dice_.any(Deadline::Status::withdrawn);
  return deadline;
}

void Maker::fill_lists(Event& event) {
  event.attribution.resize(dice_.roll(3));
  for (SourceClaim& one : event.attribution) one = claim();
  event.participants.resize(dice_.roll(3));
  for (Participant& one : event.participants)
    one = {dice_.pick(entities_), dice_.any(Role::other), dice_.once_in(2) ? "a label" : "",
           maybe_unit(dice_)};
  event.places.resize(dice_.roll(3));
  for (EventPlace& one : event.places)
    one = {dice_.pick(entities_), dice_.any(PlaceRole::about), maybe_unit(dice_)};
  event.quantities.resize(dice_.roll(3));
  for (Quantity& one : event.quantities) one = quantity();
}

Event Maker::event(const std::string& id) {
  Event event;
  event.id = id;
  event.type = dice_.once_in(2) ? "attack" : hostile_text(dice_);
  event.kind = dice_.any(Event::Kind::statement);
  event.title = dice_.once_in(5) ? hostile_text(dice_) : hostile_title(dice_);
  if (dice_.once_in(9)) event.title.clear();
  if (dice_.once_in(2)) event.summary = hostile_text(dice_);
  event.when = random_when(dice_);
  event.factuality = {dice_.any(FactualityValue::unknown), dice_.once_in(3),
                      dice_.once_in(2) ? hostile_text(dice_) : ""};
  fill_lists(event);
  event.evidence = some_evidence(1);
  event.confidence = maybe_unit(dice_);
  event.importance = maybe_unit(dice_);
  event.confidence_parts = figures(dice_);
  event.tags = hostile_list(dice_);
  if (dice_.once_in(3)) event.links = {{"https://x.example", "a \"label\""}, {"not a uri", ""}};
  if (event.kind == Event::Kind::deadline) event.deadline = deadline();
  return event;
}

Link Maker::link() {
  Link link;
  if (dice_.once_in(2)) link.id = "l" + std::to_string(dice_.roll(100));
  link.type = dice_.any(LinkType::same_event_as);
  link.from = dice_.pick(events_);
  link.to = dice_.pick(events_);
  if (dice_.once_in(2)) link.label = hostile_text(dice_);
  link.inferred = dice_.once_in(2);
  if (dice_.once_in(4)) link.when = random_when(dice_);
  link.evidence = some_evidence(0);
  link.confidence = maybe_unit(dice_);
  link.weight = dice_.once_in(2) ? std::optional<double>(dice_.roll(9)) : std::nullopt;
  return link;
}

Timeline Maker::make() {
  documents_ = ids('d', 1 + dice_.roll(3));
  entities_ = ids('e', 1 + dice_.roll(5));
  events_ = ids('v', 1 + dice_.roll(5));
  Timeline timeline;
  if (dice_.once_in(2)) timeline.title = hostile_text(dice_);
  if (dice_.once_in(2)) timeline.description = hostile_text(dice_);
  if (dice_.once_in(2)) timeline.language = "en";
  if (dice_.once_in(2)) timeline.tool = "dateline";
  if (dice_.once_in(2)) timeline.tool_version = hostile_text(dice_);
  if (dice_.once_in(2)) timeline.generated_at = "2022-02-12T10:00:00Z";
  if (dice_.once_in(2)) timeline.default_timezone = "Europe/Kyiv";
  for (const std::string& id : documents_) timeline.documents.push_back(document(id));
  for (const std::string& id : entities_) timeline.entities.push_back(entity(id));
  for (const std::string& id : events_) timeline.events.push_back(event(id));
  if (dice_.once_in(3)) timeline.entities[0].parts = {entity(entities_[0]), entity("p1")};
  if (dice_.once_in(3)) timeline.events[0].parts = {event(events_[0]), event("p2")};
  timeline.links.resize(dice_.roll(4));
  for (Link& one : timeline.links) one = link();
  timeline.metrics = figures(dice_);
  return timeline;
}

}  // namespace

Evidence make_evidence(std::string_view document, std::uint32_t start, std::string_view quote) {
  Evidence evidence;
  evidence.document = document;
  evidence.start = start;
  evidence.end = start + static_cast<std::uint32_t>(count_code_points(quote));
  evidence.quote = quote;
  return evidence;
}

Entity make_entity(std::string_view id, EntityKind kind, std::string_view name) {
  Entity entity;
  entity.id = id;
  entity.kind = kind;
  entity.name = name;
  return entity;
}

Event make_event(std::string_view id, std::string_view type, std::string_view title,
                 std::string_view day) {
  Event event;
  event.id = id;
  event.type = type;
  event.title = title;
  event.evidence = {make_evidence("d", 0, title)};
  if (const auto date = date_from_timex_value(day)) {
    event.when.edtf = day;
    event.when.grain = date->grain;
    event.when.interval = interval_of(*date);
  }
  return event;
}

Link make_link(LinkType type, std::string_view from, std::string_view to) {
  Link link;
  link.type = type;
  link.from = from;
  link.to = to;
  return link;
}

std::string hostile_text(Dice& dice) {
  if (dice.once_in(400)) return std::string(10'000, '\\');
  std::string text = dice.pick(hostile_texts());
  if (dice.once_in(4)) text += dice.pick(hostile_texts());
  return text;
}

Timeline random_timeline(std::uint32_t seed) { return Maker(seed).make(); }

}  // namespace dateline::testing
