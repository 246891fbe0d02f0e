namespace MlStrategyGuard.Statistics;

/// <summary>
/// The difference of two independent shares by Newcombe's hybrid score interval (Newcombe 1998, method 10): Wilson's
/// limits of both, combined. A share without rows is taken as exact.
/// </summary>
public static class Newcombe
{
    /// <summary>The interval of <c>second − first</c>.</summary>
    /// <param name="first">The first share, 0–1.</param>
    /// <param name="firstRows">Its rows; null: exact.</param>
    /// <param name="second">The second share, 0–1.</param>
    /// <param name="secondRows">Its rows; null: exact.</param>
    /// <param name="confidence">The two-sided confidence, in (0, 1).</param>
    /// <returns>The limits, −1 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A share isn't within 0–1.</exception>
    public static (double Lower, double Upper) Difference(
        double first, long? firstRows, double second, long? secondRows, double confidence)
    {
        Check(first, nameof(first));
        Check(second, nameof(second));
        var (l1, u1) = Limits(first, firstRows, confidence);
        var (l2, u2) = Limits(second, secondRows, confidence);
        var difference = second - first;
        return (
            difference - Length(second - l2, u1 - first),
            difference + Length(u2 - second, first - l1));
    }

    private static void Check(double share, string name)
    {
        if (!(share >= 0 && share <= 1))
            throw new ArgumentOutOfRangeException(name, share, "A share must be within 0 and 1.");
    }

    private static (double Lower, double Upper) Limits(double share, long? rows, double confidence) =>
        rows is > 0 and { } n ? Shares.Limits(share, n, confidence) : (share, share);

    private static double Length(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
