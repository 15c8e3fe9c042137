// The lower picture: events and who is in them, drawn by forces. The beginning is a spiral and not
// chance, so that the same timeline gives the same picture; sizes are capped, so it never hangs.

const MAX_DRAWN_EVENTS = 90;
const MAX_SAMPLED_EVENTS = 40; // of the most important, when there are more than can be drawn
const FORCE_STEPS = 260;
const GOLDEN_ANGLE = 2.399963;

let network = { key: "", nodes: [], edges: [] };

// All events if they are few; else those around the chosen one, or the most important.
function sampleEvents() {
  const shown = inOrder.filter(isShown);
  if (shown.length <= MAX_DRAWN_EVENTS) return shown;
  const byImportance = (a, b) => b.importance - a.importance || (a.id < b.id ? -1 : 1);
  const chosen = chosenItem();
  if (!chosen) return shown.sort(byImportance).slice(0, MAX_SAMPLED_EVENTS);
  const near = shown.filter(
    (item) => item !== chosen && item.actors.some((id) => chosen.actors.includes(id)),
  );
  return [chosen, ...near.sort(byImportance)].slice(0, MAX_SAMPLED_EVENTS);
}

function buildNetwork(sample) {
  const nodes = new Map();
  const edges = [];
  const nodeFor = (key, content) => {
    if (!nodes.has(key)) nodes.set(key, { key, degree: 0, ...content });
    return nodes.get(key);
  };
  for (const item of sample) {
    const event = nodeFor(`event ${item.id}`, { item });
    for (const id of new Set([...item.actors, ...item.places])) {
      const entity = nodeFor(`entity ${id}`, { entity: id });
      edges.push({ from: event, to: entity });
      ++event.degree;
      ++entity.degree;
    }
  }
  const find = (id) => nodes.get(`event ${id}`) || nodes.get(`entity ${id}`);
  for (const relation of relations) {
    const from = find(relation.source);
    const to = find(relation.target);
    if (from && to && from !== to) edges.push({ from, to, relation });
  }
  return { nodes: [...nodes.values()], edges };
}

function repel(a, b, strength, aspect) {
  const dx = (a.x - b.x) / aspect;
  const dy = a.y - b.y;
  const squared = dx * dx + dy * dy + 20;
  const force = (((a.entity && b.entity ? 1500 : 700) / squared) * strength) / Math.sqrt(squared);
  a.vx += dx * force * aspect;
  b.vx -= dx * force * aspect;
  a.vy += dy * force;
  b.vy -= dy * force;
}

function settle({ nodes, edges }, aspect) {
  nodes.forEach((node, i) => {
    node.x = Math.cos(i * GOLDEN_ANGLE) * 18 * Math.sqrt(i + 1);
    node.y = Math.sin(i * GOLDEN_ANGLE) * 9 * Math.sqrt(i + 1);
    node.vx = node.vy = 0;
  });
  for (let step = 0; step < FORCE_STEPS; ++step) {
    const strength = (1 - step / FORCE_STEPS) ** 1.3;
    for (let i = 0; i < nodes.length; ++i)
      for (let j = i + 1; j < nodes.length; ++j) repel(nodes[i], nodes[j], strength, aspect);
    for (const { from, to } of edges) {
      const pull = 0.035 * strength;
      from.vx += (to.x - from.x) * pull;
      to.vx -= (to.x - from.x) * pull;
      from.vy += (to.y - from.y) * pull;
      to.vy -= (to.y - from.y) * pull;
    }
    for (const node of nodes) {
      node.x += Math.max(-25, Math.min(25, node.vx - node.x * 0.012 * strength));
      node.y += Math.max(-25, Math.min(25, node.vy - node.y * 0.02 * strength));
      node.vx *= 0.55;
      node.vy *= 0.55;
    }
  }
}

function fitNetwork({ nodes }, width, height) {
  const range = (key) => {
    const values = nodes.map((node) => node[key]);
    const least = Math.min(...values);
    return { least, length: Math.max(Math.max(...values) - least, 1) };
  };
  const across = range("x");
  const down = range("y");
  for (const node of nodes) {
    node.x = px(70 + ((node.x - across.least) * (width - 210)) / across.length);
    node.y = px(44 + ((node.y - down.least) * (height - 78)) / down.length);
    node.radius = node.entity ? Math.min(5 + Math.sqrt(node.degree) * 2, 12) : 6;
  }
}

function currentNetwork(width, height) {
  const sample = sampleEvents();
  const key = `${width} ${height} ${sample.map((item) => item.id).join(" ")}`;
  if (network.key === key) return network;
  network = { key, shown: sample.length, ...buildNetwork(sample) };
  settle(network, Math.max((width - 120) / (height - 50) / 1.6, 0.4));
  if (network.nodes.length) fitNetwork(network, width, height);
  return network;
}

