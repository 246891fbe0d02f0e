using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>Splits and strategies for tests, without files on a disk.</summary>
internal static class Profiles
{
    /// <summary>The profile of rows in memory, with keys and sample, read as a file is; nothing is declared.</summary>
    public static SplitProfile Of(string name, string[] header, IEnumerable<string[]> rows, int cap = 1 << 20) =>
        Of(new Strategy(), cap, (name, header, rows))[0];

    /// <summary>The profiles of all splits of a strategy, with keys over the same columns.</summary>
    public static IReadOnlyList<SplitProfile> Of(
        Strategy strategy, params (string Name, string[] Header, IEnumerable<string[]> Rows)[] splits) =>
        Of(strategy, 1 << 20, splits);

    /// <summary>A strategy from its text, which must be right.</summary>
    public static Strategy Strategy(string text)
    {
        var (strategy, findings) = StrategyReader.Read(text);
        Assert.Empty(findings);
        return strategy;
    }

    private static IReadOnlyList<SplitProfile> Of(
        Strategy strategy, int cap, params (string Name, string[] Header, IEnumerable<string[]> Rows)[] splits)
    {
        var files = splits.Select(split => (
            Split: new SplitDeclaration(At(split.Name)),
            Files: new[] { new DataFile("", split.Name + ".csv", At("")) { Content = Csv(split.Header, split.Rows) } })).ToList();
        var starts = files.Select(file =>
            new ProfileReader(strategy.Data, null, cap, null, CancellationToken.None).ReadStart(file.Split, file.Files)!).ToList();
        var plan = KeyPlan.Of(strategy, GeneratedIds.Find(starts, KeyPlan.Declared(strategy)));
        return [.. files.Select(file =>
        {
            var (profile, problem) = new ProfileReader(strategy.Data, plan, cap, null, CancellationToken.None).Read(file.Split, file.Files);
            Assert.Null(problem);
            return profile!;
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
