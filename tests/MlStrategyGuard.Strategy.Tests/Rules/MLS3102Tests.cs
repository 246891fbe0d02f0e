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
}
