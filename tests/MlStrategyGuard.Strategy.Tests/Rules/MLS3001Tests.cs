namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3001Tests : MarkedTest
{
    protected override string Rule => "MLS3001 Info";

    [Fact]
    public void TrainFarAboveHuman_IsBias() =>
        Fires("version: 1\nerrors: { human: 1%, train: ‸8%, dev: 10% }", "7.0 points above the Bayes proxy 1.0 %", "bigger_network, better_optimizer, train_longer");

    [Fact]
    public void Regression_IsSpokenOfInItsUnit() =>
        Fires("version: 1\nerrors: { metric: rmse, human: 2.1, train: ‸3.5, dev: 4 }", "the train rmse 3.5 is 1.4 above the Bayes proxy 2.1; variance 0.5.");

    [Fact]
    public void DeterminationIsBetterWhenHigher_AndSaidSo() =>
        Fires("version: 1\nerrors: { metric: r2, bayes: 0.9, train: ‸0.5, dev: 0.45 }", "the train r2 0.5 is 0.4 below the Bayes proxy 0.9");

    [Fact]
    public void VarianceLargest_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 7.5%, train: 8%, dev: 10% }");

    [Fact]
    public void FewRows_AreQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: { error: 3%, rows: 200 }, dev: { error: 4%, rows: 200 } }");

    [Fact]
    public void NoHumanFigure_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { train: 8%, dev: 10% }");

    [Fact]
    public void FiguresWithRows_ComeWithIntervalAndProbability()
    {
        var finding = Fires(
            "version: 1\nerrors: { human: 1%, train: { error: ‸4%, rows: 2000 }, dev: { error: 4.6%, rows: 2000 } }",
            "the train error 4.0 % is 3.0 points above the Bayes proxy 1.0 % (95 % interval 2.2 to 4.0, probability of being the largest 99.", "variance 0.6 points. Next:");

        Assert.DoesNotContain("taken as exact", finding.Message, StringComparison.Ordinal);
        Assert.Equal(["gap", "lower", "upper", "probability_largest"], finding.Data.Select(figure => figure.Key));
    }

    [Theory]
    [InlineData("metric: r2, human: 0.9, train: ‸0.5, dev: 0.4", "the train r2 0.5 is 0.4 below the Bayes proxy 0.9; variance 0.1.")]
    [InlineData("metric: rmse, human: 3, train: ‸8, dev: 8", "the train rmse 8 is 5 above the Bayes proxy 3; no variance.")]
    [InlineData("metric: accuracy, human: 99%, train: ‸90%, dev: 89%", "the train error 10.0 % is 9.0 points above the Bayes proxy 1.0 %")]
    public void OtherMetrics_AreShownAsTheyAre(string errors, string says)
    {
        var finding = Fires($"version: 1\nerrors: {{ {errors} }}", says);

        Assert.Equal(errors.Contains("accuracy", StringComparison.Ordinal), finding.Message.Contains("taken as exact", StringComparison.Ordinal));
    }
}
