// The text of an article, with the evidence of its events and its time expressions lit.

const MAX_TEXT = 120000; // code points shown around the evidence; a longer text is cut with a note

const offsetsByDocument = new Map();

// Offsets of the data are code points; those of JavaScript strings are not.
function codeUnitOffsets(source) {
  if (!offsetsByDocument.has(source.id)) {
    const offsets = [];
    for (let at = 0; at < source.text.length; at += source.text.codePointAt(at) > 0xffff ? 2 : 1)
      offsets.push(at);
    offsets.push(source.text.length);
    offsetsByDocument.set(source.id, offsets);
  }
  return offsetsByDocument.get(source.id);
}

function shownSource() {
  if (documents.has(state.source)) return documents.get(state.source);
  const chosen = chosenItem();
  return (
    (chosen && documents.get(chosen.sources[0])) ||
    documents.get(state.onlySource) ||
    timeline.documents[0]
  );
}

// What lies on a text: evidence of the chosen event, of others, whole sentences, times.
function layersOf(source, chosen) {
  const layers = [];
  for (const item of items) {
    if (
      !item.sources.includes(source.id) &&
      !item.event.evidence.some((e) => e.document === source.id)
    )
      continue;
    for (const evidence of item.event.evidence) {
      if (evidence.document !== source.id) continue;
      const own = item === chosen;
      layers.push({
        start: evidence.start,
        end: evidence.end,
        event: item.id,
        rank: own ? 2 : 1,
        own,
      });
      if (own && evidence.sentence)
        layers.push({ start: evidence.sentence[0], end: evidence.sentence[1], sentence: true });
    }
  }
  for (const timex of source.timexes || [])
    layers.push({ start: timex.start, end: timex.end, timex });
  return layers.filter((layer) => layer.start < layer.end);
}

function markedPiece(text, open) {
  const sentence = open.some((layer) => layer.sentence);
  const timex = open.find((layer) => layer.timex)?.timex;
  const events = open
    .filter((layer) => layer.event)
    .sort((a, b) => b.rank - a.rank || a.end - a.start - (b.end - b.start));
  let piece = markup`${text}`;
  if (timex)
    piece = markup`<span class="time" title="${timex.type} ${timex.value}">${piece}</span>`;
  if (events.length) {
    const [best] = events;
    piece = markup`<mark class="${best.own ? "chosen" : ""}"
      data-event="${best.event}">${piece}</mark>`;
  }
  return sentence ? markup`<span class="sentence">${piece}</span>` : piece;
}

// Cuts the text where a layer begins or ends, and marks each piece.
function markedText(source, layers, from, to) {
  const offsets = codeUnitOffsets(source);
  const inside = layers.filter((layer) => layer.start < to && layer.end > from);
  const clamp = (offset) => Math.max(from, Math.min(offset, to));
  const begins = new Map();
  for (const layer of inside) {
    const at = clamp(layer.start);
    if (!begins.has(at)) begins.set(at, []);
    begins.get(at).push(layer);
  }
  const cuts = [
    ...new Set([from, to, ...inside.flatMap((layer) => [clamp(layer.start), clamp(layer.end)])]),
  ].sort((a, b) => a - b);
  let open = [];
  return cuts.slice(0, -1).map((cut, i) => {
    open = open.filter((layer) => layer.end > cut).concat(begins.get(cut) || []);
    return markedPiece(source.text.slice(offsets[cut], offsets[cuts[i + 1]]), open);
  });
}

function textOf(source, chosen) {
  if (!source.text)
    return markup`<p class="by">The text of this article was left out of the timeline.</p>`;
  const layers = layersOf(source, chosen);
  const length = codeUnitOffsets(source).length - 1;
  const first = layers.find((layer) => layer.own);
  const from =
    length > MAX_TEXT && first
      ? Math.max(0, Math.min(first.start - MAX_TEXT / 2, length - MAX_TEXT))
      : 0;
  const to = Math.min(length, from + MAX_TEXT);
  const cut = (shown, note) => shown && markup`<p class="by">${note}</p>`;
  return markup`${cut(from > 0, "The beginning is not shown.")}<div class="text"
    dir="auto">${markedText(source, layers, Math.floor(from), to)}</div>${
      cut(to < length, "The rest is not shown.")}`;
}

function isWebAddress(url) {
  return /^https?:\/\/[^\s"<>\\]+$/.test(url || "");
}

function bylineOf(source) {
  const published = source.published
    ? whenWords(source.published)
    : "date of publication not known";
  const parts = [source.publisher, (source.authors || []).join(", "), published].filter(Boolean);
  const link =
    isWebAddress(source.url) &&
    markup` · <a href="${source.url}" rel="noreferrer noopener">original</a>`;
  return markup`<p class="by">${parts.join(" · ")}${link}</p>`;
}

function articleBar(source) {
  if (timeline.documents.length < 2) return NOTHING;
  const at = timeline.documents.indexOf(source);
  return markup`<div class="article-bar"><button type="button" id="previous-article"
    aria-label="Previous article"${
      at === 0 ? new Markup(" disabled") : NOTHING}>‹</button><select id="article-choice"
        aria-label="Article">${timeline.documents.map(
    (other) =>
      markup`<option value="${other.id}"${other === source ? new Markup(" selected") : NOTHING}>${
        titleOf(other).slice(0, 120)}</option>`,
  )}</select><button type="button" id="next-article"
    aria-label="Next article"${
      at === timeline.documents.length - 1 ? new Markup(" disabled") : NOTHING}>›</button></div>`;
}

function drawArticle() {
  const source = shownSource();
  const pane = byId("article");
  if (!source) return show(pane, markup`<p class="by">There is no article.</p>`);
  show(
    pane,
    markup`${articleBar(source)}<h2 dir="auto">${titleOf(source)}</h2>${bylineOf(source)}${
      textOf(source, chosenItem())}`,
  );
  const lit = pane.querySelector("mark.chosen");
  pane.scrollTop = 0;
  if (!lit) return;
  const below = lit.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  if (below > pane.clientHeight * 0.6) pane.scrollTop = below - pane.clientHeight * 0.35;
}

function chooseArticle(id) {
  state.source = id;
  drawArticle();
}

function stepArticle(by) {
  const next = timeline.documents[timeline.documents.indexOf(shownSource()) + by];
  if (next) chooseArticle(next.id);
}
