// What the reader sees at the moment. Nothing of it leaves the page, but for the chosen event in
// the address, so that it can be linked to.

const state = {
  from: domain.from,
  to: domain.to,
  chosen: null, // id of an event
  source: null, // id of the article shown; null: that of the event, or the first
  query: "",
  hiddenKinds: new Set(),
  hiddenFactualities: new Set(),
  onlySource: "",
  lanesBy: "actor",
  sortBy: "when",
  descending: false,
};

const MIN_WINDOW = 10 * MINUTE;
const MAX_WINDOW = domainLength * 40 + DAY;

function isShown(item) {
  if (state.hiddenKinds.has(item.kind) || state.hiddenFactualities.has(item.factuality))
    return false;
  if (state.onlySource && !item.sources.includes(state.onlySource)) return false;
  return !state.query || state.query.split(/\s+/).every((word) => item.search.includes(word));
}

const chosenItem = () => byEvent.get(state.chosen);

function showWindow({ from, to }) {
  state.from = from - (to - from) * 0.06;
  state.to = to + (to - from) * 0.2;
}

const fitWindow = () => showWindow(domain);

// What is shown at first: not the few events at the ends that lie so far off that the others would
// be pressed into a corner, such as "built in 1988" in the news of a week. As in chart_time.cc.
function mainStretch() {
  let [from, to] = [0, datedItems.length];
  const least = to - Math.floor(to / 3);
  const deadlines = datedItems.flatMap((item, i) => (item.kind === "deadline" ? [i] : []));
  const [first, last] = [deadlines[0] ?? to, deadlines[deadlines.length - 1] ?? -1];
  const gap = (i) => (i > from ? datedItems[i].at - datedItems[i - 1].at : 0);
  const cutsFront = (i) => to - i >= least && i <= first;
  const cutsBack = (i) => i - from >= least && i > last;
  while (to - from > least) {
    let cut = from;
    for (let i = from + 1; i < to; ++i)
      if ((cutsFront(i) || cutsBack(i)) && gap(i) > gap(cut)) cut = i;
    const whole = datedItems[to - 1].at - datedItems[from].at;
    if (gap(cut) < 14 * DAY || gap(cut) * 2 < whole) break;
    if (cutsFront(cut)) from = cut;
    else to = cut;
  }
  return datedItems.slice(from, to);
}

const openWindow = () => showWindow(domainOf(mainStretch()));

function zoomWindow(factor, around) {
  const length = Math.max(MIN_WINDOW, Math.min((state.to - state.from) * factor, MAX_WINDOW));
  const share = (around - state.from) / (state.to - state.from);
  state.from = around - length * share;
  state.to = state.from + length;
}

// Keeps part of the domain in sight.
function moveWindow(by) {
  const length = state.to - state.from;
  const from = Math.max(
    domain.from - length * 0.9,
    Math.min(state.from + by, domain.to - length * 0.1),
  );
  state.from = from;
  state.to = from + length;
}

function bringIntoWindow(item) {
  if (!item?.dated) return;
  const length = state.to - state.from;
  const margin = length * 0.04;
  if (item.at >= state.from + margin && item.at <= state.to - margin) return;
  state.from = item.at - length / 2;
  state.to = item.at + length / 2;
}
