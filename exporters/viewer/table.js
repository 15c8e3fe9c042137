// The same events as a table, sorted by any column; rows are made as they are scrolled to.

const ROWS_AT_A_TIME = 200;
const MAX_PRINTED_ROWS = 5000;

const COLUMNS = [
  {
    key: "when",
    name: "When",
    text: (item) => whenWords(item.event.when),
    sort: (item) => (item.dated ? item.at : Infinity),
  },
  { key: "what", name: "What", text: (item) => item.title },
  { key: "kind", name: "Kind", text: (item) => kindStyle(item.kind).name },
  { key: "factuality", name: "Factuality", text: (item) => factualityWords(item.event.factuality) },
  { key: "who", name: "Who", text: (item) => item.actors.map(nameOf).join(", ") },
  {
    key: "source",
    name: "Who says so",
    text: (item) =>
      (item.event.attribution || []).map((claim) => nameOf(claim.source)).join(", ") ||
      "the article",
  },
  {
    key: "words",
    name: "Words of the article",
    text: (item) => `“${item.event.evidence[0].quote}”`,
  },
];

let tableRows = [];
let rowsMade = 0;

function sortedRows() {
  const column = COLUMNS.find((candidate) => candidate.key === state.sortBy);
  const value = column.sort || ((item) => column.text(item).toLowerCase());
  const keyed = inOrder.filter(isShown).map((item, i) => ({ item, i, value: value(item) }));
  const sign = state.descending ? -1 : 1;
  keyed.sort((a, b) => (a.value < b.value ? -sign : a.value > b.value ? sign : a.i - b.i));
  return keyed.map(({ item }) => item);
}

function tableRow(item) {
  const cells = COLUMNS.map((column) =>
    column.key === "what"
      ? markup`<th scope="row" dir="auto"><button type="button" class="title"
        data-event="${item.id}">${item.title}</button></th>`
      : markup`<td dir="auto" class="${column.key}">${column.text(item)}</td>`,
  );
  return markup`<tr data-row="${item.id}"
    class="${item.id === state.chosen ? "chosen" : ""}">${cells}</tr>`;
}

function headCell(column) {
  const sorted = state.sortBy === column.key;
  const order = sorted ? (state.descending ? "descending" : "ascending") : "none";
  return markup`<th scope="col" aria-sort="${order}"><button type="button"
    data-sort="${column.key}">${column.name}${
      sorted ? (state.descending ? " ↓" : " ↑") : ""}</button></th>`;
}

function drawTable() {
  if (byId("table-section").hidden && !printing) return;
  tableRows = sortedRows();
  rowsMade = 0;
  show(
    byId("table-section"),
    markup`<table><thead><tr>${COLUMNS.map(headCell)}</tr></thead><tbody></tbody></table>`,
  );
  makeRows(printing ? MAX_PRINTED_ROWS : ROWS_AT_A_TIME);
  showChosenRow();
}

function makeRows(count) {
  const body = byId("table-section").querySelector("tbody");
  const next = tableRows.slice(rowsMade, rowsMade + count);
  rowsMade += next.length;
  body?.insertAdjacentHTML("beforeend", inMarkup(next.map(tableRow)));
}

function growTable() {
  const section = byId("table-section");
  if (section.hidden || rowsMade >= tableRows.length) return;
  if (section.scrollTop + section.clientHeight * 2 > section.scrollHeight) makeRows(ROWS_AT_A_TIME);
}

function showChosenRow() {
  const section = byId("table-section");
  if (section.hidden) return;
  const position = tableRows.findIndex((item) => item.id === state.chosen);
  if (position >= rowsMade) makeRows(position - rowsMade + ROWS_AT_A_TIME);
  for (const row of section.querySelectorAll("tbody tr")) {
    const chosen = row.dataset.row === state.chosen;
    row.classList.toggle("chosen", chosen);
    if (chosen) row.scrollIntoView({ block: "nearest" });
  }
}

function sortTable(key) {
  state.descending = state.sortBy === key && !state.descending;
  state.sortBy = key;
  drawTable();
  byId("table-section").querySelector(`[data-sort="${key}"]`)?.focus();
}
