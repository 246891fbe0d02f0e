namespace MlStrategyGuard.Package.Tests;

/// <summary>One project, changed in one way after another; each test starts from a build whose result is remembered.</summary>
public sealed class ChangeTests(ChangeTests.Shared shared) : IClassFixture<ChangeTests.Shared>
{
    private const string Different = "error MLS1001 at mlstrategy.yaml(10,3)";
    private const string Missing = "error MLS0005 at mlstrategy.yaml(11,19)";

    [Fact]
    public void EditedStrategy_IsChecked()
    {
        var consumer = Good();
        consumer.Write("mlstrategy.yaml", Strategies.TwoMetrics);
        Assert.Equal(["error MLS2002 at mlstrategy.yaml(14,13)"], consumer.Build().Places);

        consumer.Write("mlstrategy.yaml", Strategies.Good);
        Assert.Empty(consumer.Build().Lines);
    }

    [Fact]
    public void EditedData_IsRead()
    {
        var consumer = Good();
        consumer.Write("test.csv", Data.Csv(seed: 3, shift: 2));

        Assert.Equal([Different], consumer.Build().Places);
    }

    [Fact]
    public void DeletedData_IsMissedUntilItIsBack()
    {
        var consumer = Good();
        File.Move(consumer.At("test.csv"), consumer.At("away.csv"));
        var without = consumer.Build();
        var stillWithout = consumer.Build();
        File.Move(consumer.At("away.csv"), consumer.At("test.csv"));
        var back = consumer.Build();

        Assert.Equal([Missing], without.Places);
        Assert.Equal(without.Lines, stillWithout.Lines);
        Assert.Empty(back.Lines);
    }

    [Fact]
    public void DataReplacedByAnOlderFile_IsRead()
    {
        var consumer = Good();
        consumer.Write("test.csv", Data.Csv(seed: 3, shift: 2));
        File.SetLastWriteTimeUtc(consumer.At("test.csv"), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));

        Assert.Equal([Different], consumer.Build().Places);
    }

    [Fact]
    public void NewFileOfAPattern_IsRead()
    {
        var consumer = Good("test*.csv");
        consumer.Write("test2.csv", Data.Csv(seed: 4, shift: 4));
        try
        {
            Assert.Equal([Different], consumer.Build().Places);
        }
        finally
        {
            File.Delete(consumer.At("test2.csv"));
        }

        Assert.Empty(consumer.Build().Lines);
    }

    private Consumer Good(string testFiles = "test.csv")
    {
        var consumer = shared.Consumer.Forget().With(Strategies.WithTest(testFiles), testShift: 0);
        var build = consumer.Build();
        Assert.Empty(build.Lines);
        Assert.True(build.Passed, build.Command.Output);
        Assert.Single(Directory.EnumerateFiles(consumer.Cache, "check-*.json"));
        return consumer;
    }

    public sealed class Shared(PackageFeed feed)
    {
        internal Consumer Consumer { get; } = new(feed);
    }
}
