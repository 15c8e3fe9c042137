// Times are milliseconds of the local clock, as the text tells them: an offset from UTC is kept in
// the data but moves nothing in the picture.

const MINUTE = 6e4;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const WEEKDAYS = "Sun Mon Tue Wed Thu Fri Sat".split(" ");

// Date.UTC takes years below 100 for the twentieth century.
function utc(year, month = 0, day = 1, hour = 0, minute = 0, second = 0) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute, second);
  return date.getTime();
}

function parseInstant(text) {
  const parts = /^(-?\d+)-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(text || "");
  if (!parts) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  return utc(year, month - 1, day, hour, minute, second);
}

const yearWords = (year) => (year > 0 ? String(year) : `${1 - year} BC`);
const twoDigits = (n) => String(n).padStart(2, "0");

function dayWords(time) {
  const date = new Date(time);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${
    yearWords(date.getUTCFullYear())}`;
}

// Steps of the axis: what a step is, and how many of it.
const STEPS = [
  [MINUTE, "clock", 1],
  [5 * MINUTE, "clock", 5],
  [15 * MINUTE, "clock", 15],
  [HOUR, "clock", 60],
  [3 * HOUR, "clock", 180],
  [6 * HOUR, "clock", 360],
  [12 * HOUR, "clock", 720],
  [DAY, "days", 1],
  [2 * DAY, "days", 2],
  [7 * DAY, "weeks", 7],
  [30.4 * DAY, "months", 1],
  [91 * DAY, "months", 3],
  [365 * DAY, "months", 12],
  [1826 * DAY, "months", 60],
  [3652 * DAY, "months", 120],
  [36525 * DAY, "months", 1200],
  [365250 * DAY, "months", 12000],
];
const TICK_ROOM = 84; // pixels that the label of a tick needs
const MAX_TICKS = 400;

function clockTicks(from, to, minutes) {
  const ticks = [];
  const step = minutes * MINUTE;
  for (
    let time = Math.ceil(from / step) * step;
    time < to && ticks.length < MAX_TICKS;
    time += step
  ) {
    const date = new Date(time);
    ticks.push({
      time,
      label: `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`,
    });
  }
  return ticks;
}

function dayTicks(from, to, days) {
  const ticks = [];
  const step = days * DAY;
  const monday = days === 7 ? 4 * DAY : 0; // 1970-01-05 was a Monday
  const first = Math.ceil((from - monday) / step) * step + monday;
  for (let time = first; time < to && ticks.length < MAX_TICKS; time += step) {
    const date = new Date(time);
    const day = date.getUTCDate();
    const weekday = days === 1 ? `${WEEKDAYS[date.getUTCDay()]} ` : "";
    const month = days === 7 ? ` ${MONTHS[date.getUTCMonth()]}` : "";
    const weekend = days === 1 && date.getUTCDay() % 6 === 0;
    ticks.push({ time, label: `${weekday}${day}${month}`, weekend });
  }
  return ticks;
}

function monthTicks(from, to, months) {
  const ticks = [];
  const date = new Date(from);
  let month = Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months) * months;
  for (; ticks.length < MAX_TICKS; month += months) {
    const year = Math.floor(month / 12);
    const time = utc(year, month - year * 12);
    if (time >= to) return ticks;
    if (time >= from)
      ticks.push({ time, label: months < 12 ? MONTHS[month - year * 12] : yearWords(year) });
  }
  return ticks;
}

// The coarser dates above the ticks: days above hours, months above days, years above months.
function eras(from, to, kind, months) {
  const found = [];
  const date = new Date(from);
  if (kind === "clock") {
    for (
      let time = Math.floor(from / DAY) * DAY;
      time < to && found.length < MAX_TICKS;
      time += DAY
    )
      found.push({ time, label: dayWords(time) });
  } else if (kind !== "months") {
    for (let month = date.getUTCMonth(); found.length < MAX_TICKS; ++month) {
      const time = utc(date.getUTCFullYear(), month);
      if (time >= to) break;
      const at = new Date(time);
      found.push({ time, label: `${MONTHS[at.getUTCMonth()]} ${yearWords(at.getUTCFullYear())}` });
    }
  } else if (months < 12) {
    for (let year = date.getUTCFullYear(); found.length < MAX_TICKS; ++year) {
      const time = utc(year);
      if (time >= to) break;
      found.push({ time, label: yearWords(year) });
    }
  }
  return found;
}

const NO_TICKS = { ticks: [], eras: [], days: false };

// Ticks of a window of time that is `width` pixels wide.
function ticksOf(from, to, width) {
  const room = ((to - from) / width) * TICK_ROOM;
  const [, kind, count] =
    STEPS.find((step) => step[0] >= room * (step[1] === "days" ? 0.66 : 1)) ||
    STEPS[STEPS.length - 1];
  const make = { clock: clockTicks, days: dayTicks, weeks: dayTicks, months: monthTicks }[kind];
  return {
    ticks: make(from, to, count),
    eras: eras(from, to, kind, count),
    days: kind === "days" && count === 1,
  };
}
