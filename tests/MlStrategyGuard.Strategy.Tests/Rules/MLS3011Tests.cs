namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3011Tests : MarkedTest
{
    protected override string Rule => "MLS3011 Warning";

    [Fact]
    public void EarlyStoppingNext_IsReported() =>
        Fires("version: 1\nnext: [l2, ‸early_stopping]", "2 stages", "train, dev");

    [Fact]
    public void EarlyStoppingInSeveralRuns_IsReportedOnce() =>
        Fires(
            """
            version: 1
            history:
              - { run: 1, changed: [‸early_stopping] }
              - { run: 2, changed: [early_stopping] }
            """, "early_stopping");

    [Fact]
    public void OwnKnobOfTwoStages_IsReported() =>
        Fires(
            """
            version: 1
            knobs: { batch_norm: [train, dev] }
            next: ‸batch_norm
            """, "'batch_norm' acts on 2 stages");

    [Fact]
    public void KnobsOfOneStage_AreQuiet() =>
        IsQuiet("version: 1\nnext: [l2, dropout, adam]");

    [Fact]
    public void OwnKnobOfTwoStagesNeverTurned_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            knobs: { batch_norm: [train, dev] }
            next: l2
            """);

    [Fact]
    public void OwnDefinitionOfAKnob_Counts() =>
        IsQuiet(
            """
            version: 1
            knobs: { early_stopping: dev }
            next: early_stopping
            """);
}
