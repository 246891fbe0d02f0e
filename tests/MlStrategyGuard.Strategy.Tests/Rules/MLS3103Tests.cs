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

    [Theory]
    [InlineData("examined: 20, tags: { a: 8, b: 5 }", "about 240 would")]
    [InlineData("examined: 20, tags: { a: 9, b: 5 }", "about 140 would")]
    public void Message_SaysHowManyWouldDo(string analysis, string expected) =>
        Assert.Contains(expected, Assert.Single(Of($"version: 1\nerror_analysis: {{ {analysis} }}").Findings, finding => finding.Id == "MLS3103").Message, StringComparison.Ordinal);

    /// <summary>The second may be ahead by 1.96 deviations less the lead; by less than 7.5 % it isn't worth the work.</summary>
    [Theory]
    [InlineData("examined: 100, tags: { a: 61, b: 43 }")]
    [InlineData("examined: 200, tags: { a: 50, b: 40 }")]
    [InlineData("examined: 20, tags: { a: 6, b: 5 }")]
    [InlineData("examined: 20, tags: { a: 16, b: 2 }")]
    public void NearlySureOrTooAlike_IsQuiet(string analysis) =>
        IsQuiet($"version: 1\nerror_analysis: {{ {analysis} }}");

    [Fact]
    public void SecondThatMayBeAheadByAFewPoints_IsReported() =>
        Fires("version: 1\nerror_analysis: { examined: ‸20, tags: { a: 9, b: 4 } }", "'a' (45.0 %) from 'b' (20.0 %); about 80 would");

    [Fact]
    public void MoreThanPeopleCanLookAt_IsQuiet() =>
        IsQuiet("version: 1\nerror_analysis: { examined: 36, tags: { a: 13, b: 10 } }");
}
