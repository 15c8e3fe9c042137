// The sign of an event: its shape tells the kind, its fill and outline how firmly the text vouches.

const KINDS = ["event", "statement", "state", "deadline"];

function glyphShape(kind, x, y, classes) {
  if (kind === "deadline")
    return markup`<path d="M${x} ${y - 7}l7 7l-7 7l-7 -7z" class="${classes}"/>`;
  if (kind === "statement")
    return markup`<rect x="${x - 5.5}" y="${y - 5.5}" width="11" height="11" rx="2"
      class="${classes}"/>`;
  if (kind === "state")
    return markup`<rect x="${x - 7}" y="${y - 4.5}" width="14" height="9" rx="4.5"
      class="${classes}"/>`;
  return markup`<circle cx="${x}" cy="${y}" r="6" class="${classes}"/>`;
}

function glyphFor(kind, factuality, x, y) {
  const style = factualityStyle(factuality.value);
  const sign = signOf(factuality);
  const firm = style.line === "solid";
  // Around a sign, a broken line is a blot.
  const line = firm || sign || style.filled ? "" : style.line;
  const fill = style.filled ? (firm ? "filled" : "filled half") : "";
  const shape = glyphShape(kind, px(x), px(y), `glyph ${kind} ${fill} ${line}`);
  return sign
    ? markup`${shape}<text class="sign" x="${px(x)}" y="${px(y) + 4}">${sign}</text>`
    : shape;
}

const glyphOf = (item, x, y) => glyphFor(item.kind, item.event.factuality, x, y);

function glyphIcon(kind, factuality) {
  return markup`<svg width="18" height="18" viewBox="0 0 18 18"
    aria-hidden="true">${glyphFor(kind, factuality, 9, 9)}</svg>`;
}

const gradient = (id, kind, stops) =>
  markup`<linearGradient id="${id}-${kind}" class="${kind}">${stops.map(
    ([offset, opacity]) => markup`<stop offset="${offset}" stop-opacity="${opacity}"/>`,
  )}</linearGradient>`;

// Gradients that fade to the left, to the right and to both sides, and the hatching of what is
// possible.
const DEFINITIONS = markup`<defs>
<pattern id="hatch" width="6"
  height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-line"
    width="2.2" height="6"/></pattern>
${KINDS.map((kind) => [
  gradient("left", kind, [
    [0, 0],
    [0.5, 1],
  ]),
  gradient("right", kind, [
    [0.5, 1],
    [1, 0],
  ]),
  gradient("both", kind, [
    [0, 0],
    [0.35, 1],
    [0.65, 1],
    [1, 0],
  ]),
])}</defs>`;

function fadeOf(opensLeft, opensRight) {
  if (opensLeft && opensRight) return "both";
  if (opensLeft) return "left";
  return opensRight ? "right" : "";
}
