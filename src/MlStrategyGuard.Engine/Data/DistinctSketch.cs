namespace MlStrategyGuard.Engine.Data;

/// <summary>
/// Estimates how many different values a column has from the smallest of their hashes (k minimum values; Bar-Yossef and
/// others 2002). The standard error is about 1.6 %; the order of rows doesn't matter.
/// </summary>
internal sealed class DistinctSketch
{
    private const int Kept = 4_096;

    private readonly SortedSet<ulong> _smallest = [];

    /// <summary>Takes a value's hash.</summary>
    public void Add(ulong hash)
    {
        if (_smallest.Count == Kept && hash >= _smallest.Max)
            return;
        if (_smallest.Add(hash) && _smallest.Count > Kept)
            _smallest.Remove(_smallest.Max);
    }

    /// <summary>The number of different values: exact while they are few.</summary>
    public double Count => _smallest.Count < Kept
        ? _smallest.Count
        : (Kept - 1) / ((double)_smallest.Max / ulong.MaxValue);
}
