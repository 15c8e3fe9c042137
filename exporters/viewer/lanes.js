// Sorts the events into lanes and gives each a row and a label that no other one covers.

const ROW = 22;
const TOUCH_ROW = 9;
const DENSITY_HEIGHT = 64;
const MAX_LABEL = 440;
const NO_LANE = "—";

const LANES_OF = {
  actor: (item) => item.actors,
  place: (item) => item.places,
  kind: (item) => [item.kind],
  factuality: (item) => [item.factuality],
  source: (item) => item.sources,
};

function laneName(key) {
  if (key === NO_LANE)
    return { actor: "Nobody named", place: "No place given" }[state.lanesBy] || key;
  if (state.lanesBy === "kind") return kindStyle(key).plural;
  if (state.lanesBy === "factuality") return factualityStyle(key).words;
  if (state.lanesBy === "source") return documents.has(key) ? titleOf(documents.get(key)) : key;
  return nameOf(key);
}

// An event stands in the lane of its first actor and touches those of the others.
function lanesOf(shown) {
  const lanes = new Map();
  const laneFor = (key) => {
    if (!lanes.has(key)) lanes.set(key, { key, items: [], touches: [] });
    return lanes.get(key);
  };
  for (const item of shown) {
    const [own = NO_LANE, ...others] = LANES_OF[state.lanesBy](item);
    laneFor(own).items.push(item);
    if (state.lanesBy === "actor") others.forEach((key) => laneFor(key).touches.push(item));
  }
  const weight = (lane) => lane.items.length * 3 + lane.touches.length;
  return [...lanes.values()]
    .map((lane) => ({ ...lane, name: laneName(lane.key) }))
    .sort(
      (a, b) =>
        (a.key === NO_LANE) - (b.key === NO_LANE) ||
        (b.items.length > 0) - (a.items.length > 0) ||
        weight(b) - weight(a) ||
        (a.name < b.name ? -1 : 1),
    );
}

// Where the bar or sign of an item and its label go in a chart `scale`.
function boxOf(item, scale) {
  const x0 = scale.x(item.start);
  const x1 = scale.x(item.end);
  const at = scale.x(item.at);
  const label = cutToWidth(item.title, MAX_LABEL);
  const width = textWidth(label);
  const box = { item, x0, x1, at, label, bar: item.isBar };
  if (item.isBar) {
    box.labelX = Math.max(x0 + 10, scale.left + 8);
    const besides =
      Math.min(x1, scale.right) - box.labelX - 8 < width && x1 + width + 12 < scale.right;
    if (besides && x1 > scale.left && x1 - x0 < 160) box.labelX = x1 + 8;
    box.label = cutToWidth(box.label, Math.max(scale.right - 6 - box.labelX, 40));
    box.from = Math.max(x0, scale.left - 20);
    box.to = Math.max(x1, box.labelX + textWidth(box.label));
    return box;
  }
  box.labelX = at + 11;
  box.from = Math.min(Math.max(x0, scale.left - 20), at - 8);
  box.to = Math.max(box.labelX + width, Math.min(x1, at + 8));
  if (box.to > scale.right - 4 && at - 13 - width > scale.left) {
    box.labelX = at - 11 - width;
    box.from = Math.min(box.from, box.labelX);
    box.to = at + 8;
  } else if (box.to > scale.right - 4) {
    box.label = cutToWidth(box.label, Math.max(scale.right - 6 - box.labelX, 40));
  }
  return box;
}

const isInSight = (item, scale) =>
  item.isBar
    ? item.end >= scale.from && item.start <= scale.to
    : item.at >= scale.from && item.at <= scale.to;

// Rows from the top, each item in the first that has room.
function packInOrder(ordered, scale, maxRows) {
  const rows = [];
  const placed = [];
  let over = 0;
  for (const item of ordered) {
    const box = boxOf(item, scale);
    let row = 0;
    while (
      row < rows.length &&
      rows[row].some((taken) => box.from < taken.to + 12 && box.to > taken.from - 12)
    )
      ++row;
    if (row >= maxRows) {
      ++over;
      continue;
    }
    if (row === rows.length) rows.push([]);
    rows[row].push(box);
    placed.push({ ...box, row });
  }
  return { placed, over, rows: rows.length };
}

// The chosen item always gets a place: before the others if there is none for it after them.
function packRows(inSight, scale, maxRows) {
  const byStart = (a, b) => a.start - b.start;
  const packed = packInOrder([...inSight].sort(byStart), scale, maxRows);
  const isChosen = (item) => item.id === state.chosen;
  if (!packed.over || !inSight.some(isChosen) || packed.placed.some((box) => isChosen(box.item)))
    return packed;
  return packInOrder(
    [...inSight].sort((a, b) => isChosen(b) - isChosen(a) || byStart(a, b)),
    scale,
    maxRows,
  );
}

// Too many to stand side by side: bars of their number, and the most important ones by name.
function density(inSight, scale, top) {
  const bins = new Float32Array(Math.ceil((scale.right - scale.left) / 4) + 1);
  for (const item of inSight) {
    const bin = Math.floor((scale.x(item.at) - scale.left) / 4);
    if (bin >= 0 && bin < bins.length) ++bins[bin];
  }
  const most = Math.max(1, ...bins);
  let path = "";
  bins.forEach((count, i) => {
    const height = px(Math.max(2, Math.sqrt(count / most) * 30));
    if (count) path += `M${px(scale.left + i * 4)} ${px(top + 34)}v${-height}h3v${height}z`;
  });
  const placed = [];
  const ranked = [...inSight].sort(
    (a, b) => (b.id === state.chosen) - (a.id === state.chosen) || b.importance - a.importance,
  );
  for (const item of ranked.slice(0, 60)) {
    const at = scale.x(item.at);
    if (at < scale.left + 4 || at > scale.right - 40 || placed.length > 6) continue;
    const label = cutToWidth(item.title, Math.min(220, scale.right - at - 16));
    const box = { item, x0: at, x1: at, at, bar: false, label, labelX: at + 11, from: at - 8 };
    box.to = box.labelX + textWidth(label);
    if (!placed.some((other) => box.from < other.to + 8 && box.to > other.from - 8))
      placed.push({ ...box, row: 0 });
  }
  return { path, placed };
}

// Gives every lane its height and every item in sight its place.
function layOut(lanes, scale) {
  const many = items.length > 1000;
  let top = 4;
  return lanes.map((lane, index) => {
    const inSight = lane.items.filter((item) => isInSight(item, scale));
    const head = lane.touches.length ? TOUCH_ROW : 0;
    const laid = { ...lane, index, top, head, inSight: inSight.length };
    if (inSight.length > (many ? 40 : 140)) {
      Object.assign(laid, density(inSight, scale, top + head), { isDense: true, over: 0 });
      laid.placed.forEach((box) => (box.y = top + head + 48));
      laid.height = head + DENSITY_HEIGHT;
    } else {
      Object.assign(laid, packRows(inSight, scale, many ? 5 : 8));
      laid.placed.forEach((box) => (box.y = top + head + 8 + box.row * ROW + ROW / 2));
      laid.height = head + 16 + Math.max(laid.rows, 1) * ROW;
      if (lane.items.length > 99 || laid.over) laid.height = Math.max(laid.height, 50);
    }
    top += laid.height + 2;
    return laid;
  });
}
