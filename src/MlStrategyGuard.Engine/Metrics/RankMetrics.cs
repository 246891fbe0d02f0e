namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Metrics of how well scores put one class above the rest.</summary>
internal static class RankMetrics
{
    /// <summary>
    /// The area under the ROC curve: the chance that a row of the class scores above another one, ties counting half.
    /// Its influences are DeLong's placement values (DeLong, DeLong and Clarke-Pearson 1988; by ranks, Sun and Xu 2014).
    /// </summary>
    /// <param name="ranked">One score a row.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="positive">The class.</param>
    /// <param name="weights">As many, or null: every row counts 1.</param>
    public static MetricEstimate RocAuc(RankedScores ranked, int[] labels, int positive, double[]? weights)
    {
        var total = new Sides(labels, positive, weights);
        if (!(total.Up > 0))
            return MetricEstimate.None("no row is of the positive class");
        if (!(total.Down > 0))
            return MetricEstimate.None("every row is of the positive class");

        var (below, pairs) = (0.0, 0.0);
        for (int from = 0, to; from < ranked.Order.Length; from = to)
        {
            to = ranked.EndOfTies(from);
            var (up, down) = Weigh(ranked.Order, from, to, labels, positive, weights);
            pairs += up * (below + (down / 2));
            below += down;
        }

        var area = pairs / total.Up / total.Down;
        return MetricEstimate.Of(area) with
        {
            Shape = IntervalShape.Area,
            Sides = (total.Up * total.Up / total.UpSquares, total.Down * total.Down / total.DownSquares),
            Deciding = Math.Min(total.UpRows, total.DownRows),
            SpreadOf = weights is not null ? null : () => AucSpread(ranked, labels, positive, total, area),
            InfluenceOf = () => AucInfluence(ranked, labels, positive, weights, total, area),
        };
    }

    /// <summary>
    /// The area under the precision-recall curve as average precision: the mean over the rows of the class of the
    /// precision at their score, without interpolation.
    /// </summary>
    /// <param name="ranked">One score a row.</param>
    /// <param name="labels">Class numbers.</param>
    /// <param name="positive">The class.</param>
    /// <param name="weights">As many, or null.</param>
    public static MetricEstimate AveragePrecision(RankedScores ranked, int[] labels, int positive, double[]? weights)
    {
        var total = new Sides(labels, positive, weights);
        if (!(total.Up > 0))
            return MetricEstimate.None("no row is of the positive class");

        var (hits, left) = (total.Up, total.Up + total.Down);
        var sum = 0.0;
        for (int from = 0, to; from < ranked.Order.Length; from = to)
        {
            to = ranked.EndOfTies(from);
            var (up, down) = Weigh(ranked.Order, from, to, labels, positive, weights);
            if (up > 0)
                sum += up * hits / left;
            hits -= up;
            left -= up + down;
        }

        var average = Math.Min(1, sum / total.Up);
        return MetricEstimate.Of(average) with
        {
            Shape = IntervalShape.Odds,
            Deciding = Math.Min(total.UpRows, total.DownRows),
            InfluenceOf = () => PrecisionInfluence(ranked, labels, positive, weights, total, average),
        };
    }

    /// <summary>The spread of the influences, which are equal among rows of one class and score.</summary>
    private static Spread AucSpread(RankedScores ranked, int[] labels, int positive, Sides total, double area)
    {
        var (square, cube, fourth) = (new CompensatedSum(), new CompensatedSum(), new CompensatedSum());
        var (upBelow, downBelow) = (0.0, 0.0);
        var (upFactor, downFactor) = (Unbiased(total.UpRows) / total.Up, Unbiased(total.DownRows) / total.Down);
        for (int from = 0, to; from < ranked.Order.Length; from = to)
        {
            to = ranked.EndOfTies(from);
            var (up, down) = Weigh(ranked.Order, from, to, labels, positive, null);
            var ofUp = upFactor * (((downBelow + (down / 2)) / total.Down) - area);
            var ofDown = downFactor * (((total.Up - upBelow - (up / 2)) / total.Up) - area);
            square.Add((up * ofUp * ofUp) + (down * ofDown * ofDown));
            cube.Add((up * ofUp * ofUp * ofUp) + (down * ofDown * ofDown * ofDown));
            fourth.Add((up * ofUp * ofUp * ofUp * ofUp) + (down * ofDown * ofDown * ofDown * ofDown));
            upBelow += up;
            downBelow += down;
        }

        return Spread.Of(square.Value, cube.Value, fourth.Value, ranked.Order.Length);
    }

