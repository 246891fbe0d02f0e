namespace MlStrategyGuard.Package.Tests;

/// <summary>The report that a build writes, by the task and by the process.</summary>
public sealed class ReportTests(ReportTests.Shared shared) : IClassFixture<ReportTests.Shared>
{
    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void True_WritesBesideTheStrategy_OnceForAnUnchangedProject(string process)
    {
        var consumer = Failing();
        var page = consumer.At("mlstrategy-report.html");
        File.Delete(page);
        string[] arguments = ["-p:MlStrategyGuardReport=true", $"-p:MlStrategyGuardProcess={process}"];

        var first = consumer.Build(arguments);
        var written = File.GetLastWriteTimeUtc(page);
        var text = File.ReadAllText(page);
        var second = consumer.Build(arguments);

        Assert.Contains("fails with", text, StringComparison.Ordinal);
        Assert.NotEmpty(first.Lines);
        Assert.Equal(first.Lines, second.Lines);
        Assert.Equal(written, File.GetLastWriteTimeUtc(page));

        File.Delete(page);
        consumer.Build(arguments);
        Assert.Equal(text, File.ReadAllText(page));
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public void Path_IsRelativeToTheProject(string process)
    {
        var consumer = Failing();
        consumer.Build("-p:MlStrategyGuardReport=out put/the report.html", $"-p:MlStrategyGuardProcess={process}");

        Assert.StartsWith("<!doctype html>", File.ReadAllText(consumer.At("out put/the report.html")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("-p:MlStrategyGuardReport=false")]
    public void NothingAskedFor_NothingIsWritten(params string[] arguments)
    {
        var consumer = Failing();
        File.Delete(consumer.At("mlstrategy-report.html"));
        consumer.Build(arguments);

        Assert.False(File.Exists(consumer.At("mlstrategy-report.html")));
    }

    private Consumer Failing() => shared.Consumer.Forget().With(Strategies.TwoMetrics, testShift: 0.12);

    public sealed class Shared(PackageFeed feed)
    {
        internal Consumer Consumer { get; } = new(feed, folder: "Zoë's report");
    }
}
