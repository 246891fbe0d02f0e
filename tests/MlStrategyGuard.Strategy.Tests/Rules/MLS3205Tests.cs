namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3205Tests : MarkedTest
{
    protected override string Rule => "MLS3205 Info";

    [Fact]
    public void TooFewToDecide_AsksForMore() =>
        Fires(
            """
            version: 1
            errors: { dev: 10% }
            labels:
              ‸audit: { wrong_examined: 20, wrong_mislabeled: 4, right_examined: 100, right_mislabeled: 0 }
            """, "20.0 %", "can't decide", "wrong predictions in all");

    [Fact]
    public void SmallErrorAndNoRightOnes_AsksForThem() =>
        Fires(
            """
            version: 1
            errors: { dev: 2% }
            labels:
              ‸audit: { wrong_examined: 100, wrong_mislabeled: 30 }
            """, "dev error of 2.0 %", "at least 100");

    [Fact]
    public void EnoughOfBoth_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { dev: 2% }
            labels: { audit: { wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0 } }
            """);

    [Fact]
    public void LargeErrorWithoutRightOnes_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { dev: 10% }
            labels: { audit: { wrong_examined: 100, wrong_mislabeled: 6 } }
            """);

    [Fact]
    public void AllWrongOnesExamined_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { dev: { error: 2%, rows: 1000 } }
            labels: { audit: { wrong_examined: 20, wrong_mislabeled: 4, right_examined: 100, right_mislabeled: 0 } }
            """);

    [Fact]
    public void AlreadyCorrected_IsQuiet() =>
        IsQuiet(
            """
            version: 1
            errors: { dev: 2% }
            labels: { corrected: [dev, test], audit: { wrong_examined: 20, wrong_mislabeled: 4 } }
            """);
}
