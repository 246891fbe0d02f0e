namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3101Tests : MarkedTest
{
    protected override string Rule => "MLS3101 Warning";

    [Fact]
    public void FocusOnTheSmallTag_IsReported() =>
        Fires(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { dogs: 8, great cats: 43, blurry: 61 }
              focus: ‸dogs
            """, "'dogs' (8.0 %", "'blurry' could win 61.0 %");

    [Fact]
    public void WhatCanBeFixed_Counts() =>
        Fires(
            """
            version: 1
            error_analysis:
              examined: 200
              tags: { dogs: { count: 80, fixable: 10% }, blurry: 70 }
              focus: ‸dogs
            """, "'dogs' (4.0 %", "'blurry' could win 35.0 %");

    [Fact]
    public void FocusOnTheBest_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { dogs: 8, blurry: 61 }
              focus: blurry
            """);

    [Fact]
    public void NearlyAsGood_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { great cats: 25, blurry: 30 }
              focus: great cats
            """);

    [Fact]
    public void TellingThemApartTakesMore_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { great cats: 30, blurry: 44 }
              focus: great cats
            """);

    [Fact]
    public void VeryFewExamples_AreQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 20
              tags: { dogs: 1, blurry: 5 }
              focus: dogs
            """);

    [Fact]
    public void NoFocus_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            error_analysis:
              examined: 100
              tags: { dogs: 8, blurry: 61 }
            """);
}
