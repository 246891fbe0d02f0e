namespace MlStrategyGuard.Package.Tests;

public sealed class UnchangedProjectTests(PackageFeed feed)
{
    [Fact]
    public void SecondBuild_RepeatsTheFindingsWithoutReadingDataOrCompiling()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 2);
        var first = consumer.Build();

        // Garbage of the same length and time: who reads it can't come to the same findings.
        var data = new FileInfo(consumer.At("dev.csv"));
        var (length, time) = (data.Length, data.LastWriteTimeUtc);
        File.WriteAllBytes(data.FullName, Enumerable.Repeat((byte)'"', (int)length).ToArray());
        File.SetLastWriteTimeUtc(data.FullName, time);
        var second = consumer.Build();
        var afterForgetting = consumer.Forget().Build();

        Assert.NotEmpty(first.Lines);
        Assert.Equal(first.Lines, second.Lines);
        Assert.False(second.Passed);
        Assert.Single(first.Tasks("Csc"));
        Assert.Empty(second.Tasks("Csc"));
        Assert.Contains("error MLS0006 at mlstrategy.yaml(10,19)", afterForgetting.Places);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"CheckStrategy: {first.Tasks("CheckStrategy").Single().Duration.TotalMilliseconds:F0} ms when it reads, {second.Tasks("CheckStrategy").Single().Duration.TotalMilliseconds:F0} ms when it repeats");
    }

    [Fact]
    public void CleanProject_StaysSilentAndCompilesNothingAnew()
    {
        var consumer = new Consumer(feed).With(Strategies.Good, testShift: 0);
        consumer.Build().Command.MustPass();
        var second = consumer.Build();

        Assert.Empty(second.Lines);
        Assert.True(second.Passed, second.Command.Output);
        Assert.Single(second.Tasks("CheckStrategy"));
        Assert.Empty(second.Tasks("Csc"));
    }

    [Fact]
    public void Warning_ShowsInEveryBuildAndFailsEachWithWarnAsError()
    {
        var consumer = new Consumer(feed).With(Strategies.Good, testShift: 0.12);
        for (var build = 1; build <= 3; build++)
        {
            var plain = consumer.Build();
            Assert.Equal(["warning MLS1020 at mlstrategy.yaml(10,3)"], plain.Places);
            Assert.True(plain.Passed, plain.Command.Output);
        }

        consumer.Forget();
        for (var build = 1; build <= 3; build++)
        {
            var strict = consumer.Build("-warnaserror");
            Assert.Equal(["error MLS1020 at mlstrategy.yaml(10,3)"], strict.Places);
            Assert.False(strict.Passed);
        }
    }

    [Fact]
    public void Clean_ForgetsTheLastResult()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 0);
        consumer.Build();
        Assert.Single(Directory.EnumerateFiles(consumer.Cache, "check-*.json"));
        consumer.Run("clean").MustPass();

        Assert.False(Directory.Exists(consumer.Cache));
    }
}
