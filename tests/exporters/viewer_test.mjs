// Opens pages in a headless Chromium and holds them to what docs/export.md promises.
//   node viewer_test.mjs NODE_MODULES KIND=FILE.html ...
// KIND is one of the names in CHECKS. Prints what fails and exits with 1; 77 if there is no browser.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, ...pages] = process.argv.slice(2);
const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = BROWSERS.find(existsSync);
if (!executablePath || !existsSync(join(modules, "playwright-core"))) process.exit(77);
const require = createRequire(join(modules, "none.js"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const FLAGS =
  "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking " +
  "--disable-component-update --disable-sync";

const failures = [];
function expect(condition, claim) {
  if (!condition) failures.push(claim);
}

const browser = await chromium.launch({ executablePath, args: FLAGS.split(" ") });

// The policy of the page forbids what axe needs, so a copy of the page without it is tested.
async function violations(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return result.violations.map((found) => `${found.id}: ${found.nodes[0].html.slice(0, 200)} (${found.nodes[0].failureSummary})`);
}

async function open(file, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1500, height: 950 }, ...options });
  const complain = (kind) => (what) => failures.push(`${file}: ${kind}: ${what.text?.() ?? what.message ?? what}`);
  page.on("pageerror", complain("error"));
  page.on("console", (message) => message.type() === "error" && complain("console")(message));
  page.on("request", (request) => request.url().startsWith("file:") || complain("request")(request.url()));
  await page.goto(pathToFileURL(file).href);
  return page;
}

const settle = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settle(page);
}

const isInside = (page, inner, outer) =>
  page.evaluate(
    ([a, b]) => {
      const [x, y] = [a, b].map((selector) => document.querySelector(selector)?.getBoundingClientRect());
      return Boolean(x && y) && x.top >= y.top - 1 && x.bottom <= y.bottom + 1 && x.left >= y.left - 1 && x.right <= y.right + 1;
    },
    [inner, outer],
  );

async function checkAccessibility(file) {
  const page = await open(file, { bypassCSP: true });
  const states = { plain: [], chosen: ["End", "ArrowLeft", "ArrowLeft"], table: ["t"], help: ["?"] };
  for (const [state, keys] of Object.entries(states)) {
    await press(page, ...keys);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      for (const violation of await violations(page)) failures.push(`${file}: ${colorScheme}, ${state}: ${violation}`);
    }
  }
  await page.close();
}

async function checkChoice(file) {
  const page = await open(file);
  const count = await page.evaluate(() => JSON.parse(document.getElementById("timeline").textContent).events.length);
  for (let i = 0; i < count; ++i) {
    await press(page, "ArrowRight");
    const title = await page.textContent("#details h2");
    const undated = await page.locator('#undated [aria-pressed="true"]').count();
    expect(undated || (await isInside(page, "#chart .item.chosen .glyph, #chart .item.chosen .hit", "#chart-box")), `${title}: the chosen event is in view`);
    const lit = await page.locator("#article mark.chosen").count();
    expect(lit > 0, `${title}: its evidence is lit`);
    expect(await isInside(page, "#article mark.chosen", "#article"), `${title}: its evidence is in view`);
  }
  await press(page, "+", "+", "+");
  expect(await page.url().includes("#event="), "the choice can be linked to");
  await press(page, "Escape");
  expect((await page.locator(".chosen").count()) === 0, "Escape chooses nothing");
  await page.close();
}

async function checkTable(file) {
  const page = await open(file);
  await press(page, "t");
  const events = await page.evaluate(() => JSON.parse(document.getElementById("timeline").textContent).events.length);
  expect((await page.locator("#table-section tbody tr").count()) === events, "the table has a row for each event");
  await page.click('[data-sort="what"]');
  const titles = await page.locator("#table-section tbody th").allTextContents();
  const sorted = [...titles].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  expect(titles.join("|") === sorted.join("|"), "the table sorts by a column");
  expect((await page.getAttribute('th:has([data-sort="what"])', "aria-sort")) === "ascending", "the table says how it is sorted");
  await page.close();
}

async function checkFilters(file) {
  const page = await open(file);
  const shown = async () => parseInt(await page.textContent("#count"), 10);
  const all = await shown();
  await page.fill("#search", "dismissal");
  await settle(page);
  expect((await shown()) === 1, "the search finds the one event with a word");
  await page.fill("#search", "");
  await settle(page);
  await page.click('[data-kind="deadline"]');
  expect((await shown()) === all - 2, "a kind can be hidden");
  await page.click('[data-kind="deadline"]');
  await page.click("#factualities summary");
  await page.uncheck('#factualities input[value="denied"]');
  expect((await shown()) === all - 1, "a factuality can be hidden");
  await page.close();
}

async function checkStillness(file) {
  const page = await open(file);
  await press(page, "ArrowRight", "d", "t", "t", "g", "0");
  expect((await page.evaluate(() => localStorage.length + sessionStorage.length + document.cookie.length)) === 0, "nothing is stored");
  await page.close();
}

async function checkWithoutScripts(file) {
  const page = await open(file, { javaScriptEnabled: false });
  const html = await page.content();
  expect((html.match(/<tr>/g) || []).length > 5, "without scripts there is a table");
  expect(await page.locator("noscript table").first().isVisible(), "without scripts the table is seen");
  await page.close();
}

async function checkHostile(file) {
  const page = await open(file);
  const { title, events } = await page.evaluate(() => JSON.parse(document.getElementById("timeline").textContent));
  expect((await page.textContent("h1")).trim() === title, "the title is shown as it is");
  for (let i = 0; i < events.length; ++i) await press(page, "ArrowRight");
  await press(page, "t");
  expect((await page.locator("#details script, #article script, #table-section script, #chart script").count()) === 0, "no text becomes markup");
  expect((await page.locator('a[href^="javascript"]').count()) === 0, "no link runs a script");
  await page.close();
}

async function checkSpeed(file) {
  const begin = Date.now();
  const page = await open(file);
  expect(Date.now() - begin < 20000, `10,000 events open in time (${Date.now() - begin} ms)`);
  const first = Date.now();
  await press(page, "ArrowRight", "+", "ArrowRight");
  expect(Date.now() - first < 9000, `10,000 events answer keys in time (${Date.now() - first} ms)`);
  expect((await page.locator("#chart .item").count()) < 2000, "only what is in sight is drawn");
  await press(page, "t");
  expect((await page.locator("#table-section tbody tr").count()) < 1000, "only rows near those in sight are made");
  await page.close();
}

const CHECKS = {
  plain: [checkAccessibility, checkChoice, checkTable, checkFilters, checkStillness, checkWithoutScripts],
  empty: [checkAccessibility, checkStillness],
  hostile: [checkHostile],
  many: [checkSpeed],
};

for (const argument of pages) {
  const [kind, file] = argument.split("=");
  for (const check of CHECKS[kind]) await check(file);
}
await browser.close();
for (const failure of failures) console.log(failure);
process.exit(failures.length ? 1 : 0);
