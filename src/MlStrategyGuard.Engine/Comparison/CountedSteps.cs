namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Values that are counted: one count for each, perhaps one more for what is above all of them.</summary>
internal sealed class CountedSteps(double[] values, long[] a, long[] b) : INumericSteps
{
    /// <inheritdoc/>
    public NumericWalk Walk(NumericWalk walk)
    {
        long i = 0, j = 0;
        for (var k = 0; k < a.Length; k++)
        {
            if (a[k] + b[k] == 0)
                continue;
            i += a[k];
            j += b[k];
            walk.Step(k < values.Length ? values[k] : double.PositiveInfinity, i, j);
        }

        return walk;
    }

    /// <inheritdoc/>
    public (double Least, double Most) Range => (double.NegativeInfinity, double.PositiveInfinity);

    /// <inheritdoc/>
    public IEnumerable<(double Place, long A, long B)> UpTo(IReadOnlyList<double> values) => values.Select(UpTo);

    private (double Place, long A, long B) UpTo(double value)
    {
        var found = Array.BinarySearch(values, value);
        var above = found < 0 ? ~found : found;
        var place = above == values.Length || (above > 0 && value - values[above - 1] < values[above] - value) ? above - 1 : above;
        return (values[place], a[..(place + 1)].Sum(), b[..(place + 1)].Sum());
    }
}
