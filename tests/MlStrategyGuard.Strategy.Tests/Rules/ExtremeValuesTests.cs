namespace MlStrategyGuard.Strategy.Tests.Rules;

/// <summary>Whatever numbers a file declares, every rule runs to its end and its messages stay readable.</summary>
public sealed class ExtremeValuesTests : RuleTest
{
    [Theory]
    [InlineData("errors: { human: 1%, train: { error: 3%, rows: 9000000000000000000 }, dev: { error: 4%, rows: 9000000000000000000 } }")]
    [InlineData("errors: { dev: 10% }\nerror_analysis: { examined: 9000000000000000000, tags: { a: 9000000000000000000, b: 1 }, focus: b }")]
    [InlineData("errors: { dev: { error: 10%, rows: 9000000000000000000 } }\nlabels: { audit: { wrong_examined: 9000000000000000000, wrong_mislabeled: 9000000000000000000 } }")]
    [InlineData("metrics: { optimize: accuracy, satisfy: { metric: recall, at_least: 0.5 } }\ncandidates: [{ name: a, measured: { accuracy: { value: 0.9, rows: 9000000000000000000 }, recall: { value: 0.4, rows: 9000000000000000000 } } }, { name: b, measured: { accuracy: { value: 92, rows: 0 }, recall: { value: 7, rows: 5 } } }]\nchoice: a")]
    [InlineData("metrics: { optimize: accuracy, min_difference: 1e-300 }\nsplits: { dev: { rows: 5 } }")]
    [InlineData("target: x\nsplits: { dev: { distribution: a, composition: { a: 1, b: 9000000000000000000, c: 9000000000000000000 } }, test: { composition: { x: 0, y: 9000000000000000000, z: 9000000000000000000 } }, train: { rows: 9000000000000000000 } }")]
    [InlineData("end_to_end: { pairs: 9000000000000000000, stages: { a: 1 }, plan: end_to_end }")]
    [InlineData("end_to_end: { pairs: 0, plan: pipeline }\ntransfer: { from: { input: '', examples: 0 }, to: { input: ' ', examples: 0 }, retrain: all }")]
    [InlineData("synthesis: [{ unique: 0, generated: 0 }, { unique: 0 s, generated: 1 s }]")]
    [InlineData("error_analysis: { examined: 0, tags: { a: 0 }, focus: a }\nlabels: { audit: { wrong_examined: 0, wrong_mislabeled: 0 } }")]
    [InlineData("errors: { human: 0, bayes: 1, train: { error: 1, rows: 1 }, train_dev: { error: 0, rows: 1 }, dev: { error: 0, rows: 1 }, test: 1, production: 0 }")]
    [InlineData("errors: { metric: my_own, human: -5, train: { error: -7, rows: 100 }, dev: 1e300, test: -1e300 }")]
    public void HugeZeroOrImpossibleNumbers_AreSurvived(string text) =>
        Assert.All(Of("version: 1\n" + text).Findings, finding =>
        {
            Assert.DoesNotContain("NaN", finding.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("\u221E", finding.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("Infinity", finding.Message, StringComparison.Ordinal);
        });
}
