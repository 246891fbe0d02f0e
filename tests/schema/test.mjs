import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import Ajv from "ajv";
import YAML from "yaml";
import { LanguageServer } from "./language-server.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const schemaPath = path.join(root, "mlstrategy.schema.yaml");
const schema = YAML.parse(fs.readFileSync(schemaPath, "utf8"), { maxAliasCount: -1 });
const example = path.join(root, "tests/MlStrategyGuard.Strategy.Tests/example.yaml");
const head = `# yaml-language-server: $schema=${pathToFileURL(schemaPath).href}\n`;

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

/** All strategy files below a folder; built output isn't ours. */
function strategyFiles(folder) {
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(".yaml"))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter(file => !/[\\/](bin|obj)[\\/]/.test(file))
    .sort();
}

await test("the schema is valid JSON Schema draft-07 with no keyword unknown to ajv", () => {
  new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, validateFormats: true }).compile(schema);
});

const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
const files = [example, ...strategyFiles(path.join(root, "samples"))];

await test("there are samples to validate", () => assert.ok(files.length > 1));

for (const file of files) {
  await test(`${path.relative(root, file)} is valid`, () => {
    validate(YAML.parse(fs.readFileSync(file, "utf8")));
    assert.deepEqual(validate.errors, null);
  });
}

/** Small files with what the schema must say of them; the C# reader is tested on the same ones. */
function agreementFiles() {
  const folder = path.join(here, "agreement");
  return fs.readdirSync(folder).sort().flatMap(file =>
    `\n${fs.readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n")}`.split("\n--- # ").slice(1).map((part, i) => {
      const end = part.indexOf("\n");
      const expected = part.slice(0, end);
      return { name: `${file}, ${i + 1}`, valid: expected === "valid" || expected.endsWith(", beyond a schema"), text: part.slice(end + 1) };
    }));
}

const agreed = agreementFiles();
await test("there are small files that are right and ones that are wrong", () => {
  assert.ok(agreed.filter(file => file.valid).length > 50);
  assert.ok(agreed.filter(file => !file.valid).length > 150);
});

for (const { name, valid, text } of agreed) {
  await test(`agreement/${name} is ${valid ? "accepted" : "rejected"}: ${text}`, () =>
    assert.equal(validate(YAML.parse(text)), valid, JSON.stringify(validate.errors)));
}

const server = new LanguageServer(here);
try {
  await server.start();
  const messages = async text => (await server.open(head + text)).diagnostics.map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`);
  const labels = async (uri, line, character) => {
    const answer = await server.at("textDocument/completion", uri, line, character);
    return (answer.items ?? answer).map(item => item.label);
  };
  const hover = async (text, line, character) => {
    const { uri } = await server.open(head + text);
    const { contents } = await server.at("textDocument/hover", uri, line, character);
    return typeof contents === "string" ? contents : contents.value;
  };

  await test("the editor says nothing of the example", async () =>
    assert.deepEqual(await messages(fs.readFileSync(example, "utf8")), []));

  await test("the editor marks a wrong key where it stands", async () => {
    const found = await messages("version: 1\nsplitz: {}\n");
    assert.equal(found.length, 1);
    assert.match(found[0], /^2:0 .*splitz/);
  });

  await test("the editor marks a wrong key in a section", async () => {
    const found = await messages("version: 1\ncandidates:\n  - name: a\n    mesured: { f1: 0.9 }\n");
    assert.equal(found.length, 1);
    assert.match(found[0], /^4:4 .*mesured/);
  });

  await test("the editor marks a wrong word", async () => {
    const found = await messages("version: 1\ntransfer: { retrain: everything }\n");
    assert.equal(found.length, 1);
    assert.match(found[0], /^2:21 .*last_layer/);
  });

  await test("the editor offers the sections that are missing", async () => {
    const { uri } = await server.open(`${head}version: 1\n\n`);
    const offered = await labels(uri, 2, 0);
    for (const section of Object.keys(schema.properties).filter(key => key !== "version"))
      assert.ok(offered.includes(section), `${section} is not among ${offered}`);
    assert.ok(!offered.includes("version"));
  });

  await test("the editor offers the keys of a section", async () => {
    const { uri } = await server.open(`${head}version: 1\nerror_analysis:\n  \n`);
    const offered = await labels(uri, 3, 2);
    for (const key of ["examined", "tags", "file", "focus"])
      assert.ok(offered.includes(key), `${key} is not among ${offered}`);
  });

  await test("the editor offers the known knobs", async () => {
    const { uri } = await server.open(`${head}version: 1\nnext:\n  - \n`);
    const offered = await labels(uri, 3, 4);
    assert.ok(offered.includes("bigger_network"), `not among ${offered}`);
  });

  const top = schema.properties;
  const described = {
    optimize: [["version: 1", "metrics:", "  optimize: f1"], 3, 4, top.metrics.properties.optimize],
    splits: [["version: 1", "splits: {}"], 2, 2, top.splits],
    "a split": [["version: 1", "splits:", "  dev: { files: a.csv }"], 3, 3, top.splits.properties.dev],
    "a figure": [["version: 1", "candidates:", "  - name: a", "    measured: { f1: 0.9 }"], 4, 17,
      top.candidates.items.properties.measured.additionalProperties],
    "a rung": [["version: 1", "errors:", "  dev: 10%"], 3, 3, top.errors.properties.dev],
    "a rung with its rows": [["version: 1", "errors:", "  dev: { error: 10%, rows: 50 }"], 3, 3, top.errors.properties.dev],
    "the human level": [["version: 1", "errors:", "  human: [{ who: us, error: 10% }]"], 3, 3, top.errors.properties.human],
    next: [["version: 1", "next: l2"], 2, 2, top.next],
    "an own knob": [["version: 1", "knobs:", "  mixup: [train, dev]"], 3, 4, top.knobs.additionalProperties],
    "a tag": [["version: 1", "error_analysis:", "  examined: 9", "  tags: { dog: 5 }"], 4, 11,
      top.error_analysis.properties.tags.additionalProperties],
    focus: [["version: 1", "error_analysis:", "  focus: blurry"], 3, 4, top.error_analysis.properties.focus],
    corrected: [["version: 1", "labels:", "  corrected: [dev, test]"], 3, 4, top.labels.properties.corrected],
    "the source task": [["version: 1", "transfer:", "  from: { input: image }"], 3, 4, top.transfer.properties.from],
    retrain: [["version: 1", "transfer:", "  retrain: all"], 3, 4, top.transfer.properties.retrain],
  };
  for (const [key, [lines, line, character, { title, description }]] of Object.entries(described)) {
    await test(`hovering over ${key} shows its title and description`, async () => {
      // The server escapes what Markdown would take for markup.
      const shown = (await hover(lines.join("\n") + "\n", line, character)).replaceAll("\\", "").replaceAll("&nbsp;", " ");
      assert.ok(shown.includes(title), shown);
      assert.ok(shown.includes(description.split(". ")[0]), shown);
    });
  }

  await test("the editor's server ends when asked to", () => server.stop());
} catch (problem) {
  failed++;
  console.error(`FAILED the language server\n  ${problem.message}`);
} finally {
  server.kill();
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
