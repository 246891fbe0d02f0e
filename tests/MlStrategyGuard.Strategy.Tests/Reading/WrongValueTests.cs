namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>MLS0003: values of the wrong kind or out of range, at the value.</summary>
public sealed class WrongValueTests
{
    [Theory]
    [InlineData("name: [a]", "2:7", "'name' must be a single value; here it is a list.")]
    [InlineData("name: { a: b }", "2:7", "'name' must be a single value; here it is a map.")]
    [InlineData("data: label", "2:7", "'data' must be a map of keys and values; here it is a single value.")]
    [InlineData("data: [label]", "2:7", "'data' must be a map of keys and values; here it is a list.")]
    [InlineData("splits: [dev]", "2:9", "'splits' must be a map of keys and values; here it is a list.")]
    [InlineData("splits: { dev: a.csv }", "2:16", "'splits.dev' must be a map such as { files: data/*.csv }; here it is a single value.")]
    [InlineData("splits: { dev: { files: [[a]] } }", "2:26", "'splits.dev.files' must be a single value; here it is a list.")]
    [InlineData("metrics: [f1]", "2:10", "'metrics' must be a map with 'optimize:'; here it is a list.")]
    [InlineData("metrics: { optimize: [[f1]] }", "2:23", "'metrics.optimize' must be a single value; here it is a list.")]
    [InlineData("candidates: { name: a }", "2:13", "'candidates' must be a list; here it is a map.")]
    [InlineData("candidates: [forest]", "2:14", "'candidates' must be a map such as { name: forest, measured: { f1: 0.91 } }; here it is a single value.")]
    [InlineData("candidates: [{ name: a, predictions: a.csv }]", "2:38", "'candidates.predictions' must be a map of keys and values; here it is a single value.")]
    [InlineData("candidates: [{ name: a, measured: { f1: [[1]] } }]", "2:42", "'candidates.measured.f1' must be a single value; here it is a list.")]
    [InlineData("errors: 8%", "2:9", "'errors' must be a map of keys and values; here it is a single value.")]
    [InlineData("errors: { dev: [8%] }", "2:16", "'errors.dev' must be a single value; here it is a list.")]
    [InlineData("next: { l2: true }", "2:7", "'next' must be a single value; here it is a map.")]
    [InlineData("knobs: [mixup]", "2:8", "'knobs' must be a map of keys and values; here it is a list.")]
    [InlineData("history: { run: 1 }", "2:10", "'history' must be a list; here it is a map.")]
    [InlineData("history: [1]", "2:11", "'history' must be a map such as { run: 1, changed: [l2], train: 8%, dev: 10% }; here it is a single value.")]
    [InlineData("error_analysis: { examined: 9, tags: { a: [1] } }", "2:43", "'error_analysis.tags.a' must be a single value; here it is a list.")]
    [InlineData("labels: { audit: a.csv }", "2:18", "'labels.audit' must be a map of keys and values; here it is a single value.")]
    [InlineData("synthesis: [noise]", "2:13", "'synthesis' must be a map such as { name: car noise, unique: 1 h, generated: 10000 h }; here it is a single value.")]
    [InlineData("transfer: { from: imagenet }", "2:19", "'transfer.from' must be a map of keys and values; here it is a single value.")]
    [InlineData("multi_task: { tasks: [a] }", "2:22", "'multi_task.tasks' must be a map of keys and values; here it is a list.")]
    [InlineData("end_to_end: { stages: 5 }", "2:23", "'end_to_end.stages' must be a map of keys and values; here it is a single value.")]
    [InlineData("accept: { rule: MLS1001 }", "2:9", "'accept' must be a list; here it is a map.")]
    [InlineData("accept: [MLS1001]", "2:10", "'accept' must be a map such as { rule: MLS1001, because: … }; here it is a single value.")]
    [InlineData("accept: [~]", "2:10", "'accept' must be a map such as { rule: MLS1001, because: … }; here it is nothing.")]
    public void WrongKind_IsReportedAtTheValue(string line, string place, string message) => Expect(line, place, message);

