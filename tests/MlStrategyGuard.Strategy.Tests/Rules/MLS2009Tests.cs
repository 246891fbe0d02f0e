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

    private static string Measured(string f1) =>
        $"version: 1\nmetrics: {{ optimize: f1 }}\ncandidates:\n  - {{ name: a, measured: {{ f1:    {f1} }} }}\nchoice: a";

    private static Evidence Computed(string split, string metric, double value) => new()
    {
        Scores =
        [
            new("a", split, new("a.csv", SourceSpan.At(4, 5)), 2_000)
            {
                Figures = [new(metric, 2_000) { Value = value, Lower = value - 0.02, Upper = value + 0.02 }],
            },
        ],
    };
}
