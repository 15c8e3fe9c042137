// Markup as text, in which every value is escaped unless it is markup itself.

class Markup {
  constructor(text) {
    this.text = text;
  }
}

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escapeText = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character]);

function inMarkup(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(inMarkup).join("");
  return value == null || value === false ? "" : escapeText(String(value));
}

function markup(strings, ...values) {
  let text = strings[0];
  values.forEach((value, i) => {
    text += inMarkup(value) + strings[i + 1];
  });
  return new Markup(text);
}

const NOTHING = new Markup("");
const byId = (id) => document.getElementById(id);

function show(element, content) {
  element.innerHTML = inMarkup(content);
}

// One decimal is finer than a pixel and keeps the page small.
const px = (value) => Math.round(value * 10) / 10;

const drawingContext = document.createElement("canvas").getContext("2d");
const FONT = 'system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif';
const widths = new Map();

// Of a label in the chart, in pixels; a little more than measured, for bold.
function textWidth(text) {
  let width = widths.get(text);
  if (width === undefined) {
    drawingContext.font = `12.5px ${FONT}`;
    width = drawingContext.measureText(text).width * 1.06 + 2;
    widths.set(text, width);
  }
  return width;
}

function cutToWidth(text, room) {
  const width = textWidth(text);
  if (width <= room) return text;
  const letters = Array.from(text);
  return (
    letters.slice(0, Math.max(1, Math.floor((letters.length * room) / width) - 1)).join("") + "…"
  );
}
