using System.IO.Compression;

namespace MlStrategyGuard.Package.Tests;

/// <summary>The packed analyzer in the oldest supported compiler and in that of the SDK.</summary>
public sealed class CompilerVersionTests(PackageFeed feed)
{
    private const string Training =
        """
        using Microsoft.ML;

        public static class Training
        {
            public static double Run(IDataView rows)
            {
                var ml = new MLContext(seed: 1);
                var split = ml.Data.TrainTestSplit(rows, testFraction: 0.2);
                var model = ml.BinaryClassification.Trainers.SdcaLogisticRegression().Fit(split.TestSet);
                return ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).Accuracy;
            }
        }
        """;

    private static readonly string MLNet = Path.Combine(AppContext.BaseDirectory, "Microsoft.ML.dll");

    [Fact]
    public void OldestCompiler_LoadsThePackedAnalyzerAndFinds()
    {
        var folder = feed.NewFolder("old");
        using (var package = ZipFile.OpenRead(feed.Package))
        {
            foreach (var file in package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)))
                file.ExtractToFile(Path.Combine(folder, file.Name));
        }

        var source = Path.Combine(feed.NewFolder(), "Training.cs");
        File.WriteAllText(source, Training);
        var run = DotNet.Run(folder, packages: null, Path.Combine(AppContext.BaseDirectory, "OldestCompiler", "MlStrategyGuard.OldestCompiler.dll"), folder, source, MLNet);

        run.MustPass();
        Assert.Equal(
            ["compiler 4.8.0.0", "analyzers 2", "MLS5001 at 9,83"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public void CompilerOfTheSdk_LoadsThePackedAnalyzerAndFinds()
    {
        var consumer = new Consumer(feed, items: $"""<Reference Include="Microsoft.ML" HintPath="{MLNet}" />""");
        consumer.Write("Code.cs", Training);

        Assert.Equal(["error MLS5001 at Code.cs(9,83)"], consumer.Build().Places);
    }
}
