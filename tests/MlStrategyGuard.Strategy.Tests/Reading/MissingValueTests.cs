using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Reading;

/// <summary>MLS0004: what a file can't do without.</summary>
public sealed class MissingValueTests
{
    [Theory]
    [InlineData("name: x", "1:1", "'version' is missing; begin the file with 'version: 1'.")]
    [InlineData("version:", "1:9", "'version' has an empty value here; write one or remove it.")]
    [InlineData("version: null", "1:10", "'version' has an empty value here; write one or remove it.")]
    public void Version_IsNeeded(string text, string place, string message) => Expect(text, place, message);

    [Theory]
    [InlineData("a: ~", 0)]
    [InlineData("a: []", 0)]
    [InlineData("a: [b, ~]", 0)]
    [InlineData("a: b, c: ~", 0)]
    [InlineData("a: b", 1)]
    public void FilesWhoseFilterCannotBeRead_AreNotRead(string where, int files) =>
        Assert.Equal(files, StrategyReader.Read($"version: 1\nsplits: {{ dev: {{ files: x.csv, where: {{ {where} }} }} }}").Strategy!.Split("dev")!.Files.Count);

    [Theory]
    [InlineData("splits:\n  dev:\n", "3:3", "split 'dev' is empty; give it 'files:', or 'rows:' if there is no data at hand.")]
    [InlineData("splits: { dev: { where: { a: b } } }", "2:11", "split 'dev' has 'where:' and no 'files:' to choose rows from.")]
    [InlineData("splits: { dev: { files: [], where: { a: b } } }", "2:11", "split 'dev' has 'where:' and no 'files:' to choose rows from.")]
    [InlineData("splits: { dev: { files: x, where: { a: } } }", "2:40", "'splits.dev.where.a' has an empty value here; write one or remove it.")]
    [InlineData("splits: { dev: { files: x, where: { a: [b, ~] } } }", "2:44", "'splits.dev.where.a' has an empty value here; write one or remove it.")]
    [InlineData("splits: { dev: { files: x, where: { a: [] } } }", "2:40", "'splits.dev.where.a' lists no value; name the values whose rows belong to the split.")]
    [InlineData("splits: { dev: { files: [x, null] } }", "2:29", "'splits.dev.files' has an empty value here; write one or remove it.")]
    [InlineData("splits: { dev: { composition: { web: ~ } } }", "2:38", "'splits.dev.composition.web' has an empty value here; write one or remove it.")]
    [InlineData("data: { ignore: [~] }", "2:18", "'data.ignore' has an empty value here; write one or remove it.")]
    [InlineData("data: { columns: { a: ~ } }", "2:23", "'data.columns.a' has an empty value here; write one or remove it.")]
    [InlineData("metrics: { optimize: { over: country } }", "2:22", "'metrics.optimize.metric' is missing: name the metric.")]
    [InlineData("metrics: { optimize: { metric: } }", "2:22", "'metrics.optimize.metric' is missing: name the metric.")]
    [InlineData("metrics:\n  satisfy:\n    - at_most: 1\n", "4:7", "'metrics.satisfy.metric' is missing: name the metric.")]
    [InlineData("metrics: { satisfy: [~] }", "2:22", "'metrics.satisfy' has an empty value here; write one or remove it.")]
    [InlineData("metrics: { watch: [f1, ~] }", "2:24", "'metrics.watch' has an empty value here; write one or remove it.")]
    [InlineData("candidates: [{ measured: { f1: 0.9 } }]", "2:14", "'candidates.name' is missing: name the candidate.")]
    [InlineData("candidates: [{ name: , predictions: { dev: x } }]", "2:14", "'candidates.name' is missing: name the candidate.")]
    [InlineData("candidates: [{ name: a, measured: { f1: ~ } }]", "2:41", "'candidates.measured.f1' has an empty value here; write one or remove it.")]
    [InlineData("candidates: [{ name: a, measured: { f1: { on: dev } } }]", "2:41", "'candidates.measured.f1.value' is missing; write it, or remove all that belongs to it.")]
    [InlineData("candidates: [{ name: a, measured: { f1: { value: } } }]", "2:41", "'candidates.measured.f1.value' is missing; write it, or remove all that belongs to it.")]
    [InlineData("errors: { dev: { rows: 5 } }", "2:16", "'errors.dev.error' is missing; write it, or remove all that belongs to it.")]
    [InlineData("errors: { dev: { error: , rows: 5 } }", "2:16", "'errors.dev.error' is missing; write it, or remove all that belongs to it.")]
    [InlineData("errors: { human: [{ who: x }] }", "2:19", "'errors.human.error' is missing; write it, or remove all that belongs to it.")]
    [InlineData("errors: { human: [1%, ~] }", "2:23", "'errors.human' has an empty value here; write one or remove it.")]
    [InlineData("next: [l2, ~]", "2:12", "'next' has an empty value here; write one or remove it.")]
    [InlineData("knobs: { a: ~ }", "2:13", "'knobs.a' has an empty value here; write one or remove it.")]
    [InlineData("knobs: { a: [] }", "2:10", "'knobs.a' names no stage; it takes train, dev, mismatch, test, real_world.")]
    [InlineData("error_analysis: { tags: { a: 1 } }", "2:1", "'error_analysis.examined' is missing; say how many misclassified examples were looked at.")]
    [InlineData("error_analysis: { tags: { a: 1 }, examined: }", "2:1", "'error_analysis.examined' is missing; say how many misclassified examples were looked at.")]
    [InlineData("error_analysis: { examined: 9, tags: { a: ~ } }", "2:43", "'error_analysis.tags.a' has an empty value here; write one or remove it.")]
    [InlineData("error_analysis: { examined: 9, tags: { a: { fixable: 1 } } }", "2:43", "'error_analysis.tags.a.count' is missing; write it, or remove all that belongs to it.")]
    [InlineData("labels: { corrected: [dev, ~] }", "2:28", "'labels.corrected' has an empty value here; write one or remove it.")]
    [InlineData("synthesis:\n  - name: x\n    unique: 5\n", "3:5", "'synthesis.generated' is missing; write it, or remove all that belongs to it.")]
    [InlineData("synthesis: [{ unique: , generated: 5 }]", "2:13", "'synthesis.unique' is missing; write it, or remove all that belongs to it.")]
    [InlineData("multi_task: { tasks: { a: ~ } }", "2:27", "'multi_task.tasks.a' has an empty value here; write one or remove it.")]
    [InlineData("multi_task: { tasks: { a: {} } }", "2:27", "'multi_task.tasks.a.examples' is missing; write it, or remove all that belongs to it.")]
    [InlineData("end_to_end: { stages: { a: ~ } }", "2:28", "'end_to_end.stages.a' has an empty value here; write one or remove it.")]
    [InlineData("accept: [{ because: x }]", "2:10", "'accept.rule' is missing: name the rule that is accepted.")]
    [InlineData("accept:\n  - because: x\n", "3:5", "'accept.rule' is missing: name the rule that is accepted.")]
    [InlineData("rules: { MLS1001: }", "2:19", "'rules.MLS1001' has an empty value here; write one or remove it.")]
    public void MissingPart_IsReportedWhereItIsDue(string lines, string place, string message) =>
        Expect("version: 1\n" + lines, place, message);

