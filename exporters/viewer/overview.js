// A strip of the whole time, with the window that the chart shows.

const OVERVIEW_HEIGHT = 34;

function overviewScale() {
  const width = byId("overview-box").clientWidth;
  const left = width < 640 ? HEAD_WIDTH_NARROW : HEAD_WIDTH;
  const from = domain.from - domainLength * 0.06;
  const to = domain.to + domainLength * 0.2;
  const perPixel = (to - from) / Math.max(width - left, 1);
  return {
    left,
    right: width,
    x: (time) => left + (time - from) / perPixel,
    time: (x) => from + (x - left) * perPixel,
  };
}

function drawOverview() {
  const scale = overviewScale();
  const bins = new Float32Array(Math.ceil(Math.max(scale.right - scale.left, 4) / 4) + 1);
  const shown = datedItems.filter(isShown);
  for (const item of shown)
    ++bins[Math.max(0, Math.min(bins.length - 1, Math.floor((scale.x(item.at) - scale.left) / 4)))];
  const most = Math.max(1, ...bins);
  let path = "";
  bins.forEach((count, i) => {
    const height = px(Math.max(3, Math.sqrt(count / most) * (OVERVIEW_HEIGHT - 8)));
    if (count) path += `M${px(scale.left + i * 4)} ${OVERVIEW_HEIGHT - 2}v${-height}h3v${height}z`;
  });
  const marks = new Set(
    shown.filter((item) => item.kind === "deadline").map((item) => Math.round(scale.x(item.at))),
  );
  const deadlines = [...marks].map(
    (x) =>
      markup`<line class="overview-deadline" x1="${x}" x2="${x}" y1="3" y2="${
        marks.size > 60 ? 9 : OVERVIEW_HEIGHT - 2}"/>`,
  );
  const from = Math.max(scale.x(state.from), scale.left);
  const to = Math.min(scale.x(state.to), scale.right - 1);
  show(
    byId("overview"),
    markup`<text class="small faint" x="22"
      y="21">${scale.left > 100 ? "All of it" : ""}</text><path class="overview-bars"
        d="${path}"/>${deadlines}<rect class="overview-window" x="${px(from)}" y="1"
          width="${px(Math.max(to - from, 3))}" height="${OVERVIEW_HEIGHT - 2}" rx="4"/>`,
  );
}

function centreWindow(x) {
  moveWindow(overviewScale().time(x) - (state.from + state.to) / 2);
}
