namespace MlStrategyGuard.Package.Tests;

/// <summary>A project for several target frameworks is one project with one strategy.</summary>
public sealed class TargetFrameworkTests(TargetFrameworkTests.Shared shared) : IClassFixture<TargetFrameworkTests.Shared>
{
    private const string Error = "error MLS2002 at mlstrategy.yaml(14,13)";
    private const string Warning = "warning MLS1020 at mlstrategy.yaml(10,3)";

    [Theory]
    [InlineData()]
    [InlineData("-f", "net10.0")]
    [InlineData("-graph")]
    [InlineData("-m:1")]
    public void SeveralTargetFrameworks_AreCheckedOnce(params string[] arguments)
    {
        var build = Both().Build(arguments);

        Assert.Equal([Warning, Error], build.Places);
        Assert.Single(build.Tasks("CheckStrategy"));
    }

    [Fact]
    public void NoWarnAndWarningsAsErrors_HoldForTheOneCheck()
    {
        Assert.Equal([Error], Both().Build("-p:NoWarn=MLS1020").Places);
        var strict = Both().Build("-p:NoWarn=MLS2002", "-p:WarningsAsErrors=MLS1020");
        Assert.Equal(["error MLS1020 at mlstrategy.yaml(10,3)"], strict.Places);
        Assert.False(strict.Passed);
    }

    [Fact]
    public void AnalyzersOff_IsSaidForEachCompilation() =>
        Assert.Equal(2, Both().Build("-p:RunAnalyzers=false").Lines.Count(line => line.Contains(" : warning MLS0009: analyzers are switched off", StringComparison.Ordinal)));

    [Fact]
    public void Clean_ForgetsTheLastResult()
    {
        var consumer = Both();
        consumer.Build();
        Assert.True(Directory.Exists(consumer.Cache));
        consumer.Run("clean").MustPass();

        Assert.False(Directory.Exists(consumer.Cache));
    }

    private Consumer Both() => shared.Consumer.With(Strategies.TwoMetrics, testShift: 0.12);

    public sealed class Shared(PackageFeed feed)
    {
        internal Consumer Consumer { get; } = new(feed, targetFrameworks: "net10.0;netstandard2.0");
    }
}
