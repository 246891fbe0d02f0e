namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3103Tests : MarkedTest
{
    protected override string Rule => "MLS3103 Warning";

    [Fact]
    public void TwentyExamples_AreTooFew() =>
        Fires("version: 1\nerror_analysis: { examined: ‸20, tags: { dogs: 5, blurry: 8 } }", "20 examples", "'blurry'", "'dogs'");

    [Fact]
    public void HundredExamples_AreEnoughToStart() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { great cats: 25, blurry: 30 }
            """);

    [Fact]
    public void ClearOrder_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 20
              tags: { dogs: 1, blurry: 15 }
            """);

    [Fact]
    public void EqualTags_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 20
              tags: { dogs: 6, blurry: 6 }
            """);

    [Fact]
    public void TwoSmallTags_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { dogs: 4, blurry: 6 }
            """);

    [Fact]
    public void OneTag_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 5
              tags: { dogs: 2 }
            """);
}
