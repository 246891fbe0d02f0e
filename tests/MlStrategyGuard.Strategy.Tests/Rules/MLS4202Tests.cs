namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS4202Tests : MarkedTest
{
    protected override string Rule => "MLS4202 Info";

    [Fact]
    public void AmplePairs_SpeakForThemselves() =>
        Fires("version: 1\nend_to_end: { pairs: 5000000, stages: { parse: 40000 }, plan: ‸pipeline }", "5,000,000 pairs", "beside the pipeline");

    [Fact]
    public void MediumPairs_SuggestAHybrid() =>
        Fires("version: 1\nend_to_end: { pairs: 200000, stages: { phonemes: 100000 }, plan: ‸pipeline }", "200,000 pairs", "hybrid");

    [Fact]
    public void FewPairs_AreQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 5000, stages: { a: 1000 }, plan: pipeline }");

    [Fact]
    public void HybridOfMedium_IsQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 200000, stages: { phonemes: 100000 }, plan: hybrid }");

    [Fact]
    public void StagesWithMore_AreQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 2000000, stages: { a: 90000000 }, plan: pipeline }");

    [Fact]
    public void EndToEnd_IsQuiet() =>
        IsQuiet("version: 1\nend_to_end: { pairs: 5000000, plan: end_to_end }");
}
