namespace MlStrategyGuard.Package.Tests;

public sealed class LanguageTests(PackageFeed feed)
{
    private const string Error = "error MLS2002 at mlstrategy.yaml(14,13)";

    [Fact]
    public void VisualBasic_GetsTheStrategysFindings()
    {
        var consumer = new Consumer(feed, project: "app.vbproj").With(Strategies.TwoMetrics, testShift: 0);
        consumer.Write("Code.vb", "Public Class Code\nEnd Class\n");

        Assert.Equal([Error], consumer.Build().Places);
        Assert.Equal([Error], consumer.Build().Places);
        // There are no rules on Visual Basic code to be missed.
        Assert.Equal([Error], consumer.Build("-p:RunAnalyzers=false").Places);
    }

    [Fact]
    public void FSharp_GetsTheStrategysFindings()
    {
        var consumer = new Consumer(feed, project: "app.fsproj", items: """<Compile Include="Code.fs" />""").With(Strategies.TwoMetrics, testShift: 0);
        consumer.Write("Code.fs", "module Code\n\nlet answer = 42\n");

        Assert.Equal([Error], consumer.Build().Places);
        Assert.Equal([Error], consumer.Build().Places);
    }
}