    private static double[] AucInfluence(
        RankedScores ranked, int[] labels, int positive, double[]? weights, Sides total, double area)
    {
        var influence = new double[ranked.Order.Length];
        var (upBelow, downBelow) = (0.0, 0.0);
        var (upFactor, downFactor) = (Unbiased(total.UpRows) / total.Up, Unbiased(total.DownRows) / total.Down);
        for (int from = 0, to; from < ranked.Order.Length; from = to)
        {
            to = ranked.EndOfTies(from);
            var (up, down) = Weigh(ranked.Order, from, to, labels, positive, weights);
            var ofUp = upFactor * (((downBelow + (down / 2)) / total.Down) - area);
            var ofDown = downFactor * (((total.Up - upBelow - (up / 2)) / total.Up) - area);
            for (var i = from; i < to; i++)
            {
                var row = ranked.Order[i];
                influence[row] = (labels[row] == positive ? ofUp : ofDown) * (weights?[row] ?? 1);
            }

            upBelow += up;
            downBelow += down;
        }

        return influence;
    }

    /// <summary>A row changes the precision at every score up to its own, and so the mean over the positives there.</summary>
    private static double[] PrecisionInfluence(
        RankedScores ranked, int[] labels, int positive, double[]? weights, Sides total, double average)
    {
        var influence = new double[ranked.Order.Length];
        var (hits, left) = (total.Up, total.Up + total.Down);
        var (gain, loss) = (0.0, 0.0);
        for (int from = 0, to; from < ranked.Order.Length; from = to)
        {
            to = ranked.EndOfTies(from);
            var (up, down) = Weigh(ranked.Order, from, to, labels, positive, weights);
            var precision = left > 0 ? hits / left : 0;
            if (up > 0)
            {
                gain += up / left;
                loss += up * precision / left;
            }

            for (var i = from; i < to; i++)
            {
                var row = ranked.Order[i];
                var own = labels[row] == positive ? precision - average + gain : 0;
                influence[row] = (own - loss) / total.Up * (weights?[row] ?? 1);
            }

            hits -= up;
            left -= up + down;
        }

        return influence;
    }

    private static (double Up, double Down) Weigh(int[] order, int from, int to, int[] labels, int positive, double[]? weights)
    {
        var (up, down) = (0.0, 0.0);
        for (var i = from; i < to; i++)
        {
            var row = order[i];
            var weight = weights?[row] ?? 1;
            if (labels[row] == positive)
                up += weight;
            else
                down += weight;
        }

        return (up, down);
    }

    /// <summary>Makes the sum of squares of m deviations from their mean an unbiased variance's.</summary>
    private static double Unbiased(long rows) => rows > 1 ? Math.Sqrt(rows / (rows - 1.0)) : 1;

    /// <summary>The rows of the class and the others, counted and weighed.</summary>
    private sealed class Sides
    {
        public Sides(int[] labels, int positive, double[]? weights)
        {
            for (var i = 0; i < labels.Length; i++)
            {
                var weight = weights?[i] ?? 1;
                if (labels[i] == positive)
                {
                    Up += weight;
                    UpSquares += weight * weight;
                    UpRows++;
                }
                else
                {
                    Down += weight;
                    DownSquares += weight * weight;
                    DownRows++;
                }
            }
        }

        public double Up { get; }

        public double Down { get; }

        public double UpSquares { get; }

        public double DownSquares { get; }

        public long UpRows { get; }

        public long DownRows { get; }
    }
}
