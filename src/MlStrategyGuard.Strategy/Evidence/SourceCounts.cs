namespace MlStrategyGuard;

/// <summary>Where a split's rows come from, counted in the column <c>data.source</c>.</summary>
/// <param name="Split">The split's name.</param>
/// <param name="Rows">Its rows with a source.</param>
/// <param name="Counts">Rows by source, most frequent first.</param>
public sealed record SourceCounts(string Split, double Rows, IReadOnlyList<KeyValuePair<string, long>> Counts)
{
    /// <summary>The share of rows from a source, 0–1.</summary>
    public double Share(string source) => Rows == 0 ? 0 : CountOf(source) / Rows;

    /// <summary>The share of rows from any other source, 0–1.</summary>
    public double ShareOfOthers(string source) => Rows == 0 ? 0 : (Rows - CountOf(source)) / Rows;

    private double CountOf(string source) => Counts.Where(count => count.Key == source).Sum(count => (double)count.Value);
}
