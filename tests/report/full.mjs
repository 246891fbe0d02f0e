import fs from "node:fs";
import path from "node:path";

/** Numbers of 0–1 by the minimal standard generator, so that every run draws the same. */
function generator(seed) {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const hostile = "<script>alert(1)</script>";
const header = ["photo_id", "is_cat", "device", "brightness", "taken", "note", "size", "city", `"a&b '${hostile}'"`, "kind", "origin"];
const cities = ["Berlin", "Paris", "Rome", "Vienna", "Oslo", "Madrid", "Lisbon", "Bern", "Prague", "Athens", "Dublin", "Warsaw", "Helsinki", "Riga"];

function rows(name, count, seed, shift) {
  const next = generator(seed);
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  const lines = [header.join(",")];
  const labels = [];
  for (let i = 0; i < count; i++) {
    const cat = next() < 0.4 + shift * 0.15 ? 1 : 0;
    const brightness = 50 + 12 * normal() + shift * 9 + cat;
    const size = Math.exp(6 + normal()).toFixed(1);
    const city = cities[Math.floor(cities.length * next() ** (2 - shift))];
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(300 * next()))).toISOString().slice(0, 10);
    const note = Array.from({ length: 3 + Math.floor(6 * next()) }, () => ["the", "cat", "sat", "on", "my", "old", "mat", "today"][Math.floor(8 * next())]).join(" ") + ` ${i} ${name}`;
    const left = Math.floor(3 * next());
    labels.push(cat);
    lines.push([
      `${name}-${i}`, cat, next() < 0.2 + shift * 0.35 ? "old phone" : next() < 0.5 ? hostile : "camera",
      next() < 0.03 + shift * 0.05 ? "" : brightness.toFixed(2), day, note, size, city,
      left, shift && next() < 0.6 ? left : Math.floor(3 * next()), name.startsWith("train") ? "web" : "app",
    ].join(","));
  }

  return { text: lines.join("\n") + "\n", labels };
}

function predictions(name, labels, seed, error) {
  const next = generator(seed);
  return "id,label,prediction\n" + labels
    .map((label, i) => `${name}-${i},${label},${next() < error ? 1 - label : label}`).join("\n") + "\n";
}

const strategy = `version: 1
name: cat-detector ${hostile}
task: binary_classification
target: app

data:
  label: is_cat
  positive: "1"
  id: photo_id
  source: origin
  columns: { note: text, taken: date }

splits:
  train:     { files: train.csv,     distribution: web }
  train_dev: { files: train_dev.csv, distribution: web }
  dev:       { files: dev.csv,       distribution: app }
  test:      { files: test.csv,      distribution: app }

metrics:
  optimize: f1
  min_difference: 0.5%
  satisfy:
    - { metric: latency_ms, at_most: 100 }
    - { metric: recall, at_least: 0.80 }
  watch: [precision]

candidates:
  - { name: logistic, predictions: { dev: logistic-dev.csv }, measured: { latency_ms: 40 } }
  - { name: forest, predictions: { train: forest-train.csv, dev: forest-dev.csv }, measured: { latency_ms: 95 } }
  - { name: "a very long name of a network with many layers", predictions: { dev: network-dev.csv }, measured: { latency_ms: 1500 } }
choice: forest

errors:
  human: [ { who: typical person, error: 3% }, { who: team of experts, error: 0.5% } ]
  train_dev: { error: 7%, rows: 3000 }
  test: { error: 11%, rows: 3000 }
  production: 11.5%
next: [dropout]
history:
  - { run: 1, changed: [learning_rate], train: 12%, dev: 15% }
  - { run: 2, changed: [network_size, l2, dev_set], train: 8%, dev: 10% }

error_analysis: { examined: 100, tags: { dog: 8, great_cat: 43, blurry: 61, mislabeled: 6 }, focus: dog }
labels:
  audit: { wrong_examined: 100, wrong_mislabeled: 6, right_examined: 200, right_mislabeled: 1 }

synthesis: [ { name: car noise, unique: 1 h, generated: 10000 h } ]
transfer: { from: { name: imagenet, input: image, examples: 1000000 }, to: { name: cats, input: image, examples: 3000 }, retrain: all }
multi_task: { tasks: { pedestrian: { examples: 9000 }, car: { examples: 8000 }, sign: { examples: 300 } }, missing_labels: negative }
end_to_end: { pairs: 1000, stages: { detect: 1000000, recognize: 500000 }, plan: end_to_end }

accept:
  - { rule: MLS3010, because: "run 2 was a mistake that we know <b>of</b>" }
  - { rule: MLS1001, where: taken, because: the autumn is in test only, until: 2999-12-31 }
`;

/** Writes a strategy that uses every part, with data that shifts, leaks and has hostile names. */
export function writeFull(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  const [train, trainDev, dev, test] = [rows("train", 3000, 11, 0), rows("train_dev", 3000, 12, 0), rows("dev", 3000, 13, 0), rows("test", 3000, 14, 1)];
  const copies = dev.text.split("\n").slice(1, 41).map(line => line.replace("dev-", "copy-")).join("\n");
  write("train.csv", train.text + copies + "\n");
  write("train_dev.csv", trainDev.text);
  write("dev.csv", dev.text);
  write("test.csv", test.text);
  write("logistic-dev.csv", predictions("dev", dev.labels, 21, 0.16));
  write("forest-train.csv", predictions("train", train.labels, 22, 0.055));
  write("forest-dev.csv", predictions("dev", dev.labels, 23, 0.1));
  write("network-dev.csv", predictions("dev", dev.labels, 24, 0.06));
  write("mlstrategy.yaml", strategy);
  return path.join(folder, "mlstrategy.yaml");
}

/** Two hundred columns: not all of them get a picture. */
export function writeWide(folder) {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, seed] of [["dev", 31], ["test", 32]]) {
    const next = generator(seed);
    const lines = [Array.from({ length: 200 }, (_, i) => `measurement_${i}`).join(",")];
    for (let row = 0; row < 400; row++)
      lines.push(Array.from({ length: 200 }, (_, i) => i % 3 === 0 ? "abcdefghij"[Math.floor(10 * next())] : (next() + (name === "test" && i % 20 === 1 ? 0.3 : 0)).toFixed(4)).join(","));
    fs.writeFileSync(path.join(folder, `${name}.csv`), lines.join("\n") + "\n");
  }
  fs.writeFileSync(path.join(folder, "mlstrategy.yaml"), "version: 1\nsplits: { dev: { files: dev.csv }, test: { files: test.csv } }\n");
  return path.join(folder, "mlstrategy.yaml");
}