    [Theory]
    [InlineData("task: regresion", "2:7", "'task' is 'regresion'; did you mean 'regression'? It takes binary_classification, multiclass_classification, multilabel_classification, regression, ranking.")]
    [InlineData("task: clustering", "2:7", "'task' is 'clustering'; it takes binary_classification, multiclass_classification, multilabel_classification, regression, ranking.")]
    [InlineData("consistency: { policy: temporl }", "2:24", "'consistency.policy' is 'temporl'; did you mean 'temporal'? It takes random, temporal.")]
    [InlineData("consistency: { policy: Random }", "2:24", "'consistency.policy' is 'Random'; did you mean 'random'? It takes random, temporal.")]
    [InlineData("data: { columns: { a: numerical } }", "2:23", "'data.columns.a' is 'numerical'; did you mean 'numeric'? It takes numeric, categorical, text, embedding, date.")]
    [InlineData("metrics: { optimize: { metric: f1, aggregate: median } }", "2:47", "'metrics.optimize.aggregate' is 'median'; did you mean 'mean'? It takes mean, weighted_mean, worst.")]
    [InlineData("metrics: { satisfy: [{ metric: f1, on: production }] }", "2:40", "'metrics.satisfy.on' is 'production'; it takes train, train_dev, dev, test.")]
    [InlineData("candidates: [{ name: a, measured: { f1: { value: 1, on: tset } } }]", "2:57", "'candidates.measured.f1.on' is 'tset'; did you mean 'test'? It takes train, train_dev, dev, test.")]
    [InlineData("knobs: { a: trian }", "2:13", "'knobs.a' is 'trian'; did you mean 'train'? It takes train, dev, mismatch, test, real_world.")]
    [InlineData("knobs: { a: [train, production] }", "2:21", "'knobs.a' is 'production'; it takes train, dev, mismatch, test, real_world.")]
    [InlineData("labels: { corrected: [dev, tests] }", "2:28", "'labels.corrected' is 'tests'; did you mean 'test'? It takes train, train_dev, dev, test.")]
    [InlineData("transfer: { retrain: last_leyer }", "2:22", "'transfer.retrain' is 'last_leyer'; did you mean 'last_layer'? It takes last_layer, last_layers, all.")]
    [InlineData("multi_task: { missing_labels: ignored }", "2:31", "'multi_task.missing_labels' is 'ignored'; it takes masked, negative.")]
    [InlineData("multi_task: { separate_networks_better: no }", "2:41", "'multi_task.separate_networks_better' is 'no'; it takes true, false.")]
    [InlineData("end_to_end: { plan: pipelin }", "2:21", "'end_to_end.plan' is 'pipelin'; did you mean 'pipeline'? It takes pipeline, hybrid, end_to_end.")]
    [InlineData("rules: { MLS1001: fatal }", "2:19", "'rules.MLS1001' is 'fatal'; it takes error, warning, info, off.")]
    [InlineData("rules: { MLS101: error }", "2:10", "no rule has the number 'MLS101'; did you mean 'MLS1001'?")]
    [InlineData("rules: { everything: error }", "2:10", "no rule has the number 'everything'.")]
    public void OtherWord_ListsTheWords(string line, string place, string message) => Expect(line, place, message);

