namespace MlStrategyGuard.Engine.Comparison;

/// <summary>The values of two ascending arrays.</summary>
internal sealed class SortedSteps(double[] a, double[] b) : INumericSteps
{
    /// <inheritdoc/>
    public NumericWalk Walk(NumericWalk walk)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            var next = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == next)
                i++;
            while (j < b.Length && b[j] == next)
                j++;
            walk.Step(next, i, j);
        }

        // Behind the end of one sample the gap only closes, but quantiles may lie there.
        while (i < a.Length)
        {
            var next = a[i++];
            if (i == a.Length || a[i] != next)
                walk.Step(next, i, j);
        }

        while (j < b.Length)
        {
            var next = b[j++];
            if (j == b.Length || b[j] != next)
                walk.Step(next, i, j);
        }

        return walk;
    }

    /// <inheritdoc/>
    public (double Least, double Most) Range => (Math.Min(a[0], b[0]), Math.Max(a[^1], b[^1]));

    /// <inheritdoc/>
    public IEnumerable<(double Place, long A, long B)> UpTo(IReadOnlyList<double> values) =>
        values.Select(value => (value, (long)Count(a, value), (long)Count(b, value)));

    private static int Count(double[] sorted, double value)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = sorted[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
