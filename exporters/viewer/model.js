// The timeline of the page, made ready for drawing.

const timeline = JSON.parse(byId("timeline").textContent);
const words = JSON.parse(byId("words").textContent);
const entities = new Map(timeline.entities.map((entity) => [entity.id, entity]));
const documents = new Map(timeline.documents.map((source) => [source.id, source]));
const relations = timeline.relations || [];

const nameOf = (id) => (entities.has(id) ? entities.get(id).name : id);
const titleOf = (source) => source.title || source["x-source"] || source.id;
const whenWords = (when) =>
  when.display || (when.earliest || when.latest ? when.edtf : "date not known");
const factualityStyle = (value) => words.factualities[value] || words.factualities.unknown;
const kindStyle = (kind) => words.kinds[kind] || words.kinds.event;

function factualityWords(factuality) {
  const style = factualityStyle(factuality.value);
  return factuality.polarity === "negative" ? style.negative : style.words;
}

const signOf = (factuality) =>
  factuality.polarity === "negative" ? "−" : factualityStyle(factuality.value).sign;

function searchText(event) {
  const people = (event.participants || [])
    .concat(event.places || [])
    .map((part) => nameOf(part.entity));
  const quotes = event.evidence.map((evidence) => evidence.quote);
  return [event.title, event.summary || "", ...people, ...quotes].join(" ").toLowerCase();
}

function itemOf(event) {
  const when = event.when;
  const item = {
    event,
    id: event.id,
    title: event.title,
    kind: event.kind || "event",
    factuality: event.factuality.value,
    importance: event.importance ?? 0.5,
    earliest: parseInstant(when.earliest),
    latest: parseInstant(when.latest),
    isBar: ["interval", "before", "after"].includes(when.shape),
    actors: [...new Set((event.participants || []).map((part) => part.entity))],
    places: [...new Set((event.places || []).map((part) => part.entity))],
    sources: [...new Set(event.evidence.map((evidence) => evidence.document))],
    search: searchText(event),
  };
  item.dated = item.earliest !== null || item.latest !== null;
  item.opensLeft = item.earliest === null || Boolean(when.start_open);
  item.opensRight = item.latest === null || Boolean(when.end_open);
  return item;
}

const items = timeline.events.map(itemOf);
const byEvent = new Map(items.map((item) => [item.id, item]));
const datedItems = items.filter((item) => item.dated);

// The ends of an item that the text gives firmly; a vague end must not stretch the picture.
function firmEnds({ earliest, latest, event: { when } }) {
  if (earliest === null || latest === null) return [earliest ?? latest];
  if (when.start_open) return [latest];
  return when.end_open ? [earliest] : [earliest, latest];
}

// From the first to the last moment that some of the items gives.
function domainOf(dated) {
  const [from, to] = dated
    .flatMap(firmEnds)
    .reduce(
      ([least, most], time) => [Math.min(least, time), Math.max(most, time)],
      [Infinity, -Infinity],
    );
  if (from > to) return { from: 0, to: DAY };
  const least = HOUR / 6;
  return to - from < least ? { from: from - least, to: to + least } : { from, to };
}
const domain = domainOf(datedItems);
const domainLength = domain.to - domain.from;
const isApproximate = (when) => (when.qualifier || "").includes("approximate");

// Where an item begins and ends in the picture, and the moment at which it stands. An end that the
// text leaves open is given some length, to fade out in.
function place(item) {
  const fade = Math.max(3 * DAY, domainLength * 0.35);
  item.start = item.earliest ?? item.latest - fade;
  item.end = item.latest ?? item.earliest + fade;
  const bound = item.kind === "deadline" && item.latest !== null && !isApproximate(item.event.when);
  if (bound) item.at = item.latest;
  else if (item.earliest === null || item.latest === null) item.at = item.earliest ?? item.latest;
  else if (item.isBar && item.opensLeft) item.at = item.latest;
  else item.at = (item.earliest + item.latest) / 2;
}
datedItems.forEach(place);
datedItems.sort((a, b) => a.at - b.at || b.importance - a.importance || (a.id < b.id ? -1 : 1));
const undatedItems = items.filter((item) => !item.dated);
const inOrder = datedItems.concat(undatedItems);

// What the texts leave open about one event, in words.
function untoldOf(item) {
  const { event } = item;
  const { when } = event;
  const told = [];
  const coarse = [
    "century",
    "decade",
    "year",
    "half",
    "quarter",
    "season",
    "month",
    "week",
    "weekend",
  ];
  if (!item.dated) told.push("When: no date is given.");
  else if (item.isBar && item.opensLeft && item.opensRight) told.push("When it began and ended.");
  else if (item.isBar && item.opensLeft) told.push("When it begins, or began.");
  else if (item.isBar && item.opensRight) told.push("When it ends, or whether it has ended.");
  else if (coarse.includes(when.granularity)) told.push(`The day: only “${whenWords(when)}”.`);
  if (["possible", "probable", "scheduled", "requested", "conditional"].includes(item.factuality))
    told.push("Whether it happened in the end.");
  if (item.factuality === "unknown") told.push("Whether it is so.");
  if (!item.actors.length) told.push("Who is in it.");
  for (const claim of event.attribution || [])
    if (entities.get(claim.source)?.anonymous)
      told.push(`The name of the source, “${nameOf(claim.source)}”.`);
  if (event.deadline && !(event.deadline.set_by || []).length) told.push("Who set the deadline.");
  return told;
}

// The same about all of it.
function untold() {
  const found = [];
  if (undatedItems.length) found.push(`When ${counted(undatedItems.length, "event")} happened.`);
  for (const source of timeline.documents) {
    if (source.published) continue;
    const candidates = (source["x-published-candidates"] || [])
      .map((candidate) => candidate.edtf)
      .slice(0, 4);
    const hint = candidates.length ? ` It may be ${candidates.join(" or ")}.` : "";
    found.push(`When “${titleOf(source)}” was published.${hint}`);
  }
  const unnamed = timeline.entities
    .filter((entity) => entity.anonymous)
    .map((entity) => entity.name);
  if (unnamed.length)
    found.push(
      `Who these are: ${unnamed.slice(0, 8).join(", ")}${unnamed.length > 8 ? " …" : ""}.`,
    );
  const open = items.filter(
    (item) => !["asserted", "denied", "counterfactual"].includes(item.factuality),
  ).length;
  if (open)
    found.push(
      `Whether ${counted(open, "event")} came to pass: planned, possible, asked for or not known.`,
    );
  return found;
}

function counted(count, noun) {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
