namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS3007Tests : MarkedTest
{
    protected override string Rule => "MLS3007 Warning";

    [Fact]
    public void BayesAboveTheBestHuman_CantBe() =>
        Fires("version: 1\nerrors: { human: [{ who: a team, error: 0.5% }, 1%], bayes: ‸0.7%, train: 2%, dev: 3% }", "0.7 %", "a team has 0.5 %");

    [Fact]
    public void DevBelowTheProxy_SaysNothingOfBias() =>
        Fires("version: 1\nerrors: { human: 1%, train: 0.3%, dev: ‸0.5% }", "0.5 %", "1.0 %", "past human level");

    [Fact]
    public void AccuracyOfBayesBelowTheHuman_CantBe() =>
        Fires("version: 1\nerrors: { metric: accuracy, human: 99%, bayes: ‸98%, train: 95%, dev: 94% }", "the Bayes accuracy is declared as 98.0 %");

    [Fact]
    public void BayesBelowTheHuman_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, bayes: 0.5%, train: 2%, dev: 3% }");

    [Fact]
    public void HumanOnFewRows_MayBeWorse() =>
        IsQuiet("version: 1\nerrors: { human: { error: 0.5%, rows: 200 }, bayes: 0.7%, train: 2%, dev: 3% }");

    [Fact]
    public void DevBelowTheProxyWithinNoise_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: { error: 0.8%, rows: 500 }, dev: { error: 0.8%, rows: 500 } }");

    [Fact]
    public void TrainBelowTheProxy_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { human: 1%, train: 0.1%, dev: 3% }");

    [Fact]
    public void AccuracyAboveTheHuman_IsQuiet() =>
        IsQuiet("version: 1\nerrors: { metric: accuracy, human: 98%, bayes: 99%, train: 95%, dev: 94% }");

    [Theory]
    [InlineData("metric: rmse, human: 3, bayes: ‸3.5, train: 4, dev: 5", "the Bayes rmse is declared as 3.5, and the best human figure has 3;")]
    [InlineData("metric: profit, human: 3, bayes: ‸3.5, train: 4, dev: 5", "the Bayes profit is declared as 3.5")]
    [InlineData("metric: r2, human: 0.9, bayes: ‸0.8, train: 0.7, dev: 0.6", "the Bayes r2 is declared as 0.8")]
    [InlineData("metric: r2, human: -0.9, bayes: ‸-1.8, train: -4, dev: -4", "the Bayes r2 is declared as -1.8, and the best human figure has -0.9")]
    public void FigureThatIsNoShare_IsShownAsItIs(string errors, string says) => Fires($"version: 1\nerrors: {{ {errors} }}", says);

    [Theory]
    [InlineData("metric: rmse, human: 3, bayes: 3, train: 4, dev: 5")]
    [InlineData("metric: rmse, human: 3, bayes: 2.5, train: 4, dev: 5")]
    [InlineData("human: 1%, bayes: 1%, train: 2%, dev: 3%")]
    [InlineData("human: 0%, bayes: 0%, train: 2%, dev: 3%")]
    [InlineData("human: 100%, bayes: 100%, train: 100%, dev: 100%")]
    public void BayesAsGoodAsTheBestHuman_IsQuiet(string errors) => IsQuiet($"version: 1\nerrors: {{ {errors} }}");

    [Fact]
    public void RungsInSeveralMetrics_AreNotCompared() =>
        Assert.Empty(Places("MLS3007", "version: 1\nerrors: { human: { error: 3, metric: rmse }, bayes: { error: 50%, metric: error_rate }, train: 60% }"));

    [Theory]
    [InlineData("metric: rmse, human: { error: 0.5, rows: 10 }, bayes: ‸0.6, train: 4, dev: 5")]
    [InlineData("metric: profit, human: { error: 0.5, rows: 10 }, bayes: ‸0.6, train: 4, dev: 5")]
    public void RowsOfAFigureThatIsNoShare_LeaveItExact(string errors) => Fires($"version: 1\nerrors: {{ {errors} }}", "0.6", "0.5");
}
