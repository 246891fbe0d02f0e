namespace MlStrategyGuard.Engine.Metrics;

/// <summary>
/// How far a mean may truly lie beyond its estimate when a few units decide it. What lies beyond a high threshold is taken to be
/// generalized Pareto (Pickands 1975), and its mean as large as the data lets it be: the limit of its profile likelihood. So the
/// large values that happen not to be in the sample count too, which resampling never sees. The idea is that of Johansson
/// (2003), Estimating the mean of heavy-tailed distributions.
/// </summary>
internal static class HeavyTail
{
    /// <summary>
    /// The loss of log-likelihood that a limit may have: 1.92 of a one-sided 97.5 %, and a little more because the tail is no
    /// exact Pareto one. By simulation, see docs/evidence.md.
    /// </summary>
    private const double Loss = 2.5;

    /// <summary>The shape above which nothing is said: at 1 the mean is infinite.</summary>
    private const double HeaviestShape = 0.9;

    /// <summary>Lighter tails than this have no regular likelihood.</summary>
    private const double LightestShape = -0.5;

    /// <summary>With fewer values in it a tail has no shape.</summary>
    private const int FewestOfTail = 10;

    /// <summary>Trial values of shape / scale, in units of 1 / largest excess below zero and of 1 / mean excess above.</summary>
    private static readonly double[] Below = [.. Enumerable.Range(0, 9).Select(step => -0.95 * Math.Pow(0.65, step))];
    private static readonly double[] Above = [.. Enumerable.Range(0, 64).Select(step => 0.03 * Math.Pow(1.13, step))];

    /// <summary>By how much the mean may exceed (or, on the other side, fall below) its estimate; 0 if the tail can't say.</summary>
    /// <param name="spread">The estimate's spread, with its deviations.</param>
    /// <param name="t">How many standard errors the limit of a mean without such a tail is away.</param>
    /// <param name="isUpper">Which side.</param>
    public static double Reach(Spread spread, double t, bool isUpper)
    {
        if (spread.Deviations is not { } deviations || !(spread.Error > 0))
            return 0;
        var n = deviations.Parts.Length;
        var count = (int)Math.Min(n / 10, 3 * Math.Sqrt(n));
        if (count < FewestOfTail)
            return 0;

        var largest = Largest(deviations.Parts, count + 1, isUpper ? 1 : -1);
        var centre = isUpper ? deviations.Centre : -deviations.Centre;
        var threshold = (largest[0] - centre) * deviations.Scale;
        var excesses = new double[count];
        var (sum, squares) = (new CompensatedSum(), new CompensatedSum());
        for (var i = 0; i < count; i++)
        {
            excesses[i] = (largest[i + 1] - largest[0]) * deviations.Scale;
            sum.Add(excesses[i]);
            squares.Add((threshold + excesses[i]) * (threshold + excesses[i]));
        }

        var mean = sum.Value / count;
        if (!(mean > 0 && double.IsFinite(squares.Value)))
            return 0;

        // All but the excesses: each counts as the mean one, so that their number still is noise.
        var all = spread.Error * spread.Error * n;
        var rest = Math.Max(0, (all * (n - 1)) - squares.Value + (count * (threshold + mean) * (threshold + mean))) / (n - 1.0) / n;
        var more = (double)count / n * Math.Max(0, LargestMean(excesses, mean) - mean);
        return Math.Sqrt((t * t * rest) + (more * more));
    }

    /// <summary>The largest mean of an exceedance that the excesses allow.</summary>
    private static double LargestMean(double[] excesses, double mean)
    {
        var largest = excesses[^1];
        var (best, tried) = (double.NegativeInfinity, new List<(double Likelihood, double Mean)>());
        // No shape at all: exponential.
        Try(0, mean);
        foreach (var at in Below)
            TryAt(at / largest);
        foreach (var at in Above)
            TryAt(at / mean);
        var found = mean;
        foreach (var (likelihood, itsMean) in tried)
        {
            if (likelihood >= best - Loss)
                found = Math.Max(found, itsMean);
        }

        return found;

        // Given shape / scale the likeliest shape is this mean (Grimshaw 1993, Computing maximum likelihood estimates for the
        // generalized Pareto distribution).
        void TryAt(double ratio)
        {
            var logs = new CompensatedSum();
            foreach (var one in excesses)
                logs.Add(double.LogP1(ratio * one));
            var shape = logs.Value / excesses.Length;
            if (shape is >= LightestShape and <= HeaviestShape)
                Try(shape, shape / ratio);
        }

        void Try(double shape, double scale)
        {
            var likelihood = -excesses.Length * (Math.Log(scale) + 1 + shape);
            best = Math.Max(best, likelihood);
            tried.Add((likelihood, scale / (1 - shape)));
        }
    }

    /// <summary>The largest values times a sign, ascending.</summary>
    private static double[] Largest(double[] values, int count, int sign)
    {
        var heap = new double[count];
        for (var i = 0; i < count; i++)
            heap[i] = sign * values[i];
        for (var i = (count / 2) - 1; i >= 0; i--)
            Sink(heap, i);
        for (var i = count; i < values.Length; i++)
        {
            var value = sign * values[i];
            if (value > heap[0])
            {
                heap[0] = value;
                Sink(heap, 0);
            }
        }

        // Sums of it must not hang on the order of rows.
        Array.Sort(heap);
        return heap;
    }

    private static void Sink(double[] heap, int at)
    {
        var value = heap[at];
        for (int child; (child = (2 * at) + 1) < heap.Length; at = child)
        {
            if (child + 1 < heap.Length && heap[child + 1] < heap[child])
                child++;
            if (heap[child] >= value)
                break;
            heap[at] = heap[child];
        }

        heap[at] = value;
    }
}
