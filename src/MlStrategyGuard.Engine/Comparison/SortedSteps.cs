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
}
