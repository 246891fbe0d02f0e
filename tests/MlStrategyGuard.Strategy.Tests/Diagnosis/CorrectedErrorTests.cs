using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Strategy.Tests.Diagnosis;

public sealed class CorrectedErrorTests
{
    [Fact]
    public void OnlyWrongPredictionsMislabeled_TheErrorFalls()
    {
        // 2 % − 2 % · 0.3; b is 0 of 100, so it may be 3.7 % and the error 0.6 % lower or 3.6 % higher.
        var corrected = Of("dev: 2%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0")!;

        Assert.Equal(0.014, corrected.Value, 12);
        Assert.Equal(0.014 - (0.02 * (0.39584 - 0.3)), corrected.Lower, 4);
        Assert.Equal(0.014 + Math.Sqrt(Square(0.02 * (0.3 - 0.21895)) + Square(0.98 * 0.03699)), corrected.Upper, 4);
    }

    [Fact]
    public void OneOfAHundredRightOnesToo_TheErrorRises()
    {
        var corrected = Of("dev: 2%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 1000, right_mislabeled: 10")!;

        Assert.Equal(0.02 - 0.006 + 0.0098, corrected.Value, 12);
        Assert.InRange(corrected.Lower, 0.018, 0.0195);
        Assert.InRange(corrected.Upper, 0.031, 0.0325);
    }

    [Fact]
    public void RowsOfTheDevError_WidenTheInterval()
    {
        const string Audit = "wrong_examined: 100, wrong_mislabeled: 6, right_examined: 100, right_mislabeled: 1";
        var exact = Of("dev: 10%", Audit)!;
        var counted = Of("dev: { error: 10%, rows: 200 }", Audit)!;

        Assert.Equal(exact.Value, counted.Value);
        Assert.True(counted.Lower < exact.Lower - 0.02);
        Assert.True(counted.Upper > exact.Upper + 0.01);
    }

    [Fact]
    public void MoreWrongLabelsThanRightOnes_TurnTheNoiseOfTheErrorAround()
    {
        // 1 − a − b is −0.8: a larger e makes a smaller corrected error. Wilson's limits of 10 % on 100 rows: 5.5–17.4 %.
        var corrected = Of("dev: { error: 10%, rows: 100 }", "wrong_examined: 10000, wrong_mislabeled: 9000, right_examined: 10000, right_mislabeled: 9000")!;

        Assert.Equal(0.82, corrected.Value, 12);
        Assert.InRange(corrected.Lower, 0.759, 0.762);
        Assert.InRange(corrected.Upper, 0.855, 0.858);
    }

    [Fact]
    public void Accuracy_IsTakenAsItsError() =>
        Assert.Equal(0.014, Of("metric: accuracy, dev: 98%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0")!.Value, 12);

    [Theory]
    [InlineData("dev: 4.9%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 99, right_mislabeled: 0")]
    [InlineData("dev: 10%", "wrong_examined: 100, wrong_mislabeled: 30")]
    [InlineData("dev: 10%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100")]
    [InlineData("dev: 10%", "wrong_examined: 100, right_examined: 100, right_mislabeled: 0")]
    [InlineData("dev: 10%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 0, right_mislabeled: 0")]
    [InlineData("dev: 10%", "wrong_examined: 0, wrong_mislabeled: 0, right_examined: 100, right_mislabeled: 0")]
    [InlineData("dev: 10%", "wrong_examined: 100, wrong_mislabeled: 101, right_examined: 100, right_mislabeled: 0")]
    [InlineData("dev: 10%", "wrong_examined: 100, wrong_mislabeled: 1, right_examined: 100, right_mislabeled: 101")]
    [InlineData("train: 10%", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0")]
    [InlineData("metric: rmse, dev: 10", "wrong_examined: 100, wrong_mislabeled: 30, right_examined: 100, right_mislabeled: 0")]
    public void TooLittleToTell_IsNone(string errors, string audit) => Assert.Null(Of(errors, audit));

    [Theory]
    [InlineData("dev: 5%", "wrong_examined: 1, wrong_mislabeled: 1, right_examined: 1, right_mislabeled: 1", 0.95)]
    [InlineData("dev: 4.9%", "wrong_examined: 100, wrong_mislabeled: 100, right_examined: 100, right_mislabeled: 0", 0)]
    public void JustEnough_IsTold(string errors, string audit, double expected)
    {
        var corrected = Of(errors, audit)!;

        Assert.Equal(expected, corrected.Value, 12);
        Assert.InRange(corrected.Lower, 0, expected);
        Assert.InRange(corrected.Upper, expected, 1);
    }

    private static CorrectedError? Of(string errors, string audit) =>
        CorrectedError.Of(StrategyReader.Read($"version: 1\nerrors: {{ {errors} }}\nlabels: {{ audit: {{ {audit} }} }}").Strategy);

    private static double Square(double value) => value * value;
}
