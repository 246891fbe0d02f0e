using System.Globalization;

namespace MlStrategyGuard.Engine.Data;

/// <summary>What one pass over a split's files gathers.</summary>
/// <param name="Name">The split's name.</param>
/// <param name="Rows">Its number of rows.</param>
/// <param name="Columns">Its columns, in the order of the first file.</param>
internal sealed record SplitProfile(string Name, long Rows, IReadOnlyList<ColumnProfile> Columns) : IDisposable
{
    /// <summary>The keys of all rows; null if nobody asked for them.</summary>
    public RowKeys? Keys { get; init; }

    /// <summary>Rows as values, for what looks at several columns at once; null if nobody asked for them.</summary>
    public RowSample? Sample { get; init; }

    /// <summary>The column of that name, if there is one.</summary>
    public ColumnProfile? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>Gives back what the keys hold.</summary>
    public void Dispose() => Keys?.Dispose();

    /// <summary>The profile as evidence.</summary>
    /// <param name="label">The label's column, if one is declared.</param>
    public SplitData ToEvidence(string? label) => new(Name, Rows, [.. Columns.Select(column =>
        new ColumnData(column.Name, column.Kind, column.Missing)
        {
            Majority = column.Name == label ? Majority(column) : null,
        })]);

    private static KeyValuePair<string, double>? Majority(ColumnProfile label)
    {
        var hasLevels = label.Kind switch
        {
            ColumnKind.Numeric => label.Codes is not null,
            ColumnKind.Categorical => !label.IsHashed,
            _ => false,
        };
        if (label.Present == 0 || !hasLevels)
            return null;
        var counts = label.Codes?.Select(code => new KeyValuePair<string, long>(code.Key.ToString(CultureInfo.InvariantCulture), code.Value))
            ?? label.Levels(hashed: false);
        var top = counts.OrderByDescending(level => level.Value).ThenBy(level => level.Key, StringComparer.Ordinal).First();
        return new(top.Key, (double)top.Value / label.Present);
    }
}
