// What is known of the chosen event, and what is not.

const MAX_LINKS = 12;

const entityChip = (id, note) =>
  markup`<button type="button" class="chip"
    data-entity="${id}">${nameOf(id)}${note && markup` <small>${note}</small>`}</button>`;

const eventChip = (item, note) =>
  markup`<button type="button" class="chip"
    data-event="${item.id}">${note && markup`<small>${note}</small> `}${item.title}</button>`;

const list = (items) =>
  items.length > 0 &&
  markup`<ul class="untold">${items.map((text) => markup`<li>${text}</li>`)}</ul>`;

function attributionOf(event) {
  const claims = event.attribution || [];
  const voice = claims.length
    ? claims.map(
        (claim, i) =>
          markup`${i > 0 && markup`<br>`}<b>${nameOf(claim.source)}</b> ${claim.verb || "says so"}`,
      )
    : "The article itself says so.";
  const cue =
    event.factuality.cue && markup`<br><small>in the words “${event.factuality.cue}”</small>`;
  return markup`<div class="aside">${voice}${cue}</div>`;
}

function anchorWords(anchor) {
  if (!anchor) return "";
  const other = byEvent.get(anchor.ref);
  if (anchor.kind === "event") return `, counted from “${other ? other.title : anchor.ref}”`;
  return (
    {
      document: ", counted from the article’s own date",
      user: ", counted from the date given by the user",
    }[anchor.kind] || ""
  );
}

function timexOf(when) {
  if (!when.timex?.text) return NOTHING;
  return markup`<div class="aside">Time read from “${when.timex.text}”${
    anchorWords(when.timex.anchor)}</div>`;
}

function deadlineOf(event) {
  const { deadline } = event;
  if (!deadline) return NOTHING;
  const style = words.forces[deadline.force] || { words: deadline.force };
  const bound = (deadline.bound || []).map((id) => entityChip(id, "bound"));
  const setBy = (deadline.set_by || []).map((id) => entityChip(id, "set it"));
  const action = byEvent.get(deadline.action);
  const condition = byEvent.get(deadline.condition);
  const last = deadline.inclusive === false ? "The day itself no longer counts." : "";
  const status =
    deadline.status && deadline.status !== "unknown" ? `So far: ${deadline.status}.` : "";
  return markup`<h3>Deadline</h3><p>${style.words}. ${last} ${status}</p><div class="chips">${
    bound}${setBy}${action && eventChip(action, "for")}${
      condition && eventChip(condition, "if")}</div>`;
}

// The made one says in one line what stands here in many.
const hasOwnSummary = (event) => event.summary && !event.summary.startsWith(`${event.title} (`);

function quantityWords(quantity) {
  const about =
    { approximate: "about ", "at-least": "at least ", "at-most": "at most " }[quantity.qualifier] ||
    "";
  const range =
    quantity.value ?? [quantity.low, quantity.high].filter((n) => n !== undefined).join(" to ");
  return `${about}${range}${quantity.unit ? ` ${quantity.unit}` : ""} ${quantity.of}`;
}

function relationsOf(item) {
  const chips = [];
  for (const relation of relations) {
    if (relation.source !== item.id && relation.target !== item.id) continue;
    const forward = relation.source === item.id;
    const other = byEvent.get(forward ? relation.target : relation.source);
    const style = words.links[relation.type] || { words: relation.type, inverse: relation.type };
    if (other)
      chips.push(
        eventChip(
          other,
          (forward ? style.words : style.inverse) + (relation.inferred ? " (inferred)" : ""),
        ),
      );
    if (chips.length === MAX_LINKS) break;
  }
  return chips.length > 0 && markup`<h3>Related</h3><div class="chips">${chips}</div>`;
}

// A copy of another article is no source of its own.
const copyWords = (source) => (documents.has(source["x-duplicate-of"]) ? " (copy)" : "");

function otherArticlesOf(item) {
  if (item.sources.length < 2) return NOTHING;
  return markup`<h3>Told in</h3><div class="chips">${item.sources
    .filter((id) => documents.has(id))
    .map(
      (id) =>
        markup`<button type="button" class="chip"
          data-article="${id}">${titleOf(documents.get(id))}${copyWords(documents.get(id))}</button>`,
    )}</div>`;
}

function eventDetails(item) {
  const { event } = item;
  const { when } = event;
  const people = (event.participants || []).map((part) =>
    entityChip(part.entity, part.label || part.role),
  );
  const places = (event.places || []).map((part) =>
    entityChip(part.entity, `⌖ ${part.role || "at"}`),
  );
  const quantities = (event.quantities || []).map(quantityWords);
  return markup`<div class="${item.kind}"><div class="eyebrow"><span class="kind">${
    event.type}</span><span class="grow"></span><button type="button"
    id="previous-event" aria-label="Earlier event">←</button><button type="button"
    id="next-event" aria-label="Later event">→</button><button type="button"
    id="close-event" aria-label="Close">×</button></div>
<h2 dir="auto">${event.title}</h2>
<p class="when">${whenWords(when)}${
  whenWords(when) !== when.edtf && markup` <code title="EDTF, ISO 8601-2">${when.edtf}</code>`}</p>
<span class="badge">${factualityWords(event.factuality)}</span>
${hasOwnSummary(event) && markup`<p dir="auto">${event.summary}</p>`}${attributionOf(event)}${
  timexOf(when)}<div class="chips">${people}${places}</div>${deadlineOf(event)}${
    quantities.length > 0 && markup`<h3>Figures</h3>${list(quantities)}`
  }${relationsOf(item)}${otherArticlesOf(item)}${
    untoldOf(item).length > 0 && markup`<h3>What the text does not tell</h3>${
      list(untoldOf(item))}`}${
    event.confidence != null &&
    markup`<p class="when"><label>Confidence of the reading <meter min="0" max="1"
      value="${event.confidence}"></meter></label> ${Math.round(event.confidence * 100)}%</p>`
  }</div>`;
}

function overviewDetails() {
  const deadlines = datedItems.filter((item) => item.kind === "deadline").slice(0, MAX_LINKS);
  const open = untold();
  return markup`<div class="eyebrow">Overview</div><h2 dir="auto">${
    timeline.title || "Timeline"}</h2>
<p class="when">${counted(items.length, "event")}, ${counted(timeline.entities.length, "name")}, ${
  counted(timeline.documents.length, "article")}. Choose an event,
  or dotted words in the article.</p>${
    deadlines.length > 0 &&
    markup`<h3>Deadlines</h3><div class="chips">${
      deadlines.map((item) => eventChip(item, whenWords(item.event.when)))}</div>`
  }${open.length > 0 && markup`<h3>What the texts do not tell</h3>${list(open)}`}`;
}

function drawDetails() {
  const item = chosenItem();
  show(byId("details"), item ? eventDetails(item) : overviewDetails());
  byId("details").scrollTop = 0;
}
