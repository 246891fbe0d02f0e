// Cuts the pictures of docs/strategy out of reports: node pictures.mjs, after npm ci and a build of the tool.
// A picture is of the strategy file that its page shows, or of a sample.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const guide = path.join(root, "docs/strategy");
const tool = path.join(root, "src/MlStrategyGuard.Tool/bin/Debug/net10.0/mlguard.dll");
const work = fs.mkdtempSync(path.join(os.tmpdir(), "mlguard-pictures-"));

// Page, part of the report, the sample if the picture is of one, and what it ends with if not with the part.
const pictures = [
  ["01-one-knob", "#ladder"],
  ["02-one-metric", "#candidates", "InsurancePlan", "#candidates details"],
  ["03-satisficing", "#candidates"],
  ["04-splits", "#comparisons .card:has(.bar-a)", "Penguins"],
  ["05-human-level", "#ladder"],
  ["06-bias-and-variance", "#ladder"],
  ["07-error-analysis", "#error-analysis"],
  ["08-labels", "#labels"],
  ["09-other-data", "#findings"],
  ["10-data-mismatch", "#ladder"],
  ["11-transfer", "#plans"],
  ["12-multi-task", "#plans"],
  ["13-end-to-end", "#plans"],
];

function strategyOf(page) {
  const file = path.join(work, `${page}.yaml`);
  fs.writeFileSync(file, /^```yaml\n([\s\S]*?)^```/m.exec(fs.readFileSync(path.join(guide, `${page}.md`), "utf8"))[1]);
  return file;
}

const executablePath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(fs.existsSync);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
fs.mkdirSync(path.join(guide, "img"), { recursive: true });
for (const [page, part, sample, last] of pictures) {
  const strategy = sample ? path.join(root, "samples", sample, "mlstrategy.yaml") : strategyOf(page);
  const html = path.join(work, `${page}.html`);
  execFileSync("dotnet", [tool, "report", strategy, "--no-cache", "--output", html, ...(sample ? [] : ["--no-data"])]);
  const tab = await browser.newPage({ viewport: { width: 880, height: 800 }, colorScheme: "light", reducedMotion: "reduce" });
  await tab.goto(pathToFileURL(html).href, { waitUntil: "load" });
  const box = await tab.locator(part).first().boundingBox();
  const end = last ? await tab.locator(last).first().boundingBox() : box;
  const picture = path.join(guide, "img", `${page}.png`);
  await tab.screenshot({ path: picture, fullPage: true, clip: { ...box, height: end.y + end.height - box.y } });
  console.log(`${path.relative(root, picture)}: ${Math.round(fs.statSync(picture).size / 1024)} KB`);
  await tab.close();
}
await browser.close();
fs.rmSync(work, { recursive: true });