    [Theory]
    [InlineData("name:\ntask:\ntarget: ~\ndata: null\nsplits:\nconsistency:\nmetrics:\naccept:\nrules:\ncandidates:\n")]
    [InlineData("data: { label: , ignore: , columns: , missing: }")]
    [InlineData("data: { missing: [~, null] }")]
    [InlineData("splits: { dev: { files: , where: , rows: , composition: } }")]
    [InlineData("splits: { dev: { where: {} } }")]
    [InlineData("consistency: { tolerance: , confidence: , policy: }")]
    [InlineData("metrics: { optimize: , min_difference: , satisfy: , watch: }")]
    [InlineData("metrics: { satisfy: [] }")]
    [InlineData("metrics: { satisfy: { metric: f1, at_most: , on: } }")]
    [InlineData("accept: [{ rule: MLS1001, where: , because: , until: }]")]
    [InlineData("candidates:\nchoice: ~\nerrors:\nnext: null\nknobs:\nhistory:\nerror_analysis:\nlabels:\nsynthesis:\ntransfer:\nmulti_task:\nend_to_end:\n")]
    [InlineData("candidates: [{ name: a, predictions: { dev: }, measured: }]")]
    [InlineData("candidates: [{ name: a, measured: { f1: [], recall: { value: 1, on: , rows: } } }]")]
    [InlineData("errors: { metric: , human: , bayes: ~, dev: }")]
    [InlineData("errors: { human: [], dev: { error: 1%, rows: , metric: } }")]
    [InlineData("next: []\nknobs: {}\nhistory: [{}, { run: , changed: , dev: }]")]
    [InlineData("error_analysis: { examined: , tags: , file: , focus: x }")]
    [InlineData("error_analysis: { tags: {} }")]
    [InlineData("labels: { audit: { file: , wrong_examined: }, corrected: [] }")]
    [InlineData("synthesis: []\ntransfer: { from: , to: {}, retrain: }")]
    [InlineData("multi_task: { tasks: , missing_labels: , separate_networks_better: }\nend_to_end: { pairs: , stages: , plan: }")]
    [InlineData("data: { label: '' , positive: 'null' }")]
    public void EmptyOptionalPart_IsTheSameAsNone(string lines) => Assert.Empty(Read.Places("version: 1\n" + lines));

    private static void Expect(string text, string place, string message)
    {
        var finding = Read.Single(text);

        Assert.Equal("MLS0004 " + place, Read.Place(finding));
        Assert.Equal(message, finding.Message);
        Assert.Equal(Severity.Error, finding.Severity);
    }
}
