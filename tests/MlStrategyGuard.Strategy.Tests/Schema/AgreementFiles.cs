namespace MlStrategyGuard.Strategy.Tests.Schema;

/// <summary>Small strategy files, each with what both the reader and the schema must say of it.</summary>
internal static class AgreementFiles
{
    public static TheoryData<string, string> All { get; } = new()
    {
        // The top.
        { "valid", """version: 1""" },
        { "valid", """version: "1" """ },
        { "valid", """version: 1.0""" },
        { "MLS0003", """version: 2""" },
        { "MLS0003", """version: 0""" },
        { "MLS0003", """version: -1""" },
        { "MLS0003", """version: one""" },
        { "MLS0003", """version: [1]""" },
        { "MLS0004", """version:""" },
        { "MLS0004", """version: null""" },
        { "MLS0004", """name: cat-detector""" },
        { "MLS0003", """- version: 1""" },
        { "MLS0003", """just words""" },
        { "MLS0002 MLS0004", """Version: 1""" },
        { "valid", """{ version: 1, name: 5, target: true }""" },
        { "valid", """{ version: 1, name: null, target: ~, task: , data: , splits: , rules: , accept: }""" },
        { "MLS0003", """{ version: 1, name: [cat] }""" },
        { "MLS0003", """{ version: 1, target: { app: 1 } }""" },
        { "MLS0002", """{ version: 1, nmae: cat }""" },
        { "MLS0002", """{ version: 1, <<: { name: cat } }""" },
        { "valid", """{ version: 1, task: ranking }""" },
        { "MLS0003", """{ version: 1, task: Ranking }""" },
        { "MLS0003", """{ version: 1, task: classification }""" },
        { "MLS0003", """{ version: 1, task: [ranking] }""" },

        // Sections that this version only accepts.
        { "valid", """{ version: 1, candidates: anything, choice: [goes], errors: { a: { b: c } }, next: 5, knobs: true }""" },
        { "valid", """{ version: 1, history: x, error_analysis: x, labels: x, synthesis: x, transfer: , multi_task: x, end_to_end: x }""" },

        // Data.
        { "valid", """{ version: 1, data: {} }""" },
        { "MLS0003", """{ version: 1, data: table.csv }""" },
        { "MLS0003", """{ version: 1, data: [label] }""" },
        {
            "valid", """
            version: 1
            data:
              label: is_cat
              positive: 1
              id: photo_id
              group: user_id
              time: taken_at
              source: origin
              weight: weight
              ignore: [path, 2]
              columns: { device: categorical, brightness: numeric, note: text, vector_*: embedding, day: date }
              missing: ["", NA, null, -1]
            """
        },
        { "MLS0002", """{ version: 1, data: { lable: x } }""" },
        { "MLS0003", """{ version: 1, data: { label: [x] } }""" },
        { "valid", """{ version: 1, data: { ignore: path } }""" },
        { "valid", """{ version: 1, data: { ignore: [] } }""" },
        { "MLS0003", """{ version: 1, data: { ignore: { path: true } } }""" },
        { "MLS0003", """{ version: 1, data: { ignore: [[path]] } }""" },
        { "MLS0004", """{ version: 1, data: { ignore: [path, null] } }""" },
        { "MLS0003", """{ version: 1, data: { columns: [device] } }""" },
        { "MLS0003", """{ version: 1, data: { columns: { device: category } } }""" },
        { "MLS0003", """{ version: 1, data: { columns: { device: [text] } } }""" },
        { "MLS0004", """{ version: 1, data: { columns: { device: } } }""" },
        { "valid", """{ version: 1, data: { missing: NA } }""" },
        { "valid", """{ version: 1, data: { missing: [null] } }""" },
        { "MLS0003", """{ version: 1, data: { missing: [[NA]] } }""" },

        // Splits.
        { "valid", """{ version: 1, splits: {} }""" },
        { "MLS0003", """{ version: 1, splits: [train, dev] }""" },
        { "MLS0002", """{ version: 1, splits: { validation: { files: a.csv } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: a.csv } }""" },
        { "valid", """{ version: 1, splits: { dev: {} } }""" },
        { "valid", """{ version: 1, splits: { dev: { files: a.csv, distribution: app, profile: p.json } } }""" },
        { "valid", """{ version: 1, splits: { dev: { files: [a.csv, "*.csv"] } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { files: [a.csv, null] } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { files: { a: b } } } }""" },
        { "MLS0002", """{ version: 1, splits: { dev: { file: a.csv } } }""" },
        { "valid", """{ version: 1, splits: { dev: { files: a.csv, where: { split: dev } } } }""" },
        { "valid", """{ version: 1, splits: { dev: { files: a.csv, where: { year: [2023, 2024], live: true } } } }""" },
        { "valid", """{ version: 1, splits: { dev: { where: {} } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { where: { split: dev } } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { files: [], where: { split: dev } } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { files: , where: { split: dev } } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { files: a.csv, where: { split: } } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { files: a.csv, where: { split: [] } } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { files: a.csv, where: { split: { is: dev } } } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { files: a.csv, where: split } } }""" },
        { "valid", """{ version: 1, splits: { dev: { rows: 2500, composition: { web: 2381, app: 119 } } } }""" },
        { "valid", """{ version: 1, splits: { dev: { rows: 5_000 }, test: { rows: 5e3 }, train: { rows: "5000" } } }""" },
        { "valid", """{ version: 1, splits: { dev: { rows: 0 }, test: { rows: +5 }, train: { rows: 1.0 } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { rows: -1 } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { rows: 2.5 } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { rows: many } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { rows: 10% } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { rows: 1e30 } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { rows: true } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { composition: { web: 5% } } } }""" },
        { "MLS0003", """{ version: 1, splits: { dev: { composition: 100 } } }""" },
        { "MLS0004", """{ version: 1, splits: { dev: { composition: { web: } } } }""" },
        { "valid", """{ version: 1, splits: { dev: { query: select 1, connection: WAREHOUSE } } }""" },

        // Consistency.
        { "valid", """{ version: 1, consistency: { tolerance: 0.05, confidence: 0.99, policy: temporal } }""" },
        { "valid", """{ version: 1, consistency: { tolerance: 5%, confidence: 99 % } }""" },
        { "valid", """{ version: 1, consistency: { tolerance: "0.05", confidence: "99%" } }""" },
        { "valid", """{ version: 1, consistency: { tolerance: .05, confidence: .6 } }""" },
        { "valid", """{ version: 1, consistency: { tolerance: 0.5%, confidence: 50.5% } }""" },
        { "valid", """{ version: 1, consistency: { tolerance: 99.9%, confidence: 99.99% } }""" },
        { "valid", """{ version: 1, consistency: { tolerance: 5e-2 } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: 0 } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: 0% } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: 1 } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: 100% } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: 5 } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: "5" } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: -5% } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: "0,05" } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: "%" } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: 5%% } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: small } }""" },
        { "MLS0003", """{ version: 1, consistency: { tolerance: [0.05] } }""" },
        { "MLS0003", """{ version: 1, consistency: { confidence: 0.5 } }""" },
        { "MLS0003", """{ version: 1, consistency: { confidence: 50% } }""" },
        { "MLS0003", """{ version: 1, consistency: { confidence: 50.0% } }""" },
        { "MLS0003", """{ version: 1, consistency: { confidence: 95 } }""" },
        { "MLS0003", """{ version: 1, consistency: { policy: time } }""" },
        { "MLS0002", """{ version: 1, consistency: { tolerence: 5% } }""" },

        // Metrics. That nothing is optimized isn't a matter of form.
        { "valid", """{ version: 1, metrics: }""" },
        { "valid", """{ version: 1, metrics: {} }""" },
        { "MLS0003", """{ version: 1, metrics: f1 }""" },
        { "valid", """{ version: 1, metrics: { optimize: f1 } }""" },
        { "valid", """{ version: 1, metrics: { optimize: [f1, recall] } }""" },
        { "valid", """{ version: 1, metrics: { optimize: [] } }""" },
        { "valid", """{ version: 1, metrics: { optimize: { metric: f1, over: country, aggregate: weighted_mean } } }""" },
        { "valid", """{ version: 1, metrics: { optimize: [{ metric: profit, direction: higher }] } }""" },
        { "MLS0004", """{ version: 1, metrics: { optimize: { over: country } } }""" },
        { "MLS0004", """{ version: 1, metrics: { optimize: [null] } }""" },
        { "MLS0003", """{ version: 1, metrics: { optimize: { metric: f1, aggregate: median } } }""" },
        { "MLS0003", """{ version: 1, metrics: { optimize: { metric: f1, direction: up } } }""" },
        { "MLS0003", """{ version: 1, metrics: { optimize: [[f1]] } }""" },
        { "MLS0002", """{ version: 1, metrics: { optimize: { name: f1, metric: f1 } } }""" },
        { "MLS0002", """{ version: 1, metrics: { optimise: f1 } }""" },
        { "valid", """{ version: 1, metrics: { optimize: f1, min_difference: 0.5% } }""" },
        { "valid", """{ version: 1, metrics: { optimize: f1, min_difference: "1e-3" } }""" },
        { "MLS0003", """{ version: 1, metrics: { optimize: f1, min_difference: 0 } }""" },
        { "MLS0003", """{ version: 1, metrics: { optimize: f1, min_difference: -0.1% } }""" },
        { "MLS0003", """{ version: 1, metrics: { optimize: f1, min_difference: tiny } }""" },
        { "valid", """{ version: 1, metrics: { satisfy: latency_ms } }""" },
        { "valid", """{ version: 1, metrics: { satisfy: { metric: latency_ms, at_most: 100 } } }""" },
        { "valid", """{ version: 1, metrics: { satisfy: [{ metric: r2, at_least: -0.5 }, { metric: recall, at_least: "90 %", on: test }] } }""" },
        { "MLS0003", """{ version: 1, metrics: { satisfy: [{ metric: recall, at_least: high }] } }""" },
        { "MLS0003", """{ version: 1, metrics: { satisfy: [{ metric: recall, at_least: [0.9] }] } }""" },
        { "MLS0003", """{ version: 1, metrics: { satisfy: [{ metric: recall, at_least: 0.9, on: production }] } }""" },
        { "MLS0004", """{ version: 1, metrics: { satisfy: [{ at_least: 0.9 }] } }""" },
        { "MLS0004", """{ version: 1, metrics: { satisfy: [{ metric: , at_least: 0.9 }] } }""" },
        { "MLS0002", """{ version: 1, metrics: { satisfy: [{ metric: recall, min: 0.9 }] } }""" },
        { "valid", """{ version: 1, metrics: { watch: [precision, roc_auc] } }""" },
        { "MLS0003", """{ version: 1, metrics: { watch: [{ metric: precision }] } }""" },

        // Waivers. That one is of no use isn't a matter of form.
        { "valid", """{ version: 1, accept: [] }""" },
        { "valid", """{ version: 1, accept: [{ rule: MLS1001, where: age, because: known, until: 2027-03-31 }] }""" },
        { "valid", """{ version: 1, accept: [{ rule: MLS9999 }] }""" },
        { "MLS0003", """{ version: 1, accept: MLS1001 }""" },
        { "MLS0003", """{ version: 1, accept: { rule: MLS1001 } }""" },
        { "MLS0003", """{ version: 1, accept: [MLS1001] }""" },
        { "MLS0003", """{ version: 1, accept: [null] }""" },
        { "MLS0004", """{ version: 1, accept: [{ because: known }] }""" },
        { "MLS0004", """{ version: 1, accept: [{}] }""" },
        { "MLS0003", """{ version: 1, accept: [{ rule: MLS1001, until: 31.03.2027 }] }""" },
        { "MLS0003", """{ version: 1, accept: [{ rule: MLS1001, until: 2027-13-01 }] }""" },
        { "MLS0003", """{ version: 1, accept: [{ rule: MLS1001, until: soon }] }""" },
        { "MLS0003", """{ version: 1, accept: [{ rule: MLS1001, until: 2027-03-31T10:00 }] }""" },
        { "MLS0002", """{ version: 1, accept: [{ rule: MLS1001, reason: known }] }""" },

        // Severities.
        { "valid", """{ version: 1, rules: { MLS1011: error, MLS3006: off, MLS2001: warning, MLS1001: info } }""" },
        { "valid", """{ version: 1, rules: {} }""" },
        { "MLS0003", """{ version: 1, rules: [MLS1011] }""" },
        { "MLS0003", """{ version: 1, rules: { MLS1011: fatal } }""" },
        { "MLS0003", """{ version: 1, rules: { MLS1011: false } }""" },
        { "MLS0003", """{ version: 1, rules: { mls1011: error } }""" },
        { "MLS0003", """{ version: 1, rules: { MLS9999: error } }""" },
        { "MLS0004", """{ version: 1, rules: { MLS1011: } }""" },
    };
}
