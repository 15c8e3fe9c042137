// What the reader does: choose, search, filter, zoom, drag, keys.

let pendingFrame = 0;

// Draws what depends on the window of time, once a frame.
function drawSoon() {
  if (pendingFrame) return;
  pendingFrame = requestAnimationFrame(() => {
    pendingFrame = 0;
    drawChart();
    drawOverview();
  });
}

function drawAll() {
  collectLanes();
  drawChart();
  scrollToChosen();
  drawOverview();
  drawUndated();
  drawTable();
  drawGraph();
  const shown = items.filter(isShown).length;
  byId("count").textContent = `${shown.toLocaleString("en")} of ${counted(items.length, "event")}`;
}

function rememberInAddress() {
  try {
    history.replaceState(
      null,
      "",
      state.chosen
        ? `#event=${encodeURIComponent(state.chosen)}`
        : location.pathname + location.search,
    );
  } catch {
    // A page in a sandbox has no address to change.
  }
}

function choose(id, focus = false) {
  state.chosen = byEvent.has(id) ? id : null;
  state.source = null;
  bringIntoWindow(chosenItem());
  rememberInAddress();
  drawChart();
  if (scrollToChosen()) drawChart();
  drawOverview();
  drawUndated();
  drawDetails();
  drawArticle();
  drawGraph();
  showChosenRow();
  if (focus) byId("chart").querySelector(".item.chosen")?.focus({ preventScroll: true });
}

function step(by) {
  const shown = inOrder.filter(isShown);
  if (!shown.length) return;
  const at = shown.findIndex((item) => item.id === state.chosen);
  const next =
    at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + by));
  choose(shown[next].id, document.activeElement?.closest("#chart-box") !== null);
}

function search(text) {
  state.query = text.trim().toLowerCase();
  drawAll();
}

function searchFor(text) {
  byId("search").value = text;
  search(text);
}

// Around the pointer, else around the chosen event, else around the middle.
function zoom(factor, x) {
  const scale = chartScale();
  const chosen = chosenItem();
  const hasChosen = chosen?.dated && chosen.at > state.from && chosen.at < state.to;
  const middle = hasChosen ? chosen.at : scale.time((scale.left + scale.right) / 2);
  zoomWindow(factor, x === undefined ? middle : scale.time(x));
  drawSoon();
}

function fit() {
  fitWindow();
  drawSoon();
}

function toggleTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

function toggleTable() {
  const toTable = byId("table-section").hidden;
  byId("table-section").hidden = !toTable;
  byId("chart-section").hidden = toTable;
  byId("show-table").setAttribute("aria-pressed", toTable);
  drawAll();
}

function toggleGraph() {
  const hidden = !byId("graph-section").hidden;
  byId("graph-section").hidden = hidden;
  byId("show-graph").setAttribute("aria-pressed", !hidden);
  drawAll();
}

function makeKindButtons() {
  const present = KINDS.filter((kind) => items.some((item) => item.kind === kind));
  show(
    byId("kinds"),
    present.map(
      (kind) =>
        markup`<button type="button" data-kind="${kind}"
          aria-pressed="true">${glyphIcon(kind, { value: "asserted" })} ${
            kindStyle(kind).plural}</button>`,
    ),
  );
  byId("kinds").addEventListener("click", ({ target }) => {
    const button = target.closest("[data-kind]");
    if (!button) return;
    toggleIn(state.hiddenKinds, button.dataset.kind);
    button.setAttribute("aria-pressed", !state.hiddenKinds.has(button.dataset.kind));
    drawAll();
  });
}

function toggleIn(set, value) {
  if (!set.delete(value)) set.add(value);
}

function makeFactualityMenu() {
  const present = Object.keys(words.factualities).filter((value) =>
    items.some((item) => item.factuality === value),
  );
  const menu = byId("factualities").querySelector(".menu");
  show(
    menu,
    present.map(
      (value) =>
        markup`<label><input type="checkbox" checked value="${value}">${
          glyphIcon("event", { value })}${factualityStyle(value).words}</label>`,
    ),
  );
  menu.addEventListener("change", ({ target }) => {
    toggleIn(state.hiddenFactualities, target.value);
    byId("factualities").classList.toggle("narrowed", state.hiddenFactualities.size > 0);
    drawAll();
  });
}

function makeSourceMenu() {
  const menu = byId("source");
  menu.hidden = timeline.documents.length < 2;
  if (menu.hidden) byId("lanes").querySelector('[value="source"]').remove();
  const options = timeline.documents.map(
    (source) => markup`<option value="${source.id}">${titleOf(source).slice(0, 120)}</option>`,
  );
  show(menu, markup`<option value="">All articles</option>${options}`);
  menu.addEventListener("change", () => {
    state.onlySource = menu.value;
    state.source = menu.value || null;
    drawAll();
    drawArticle();
  });
}

// Clicks anywhere that name an event, a person, an article or a column.
function followClick({ target }) {
  const found = target.closest("[data-event], [data-entity], [data-article], [data-sort]");
  if (!found || drag?.moved) return;
  const { event, entity, article, sort } = found.dataset;
  if (event !== undefined) choose(event);
  else if (entity !== undefined) searchFor(nameOf(entity).toLowerCase());
  else if (article !== undefined) chooseArticle(article);
  else sortTable(sort);
}

function followPanelClick({ target }) {
  const actions = {
    "previous-event": () => step(-1),
    "next-event": () => step(1),
    "close-event": () => choose(null),
    "previous-article": () => stepArticle(-1),
    "next-article": () => stepArticle(1),
  };
  const button = target.closest("button[id]");
  if (!button || !actions[button.id]) return;
  actions[button.id]();
  byId(button.id)?.focus();
}

