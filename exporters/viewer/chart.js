// The upper picture: an axis with the flags of the deadlines, and below it the lanes.

const HEAD_WIDTH = 176;
const HEAD_WIDTH_NARROW = 96;
const MAX_LANES = 400;
const MAX_TOUCHES = 60; // in one lane: more are a smear
const FLAG_ROW = 22;
const MAX_FLAG_ROWS = 3;
const MAX_FLAGS = 8; // deadlines with a line through all lanes; others get a mark below the axis

let lanes = [];
let laid = [];
let printing = false;

function scaleOf(width) {
  const left = width < 640 ? HEAD_WIDTH_NARROW : HEAD_WIDTH;
  const perPixel = (state.to - state.from) / Math.max(width - left, 1);
  return {
    left,
    right: width,
    from: state.from,
    to: state.to,
    x: (time) => left + (time - state.from) / perPixel,
    time: (x) => state.from + (x - left) * perPixel,
  };
}

const chartScale = () => scaleOf(byId("chart-box").clientWidth);

function labelledItem(item, content) {
  const chosen = item.id === state.chosen;
  const label = `${item.title}, ${whenWords(item.event.when)}, ${
    factualityWords(item.event.factuality)}`;
  return markup`<g class="item ${item.kind} ${chosen ? "chosen" : ""}" data-event="${item.id}"
    role="button" aria-pressed="${chosen}" aria-label="${label}"
    tabindex="${chosen ? 0 : -1}">${content}</g>`;
}

function pointItem(box, scale) {
  const { item, at, y } = box;
  const from = Math.max(box.x0, scale.left - 60);
  const width = Math.min(box.x1, scale.right + 60) - from;
  const fade = fadeOf(item.earliest === null, item.latest === null) || "both";
  const band =
    width > 14 &&
    markup`<rect class="band" x="${px(from)}" y="${y - 4}" width="${px(width)}" height="8" rx="4"
      fill="url(#${fade}-${item.kind})"/>`;
  const hitFrom = Math.min(box.labelX - 5, at - 10);
  const hitTo = Math.max(at + 10, box.labelX + textWidth(box.label) + 3);
  return labelledItem(
    item,
    markup`${band}<rect class="hit" x="${px(hitFrom)}" y="${y - 10}" width="${px(hitTo - hitFrom)}"
      height="20" rx="5"/>${glyphOf(item, at, y)}<text class="label halo" x="${px(box.labelX)}"
        y="${y + 4.3}">${box.label}</text>`,
  );
}

function barItem(box, scale) {
  const { item, y } = box;
  const from = Math.max(box.x0, scale.left - 200);
  const width = Math.max(Math.min(box.x1, scale.right + 200) - from, 3);
  const rect = (classes, fill) =>
    markup`<rect class="${classes}" x="${px(from)}" y="${y - 9}" width="${px(width)}" height="18"
      rx="4"${fill ? markup` fill="${fill}"` : ""}/>`;
  const { shape } = item.event.when;
  const fade = fadeOf(shape === "before" || item.opensLeft, shape === "after" || item.opensRight);
  const style = factualityStyle(item.factuality);
  const sign = signOf(item.event.factuality);
  const hitFrom = Math.max(box.x0, scale.left + 1);
  const hitTo = Math.min(Math.max(box.x1, box.labelX + textWidth(box.label) + 4), scale.right - 2);
  return labelledItem(
    item,
    markup`${fade ? rect("bar", `url(#${fade}-${item.kind})`) : rect("bar whole")}${
      style.line === "dashed" && rect("hatched")}${
      style.line !== "solid" && rect(`outline ${style.line}`)
    }<rect class="hit" x="${px(hitFrom)}" y="${y - 10}" width="${px(Math.max(hitTo - hitFrom, 4))}"
      height="20" rx="5"/><text class="label halo" x="${px(box.labelX)}"
        y="${y + 4.3}">${sign ? `${sign} ` : ""}${box.label}</text>`,
  );
}

function laneHead(lane, scale) {
  const notes = [];
  if (lane.items.length > 99) notes.push(counted(lane.items.length, "event"));
  if (lane.over) notes.push(`${lane.over} more: zoom in`);
  const parity = lane.index % 2 ? "lane-odd" : "lane-even";
  return markup`<rect class="${parity}" x="0" y="${lane.top}" width="${scale.left - 8}"
    height="${lane.height}"/><text class="strong" x="22"
      y="${lane.top + 21}">${cutToWidth(lane.name, scale.left - 36)}</text>${
    notes.length > 0 &&
    markup`<text class="small faint" x="22" y="${lane.top + 38}">${notes.join(" · ")}</text>`
  }`;
}

function touchesOf(lane, scale) {
  const inSight = lane.touches.filter((item) => item.at >= scale.from && item.at <= scale.to);
  return inSight
    .slice(0, MAX_TOUCHES)
    .map((item) => ({ item, x: scale.x(item.at), y: lane.top + TOUCH_ROW }));
}

function drawLane(lane, scale) {
  const background = markup`<rect class="${lane.index % 2 ? "lane-odd" : "lane-even"}" x="0"
    y="${lane.top}" width="${scale.right}" height="${lane.height}"/>`;
  const body = markup`${lane.isDense && markup`<path class="density"
    d="${lane.path}"/>`}${lane.placed.map(
    (box) => (box.bar ? barItem(box, scale) : pointItem(box, scale)),
  )}${lane.touchPoints.map(
    ({ item, x, y }) =>
      markup`<circle class="touch ${item.kind}" cx="${px(x)}" cy="${y}" r="3"
        data-event="${item.id}"/>`,
  )}${laneHead(lane, scale)}`;
  return { background, body };
}

// From a lane that an event touches to the lane in which it stands.
function drawThreads(visible) {
  const places = new Map();
  for (const lane of laid) for (const box of lane.placed) places.set(box.item.id, box);
  return visible.map((lane) =>
    lane.touchPoints.map(({ item, x, y }) => {
      const box = places.get(item.id);
      if (!box) return NOTHING;
      const away = box.y > y ? 3 : -3;
      return markup`<line class="thread ${item.id === state.chosen ? "chosen" : ""}" x1="${
        px(x)}" x2="${px(x)}" y1="${y + away}" y2="${box.y}"/>`;
    }),
  );
}

