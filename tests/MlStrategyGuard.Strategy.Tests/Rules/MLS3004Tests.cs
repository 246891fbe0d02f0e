namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3004Tests : MarkedTest
{
    protected override string Rule => "MLS3004 Info";

    [Fact]
    public void TestFarAboveDev_IsOverfitToDev() =>
        Fires("version: 1\nerrors: { human: 1%, train: 1.5%, dev: 2%, test: ‸9% }", "7.0 points above dev 2.0 %", "Next: bigger_dev_set.");

    [Fact]
    public void SmallStep_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 5%, dev: 6%, test: 6.2% }");

    [Fact]
    public void DevAndTestOfTwoDistributions_ExplainIt() =>
        IsQuiet(
            """
            version: 1
            splits: { dev: { rows: 900, distribution: app }, test: { rows: 900, distribution: web } }
            errors: { human: 1%, train: 1.5%, dev: 2%, test: 9% }
            """);

    [Fact]
    public void FewRows_AreQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 1.5%, dev: { error: 2%, rows: 100 }, test: { error: 5%, rows: 100 } }");

    [Fact]
    public void StepBeyondTheBestOfTwenty_IsOverfit() =>
        Fires(Runs(20, "‸6%"), "4.0 points above dev 2.0 %", "Up to 0.48 points of it come from choosing");

    [Fact]
    public void OneRun_IsNoChoice() =>
        Assert.DoesNotContain("choosing", Assert.Single(Of(Runs(1, "6%")).Findings, finding => finding.Id == "MLS3004").Message);

    [Fact]
    public void StepThatChoosingTheBestExplains_IsQuiet() => IsQuiet(Runs(20, "3%"));

    [Fact]
    public void SameStepOfOneRun_IsOverfit() => Fires(Runs(1, "‸3%"), "1.0 points above dev 2.0 %");

    /// <summary>Twenty runs explain √(2 ln 20 · 0.02 · 0.98/5000) = 0.48 points; two, 0.23.</summary>
    private static string Runs(int runs, string test) =>
        $$"""
        version: 1
        history: [{{string.Join(", ", Enumerable.Range(1, runs).Select(run => $"{{ run: {run} }}"))}}]
        errors: { human: 2.3%, train: 2.3%, dev: { error: 2%, rows: 5000 }, test: { rows: 5000, error: {{test}} } }
        """;

    private const string Overfit = "version: 1\nerrors: { human: 1%, train: 1.5%, dev: 2%, test: 9% }";

    [Fact]
    public void DataOfDevAndTestThatDiffers_ExplainsIt() =>
        IsQuiet(Overfit, Compared(DevAndTest(Column("age", Verdict.Different))));

    [Fact]
    public void DataThatHasOnlyShiftedOrBelongsToOtherSplits_ExplainsNothing()
    {
        Assert.Single(Places("MLS3004", Overfit, Compared(DevAndTest(Column("age", Verdict.Shifted)))));
        Assert.Single(Places("MLS3004", Overfit, Compared(Pair("train", "train_dev", ComparisonReason.TrainAndTrainDev, Column("age", Verdict.Different)))));
    }
}