let drag = null;

function startDrag(event) {
  if (event.button === 0)
    drag = {
      x: event.clientX,
      y: event.clientY,
      top: byId("chart-box").scrollTop,
      from: state.from,
      moved: false,
    };
}

function followDrag(event) {
  if (!drag) return;
  const dx = event.clientX - drag.x;
  const dy = event.clientY - drag.y;
  if (Math.abs(dx) + Math.abs(dy) > 4) drag.moved = true;
  if (!drag.moved) return;
  byId("chart").classList.add("dragged");
  const scale = chartScale();
  const perPixel = (state.to - state.from) / (scale.right - scale.left);
  moveWindow(drag.from - dx * perPixel - state.from);
  byId("chart-box").scrollTop = drag.top - dy;
  drawSoon();
}

// The click that ends a drag must still find it.
function endDrag() {
  byId("chart").classList.remove("dragged");
  setTimeout(() => (drag = null));
}

function followWheel(event) {
  if (event.shiftKey) return;
  event.preventDefault();
  const scale = chartScale();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    moveWindow((event.deltaX / (scale.right - scale.left)) * (state.to - state.from));
    drawSoon();
  } else {
    zoom(
      Math.exp(event.deltaY * 0.0016),
      event.clientX - byId("chart-box").getBoundingClientRect().left,
    );
  }
}

function followPointer(event) {
  const tip = byId("tip");
  const over = event.target.closest("[data-event], [data-entity]");
  tip.hidden = !over || Boolean(drag?.moved);
  if (tip.hidden) return;
  const item = byEvent.get(over.dataset.event);
  tip.textContent = item
    ? `${item.title} — ${whenWords(item.event.when)} · ${factualityWords(item.event.factuality)}`
    : nameOf(over.dataset.entity);
  tip.style.left = `${Math.max(4, Math.min(event.clientX + 14, innerWidth - 334))}px`;
  tip.style.top = `${Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 4)}px`;
}

function listenToPointer() {
  byId("chart-box").addEventListener("wheel", followWheel, { passive: false });
  byId("chart-box").addEventListener("scroll", drawSoon, { passive: true });
  byId("chart").addEventListener("pointerdown", startDrag);
  addEventListener("pointermove", followDrag);
  addEventListener("pointerup", endDrag);
  byId("overview").addEventListener("pointerdown", (event) => {
    byId("overview").setPointerCapture(event.pointerId);
    followOverview(event);
  });
  byId("overview").addEventListener(
    "pointermove",
    (event) => event.buttons && followOverview(event),
  );
  for (const id of ["chart-box", "graph"]) {
    byId(id).addEventListener("mousemove", followPointer);
    byId(id).addEventListener("mouseleave", () => (byId("tip").hidden = true));
  }
}

function followOverview(event) {
  centreWindow(event.clientX - byId("overview").getBoundingClientRect().left);
  drawSoon();
}

const KEYS = {
  ArrowRight: () => step(1),
  ArrowLeft: () => step(-1),
  Home: () => step(-Infinity),
  End: () => step(Infinity),
  "+": () => zoom(0.7),
  "=": () => zoom(0.7),
  "-": () => zoom(1.4),
  0: fit,
  "/": () => byId("search").focus(),
  t: toggleTable,
  g: toggleGraph,
  d: toggleTheme,
  p: () => print(),
  "[": () => stepArticle(-1),
  "]": () => stepArticle(1),
  "?": () => byId("help").showModal(),
};

function escape() {
  byId("factualities").open = false;
  if (state.query) searchFor("");
  else choose(null);
}

function followKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("help").open) return;
  if (event.key === "Escape") return escape();
  if (event.target.matches("input, select, textarea")) return;
  if (event.shiftKey && event.key.startsWith("Arrow")) {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") return;
    moveWindow((state.to - state.from) * (event.key === "ArrowRight" ? 0.1 : -0.1));
    drawSoon();
  } else if (
    (event.key === "Enter" || event.key === " ") &&
    event.target.dataset?.event &&
    event.target.closest("#chart")
  ) {
    choose(event.target.dataset.event, true);
  } else if (KEYS[event.key]) {
    KEYS[event.key]();
  } else {
    return;
  }
  event.preventDefault();
}

function printAll(start) {
  printing = start;
  drawAll();
}

function listen() {
  let waiting = 0;
  byId("search").addEventListener("input", ({ target }) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => search(target.value), 90);
  });
  byId("lanes").addEventListener("change", ({ target }) => {
    state.lanesBy = target.value;
    drawAll();
  });
  byId("zoom-in").addEventListener("click", () => zoom(0.7));
  byId("zoom-out").addEventListener("click", () => zoom(1.4));
  byId("fit").addEventListener("click", fit);
  byId("show-table").addEventListener("click", toggleTable);
  byId("show-graph").addEventListener("click", toggleGraph);
  byId("theme").addEventListener("click", toggleTheme);
  byId("print").addEventListener("click", () => print());
  byId("show-help").addEventListener("click", () => byId("help").showModal());
  byId("details").addEventListener("click", followPanelClick);
  byId("article").addEventListener("click", followPanelClick);
  byId("article").addEventListener(
    "change",
    ({ target }) => target.id === "article-choice" && chooseArticle(target.value),
  );
  byId("table-section").addEventListener("scroll", growTable, { passive: true });
  document.addEventListener("click", followClick);
  document.addEventListener("click", ({ target }) => {
    if (!target.closest("#factualities")) byId("factualities").open = false;
  });
  listenToPointer();
  addEventListener("keydown", followKey);
  addEventListener("resize", drawAll);
  addEventListener("beforeprint", () => printAll(true));
  addEventListener("afterprint", () => printAll(false));
}
