namespace MlStrategyGuard.Package.Tests;

/// <summary>Strategy files. The split <c>dev</c> is declared in line 10, at column 3; the metric stands in line 14, at column 13.</summary>
internal static class Strategies
{
    /// <summary>One metric.</summary>
    public static string Good { get; } = Of("f1");

    /// <summary>Two metrics.</summary>
    public static string TwoMetrics { get; } = Of("[precision, recall]");

    /// <summary>The strategy with another test file, or pattern.</summary>
    public static string WithTest(string files) => Good.Replace("test.csv", files, StringComparison.Ordinal);

    private static string Of(string metric) => $$"""
        version: 1
        name: people
        task: binary_classification
        data:
          label: y
          positive: "1"

        splits:
          train: { files: train.csv }
          dev:   { files: dev.csv }
          test:  { files: test.csv }

        metrics:
          optimize: {{metric}}

        """.ReplaceLineEndings("\n");
}
