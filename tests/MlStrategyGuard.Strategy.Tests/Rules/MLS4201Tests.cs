namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4201Tests : MarkedTest
{
    protected override string Rule => "MLS4201 Warning";

    [Fact]
    public void FewPairs_KeepThePipeline() =>
        Fires("version: 1\nend_to_end: { pairs: 5000, stages: { find the face: 1000000, compare: 900 }, plan: ‸end_to_end }", "5,000 pairs", "'find the face' has 1,000,000 examples", "pipeline");

    [Fact]
    public void FewPairsWithoutStages_KeepHandMadeOnes() =>
        Fires("version: 1\nend_to_end: { pairs: 900, plan: ‸end_to_end }", "900 pairs", "collect more pairs");

    [Fact]
    public void StagesWithTenTimesAsMuch_AreLearntApart() =>
        Fires("version: 1\nend_to_end: { pairs: 50000, stages: { a: 500000, b: 600000 }, plan: ‸end_to_end }", "'a' has 500,000 examples and 'b' has 600,000 examples");

    [Fact]
    public void ManyPairs_AreQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 5000000, stages: { parse: 40000 }, plan: end_to_end }");

    [Fact]
    public void AmplePairsBesideLargerStages_AreQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 5000000, stages: { a: 60000000 }, plan: end_to_end }");

    [Fact]
    public void OneStageWithMoreOnly_IsQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 50000, stages: { a: 500000, b: 6000 }, plan: end_to_end }");

    [Fact]
    public void Pipeline_IsQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 500, stages: { a: 500000 }, plan: pipeline }");

    [Fact]
    public void NoPairsDeclared_IsQuiet() =>
        IsQuiet("version: 1\nend_to_end: { stages: { a: 500000 }, plan: end_to_end }");
}
