using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

public sealed class CeilingTests
{
    /// <summary>√(f²p(1 − p) + g²q(1 − q) − 2fg(max(0, p + q − 1) − pq))/√n with p = (k + 1)/(n + 2).</summary>
    [Theory]
    [InlineData("a: 8, b: 5", 20, 0.182102)]
    [InlineData("a: 61, b: 43", 100, 0.096418)]
    [InlineData("a: { count: 61, fixable: 50% }, b: 43", 100, 0.072655)]
    [InlineData("a: 70, b: { count: 60, fixable: 50% }", 100, 0.062755)]
    [InlineData("a: { count: 30, fixable: 50% }, b: 20", 100, 0.052816)]
    public void NoiseOfALead_IsThatOfTagsThatHaveAsFewExamplesInCommonAsPossible(string tags, int examined, double expected)
    {
        var ceilings = Of($"error_analysis: {{ examined: {examined}, tags: {{ {tags} }} }}");
        var (a, b) = (ceilings.Single(ceiling => ceiling.Tag.Name.Value == "a"), ceilings.Single(ceiling => ceiling.Tag.Name.Value == "b"));

        Assert.Equal(expected, a.LeadDeviation(b, examined), 6);
        Assert.Equal(expected, b.LeadDeviation(a, examined), 6);
    }

    [Fact]
    public void Ceilings_StandBestFirstAndThenByName() =>
        Assert.Equal(
            ["blurry", "cats", "dogs", "rain"],
            Of("error_analysis: { examined: 10, tags: { dogs: 3, rain: { count: 5, fixable: 20% }, cats: 3, blurry: 8 } }").Select(ceiling => ceiling.Tag.Name.Value));

    [Theory]
    [InlineData("dev: 10%", 0.05)]
    [InlineData("metric: accuracy, dev: 90%", 0.05)]
    [InlineData("metric: accuracy, dev: { error: 10%, metric: error_rate }", 0.05)]
    [InlineData("dev: 100%", 0.5)]
    [InlineData("dev: 0%", 0.0)]
    [InlineData("metric: f1, dev: 90%", null)]
    [InlineData("metric: profit, dev: 1.5", null)]
    [InlineData("metric: profit, dev: -1", null)]
    [InlineData("train: 10%", null)]
    public void BestError_IsOfADevErrorThatCountsRows(string errors, double? expected) =>
        Assert.Equal(expected, Assert.Single(Of($"errors: {{ {errors} }}\nerror_analysis: {{ examined: 2, tags: {{ dogs: 1 }} }}")).BestError is { } best ? Math.Round(best, 12) : null);

    [Fact]
    public void OneExamined_IsEnoughForACeiling() =>
        Assert.Equal(1, Assert.Single(Of("error_analysis: { examined: 1, tags: { dogs: 1 } }")).Gain);

    [Theory]
    [InlineData("examined: 0, tags: { dogs: 0 }")]
    [InlineData("examined: 5, tags: { dogs: 6, cats: 2 }")]
    [InlineData("examined: 5")]
    public void NothingExaminedOrCountsThatContradict_HaveNoCeilings(string analysis) => Assert.Empty(Of($"error_analysis: {{ {analysis} }}"));

    private static IReadOnlyList<Ceiling> Of(string text) => Ceiling.Of(StrategyReader.Read($"version: 1\n{text}\n").Strategy);
}
