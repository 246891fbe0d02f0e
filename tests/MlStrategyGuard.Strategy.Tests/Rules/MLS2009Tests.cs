namespace MlStrategyGuard.Strategy.Tests.Rules;

public sealed class MLS2009Tests : RuleTest
{
    [Fact]
    public void OtherFigureThanThePredictionsMake_IsReportedAtIt()
    {
        var finding = Assert.Single(Of(Measured("0.95"), Computed("dev", "f1", 0.8558)).Findings, finding => finding.Id == "MLS2009");

        Assert.Equal("MLS2009 Error 4:35", Place(finding));
        Assert.Contains("f1 0.95 on dev, and its predictions make 0.8558 on 2,000 rows", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherRungThanTheChoicesPredictionsMake_IsReportedAtIt() =>
        Assert.Equal(["MLS2009 Error 6:16"], Places("MLS2009", Measured("0.86") + "\nerrors: { dev: 5% }", Computed("dev", "error_rate", 0.08)));

    [Theory]
    [InlineData("0.86")]
    [InlineData("0.8558")]
    [InlineData("85.6%")]
    [InlineData("0.855800001")]
    [InlineData("{ value: 0.95, on: test }")]
    public void FigureThatAgreesAsFarAsItIsWritten_IsQuiet(string written) =>
        Assert.Empty(Places("MLS2009", Measured(written), Computed("dev", "f1", 0.8558)));

    [Fact]
    public void OtherMetricOrUndefinedOne_IsQuiet()
    {
        Assert.Empty(Places("MLS2009", Measured("0.95"), Computed("dev", "f1_macro", 0.85)));
        Assert.Empty(Places("MLS2009", Measured("0.95"), new Evidence
        {
            Scores = [new("a", "dev", new("a.csv", SourceSpan.At(4, 45)), 100) { Figures = [new("f1", 100) { Undefined = "why" }] }],
        }));
    }

    [Fact]
    public void RungOfAnotherMetric_IsQuiet() =>
        Assert.Empty(Places("MLS2009", Measured("0.86") + "\nerrors: { dev: 5% }", Computed("dev", "f1", 0.86)));

    [Fact]
    public void NothingComputed_IsQuiet() => Assert.Empty(Places("MLS2009", Measured("0.95")));

    [Theory]
    [InlineData("f1", "0.9", 0.904)]
    [InlineData("f1", "0.855", 0.8554)]
    [InlineData("f1", "1", 0.996)]
    [InlineData("f1", "100%", 1)]
    [InlineData("rmse", "1", 1.4)]
    [InlineData("rmse", "3", 3.4)]
    [InlineData("rmse", "3.1", 3.14)]
    [InlineData("rmse", "1.5", 1.53)]
    [InlineData("rmse", "123456.789", 123456.85)]
    [InlineData("r2", "-2", -2.3)]
    [InlineData("r2", "-123456.789", -123456.85)]
    public void FigureWithinHalfOfItsLastDigit_IsQuiet(string metric, string written, double computed) =>
        Assert.Empty(Places("MLS2009", Measured(written, metric), Computed("dev", metric, computed)));

    [Theory]
    [InlineData("f1", "0.9", 0.92)]
    [InlineData("f1", "0.8558", 0.8592)]
    [InlineData("f1", "0.002", 0.0012)]
    [InlineData("f1", "100%", 0.92)]
    [InlineData("f1", "0", 0.02)]
    [InlineData("rmse", "3", 3.6)]
    [InlineData("rmse", "3.1", 3.18)]
    [InlineData("rmse", "123456.789", 123457.0)]
    [InlineData("r2", "-2", -2.6)]
    public void FigureFartherOffThanHalfOfItsLastDigit_IsReported(string metric, string written, double computed) =>
        Assert.Single(Places("MLS2009", Measured(written, metric), Computed("dev", metric, computed)));

    [Fact]
    public void Finding_CarriesBothFiguresAndShowsSixDigits()
    {
        var finding = Assert.Single(Of(Measured("0.95"), Computed("dev", "f1", 0.85581234)).Findings, finding => finding.Id == "MLS2009");

        Assert.Equal([new("declared", 0.95), new("computed", 0.85581234)], finding.Data);
        Assert.Contains("its predictions make 0.855812 on", finding.Message, StringComparison.Ordinal);
        Assert.True(finding.IsAbout("a"));
        Assert.Equal("dev", finding.Split);
    }

    [Fact]
    public void PredictionsOfAnotherCandidate_SayNothingOfThisOne() =>
        Assert.Empty(Places("MLS2009", Measured("0.95"), Computed("dev", "f1", 0.8, "b")));

    [Theory]
    [InlineData("8%", 0.08)]
    [InlineData("8%", 0.0849)]
    public void RungThatAgreesWithTheChoicesPredictions_IsQuiet(string dev, double computed) =>
        Assert.Empty(Places("MLS2009", Measured("0.86") + $"\nerrors: {{ dev: {dev} }}", Computed("dev", "error_rate", computed)));

    [Theory]
    [InlineData("b", "dev")]
    [InlineData("a", "train")]
    public void PredictionsOfAnotherCandidateOrSplit_SayNothingOfTheRung(string candidate, string split) =>
        Assert.Empty(Places("MLS2009", Measured("0.86") + "\nerrors: { dev: 5% }", Computed(split, "error_rate", 0.08, candidate)));

    [Fact]
    public void RungIsComparedWithTheChoicesOwnPredictionsOfItsSplit()
    {
        var evidence = new Evidence
        {
            Scores =
            [
                .. Computed("dev", "error_rate", 0.05, "b").Scores,
                .. Computed("train", "error_rate", 0.05).Scores,
                .. Computed("dev", "error_rate", 0.08).Scores,
            ],
        };

        var finding = Assert.Single(Of(Measured("0.86") + "\nerrors: { dev: 5% }", evidence).Findings, finding => finding.Id == "MLS2009");

        Assert.Contains("is said to be 0.05, and its predictions make 0.08 on 2,000 rows", finding.Message, StringComparison.Ordinal);
        Assert.Equal("dev", finding.Split);
    }

    [Fact]
    public void RungsInSeveralMetrics_AreNotCompared() =>
        Assert.Empty(Places("MLS2009", Measured("0.86") + "\nerrors: { human: { error: 3, metric: rmse }, dev: { error: 5%, metric: error_rate } }", Computed("dev", "rmse", 0.08)));

    private static string Measured(string value, string metric = "f1") =>
        $"version: 1\nmetrics: {{ optimize: {metric} }}\ncandidates:\n  - {{ name: a, measured: {{ {metric}:    {value} }} }}\nchoice: a";

    private static Evidence Computed(string split, string metric, double value, string candidate = "a") => new()
    {
        Scores =
        [
            new(candidate, split, new("a.csv", SourceSpan.At(4, 5)), 2_000)
            {
                Figures = [new(metric, 2_000) { Value = value, Lower = value - 0.02, Upper = value + 0.02 }],
            },
        ],
    };
}