function shownDeadlines(scale) {
  return datedItems
    .filter(
      (item) =>
        item.kind === "deadline" && isShown(item) && item.at >= scale.from && item.at <= scale.to,
    )
    .sort(
      (a, b) => (b.id === state.chosen) - (a.id === state.chosen) || b.importance - a.importance,
    );
}

const deadlineDash = (item) => (isApproximate(item.event.when) ? "dashed" : "");

// Finds room for the flag of a deadline, on either side of its line, in one of a few rows.
function placeFlag(item, scale, taken) {
  const x = scale.x(item.at);
  const label = cutToWidth(item.title, 280);
  const width = textWidth(label) + 32;
  for (let row = 0; row < MAX_FLAG_ROWS; ++row)
    for (const from of [x - 1, x + 1 - width]) {
      const to = from + width;
      if (from < scale.left || to > scale.right - 2) continue;
      const covered = taken.some(
        (flag) =>
          (flag.row === row && from < flag.to + 4 && to > flag.from - 4) ||
          (flag.row > row && flag.from < x && flag.to > x) ||
          (flag.row < row && from < flag.x && to > flag.x),
      );
      if (!covered) return { item, x, row, from, to, width, label };
    }
  return null;
}

function placeFlags(scale) {
  const taken = [];
  for (const item of shownDeadlines(scale).slice(0, MAX_FLAGS)) {
    const flag = placeFlag(item, scale, taken);
    if (flag) taken.push(flag);
  }
  return taken;
}

function drawFlag(flag) {
  const open = isApproximate(flag.item.event.when) ? "open dashed" : "";
  const y = 4 + flag.row * FLAG_ROW;
  return markup`<g class="item deadline ${flag.item.id === state.chosen ? "chosen" : ""}"
    data-event="${flag.item.id}"><line class="deadline-line ${deadlineDash(flag.item)}" x1="${
      px(flag.x)}" x2="${px(flag.x)}" y1="${y}" y2="400"/><rect class="flag ${open}" x="${
        px(flag.from)}" y="${y}" width="${
          px(flag.width)}" height="18" rx="3"/><text class="flag-text ${open}" x="${
            px(flag.from + 8)}" y="${y + 13.5}">⚑ ${flag.label}</text></g>`;
}

function drawDeadlineLines(scale, height) {
  return shownDeadlines(scale).map((item, i) => {
    const x = px(scale.x(item.at));
    return markup`<line class="deadline-line ${deadlineDash(item)}" x1="${x}" x2="${
      x}" y1="0" y2="${i < MAX_FLAGS ? height : 10}"/>`;
  });
}

function drawPublished(scale, y) {
  const source =
    documents.get(state.onlySource) || (timeline.documents.length === 1 && timeline.documents[0]);
  const earliest = source && source.published && parseInstant(source.published.earliest);
  if (earliest === null || !source || earliest === undefined) return NOTHING;
  const latest = parseInstant(source.published.latest) ?? earliest;
  const x = px(scale.x((earliest + latest) / 2));
  if (x < scale.left || x > scale.right - 100) return NOTHING;
  return markup`<path class="published" d="M${x - 5} ${y - 8}h10l-5 7z"/><text class="small dim"
    x="${x + 9}" y="${y}">article published</text>`;
}

function drawAxis(scale, times) {
  const flags = placeFlags(scale);
  const top = FLAG_ROW * flags.reduce((most, flag) => Math.max(most, flag.row + 1), 0);
  const height = top + 66;
  const eraLabels = times.eras.map((era, i) => {
    const x = Math.max(scale.x(era.time), scale.left);
    const next = i + 1 < times.eras.length ? scale.x(times.eras[i + 1].time) : scale.right;
    return (
      next - x > textWidth(era.label) + 8 &&
      markup`<text class="strong" x="${px(x + 4)}" y="${top + 18}">${era.label}</text>`
    );
  });
  const ticks = times.ticks.map((tick) => {
    const x = scale.x(tick.time);
    if (x < scale.left) return NOTHING;
    const label =
      x + textWidth(tick.label) < scale.right &&
      markup`<text class="small dim" x="${px(x + 4)}" y="${top + 60}">${tick.label}</text>`;
    return markup`<line class="tick" x1="${px(x)}" x2="${px(x)}" y1="${top + 48}" y2="${
      height - 2}"/>${label}`;
  });
  resize("axis", scale.right, height);
  show(
    byId("axis"),
    markup`${eraLabels}${drawPublished(scale, top + 40)}${ticks}${flags.map(drawFlag)}`,
  );
  return height;
}

