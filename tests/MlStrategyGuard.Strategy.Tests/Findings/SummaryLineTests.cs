using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Findings;

public sealed class SummaryLineTests
{
    [Theory]
    [InlineData(
        "errors: { bayes: 1%, train: { error: 2%, rows: 50000 }, dev: { error: 8%, rows: 5000 } }\nchoice: a",
        "dev f1 0.912 (0.904–0.920) · bias 1.0 · variance 6.0 (largest, 100 %) · next: regularization, dropout, more training data")]
    [InlineData(
        "errors: { bayes: 1%, train: { error: 6%, rows: 200 }, dev: { error: 12%, rows: 200 } }\nchoice: a",
        "dev f1 0.912 (0.904–0.920) · bias 5.0 · variance 6.0 (perhaps largest, 58 %) · next: measure on more rows")]
    [InlineData("", "dev f1 0.912 (0.904–0.920)")]
    public void Measured_IsOneLine(string text, string expected)
    {
        var line = Line("metrics: { optimize: F1Score }\ncandidates: [{ name: a, measured: { f1: { value: 0.912, rows: 5000 } } }]\n" + text)!;

        Assert.Equal(Digits(expected), Digits(line));
        Assert.Equal(expected.Split("perhaps")[0].Length, line.Split("perhaps")[0].Length);

        // The probability is drawn; what matters is that it is there.
        static string Digits(string all) => System.Text.RegularExpressions.Regex.Replace(all, "perhaps largest, [0-9]+ %", "perhaps largest, n %");
    }

    [Theory]
    [InlineData("{ name: b, measured: { f1: { value: 0.91, rows: 5000 } } }", "dev f1 0.912 (0.904–0.920; best of 2: up to 0.005 too good)")]
    [InlineData("{ name: b, measured: { f1: { value: 0.92, rows: 5000 } } }", "dev f1 0.912 (0.904–0.920)")]
    public void BestOfSeveral_SaysHowOptimisticThatIs(string other, string expected) => Assert.Equal(expected, Line(
        $"metrics: {{ optimize: f1 }}\ncandidates: [{{ name: a, measured: {{ f1: {{ value: 0.912, rows: 5000 }} }} }}, {other}]\nchoice: a"));

    [Fact]
    public void NothingMeasured_HasNoLine() => Assert.Null(Line("metrics: { optimize: f1 }"));

    private static string? Line(string text) =>
        SummaryLine.Of(Judgement.Of(StrategyReader.Read("version: 1\n" + text).Strategy, [], Evidence.None, default));
}
