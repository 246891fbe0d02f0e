namespace MlStrategyGuard.Package.Tests;

/// <summary>MlStrategyFile names several files: each is checked, and none gets into the other's way.</summary>
public sealed class SeveralStrategiesTests(PackageFeed feed)
{
    private const string Error = "error MLS2002 at second.yaml(14,13)";

    [Theory]
    [InlineData("net10.0", "false")]
    [InlineData("net10.0;netstandard2.0", "false")]
    [InlineData("net10.0", "true")]
    public void EachIsCheckedOnce_WithFilesOfItsOwn(string targetFrameworks, string process)
    {
        var consumer = Two(targetFrameworks);
        string[] arguments = [$"-p:MlStrategyGuardProcess={process}", "-p:MlStrategyGuardSarif=out/log.sarif", "-p:MlStrategyGuardReport=true"];
        var first = consumer.Build(arguments);
        var second = consumer.Build(arguments);

        Assert.Equal([Error], first.Places);
        Assert.Equal([Error], second.Places);
        Assert.False(first.Passed);
        Assert.Equal(
            ["out/log.plans-first.sarif", "out/log.second.sarif", "plans/mlstrategy-report.plans-first.html", "mlstrategy-report.second.html"],
            new[] { "out/log.plans-first.sarif", "out/log.second.sarif", "plans/mlstrategy-report.plans-first.html", "mlstrategy-report.second.html" }
                .Where(name => File.Exists(consumer.At(name))));
        Assert.Equal(["plans-first", "second"], Directory.GetDirectories(consumer.Cache).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        Assert.Equal(0, consumer.Run("clean").ExitCode);
        Assert.False(Directory.Exists(consumer.Cache));
    }

    [Fact]
    public void OneThatDoesNotExist_IsSaid_AndTheOthersAreChecked()
    {
        var consumer = Two("net10.0");
        File.Delete(consumer.At("plans/first.yaml"));
        var build = consumer.Build();

        Assert.Contains(build.Lines, line => line.Contains("error MLS0005", StringComparison.Ordinal) && line.Contains("first.yaml", StringComparison.Ordinal));
        Assert.Contains(Error, build.Places);
    }

    private Consumer Two(string targetFrameworks)
    {
        var consumer = new Consumer(
            feed, targetFrameworks: targetFrameworks, properties: "<MlStrategyFile>plans/first.yaml;second.yaml</MlStrategyFile>").With(Strategies.TwoMetrics, testShift: 0);
        consumer.Write("plans/first.yaml", Strategies.Good.Replace("files: ", "files: ../", StringComparison.Ordinal));
        File.Move(consumer.At("mlstrategy.yaml"), consumer.At("second.yaml"));
        return consumer;
    }
}
