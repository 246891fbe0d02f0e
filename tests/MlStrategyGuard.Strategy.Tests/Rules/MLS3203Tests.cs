namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3203Tests : MarkedTest
{
    protected override string Rule => "MLS3203 Error";

    [Fact]
    public void OnlyDevCorrected_IsReported() =>
        Fires("version: 1\nlabels: { corrected: [‸dev] }", "dev were corrected", "test were not");

    [Fact]
    public void OnlyTestCorrected_IsReported() =>
        Fires(
            """
            version: 1
            splits: { dev: { rows: 9 }, test: { rows: 9 } }
            labels: { corrected: [train, ‸test] }
            """, "those of dev were not");

    [Fact]
    public void BothCorrected_IsQuiet() =>
        IsQuiet("version: 1\nlabels: { corrected: [dev, test] }");

    [Fact]
    public void OnlyTrainCorrected_IsQuiet() =>
        IsQuiet("version: 1\nlabels: { corrected: [train] }");

    [Fact]
    public void NoTestSet_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            splits: { train: { rows: 90 }, dev: { rows: 9 } }
            labels: { corrected: [dev] }
            """);
}
