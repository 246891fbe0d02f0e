namespace MlStrategyGuard.Engine.Comparison;

/// <summary>
/// A histogram of the numbers of two splits: ranges of one width with round edges where nearly all numbers lie, and an
/// open one at each end. Of numbers that are counted in bins already an edge is the nearest of theirs.
/// </summary>
internal static class NumberPicture
{
    private const int Ranges = 20;

    /// <summary>An open range of fewer rows is joined with its neighbour: it would tell where single rows are.</summary>
    private const long RowsOfAnEnd = 10;

    private static readonly double[] DateSteps =
        [.. new[] { 1 / 1440.0, 5 / 1440.0, 15 / 1440.0, 1 / 24.0, 3 / 24.0, 6 / 24.0, 0.5, 1, 2, 7, 14, 28, 91, 182, 364, 1820, 3640, 36400 }
            .Select(days => days * TimeSpan.TicksPerDay)];

    /// <summary>The picture; null if there is one value only, or hardly a row.</summary>
    /// <param name="steps">The numbers.</param>
    /// <param name="kind">Numbers, texts by their lengths, or dates as ticks.</param>
    /// <param name="quantiles">Pooled quantiles, ascending.</param>
    /// <param name="rowsA">How many numbers the first split has.</param>
    /// <param name="rowsB">How many the second.</param>
    /// <param name="weight">How often a row stands among the numbers: more than once where rows are weighted.</param>
    public static ColumnPicture? Of(INumericSteps steps, ColumnKind kind, double[] quantiles, long rowsA, long rowsB, double weight)
    {
        var least = RowsOfAnEnd * weight;
        if (rowsA + rowsB < 2 * least || quantiles.Length == 0)
            return null;

        var places = steps.UpTo([.. Edges(steps.Range, kind, quantiles).Where(double.IsFinite)]).DistinctBy(place => place.Place).ToList();
        while (places.Count > 0 && places[0].A + places[0].B < least)
            places.RemoveAt(0);
        while (places.Count > 0 && rowsA + rowsB - places[^1].A - places[^1].B < least)
            places.RemoveAt(places.Count - 1);
        return places.Count == 0 ? null : new ColumnPicture
        {
            Edges = [.. places.Select(place => place.Place)],
            A = Shares([.. places.Select(place => place.A)], rowsA),
            B = Shares([.. places.Select(place => place.B)], rowsB),
        };
    }

    /// <summary>
    /// Half the distance of the outer quantiles is added on both sides, so that a normal distribution is whole and a heavy
    /// tail doesn't make everything else one bar.
    /// </summary>
    private static IEnumerable<double> Edges((double Least, double Most) range, ColumnKind kind, double[] quantiles)
    {
        var reach = (quantiles[^1] - quantiles[0]) / 2;
        if (reach == 0)
            reach = Math.Max(1, Math.Abs(quantiles[0]) / 10);
        var (low, high) = (Math.Max(range.Least, quantiles[0] - reach), Math.Min(range.Most, quantiles[^1] + reach));
        var step = kind == ColumnKind.Date ? DateStep((high - low) / Ranges) : RoundStep((high - low) / Ranges);
        if (!(step > 0) || !double.IsFinite(step))
            return quantiles;

        var (first, last) = (Math.Ceiling(low / step), Math.Floor(high / step));
        if (last * step >= range.Most)
            last--;
        return last - first > 2 * Ranges || !double.IsFinite(last)
            ? quantiles
            : Enumerable.Range(0, Math.Max(1, (int)(last - first) + 1)).Select(i => Multiple(first + i, step));
    }

    /// <summary>A multiple as it is written: 0.3 and not 0.30000000000000004.</summary>
    private static double Multiple(double times, double step) => step >= 1 ? times * step : times / Math.Round(1 / step, 6);

    private static double DateStep(double least)
    {
        var step = Array.Find(DateSteps, one => one >= least);
        return step == 0 ? DateSteps[^1] : step;
    }

    private static double RoundStep(double least)
    {
        if (!(least > 0))
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1, 2, 5, 10 }.Select(times => times * unit).First(step => step >= least * (1 - 1e-9));
    }

    private static double[] Shares(long[] upTo, long rows)
    {
        var shares = new double[upTo.Length + 1];
        for (var i = 0; i <= upTo.Length; i++)
            shares[i] = (double)((i == upTo.Length ? rows : upTo[i]) - (i == 0 ? 0 : upTo[i - 1])) / rows;
        return shares;
    }
}
