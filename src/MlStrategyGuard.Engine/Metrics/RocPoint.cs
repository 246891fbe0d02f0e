using System.Globalization;

namespace MlStrategyGuard.Engine.Metrics;

/// <summary>
/// One rate of a classifier where its threshold makes the other rate what is asked for: the least false positive rate with
/// that recall at least, or the largest recall with that false positive rate at most.
/// </summary>
/// <remarks>
/// The threshold is itself estimated. The noise of both goes into the influences: to first order the rate moves with the one
/// that is held by the slope of the ROC curve there (Pepe 2003, The Statistical Evaluation of Medical Tests, 5.2), which is taken
/// over the range in which the held rate may truly lie (Woodruff 1952).
/// </remarks>
internal static class RocPoint
{
    private const double Quantile = 1.96;
    private const double Rounding = 1e-12;

    // With fewer rows on the rarer side of the threshold its place is anybody's guess.
    private const double FewestBeyond = 3;

    /// <summary>The false positive rate at a recall.</summary>
    /// <param name="ranked">One score a row.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="positive">The positive class.</param>
    /// <param name="weights">As many, or null: every row counts 1.</param>
    /// <param name="recall">The least recall, above 0 and at most 1.</param>
    public static MetricEstimate FalsePositivesAt(RankedScores ranked, int[] labels, int positive, double[]? weights, double recall)
    {
        var curve = new Curve(ranked, labels, positive, weights);
        return Of(curve, labels, positive, weights, ranked, recall, holdsPositives: true);
    }

    /// <summary>The recall at a false positive rate.</summary>
    /// <param name="ranked">One score a row.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="positive">The positive class.</param>
    /// <param name="weights">As many, or null: every row counts 1.</param>
    /// <param name="rate">The largest false positive rate, above 0 and at most 1.</param>
    public static MetricEstimate RecallAt(RankedScores ranked, int[] labels, int positive, double[]? weights, double rate)
    {
        var curve = new Curve(ranked, labels, positive, weights);
        return Of(curve, labels, positive, weights, ranked, rate, holdsPositives: false);
    }

    private static MetricEstimate Of(
        Curve curve, int[] labels, int positive, double[]? weights, RankedScores ranked, double held, bool holdsPositives)
    {
        if (!(curve.Up.Weight > 0))
            return MetricEstimate.None("no row is of the positive class");
        if (!(curve.Down.Weight > 0))
            return MetricEstimate.None("every row is of the positive class");

        var at = curve.At(held, holdsPositives);
        var (side, other) = holdsPositives ? (curve.Up, curve.Down) : (curve.Down, curve.Up);
        var beyond = side.Effective * Math.Min(held, 1 - held);
        return MetricEstimate.Of(curve.Other(at, holdsPositives)) with
        {
            Shape = IntervalShape.Odds,
            Deciding = Math.Min(side.Rows, other.Rows),
            TooFew = beyond < FewestBeyond
                ? string.Create(CultureInfo.InvariantCulture, $"{side.Rows} rows of {(holdsPositives ? "the positive class" : "other classes")} are too few to place the threshold")
                : null,
            InfluenceOf = () =>
            {
                var half = Quantile * Math.Sqrt(held * (1 - held) / side.Effective);
                var (low, high) = (Math.Max(0, held - half), Math.Min(1, held + half));
                var slope = high > low
                    ? (curve.Other(curve.At(high, holdsPositives), holdsPositives) - curve.Other(curve.At(low, holdsPositives), holdsPositives)) / (high - low)
                    : 0;
                var (shareHeld, shareOther) = (curve.Held(at, holdsPositives), curve.Other(at, holdsPositives));
                var influence = new double[labels.Length];
                for (var i = 0; i < influence.Length; i++)
                {
                    var row = ranked.Order[i];
                    var isAbove = i >= curve.First[at] ? 1 : 0;
                    influence[row] = (weights?[row] ?? 1) * (labels[row] == positive == holdsPositives
                        ? -slope * (isAbove - shareHeld) / side.Weight
                        : (isAbove - shareOther) / other.Weight);
                }

                return influence;
            },
        };
    }

    private readonly record struct Side(double Weight, double Effective, long Rows);

    /// <summary>The ROC curve from the highest threshold down; its first point has no row above it.</summary>
    private sealed class Curve
    {
        private readonly List<double> _up = [0];
        private readonly List<double> _down = [0];

        public Curve(RankedScores ranked, int[] labels, int positive, double[]? weights)
        {
            First.Add(ranked.Order.Length);
            Span<double> sums = stackalloc double[4];
            Span<long> rows = stackalloc long[2];
            for (var to = ranked.Order.Length; to > 0;)
            {
                var from = to - 1;
                while (from > 0 && ranked.Sorted[from - 1] == ranked.Sorted[to - 1])
                    from--;
                for (var i = from; i < to; i++)
                {
                    var side = labels[ranked.Order[i]] == positive ? 0 : 1;
                    var weight = weights?[ranked.Order[i]] ?? 1;
                    sums[side] += weight;
                    sums[side + 2] += weight * weight;
                    rows[side]++;
                }

                _up.Add(sums[0]);
                _down.Add(sums[1]);
                First.Add(from);
                to = from;
            }

            Up = new Side(sums[0], sums[0] * sums[0] / sums[2], rows[0]);
            Down = new Side(sums[1], sums[1] * sums[1] / sums[3], rows[1]);
        }

        /// <summary>Rows of the positive class.</summary>
        public Side Up { get; }

        /// <summary>The other rows.</summary>
        public Side Down { get; }

        /// <summary>Where the ranked scores that reach a point's threshold start.</summary>
        public List<int> First { get; } = [];

        public double Held(int at, bool holdsPositives) => holdsPositives ? _up[at] / Up.Weight : _down[at] / Down.Weight;

        public double Other(int at, bool holdsPositives) => Held(at, !holdsPositives);

        /// <summary>The point: the first with so many of the positives, or the last with so few of the others.</summary>
        public int At(double held, bool holdsPositives)
        {
            var (low, high) = (0, First.Count - 1);
            while (low < high)
            {
                // Both shares only grow from point to point.
                var middle = holdsPositives ? (low + high) / 2 : (low + high + 1) / 2;
                if (holdsPositives)
                {
                    if (Held(middle, true) >= held - Rounding)
                        high = middle;
                    else
                        low = middle + 1;
                }
                else if (Held(middle, false) <= held + Rounding)
                {
                    low = middle;
                }
                else
                {
                    high = middle - 1;
                }
            }

            return low;
        }
    }
}
