using System.Text.Json;

namespace MlStrategyGuard.Package.Tests;

/// <summary>The property MlStrategyGuardSarif, with the check in the build and as a process.</summary>
public sealed class SarifTests(PackageFeed feed)
{
    [Fact]
    public void Property_WritesTheSameFileOnceForAllTargetFrameworks_BothWays()
    {
        var consumer = new Consumer(feed, folder: "my größe", targetFrameworks: "net10.0;netstandard2.0").With(Strategies.TwoMetrics, testShift: 0);
        var task = consumer.Build("-p:MlStrategyGuardSarif=out/guard log.sarif");
        var text = File.ReadAllText(consumer.At("out/guard log.sarif"));
        File.Delete(consumer.At("out/guard log.sarif"));
        var process = consumer.Build("-p:MlStrategyGuardSarif=out/guard log.sarif", "-p:MlStrategyGuardProcess=true");

        Assert.Equal(["error MLS2002 at mlstrategy.yaml(14,13)"], task.Places);
        Assert.Equal(task.Lines, process.Lines);
        Assert.Equal(text, File.ReadAllText(consumer.At("out/guard log.sarif")));
        using var document = JsonDocument.Parse(text);
        var run = document.RootElement.GetProperty("runs")[0];
        var result = Assert.Single(run.GetProperty("results").EnumerateArray(), one => one.GetProperty("ruleId").GetString() == "MLS2002");
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("mlstrategy.yaml", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(14, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }
}
