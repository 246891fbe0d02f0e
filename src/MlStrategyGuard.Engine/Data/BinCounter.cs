using System.Runtime.InteropServices;

namespace MlStrategyGuard.Engine.Data;

/// <summary>Counts the numbers (or dates) of a split's columns between given edges.</summary>
/// <param name="columns">The edges of each column, and whether dates are counted; null for a column that isn't.</param>
/// <param name="missing">The spellings of a missing value.</param>
internal sealed class BinCounter((BinEdges Edges, bool AreDates)?[] columns, MissingTokens missing) : RowSink
{
    private readonly long[]?[] _counts = [.. columns.Select(column => column is { } counted ? new long[counted.Edges.Edges.Length + 1] : null)];

    /// <inheritdoc/>
    public override int Take(in RowBlock rows, int[] positions)
    {
        Rows += rows.Count;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is { } column)
                Count(rows, positions[i], column.Edges, column.AreDates, _counts[i]!);
        }

        return -1;
    }

    private void Count(in RowBlock rows, int position, BinEdges edges, bool areDates, long[] counts)
    {
        ref readonly var text = ref MemoryMarshal.GetReference(rows.Text);
        var isPlain = !areDates && !missing.MayBeNumber;
        for (var row = 0; row < rows.Count; row++)
        {
            ref readonly var span = ref rows.Spans[(row * rows.Width) + position];
            if (isPlain && span.Length > 0 && span.End >= ShortNumber.Reach
                && ShortNumber.TryRead(in text, span.Start, span.End, out var digits, out var scale))
            {
                counts[edges.BinOf(digits / ValueParser.Powers[scale])]++;
                continue;
            }

            var field = ValueParser.Trim(rows.Field(row, position));
            if (!missing.Contains(field)
                && (areDates ? ValueParser.TryDate(field, out var number) : ValueParser.TryNumber(field, out number)))
                counts[edges.BinOf(number)]++;
        }
    }

    /// <summary>Adds what another part of the split gave.</summary>
    public void Merge(BinCounter other)
    {
        for (var i = 0; i < _counts.Length; i++)
        {
            for (var bin = 0; bin < _counts[i]?.Length; bin++)
                _counts[i]![bin] += other._counts[i]![bin];
        }
    }

    /// <summary>The bins of a column; null if it isn't counted.</summary>
    public NumberBins? Bins(int column) => columns[column] is { } counted ? new NumberBins(counted.Edges.Edges, _counts[column]!) : null;
}
