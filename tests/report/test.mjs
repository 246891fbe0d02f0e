import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import { writeFull, writeWide } from "./full.mjs";

// The report in the browser: `node test.mjs [FOLDER]` also keeps the pages and pictures of them in FOLDER.
const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const tool = path.join(root, "src/MlStrategyGuard.Tool/bin/Debug/net10.0/mlguard.dll");
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mlguard-report-"));
const keep = process.argv[2];
if (keep) fs.mkdirSync(keep, { recursive: true });

let passed = 0;
let failed = 0;

async function test(name, body) {
  try {
    await body();
    passed++;
  } catch (problem) {
    failed++;
    console.error(`FAILED ${name}\n  ${String(problem.message).replaceAll("\n", "\n  ")}`);
  }
}

function samples() {
  return fs.readdirSync(path.join(root, "samples"), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && /mlstrategy.*\.yaml$/.test(entry.name))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter(file => !/[\\/](bin|obj)[\\/]/.test(file))
    .sort();
}

function write(strategy, name) {
  const page = path.join(work, `${name}.html`);
  execFileSync("dotnet", [tool, "report", strategy, "--no-cache", "--output", page], { stdio: ["ignore", "ignore", "inherit"] });
  if (keep) fs.copyFileSync(page, path.join(keep, `${name}.html`));
  return page;
}

const nothing = path.join(work, "nothing.yaml");
fs.writeFileSync(nothing, "version: 1\n");
const broken = path.join(work, "broken.yaml");
fs.writeFileSync(broken, "version: 1\nsplits: [\n");

const strategies = [
  ...samples().map(file => [path.basename(path.dirname(file)) + (path.basename(file) === "mlstrategy.yaml" ? "" : "-" + path.basename(file, ".yaml")), file]),
  ["full", writeFull(path.join(work, "full"))],
  ["wide", writeWide(path.join(work, "wide"))],
  ["nothing", nothing],
  ["broken", broken],
];

const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(fs.existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

for (const [name, strategy] of strategies) {
  const page = write(strategy, name);
  await test(`${name} is one file of 1 MB at most`, () => assert.ok(fs.statSync(page).size <= 1_000_000, `${fs.statSync(page).size} bytes`));

  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, reducedMotion: "reduce" });
      const tab = await context.newPage();
      const said = [];
      const asked = [];
      tab.on("console", message => said.push(`${message.type()}: ${message.text()}`));
      tab.on("pageerror", error => said.push(String(error)));
      tab.on("dialog", async dialog => { said.push(`dialog: ${dialog.message()}`); await dialog.dismiss(); });
      tab.on("request", request => asked.push(request.url()));
      const address = pathToFileURL(page).href;
      await tab.goto(address, { waitUntil: "load" });
      const where = `${name}, ${colorScheme}, ${width} px`;

      await test(`${where}: the console stays empty and nothing but the page is asked for`, () => {
        assert.deepEqual(said, []);
        assert.deepEqual(asked.filter(url => url !== address && !url.startsWith("data:")), []);
      });
      if (keep) await tab.screenshot({ path: path.join(keep, `${name}-${colorScheme}-${width}.png`), fullPage: true });

      await tab.evaluate(() => document.querySelectorAll("details").forEach(one => { one.open = true; }));
      await test(`${where}: nothing is wider than the page`, async () => {
        const overflow = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(overflow <= 0, `${overflow} px too wide`);
      });
      await test(`${where}: every picture has marks, words and a table, and no letters are cut`, async () => {
        const problems = await tab.evaluate(() => [...document.querySelectorAll("svg[role=img]")].flatMap(svg => {
          const name = svg.getAttribute("aria-label") ?? "";
          const marks = [...svg.querySelectorAll("rect, circle, path, line")].filter(mark => {
            const box = mark.getBoundingClientRect();
            return box.width > 0 || box.height > 0;
          });
          const frame = svg.getBoundingClientRect();
          const letters = [...svg.querySelectorAll("text")].map(text => text.getBoundingClientRect());
          const rows = svg.closest("figure")?.querySelectorAll("tbody tr").length ?? 0;
          return [
            marks.length < 1 && `no marks: ${name}`,
            name.length < 15 && `no words: ${name}`,
            rows < 1 && `no table: ${name}`,
            letters.some(box => box.left < frame.left - 3 || box.right > frame.right + 3 || box.bottom > frame.bottom + 3) && `letters beyond the picture: ${name}`,
            letters.some((box, i) => letters.some((other, j) => j > i && box.left < other.right - 1 && other.left < box.right - 1 && box.top < other.bottom - 4 && other.top < box.bottom - 4)) && `letters over each other: ${name}`,
          ].filter(Boolean);
        }));
        assert.deepEqual(problems, []);
      });
      await test(`${where}: axe finds no violation`, async () => {
        await tab.evaluate(axe);
        const { violations } = await tab.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
        assert.deepEqual(violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html.slice(0, 160)).join(" | ")}`), []);
      });
      await context.close();
    }
  }
}

await test("by keyboard alone one gets from the top to the parts and into the figures", async () => {
  const tab = await browser.newPage();
  await tab.goto(pathToFileURL(path.join(work, "full.html")).href);
  const reached = [];
  for (let i = 0; i < 60; i++) {
    await tab.keyboard.press("Tab");
    reached.push(await tab.evaluate(() => document.activeElement.tagName + (document.activeElement.getAttribute("href") ?? "")));
  }
  assert.equal(reached[0], "A#report");
  assert.ok(reached.includes("A#ladder"), reached.join(" "));
  assert.ok(reached.includes("SUMMARY"), reached.join(" "));
  await tab.close();
});

await browser.close();
fs.rmSync(work, { recursive: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