    [Theory]
    [InlineData("consistency: { tolerance: small }", "2:27", "'consistency.tolerance' is 'small'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: '0,05' }", "2:27", "'consistency.tolerance' is '0,05'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: .inf }", "2:27", "'consistency.tolerance' is '.inf'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: NaN }", "2:27", "'consistency.tolerance' is 'NaN'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: 0x1 }", "2:27", "'consistency.tolerance' is '0x1'; write a share such as 0.05 or 5%.")]
    [InlineData("consistency: { tolerance: 5 }", "2:27", "'consistency.tolerance' is 5; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { tolerance: 0 }", "2:27", "'consistency.tolerance' is 0; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { tolerance: 100% }", "2:27", "'consistency.tolerance' is 100%; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { tolerance: -5% }", "2:27", "'consistency.tolerance' is -5%; it must lie strictly between 0 and 1.")]
    [InlineData("consistency: { confidence: 50% }", "2:28", "'consistency.confidence' is 50%; it must lie strictly between 0.5 and 1.")]
    [InlineData("consistency: { confidence: 99 }", "2:28", "'consistency.confidence' is 99; it must lie strictly between 0.5 and 1.")]
    [InlineData("metrics: { min_difference: tiny }", "2:28", "'metrics.min_difference' is 'tiny'; write a number such as 100 or 0.9.")]
    [InlineData("metrics: { min_difference: -0.1 }", "2:28", "'metrics.min_difference' is -0.1; it must be above zero.")]
    [InlineData("metrics: { satisfy: { metric: f1, at_least: 1e999 } }", "2:45", "'metrics.satisfy.at_least' is '1e999'; write a number such as 100 or 0.9.")]
    [InlineData("splits: { dev: { rows: many } }", "2:24", "'splits.dev.rows' is 'many'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { rows: -5 } }", "2:24", "'splits.dev.rows' is '-5'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { rows: 0.5 } }", "2:24", "'splits.dev.rows' is '0.5'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { rows: 99999999999999999999999999999999999999 } }", "2:24", "'splits.dev.rows' is '99999999999999999999999999999999999999'; write a whole number, zero or more.")]
    [InlineData("splits: { dev: { composition: { web: 5% } } }", "2:38", "'splits.dev.composition.web' is '5%'; write a whole number, zero or more.")]
    [InlineData("candidates: [{ name: a, measured: { profit: high } }]", "2:45", "'candidates.measured.profit' is 'high'; write a number such as 100 or 0.9.")]
    [InlineData("candidates: [{ name: a, measured: { f1: { value: 1, rows: 0 } } }]", "2:59", "'candidates.measured.f1.rows' is 0; nothing was measured on no row. Write how many there were, or remove it.")]
    [InlineData("candidates: [{ name: a, measured: { F1Score: 91 } }]", "2:46", "'candidates.measured.F1Score' is 91; it is a share and must lie between 0 and 1 (0 % and 100 %); did you mean 91%?")]
    [InlineData("candidates: [{ name: a, measured: { recall: [0.9, { value: -0.1, on: test }] } }]", "2:60", "'candidates.measured.recall.value' is -0.1; it is a share and must lie between 0 and 1 (0 % and 100 %).")]
    [InlineData("errors: { dev: 8 }", "2:16", "'errors.dev' is 8; it is a share and must lie between 0 and 1 (0 % and 100 %); did you mean 8%?")]
    [InlineData("errors: { dev: 101% }", "2:16", "'errors.dev' is 1.01; it is a share and must lie between 0 and 1 (0 % and 100 %).")]
    [InlineData("errors: { metric: Accuracy, bayes: 200 }", "2:36", "'errors.bayes' is 200; it is a share and must lie between 0 and 1 (0 % and 100 %).")]
    [InlineData("errors: { human: [1%, { error: 5 }] }", "2:32", "'errors.human.error' is 5; it is a share and must lie between 0 and 1 (0 % and 100 %); did you mean 5%?")]
    [InlineData("errors: { metric: rmse, dev: { error: 5, metric: error_rate } }", "2:39", "'errors.dev.error' is 5; it is a share and must lie between 0 and 1 (0 % and 100 %); did you mean 5%?")]
    [InlineData("errors: { dev: { error: 8%, rows: 0 } }", "2:35", "'errors.dev.rows' is 0; nothing was measured on no row. Write how many there were, or remove it.")]
    [InlineData("history: [{ run: 1, dev: bad }]", "2:26", "'history.dev' is 'bad'; write a number such as 100 or 0.9.")]
    [InlineData("history: [{ dev: { error: 8, rows: 0 } }]", "2:36", "'history.dev.rows' is 0; nothing was measured on no row. Write how many there were, or remove it.")]
    [InlineData("error_analysis: { examined: 9, tags: { a: 5% } }", "2:43", "'error_analysis.tags.a' is '5%'; write a whole number, zero or more.")]
    [InlineData("error_analysis: { examined: 9, tags: { a: { count: 5, fixable: 2 } } }", "2:64", "'error_analysis.tags.a.fixable' is 2; it must lie between 0 and 1.")]
    [InlineData("labels: { audit: { wrong_examined: -1 } }", "2:36", "'labels.audit.wrong_examined' is '-1'; write a whole number, zero or more.")]
    [InlineData("synthesis: [{ unique: soon, generated: 5 h }]", "2:23", "'synthesis.unique' is 'soon'; write a count such as 5000 or a duration such as 1 h.")]
    [InlineData("synthesis: [{ unique: 1 h, generated: 500 }]", "2:39", "'synthesis.generated' and 'synthesis.unique' must be of one kind: both durations such as 1 h, or both counts such as 5000.")]
    [InlineData("synthesis: [{ unique: 20, generated: 5 min }]", "2:38", "'synthesis.generated' and 'synthesis.unique' must be of one kind: both durations such as 1 h, or both counts such as 5000.")]
    [InlineData("transfer: { to: { examples: few } }", "2:29", "'transfer.to.examples' is 'few'; write a whole number, zero or more.")]
    [InlineData("multi_task: { tasks: { a: { examples: 0.5 } } }", "2:39", "'multi_task.tasks.a.examples' is '0.5'; write a whole number, zero or more.")]
    [InlineData("end_to_end: { stages: { a: 10k } }", "2:28", "'end_to_end.stages.a' is '10k'; write a whole number, zero or more.")]
    [InlineData("accept: [{ rule: MLS1001, until: 2027-02-30 }]", "2:34", "'accept.until' is '2027-02-30'; write a day such as 2027-03-31.")]
    [InlineData("accept: [{ rule: MLS1001, until: 31.3.2027 }]", "2:34", "'accept.until' is '31.3.2027'; write a day such as 2027-03-31.")]
    public void OtherNumberOrDay_SaysWhatToWrite(string line, string place, string message) => Expect(line, place, message);

