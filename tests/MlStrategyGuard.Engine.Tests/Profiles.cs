using System.Text;
using MlStrategyGuard.Engine.Data;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Engine.Tests;

/// <summary>Splits and strategies for tests, without files.</summary>
internal static class Profiles
{
    private static readonly MissingTokens Missing = new(DataSection.DefaultMissing);

    /// <summary>The profile of rows in memory.</summary>
    public static SplitProfile Of(string name, string[] header, IEnumerable<string[]> rows, int cap = 1 << 20)
    {
        var columns = header.Select(column => new ColumnProfile(column, null, false, cap)).ToArray();
        var count = 0L;
        foreach (var row in rows)
        {
            count++;
            for (var i = 0; i < columns.Length; i++)
            {
                var field = Encoding.UTF8.GetBytes(row[i]);
                if (Missing.Contains(field))
                    columns[i].AddMissing();
                else
                    Assert.Equal(ColumnProfile.Outcome.Taken, columns[i].Add(field, count));
            }
        }

        return new SplitProfile(name, count, columns);
    }

    /// <summary>A strategy from its text, which must be right.</summary>
    public static Strategy Strategy(string text)
    {
        var (strategy, findings) = StrategyReader.Read(text);
        Assert.Empty(findings);
        return strategy;
    }
}