// What the choice lights: the event, its neighbours and the edges between.
function litNodes(chosen, edges) {
  const lit = new Set();
  for (const { from, to } of edges)
    if (from.item === chosen || to.item === chosen) {
      lit.add(from);
      lit.add(to);
    }
  return lit;
}

function drawEdge({ from, to, relation }, chosen) {
  const isChosen = chosen && (from.item === chosen || to.item === chosen);
  const classes = `edge ${isChosen ? "chosen" : chosen ? "apart" : ""} ${relation ? "dashed" : ""}`;
  return markup`<line class="${classes}" x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"${
    relation ? new Markup(' marker-end="url(#arrow)"') : NOTHING}/>`;
}

function entityShape({ x, y, radius, entity }) {
  const { type, anonymous } = entities.get(entity) || {};
  const classes = `entity-shape ${anonymous ? "anonymous" : ""}`;
  const r = px(radius);
  if (type === "place" || type === "occasion")
    return markup`<path class="${classes}"
      d="M${x} ${px(y - r)}l${r} ${r}l${-r} ${r}l${-r} ${-r}z"/>`;
  if (type === "organization" || type === "state" || type === "group")
    return markup`<rect class="${classes}" x="${px(x - r)}" y="${px(y - r * 0.8)}" width="${2 * r}"
      height="${px(1.6 * r)}" rx="3"/>`;
  return markup`<circle class="${classes}" cx="${x}" cy="${y}" r="${r}"/>`;
}

function drawNode(node, apart) {
  const data = node.item
    ? markup`data-event="${node.item.id}"`
    : markup`data-entity="${node.entity}"`;
  const shape = node.item ? glyphOf(node.item, node.x, node.y) : entityShape(node);
  return markup`<g class="node ${apart ? "apart" : ""}" ${data}>${shape}</g>`;
}

// Labels where they cover neither each other nor a sign, the best connected first.
function labelPlacer(nodes, width, height) {
  const taken = nodes.map((node) => [node.x - 8, node.y - 8, node.x + 8, node.y + 8]);
  return (node, text, size, classes) => {
    const w = (textWidth(text) * size) / 12.5;
    const gap = node.radius + 5;
    const spots = [
      [node.x + gap, node.y + 4],
      [node.x - gap - w, node.y + 4],
      [node.x - w / 2, node.y - 12],
      [node.x - w / 2, node.y + 21],
    ];
    for (const [x, y] of spots) {
      const box = [x - 2, y - size, x + w + 2, y + 3];
      if (box[0] < 4 || box[2] > width - 4 || box[1] < 24 || box[3] > height - 2) continue;
      if (
        taken.some(
          (other) =>
            box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1],
        )
      )
        continue;
      taken.push(box);
      return markup`<text class="halo ${classes}" x="${px(x)}" y="${px(y)}">${text}</text>`;
    }
    return NOTHING;
  };
}

function drawLabels(nodes, lit, chosen, width, height) {
  const place = labelPlacer(nodes, width, height);
  const apart = (node) => (chosen && !lit.has(node) ? "apart" : "");
  const byDegree = [...nodes].sort((a, b) => lit.has(b) - lit.has(a) || b.degree - a.degree);
  const byImportance = [...nodes].sort(
    (a, b) =>
      (b.item === chosen) - (a.item === chosen) ||
      (b.item?.importance || 0) - (a.item?.importance || 0),
  );
  const names = byDegree
    .filter((node) => node.entity)
    .map((node) =>
      place(node, cutToWidth(nameOf(node.entity), 190), 12.5, `strong ${apart(node)}`),
    );
  const titles = byImportance
    .filter(
      (node) => node.item && (node.item === chosen || node.item.importance >= 0.8 || lit.has(node)),
    )
    .map((node) =>
      place(
        node,
        cutToWidth(node.item.title, 250),
        11,
        `small ${node.item === chosen ? "strong" : ""} ${apart(node)}`,
      ),
    );
  return [names, titles];
}

function drawGraph() {
  const svg = byId("graph");
  const section = byId("graph-section");
  if (section.hidden || !section.clientWidth) return;
  const width = section.clientWidth;
  const height = section.clientHeight;
  const { nodes, edges, shown } = currentNetwork(width, height);
  const chosen = chosenItem();
  const lit = litNodes(chosen, edges);
  const all = items.length > shown ? ` — ${shown} of ${counted(items.length, "event")}` : "";
  byId("graph-heading").textContent = `Who is linked to what${all}`;
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  show(
    svg,
    markup`<defs><marker id="arrow" viewBox="0 0 8 8" refX="14" refY="4"
      markerWidth="7" markerHeight="7" orient="auto" markerUnits="userSpaceOnUse"><path
      class="arrow" d="M0 0L8 4L0 8z"/></marker></defs>${edges.map(
      (edge) => drawEdge(edge, chosen),
    )}${nodes.map((node) => drawNode(node, chosen && !lit.has(node)))}${
      drawLabels(nodes, lit, chosen, width, height)}`,
  );
}