    [Theory]
    [InlineData("candidates: [{ name: forest }, { name: logistic }]\nchoice: forset", "3:9", "no candidate is called 'forset'; did you mean 'forest'?")]
    [InlineData("choice: svm\ncandidates: [{ name: forest }, { name: logistic }]", "2:9", "no candidate is called 'svm'.")]
    [InlineData("candidates: [{ name: forest }]\nchoice: Forest", "3:9", "no candidate is called 'Forest'; did you mean 'forest'?")]
    [InlineData("next: bigger_netwrok", "2:7", "'next' names the knob 'bigger_netwrok', which nobody knows; did you mean 'bigger_network'? An own knob is declared with its stage: 'knobs: { bigger_netwrok: train }'.")]
    [InlineData("next: [l2, quantization]", "2:12", "'next' names the knob 'quantization', which nobody knows. An own knob is declared with its stage: 'knobs: { quantization: train }'.")]
    [InlineData("knobs: { mixup: train }\nhistory: [{ changed: [l2, mix_up] }]", "3:27", "'history.changed' names the knob 'mix_up', which nobody knows; did you mean 'mixup'? An own knob is declared with its stage: 'knobs: { mix_up: train }'.")]
    [InlineData("error_analysis: { examined: 9, tags: { blurry: 5, dog: 2 }, focus: blury }", "2:68", "the focus 'blury' is no tag; did you mean 'blurry'?")]
    [InlineData("error_analysis: { examined: 9, tags: { blurry: 5, dog: 2 }, focus: weather }", "2:68", "the focus 'weather' is no tag.")]
    public void NameOfNothing_IsReportedWithTheNearestOne(string lines, string place, string message) => Expect(lines, place, message);

    [Theory]
    [InlineData("knobs: { mixup: trian }\nnext: mixup\nhistory: [{ changed: [mixup] }]")]
    [InlineData("candidates: [{ name: [a] }]\nchoice: a")]
    [InlineData("error_analysis: { examined: 9, tags: { blurry: many }, focus: blurry }")]
    [InlineData("error_analysis: { examined: many, tags: { blurry: 5 } }")]
    [InlineData("synthesis: [{ unique: soon, generated: 5 }]")]
    public void UnusableValue_IsReportedOnceAndNotAgainWhereItIsUsed(string lines) =>
        Assert.Equal("MLS0003", Read.Single("version: 1\n" + lines).Id);

