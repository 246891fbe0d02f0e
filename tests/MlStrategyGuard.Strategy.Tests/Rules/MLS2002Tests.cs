namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2002Tests : RuleTest
{
    [Fact]
    public void TwoMetrics_AreReportedAtTheList() =>
        Assert.Equal(
            "2 metrics compete: f1, roc_auc. Exactly one can be optimized: keep the one that ranks your candidates and move "
            + "the others to 'satisfy:' with a threshold, or to 'watch:'.",
            Single("MLS2002 Error 3:13", "version: 1\nmetrics:\n  optimize: [f1, roc_auc]\n").Message);

    [Theory]
    [InlineData("[precision, recall]")]
    [InlineData("[Recall, PositivePrecision]")]
    [InlineData("[{ metric: precision }, sensitivity]")]
    public void PrecisionAndRecall_AreToBeCombined(string optimize) =>
        Assert.Contains(
            "combine precision and recall into one (f1) and move the others",
            Single("MLS2002 Error 2:22", $"version: 1\nmetrics: {{ optimize: {optimize} }}").Message, StringComparison.Ordinal);

    [Fact]
    public void ManyMetrics_AreCutShort() =>
        Assert.StartsWith(
            "7 metrics compete: f1, f2, mcc, kappa, brier, …. Exactly one",
            Single("MLS2002 Error 2:22", "version: 1\nmetrics: { optimize: [f1, f2, mcc, kappa, brier, ece, roc_auc] }").Message,
            StringComparison.Ordinal);

    [Fact]
    public void BlockList_IsReportedAtItsFirstDash() =>
        Single("MLS2002 Error 4:3", "version: 1\nmetrics:\n  optimize:\n  - f1\n  - roc_auc\n");

    [Theory]
    [InlineData("optimize: f1")]
    [InlineData("optimize: [f1]")]
    [InlineData("optimize: [{ metric: f1, over: country, aggregate: worst }]")]
    [InlineData("optimize: f1, watch: [precision, recall]")]
    [InlineData("optimize: f1, satisfy: [{ metric: recall, at_least: 0.5 }, { metric: precision, at_least: 0.5 }]")]
    public void OneMetric_IsSilent(string metrics) => Silent($"version: 1\nmetrics: {{ {metrics} }}");

    [Theory]
    [InlineData("optimize: []")]
    [InlineData("optimize:")]
    [InlineData("optimize: [f1, ~]")]
    public void NoSecondMetric_IsNotThisRules(string metrics) =>
        Assert.Empty(Places("MLS2002", $"version: 1\nmetrics: {{ {metrics} }}"));

    [Fact]
    public void WaivedOrOff_IsSilent()
    {
        Silent("version: 1\nmetrics: { optimize: [f1, mcc] }\naccept: [{ rule: MLS2002, because: still arguing }]");
        Silent("version: 1\nmetrics: { optimize: [f1, mcc] }\nrules: { MLS2002: off }");
    }

    [Theory]
    [InlineData("metrics: { optimize: [f1, mcc] }", "metrics: { watch: [mcc], optimize: f1 }")]
    [InlineData("metrics: { optimize: [f1, mcc, kappa, mcc] }", "metrics: { watch: [mcc, kappa], optimize: f1 }")]
    [InlineData("metrics: { optimize: [f1, mcc], watch: [brier] }", "metrics: { optimize: f1, watch: [brier, mcc] }")]
    [InlineData("metrics: { optimize: [f1, mcc, brier], watch: [brier] }", "metrics: { optimize: f1, watch: [brier, mcc] }")]
    [InlineData("metrics: { optimize: [f1, mcc], watch: [mcc] }", "metrics: { optimize: f1, watch: [mcc] }")]
    [InlineData("metrics:\n    optimize: [f1, mcc] # both", "metrics:\n    watch: [mcc]\n    optimize: f1 # both")]
    [InlineData("metrics:\n  optimize: [f1, mcc]\n  watch:\n    - brier", "metrics:\n  optimize: f1\n  watch:\n    - mcc\n    - brier")]
    public void Fix_KeepsTheFirstAndWatchesTheOthers(string before, string after)
    {
        var text = $"version: 1\n{before}\n";
        var fix = FixOf(text)!;

        Assert.Equal("keep 'f1' and watch the others", fix.Title);
        Assert.Equal($"version: 1\n{after}\n", Applied(fix, text));
        Silent(Applied(fix, text));
    }

    [Theory]
    [InlineData("optimize: [f1, { metric: f2, over: country, aggregate: worst }]")]
    [InlineData("optimize: [{ metric: profit, direction: higher }, f1]")]
    [InlineData("optimize: [f1, f1]")]
    [InlineData("optimize: [f1, mcc, f1]")]
    [InlineData("optimize: [f1, 'own metric']")]
    [InlineData("optimize: [f1, mcc], watch: ['own metric']")]
    public void NoCertainFix_IsNone(string metrics) => Assert.Null(FixOf($"version: 1\nmetrics: {{ {metrics} }}\n"));

    [Theory]
    [InlineData("[f1, f2, mcc, kappa, brier]", "5 metrics compete: f1, f2, mcc, kappa, brier. Exactly")]
    [InlineData("[f1, f2, mcc, kappa, brier, ece]", "6 metrics compete: f1, f2, mcc, kappa, brier, …. Exactly")]
    [InlineData("[f1, recall]", "keep the one that ranks")]
    [InlineData("[precision, f1]", "keep the one that ranks")]
    public void Message_NamesFiveAndCombinesOnlyPrecisionWithRecall(string optimize, string expected) =>
        Assert.Contains(expected, Single("MLS2002 Error 2:22", $"version: 1\nmetrics: {{ optimize: {optimize} }}").Message, StringComparison.Ordinal);

    private static Fix? FixOf(string text) => Assert.Single(Of(text).Findings, finding => finding.Id == "MLS2002").Fix;

    private static string Applied(Fix fix, string text)
    {
        foreach (var edit in fix.Edits.OrderByDescending(edit => (edit.Span.Line, edit.Span.Column)))
        {
            int Offset(int line, int column) => text.Split('\n').Take(line - 1).Sum(before => before.Length + 1) + column - 1;
            var (start, end) = (Offset(edit.Span.Line, edit.Span.Column), Offset(edit.Span.EndLine, edit.Span.EndColumn));
            text = text[..start] + edit.Text + text[end..];
        }

        return text;
    }
}
