namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3010Tests : MarkedTest
{
    protected override string Rule => "MLS3010 Warning";

    [Fact]
    public void KnobsOfTwoStages_AreNamedByStage() =>
        Fires(
            """
            version: 1
            history:
              - { run: 7, changed: [‸dropout, adam] }
            """, "run 7", "2 stages", "train: adam; dev: dropout");

    [Fact]
    public void OwnKnobs_Count() =>
        Fires(
            """
            version: 1
            knobs: { focal_loss: real_world }
            history:
              - { changed: [‸focal_loss, l2] }
            """, "this run", "dev: l2; real_world: focal_loss");

    [Fact]
    public void EarlyStoppingBesideTwoStages_IsCountedOnce() =>
        Fires(
            """
            version: 1
            history:
              - { run: 1, changed: [‸early_stopping, dropout, adam] }
            """, "2 stages", "train: early_stopping, adam; dev: dropout");

    [Fact]
    public void KnobsOfOneStage_AreQuiet() =>
        IsQuiet("version: 1\nhistory: [{ run: 1, changed: [adam, bigger_network, learning_rate] }]");

    [Fact]
    public void OneKnobARun_IsQuiet() =>
        IsQuiet("version: 1\nhistory: [{ run: 1, changed: adam }, { run: 2, changed: dropout }, { run: 3, changed: metric }]");

    [Fact]
    public void EarlyStoppingBesideDropout_IsOfOneStage() =>
        IsQuiet("version: 1\nhistory: [{ run: 1, changed: [early_stopping, dropout] }]");

    [Fact]
    public void NothingChanged_IsQuiet() =>
        IsQuiet("version: 1\nhistory: [{ run: 1, train: 8%, dev: 10% }]");

    [Fact]
    public void SameKnobTwice_IsQuiet() =>
        IsQuiet("version: 1\nhistory: [{ run: 1, changed: [l2, l2] }]");

    [Fact]
    public void KnobsOfSeveralStagesEach_CountOnceWithTheStageInCommon() =>
        Fires(
            """
            version: 1
            knobs: { mixup: [train, dev], warmup: train }
            history:
              - { run: 1, changed: [‸mixup, warmup, bigger_dev_set] }
            """, "2 stages", "train: mixup, warmup; test: bigger_dev_set");

    [Fact]
    public void KnobsThatShareALaterStage_AreQuiet() =>
        IsQuiet("version: 1\nknobs: { mixup: [train, dev], cutout: [test, dev] }\nhistory: [{ run: 1, changed: [mixup, cutout] }]");

    [Fact]
    public void SameKnobOfTwoStagesTwice_IsQuiet() =>
        IsQuiet("version: 1\nknobs: { mixup: [train, dev] }\nhistory: [{ run: 1, changed: [mixup, mixup] }]");
}
