namespace MlStrategyGuard.Package.Tests;

/// <summary>What a project can set: one project with an error that needs no data (MLS2002) and a warning that does (MLS1020).</summary>
public sealed class SwitchTests(SwitchTests.Shared shared) : IClassFixture<SwitchTests.Shared>
{
    private const string Error = "error MLS2002 at mlstrategy.yaml(14,13)";
    private const string Warning = "warning MLS1020 at mlstrategy.yaml(10,3)";

    [Fact]
    public void NothingSet_ShowsBoth() => Assert.Equal([Warning, Error], Both().Build().Places);

    [Theory]
    [InlineData("MLS2002", Warning)]
    [InlineData("MLS1020", Error)]
    [InlineData("CS1591%3BMLS2002", Warning)]
    [InlineData("CS1591%2CMLS1020", Error)]
    public void NoWarn_SilencesErrorsAndWarnings(string ids, string rest)
    {
        var build = Both().Build($"-p:NoWarn={ids}");

        Assert.Equal([rest], build.Places);
        Assert.Equal(rest == Warning, build.Passed);
    }

    [Fact]
    public void WarningsAsErrors_MakesAWarningFail()
    {
        var build = Both().Build("-p:NoWarn=MLS2002", "-p:WarningsAsErrors=MLS1020");

        Assert.Equal(["error MLS1020 at mlstrategy.yaml(10,3)"], build.Places);
        Assert.False(build.Passed);
    }

    [Theory]
    [InlineData("rules: { MLS2002: warning, MLS1020: off }", "warning MLS2002 at mlstrategy.yaml(14,13)")]
    [InlineData("rules: { MLS2002: off, MLS1020: error }", "error MLS1020 at mlstrategy.yaml(10,3)")]
    public void RulesInTheFile_SetSeverities(string rules, string expected)
    {
        var consumer = Both();
        consumer.Write("mlstrategy.yaml", Strategies.TwoMetrics + rules + "\n");
        var build = consumer.Build();

        Assert.Equal([expected], build.Places);
        Assert.Equal(expected.StartsWith("warning", StringComparison.Ordinal), build.Passed);
    }

    [Fact]
    public void Disabled_NothingRuns()
    {
        var build = Both().Build("-p:MlStrategyGuardEnabled=false");

        Assert.Empty(build.Lines);
        Assert.True(build.Passed, build.Command.Output);
        Assert.Empty(build.Tasks("CheckStrategy"));
    }

    [Fact]
    public void WithoutData_OnlyDeclarationsAreChecked()
    {
        var consumer = Both();
        File.Delete(consumer.At("test.csv"));

        Assert.Equal([Error], consumer.Build("-p:MlStrategyGuardData=false").Places);
    }

    [Fact]
    public void StrategyElsewhere_IsChecked()
    {
        var consumer = Both();
        consumer.Write("other/strategy of mine.yaml", Strategies.TwoMetrics);
        var build = consumer.Build("-p:MlStrategyFile=other/strategy of mine.yaml");

        // Its data lies beside it, and there is none.
        Assert.Equal(
            [
                "error MLS0005 at strategy of mine.yaml(9,19)", "error MLS0005 at strategy of mine.yaml(10,19)",
                "error MLS0005 at strategy of mine.yaml(11,19)", "error MLS2002 at strategy of mine.yaml(14,13)",
            ],
            build.Places);
    }

    [Fact]
    public void NamedStrategyThatIsMissing_FailsTheBuild()
    {
        var consumer = Both();
        var build = consumer.Build("-p:MlStrategyFile=nowhere.yaml");

        Assert.False(build.Passed);
        Assert.StartsWith(
            $"{consumer.At("app.csproj")} : error MLS0005: the strategy file '{consumer.At("nowhere.yaml")}' doesn't exist.",
            Assert.Single(build.Lines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RunAnalyzers")]
    [InlineData("RunAnalyzersDuringBuild")]
    public void AnalyzersOff_IsSaidAndTheStrategyChecked(string property)
    {
        var consumer = Both();
        var build = consumer.Build($"-p:{property}=false");

        Assert.Equal([Warning, Error], build.Places.Where(place => !place.Contains("MLS0009", StringComparison.Ordinal)));
        Assert.StartsWith(
            $"{consumer.At("mlstrategy.yaml")} : warning MLS0009: analyzers are switched off",
            Assert.Single(build.Lines, line => line.Contains("MLS0009", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private Consumer Both() => shared.Consumer.With(Strategies.TwoMetrics, testShift: 0.12);

    public sealed class Shared(PackageFeed feed)
    {
        internal Consumer Consumer { get; } = new(feed);
    }
}
