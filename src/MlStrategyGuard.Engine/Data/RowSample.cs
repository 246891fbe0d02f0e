namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Rows of a split as values: all rows while they are few, beyond that those with the smallest hashes. Which rows are in,
/// and their order (by hash), depends neither on the order of rows in the files nor on that of columns.
/// </summary>
/// <remarks>
/// While a split has at most <see cref="MaxRows"/> different rows, each copy of a row has a hash of its own: the sample is
/// a random part of all rows, however often they repeat. Beyond that the hash is that of a row's content, the same in all
/// splits: copies come in or stay out together, and a content that makes up much of a split may be missing. Rows below one
/// limit are then still comparable between splits: see <see cref="Comparable"/>.
/// </remarks>
/// <param name="Count">The number of rows in the sample.</param>
/// <param name="Of">The number of rows in the split.</param>
/// <param name="Columns">All columns of the split, in the order of the first file.</param>
internal sealed record RowSample(int Count, long Of, IReadOnlyList<SampledColumn> Columns)
{
    /// <summary>The most rows that a sample holds.</summary>
    public const int MaxRows = 65_536;

    /// <summary>Copies may swell the variance by this much before samples of unlike limits aren't compared.</summary>
    private const double MaxDesignEffect = 1.05;

    /// <summary>The hash of each row, ascending.</summary>
    public required ulong[] Hashes { get; init; }

    /// <summary>Whether the sample is the split.</summary>
    public bool IsWhole => Count == Of;

    /// <summary>The column of that name, if there is one.</summary>
    public SampledColumn? Column(string name) => Columns.FirstOrDefault(column => column.Name == name);

    /// <summary>
    /// How many of the first rows of each sample a test that counts rows may use. All of them, unless copies of rows come
    /// in together in one of them: then only the contents below the lower of both limits, which both splits were asked
    /// for alike.
    /// </summary>
    public static (int A, int B) Comparable(RowSample a, RowSample b)
    {
        if (a.DesignEffect <= MaxDesignEffect && b.DesignEffect <= MaxDesignEffect)
            return (a.Count, b.Count);
        var limit = Math.Min(a.Limit, b.Limit);
        return (a.CountUpTo(limit), b.CountUpTo(limit));
    }

    private ulong Limit => IsWhole || Count == 0 ? ulong.MaxValue : ulong.MaxValue >> (int)ulong.LeadingZeroCount(Hashes[^1]);

    /// <summary>Σc²/Σc over the contents of a sample that isn't the split, c copies each.</summary>
    private double DesignEffect
    {
        get
        {
            if (IsWhole || Count == 0)
                return 1;
            var squares = 0.0;
            for (int start = 0, end; start < Count; start = end)
            {
                for (end = start + 1; end < Count && Hashes[end] == Hashes[start];)
                    end++;
                squares += (double)(end - start) * (end - start);
            }

            return squares / Count;
        }
    }

    private int CountUpTo(ulong limit)
    {
        var count = Count;
        while (count > 0 && Hashes[count - 1] > limit)
            count--;
        return count;
    }
}
