using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>Splits and strategies for tests, without files on a disk.</summary>
internal static class Profiles
{
    /// <summary>The profile of rows in memory, with keys and sample, read as a file is; nothing is declared.</summary>
    public static SplitProfile Of(string name, string[] header, IEnumerable<string[]> rows, long memory = CheckRequest.DefaultMemory) =>
        Of(new Strategy(), memory, (name, header, rows))[0];

    /// <summary>The profiles of all splits of a strategy, with keys over the same columns.</summary>
    public static IReadOnlyList<SplitProfile> Of(
        Strategy strategy, params (string Name, string[] Header, IEnumerable<string[]> Rows)[] splits) =>
        Of(strategy, CheckRequest.DefaultMemory, splits);

    /// <summary>A strategy from its text, which must be right.</summary>
    public static Strategy Strategy(string text)
    {
        var (strategy, findings) = StrategyReader.Read(text);
        Assert.Empty(findings);
        return strategy;
    }

    private static IReadOnlyList<SplitProfile> Of(
        Strategy strategy, long memory, params (string Name, string[] Header, IEnumerable<string[]> Rows)[] splits)
    {
        var sources = splits.Select(split => new SplitSource(
            new SplitDeclaration(At(split.Name)),
            [new DataFile("", split.Name + ".csv", At("")) { Content = Csv(split.Header, split.Rows) }])).ToList();
        return [.. new ProfileReader(strategy, null, CancellationToken.None) { Memory = memory }.Read(sources).Select(read =>
        {
            Assert.Null(read.Problem);
            return read.Profile!;
        })];
    }

    private static Marked<string> At(string text) => new(text, SourceSpan.FileStart);

    private static byte[] Csv(string[] header, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend(header))
            text.AppendJoin(',', row.Select(field => '"' + field.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
