namespace MlStrategyGuard.Package.Tests;

public sealed class ToolPackageTests(PackageFeed feed)
{
    [Fact]
    public void InstalledTool_ChecksAndEndsAsPromised()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 2);
        DotNet.Run(consumer.Folder, feed.Restored,
            "tool", "install", "MlStrategyGuard.Tool", "--version", feed.Version, "--tool-path", consumer.At("tools"), "--add-source", feed.Folder).MustPass();

        var bad = Check();
        consumer.With(Strategies.Good, testShift: 0);
        var good = Check();
        File.Delete(consumer.At("mlstrategy.yaml"));
        var none = Check();

        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("mlstrategy.yaml(10,3): error MLS1001: ", bad.Output, StringComparison.Ordinal);
        Assert.Contains("mlstrategy.yaml(14,13): error MLS2002: ", bad.Output, StringComparison.Ordinal);
        Assert.Equal(0, good.ExitCode);
        Assert.DoesNotContain("MLS", good.Output, StringComparison.Ordinal);
        Assert.Equal(2, none.ExitCode);
        Assert.Contains("there is no strategy file 'mlstrategy.yaml'", none.Errors, StringComparison.Ordinal);

        CommandResult Check() => DotNet.Start(consumer.At("tools/mlguard"), consumer.Folder, feed.Restored, "check");
    }
}
