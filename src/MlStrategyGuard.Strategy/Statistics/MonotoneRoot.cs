namespace MlStrategyGuard.Statistics;

/// <summary>The root of a monotone function: Newton's steps, kept inside a bracket that only shrinks.</summary>
internal static class MonotoneRoot
{
    // The step after one this small, relative to the root, is below rounding: Newton squares the error.
    private const double SmallStep = 1e-10;
    private const int MaximumSteps = 300;

    /// <summary>
    /// Finds the root of <paramref name="function"/>, which returns its value and its slope at a point.
    /// </summary>
    /// <param name="function">The function. A slope that is zero, infinite or NaN makes the search bisect instead.</param>
    /// <param name="increasing">True if the function rises.</param>
    /// <param name="start">A first guess.</param>
    /// <param name="lower">A point not above the root, finite.</param>
    /// <param name="upper">A point not below the root; positive infinity if none is known.</param>
    /// <param name="scale">Steps are compared with the larger of this and the root's size.</param>
    public static double Find(
        Func<double, (double Value, double Slope)> function,
        bool increasing,
        double start,
        double lower,
        double upper,
        double scale)
    {
        var point = start > lower && start < upper ? start : Between(lower, upper);
        for (var count = 0; count < MaximumSteps; count++)
        {
            var (value, slope) = function(point);
            if (value == 0)
                return point;

            if (value > 0 == increasing)
                upper = point;
            else
                lower = point;

            var next = point - value / slope;
            var inside = next >= lower && next <= upper && !double.IsInfinity(next);
            if (!inside)
                next = Between(lower, upper);

            var step = Math.Abs(next - point);
            point = next;
            var size = Math.Max(Math.Abs(point), scale);
            if (step <= SmallStep * size && (inside || upper - lower <= 1e-15 * size))
                return point;
        }

        return point;
    }

    private static double Between(double lower, double upper) =>
        double.IsPositiveInfinity(upper) ? 2 * Math.Abs(lower) + 1 : lower + (upper - lower) / 2;
}