    [Theory]
    [InlineData("version: 2", "format version 2 isn't known to this guard, which reads version 1; write 'version: 1' or update the package.")]
    [InlineData("version: 99999999999", "format version 99999999999 isn't known to this guard, which reads version 1; write 'version: 1' or update the package.")]
    [InlineData("version: one", "'version' is 'one'; write a whole number, zero or more.")]
    [InlineData("version: [1]", "'version' must be a single value; here it is a list.")]
    public void OtherVersion_IsRefused(string text, string message)
    {
        var finding = Read.Single(text);

        Assert.Equal("MLS0003 1:10", Read.Place(finding));
        Assert.Equal(message, finding.Message);
    }

    [Fact]
    public void Places_AreThoseOfTheValueInBlockStyle() =>
        Assert.Equal(
            ["MLS0003 3:12", "MLS0003 6:14", "MLS0003 9:18"],
            Read.Places("""
                version: 1
                data:
                    label: [a]
                splits:
                  dev:
                    rows:    many
                metrics:
                  satisfy:
                  - { at_most:   x, metric: f1 }
                """));

    [Fact]
    public void Columns_CountUtf16UnitsBehindNonAsciiText() =>
        Assert.Equal(["MLS0003 2:32"], Read.Places("version: 1\ndata: { label: 'größe 🐈', id: [a] }\n"));

    [Fact]
    public void Lines_AreCountedInEveryLineEnding()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
            Assert.Equal(["MLS0003 3:7"], Read.Places($"version: 1{end}# x{end}task: x{end}"));
    }

    [Fact]
    public void AliasedValue_IsReportedWhereTheAliasStands() =>
        Assert.Equal(["MLS0003 3:16"], Read.Places("version: 1\nnext: &a [l2]\ndata: { id:    *a }\n"));

    [Theory]
    [InlineData("task: ranking\nconsistency: { policy: temporal, tolerance: 8% }")]
    [InlineData("consistency: { tolerance: 0.999, confidence: 0.501 }")]
    [InlineData("splits: { dev: { rows: 0, composition: { web: 1e6 } } }")]
    [InlineData("metrics: { min_difference: 100, satisfy: { metric: r2, at_least: -5 } }")]
    [InlineData("name: 1\ntarget: 0.5\ndata: { label: 2027-03-31, positive: false }")]
    [InlineData("accept: [{ rule: MLS1001, until: 2028-02-29 }]")]
    [InlineData("rules: { MLS1001: off, MLS5001: info }")]
    [InlineData("candidates: [{ name: a, measured: { profit: 91, latency_ms: 80, r2: -2, mcc: -0.5, f1: 100% } }]\nchoice: a")]
    [InlineData("candidates: [{ name: a, measured: { neg_log_loss: -0.3, f1: { value: 0.9, rows: 1 } } }]")]
    [InlineData("choice: nobody")]
    [InlineData("candidates: []\nchoice: nobody")]
    [InlineData("errors: { metric: rmse, human: 3, dev: 12, test: { error: 15, rows: 1 } }")]
    [InlineData("errors: { dev: { error: 15, metric: rmse }, train: 100%, bayes: 0 }")]
    [InlineData("history: [{ train: 12, dev: { error: 15, metric: own } }]")]
    [InlineData("error_analysis: { examined: 9, tags: { a: { count: 5, fixable: 0 }, b: { count: 0, fixable: 100% } }, focus: b }")]
    [InlineData("error_analysis: { focus: blurry }")]
    [InlineData("error_analysis: { examined: 9, tags: { a: 5 }, file: errors.csv, focus: blurry }")]
    [InlineData("synthesis: [{ unique: 1 min, generated: 2 days }, { unique: 5_000, generated: 1e6 }]")]
    [InlineData("multi_task: { tasks: { a: 5, b: x }, separate_networks_better: TRUE }")]
    [InlineData("next: [early_stopping, mixup]\nknobs: { mixup: train }\nhistory: [{ changed: mixup }]")]
    public void FittingValues_AreSilent(string lines) => Assert.Empty(Read.Places("version: 1\n" + lines));

    private static void Expect(string line, string place, string message)
    {
        var finding = Read.Single("version: 1\n" + line);

        Assert.Equal("MLS0003 " + place, Read.Place(finding));
        Assert.Equal(message, finding.Message);
        Assert.Equal(Severity.Error, finding.Severity);
    }
}
