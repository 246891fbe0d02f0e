namespace MlStrategyGuard.Package.Tests;

public sealed class FindingTests(PackageFeed feed)
{
    [Fact]
    public void GoodStrategy_BuildsWithoutAWord()
    {
        var build = new Consumer(feed).With(Strategies.Good, testShift: 0).Build();

        Assert.Empty(build.Lines);
        Assert.True(build.Passed, build.Command.Output);
        Assert.Single(build.Tasks("CheckStrategy"));
    }

    [Fact]
    public void BadStrategy_FailsTheBuildAtItsPlaces()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 2);
        var build = consumer.Build();

        Assert.False(build.Passed);
        Assert.Equal(["error MLS1001 at mlstrategy.yaml(10,3)", "error MLS2002 at mlstrategy.yaml(14,13)"], build.Places);
        var line = GuardLine.Read(build.Lines[0])!;
        Assert.Equal(consumer.At("mlstrategy.yaml"), line.File);
        Assert.Contains("'age'", line.Message, StringComparison.Ordinal);
        Assert.EndsWith("docs/rules/MLS1001.md)", line.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorsOfTheStrategyAndOfTheCode_ShowInOneBuild()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 0);
        consumer.Write("Code.cs", "public class Code { public int Answer { get { return \"42\"; } } }");

        Assert.Equal(["error CS0029 at Code.cs(1,54)", "error MLS2002 at mlstrategy.yaml(14,13)"], consumer.Build().Places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void SyntaxErrorInTheCode_LeavesTheStrategysFindings()
    {
        var consumer = new Consumer(feed).With(Strategies.TwoMetrics, testShift: 0);
        consumer.Write("Code.cs", "public class Code {");

        Assert.Equal(["error CS1513 at Code.cs(1,20)", "error MLS2002 at mlstrategy.yaml(14,13)"], consumer.Build().Places.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void FitOnTheTestSet_IsFoundInTheCode()
    {
        var consumer = new Consumer(
            feed, items: $"""<Reference Include="Microsoft.ML" HintPath="{Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.dll")}" />""")
            .With(Strategies.Good, testShift: 0);
        consumer.Write("Code.cs", """
            using Microsoft.ML;

            public static class Training
            {
                public static double Run(IDataView rows)
                {
                    var ml = new MLContext(seed: 1);
                    var split = ml.Data.TrainTestSplit(rows, testFraction: 0.2);
                    var trainer = ml.BinaryClassification.Trainers.SdcaLogisticRegression();
                    var model = trainer.Fit(split.TestSet);
                    return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
                }
            }
            """);
        var bad = consumer.Build();
        consumer.Write("Code.cs", File.ReadAllText(consumer.At("Code.cs")).Replace("Fit(split.TestSet)", "Fit(split.TrainSet)", StringComparison.Ordinal));
        var good = consumer.Build();

        Assert.Equal(["error MLS5001 at Code.cs(10,33)"], bad.Places);
        Assert.Empty(good.Lines);
    }

    [Fact]
    public void ProjectWithoutAStrategy_IsLeftAlone()
    {
        var build = new Consumer(feed).Build();

        Assert.Empty(build.Lines);
        Assert.True(build.Passed, build.Command.Output);
        Assert.Empty(build.Tasks("CheckStrategy"));
    }
}