function drawGrid(scale, times, height) {
  return times.ticks.map((tick) => {
    const x = scale.x(tick.time);
    if (x < scale.left) return NOTHING;
    const weekend =
      tick.weekend &&
      markup`<rect class="weekend" x="${px(x)}" y="0" width="${px(scale.x(tick.time + DAY) - x)}"
        height="${height}"/>`;
    return markup`${weekend}<line class="gridline" x1="${px(x)}" x2="${px(x)}" y1="0" y2="${
      height}"/>`;
  });
}

function resize(id, width, height) {
  const svg = byId(id);
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
}

function collectLanes() {
  lanes = lanesOf(datedItems.filter(isShown));
}

// Lanes that the box shows at its place of scrolling, and some above and below.
function visibleLanes(box) {
  if (printing) return laid;
  const from = box.scrollTop - 200;
  const to = box.scrollTop + box.clientHeight + 200;
  return laid.filter((lane) => lane.top + lane.height >= from && lane.top <= to);
}

function emptyNote(height) {
  const text =
    items.length === 0
      ? "No events were found."
      : undatedItems.some(isShown)
        ? "None of these events has a date."
        : "Nothing matches.";
  return markup`<text class="dim" x="22" y="${Math.min(60, height / 2)}">${text}</text>`;
}

function drawChart() {
  const box = byId("chart-box");
  if (!box.clientWidth) return;
  const scale = chartScale();
  const times = datedItems.length
    ? ticksOf(scale.from, scale.to, scale.right - scale.left)
    : NO_TICKS;
  laid = layOut(lanes.slice(0, MAX_LANES), scale);
  laid.forEach((lane) => (lane.touchPoints = touchesOf(lane, scale)));
  const axisHeight = drawAxis(scale, times);
  const last = laid[laid.length - 1];
  const hidden = lanes.length - laid.length;
  const full = (last ? last.top + last.height : 0) + (hidden ? 40 : 8);
  const height = Math.max(full, printing ? 0 : box.clientHeight - axisHeight - 2);
  resize("chart", scale.right, height);
  const visible = visibleLanes(box);
  const drawn = visible.map((lane) => drawLane(lane, scale));
  show(
    byId("chart"),
    markup`${DEFINITIONS}${drawn.map((lane) => lane.background)}${drawGrid(scale, times, height)}${
      drawDeadlineLines(scale, height)}${drawThreads(visible)}${drawn.map((lane) => lane.body)}${
      hidden > 0 &&
      markup`<text class="dim" x="22"
        y="${full - 12}">and ${counted(hidden, "more lane")}: search to narrow</text>`
    }${!laid.length && emptyNote(height)}`,
  );
}

// Scrolls the lanes so that the chosen event is in sight; tells whether they moved.
function scrollToChosen() {
  const box = byId("chart-box");
  const before = box.scrollTop;
  for (const lane of laid)
    for (const { item, y } of lane.placed) {
      if (item.id !== state.chosen) continue;
      const room = box.clientHeight - byId("axis").clientHeight;
      if (y - 14 < box.scrollTop) box.scrollTop = Math.max(y - 40, 0);
      else if (y + 14 > box.scrollTop + room) box.scrollTop = y - room + 60;
      return box.scrollTop !== before;
    }
  return false;
}

function drawUndated() {
  const shown = undatedItems.filter(isShown);
  const limit = 200;
  byId("undated").hidden = !shown.length;
  show(
    byId("undated"),
    markup`<h2>Date not known (${shown.length})</h2>${shown
      .slice(0, limit)
      .map(
        (item) =>
          markup`<button type="button" class="chip ${item.kind}" data-event="${item.id}"
            aria-pressed="${item.id === state.chosen}">${
              glyphIcon(item.kind, item.event.factuality)} ${item.title}</button> `,
      )}${shown.length > limit && `and ${shown.length - limit} more`}`,
  );
}

function drawLegend() {
  const kinds = KINDS.filter((kind) => items.some((item) => item.kind === kind));
  const values = Object.keys(words.factualities).filter((value) =>
    items.some((item) => item.factuality === value),
  );
  const entry = (icon, text) => markup`<span>${icon}${text}</span>`;
  show(
    byId("legend"),
    markup`${kinds.map((kind) =>
      entry(glyphIcon(kind, { value: "asserted" }), kindStyle(kind).plural),
    )}${values.map((value) =>
      entry(glyphIcon("event", { value }), factualityStyle(value).badge || words.plain),
    )}`,
  );
}
