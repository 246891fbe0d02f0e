namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3102Tests : MarkedTest
{
    protected override string Rule => "MLS3102 Info";

    [Fact]
    public void Ceilings_AreListedBestFirst() =>
        Fires(
            """
            version: 1
            errors: { dev: 10% }
            ‸error_analysis:
              examined: 100
              tags: { dogs: 8, blurry: 30 }
            """, "'blurry' 30.0 % of the errors (21.9–39.6), dev error 7.0 %; 'dogs' 8.0 % of the errors (4.1–15.0), dev error 9.2 %");

    [Fact]
    public void AccuracyLadder_IsTurnedIntoErrors() =>
        Fires(
            """
            version: 1
            errors: { metric: accuracy, dev: 90% }
            ‸error_analysis:
              examined: 100
              tags: { dogs: 8 }
            """, "dev error 9.2 %");

    [Fact]
    public void OtherMetric_HasNoErrorRate() =>
        Fires(
            """
            version: 1
            errors: { metric: f1, dev: 90% }
            ‸error_analysis:
              examined: 100
              tags: { dogs: 8 }
            """, "'dogs' 8.0 % of the errors (4.1–15.0).");

    [Fact]
    public void NoTags_AreQuiet() =>
        IsQuiet("version: 1\nerror_analysis: { examined: 100 }");

    [Fact]
    public void NoAnalysis_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { dev: 10% }");

    [Fact]
    public void CountsThatContradict_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 10
              tags: { dogs: 18 }
            """);

    private const string Chosen = "version: 1\ncandidates: [{ name: a, predictions: { dev: a.csv } }]\nchoice: a";

    [Fact]
    public void SlicesThatHoldTheChoicesErrors_AreReportedAtItsPredictions()
    {
        var finding = Assert.Single(Of(Chosen, Sliced("a")).Findings);

        Assert.Equal("MLS3102 Info 2:47", Place(finding));
        Assert.Contains("'country' = DE: 50.0 % of the errors on 10.0 % of the rows (error 50.0 %, elsewhere 5.56 %; as elsewhere the dev error would be 5.56 %)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SlicesOfAnother_AreQuiet() => Assert.Empty(Of(Chosen, Sliced("b")).Findings);

    [Fact]
    public void NoSlice_IsQuiet() => Assert.Empty(Of(Chosen, Sliced("a") with { ErrorSlices = [] }).Findings);

    private static Evidence Sliced(string candidate) => new()
    {
        Scores = [new(candidate, "dev", new("a.csv", SourceSpan.At(2, 47)), 1_000)],
        ErrorSlices = [new("country", "DE", 100, 50, 1_000, 100, 1e-9)],
    };
}
