using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Predictions;

/// <summary>Which rows of a file belong to a split.</summary>
internal sealed class RowFilters
{
    private readonly (int At, byte[][] Values)[] _filters;

    /// <param name="where">The filters.</param>
    /// <param name="header">The file's header.</param>
    /// <exception cref="DataFault">The header lacks a column of theirs.</exception>
    public RowFilters(IReadOnlyList<RowFilter> where, IReadOnlyList<string> header) => _filters = Of(where, header);

    /// <summary>The filters by the place of their column in a header.</summary>
    /// <exception cref="DataFault">The header lacks a column of theirs.</exception>
    public static (int At, byte[][] Values)[] Of(IReadOnlyList<RowFilter> where, IReadOnlyList<string> header) =>
        [.. where.Select(filter => (IndexOf(header, filter.Column.Value), filter.Values.Select(Encoding.UTF8.GetBytes).ToArray()))];

    /// <summary>Whether the reader's row belongs to the split.</summary>
    public bool Pass(DelimitedReader reader)
    {
        foreach (var (at, values) in _filters)
        {
            var field = ValueParser.Trim(reader.Field(at));
            var found = false;
            foreach (var value in values)
                found |= field.SequenceEqual(value);
            if (!found)
                return false;
        }

        return true;
    }

    private static int IndexOf(IReadOnlyList<string> header, string name)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (header[i] == name)
                return i;
        }

        throw new DataFault("", $"there is no column '{name}'");
    }
}
