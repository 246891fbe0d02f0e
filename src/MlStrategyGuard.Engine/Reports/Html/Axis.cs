namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>An axis with some room at both ends.</summary>
/// <param name="Low">The value at its start.</param>
/// <param name="High">The value at its end, above the first.</param>
internal readonly record struct Axis(double Low, double High)
{
    /// <summary>An axis for some values of a metric, with round ends and no further than the metric goes.</summary>
    public static Axis Of(IEnumerable<double> values, string metric)
    {
        var axis = Of(values);
        return MetricCatalogue.Find(metric) is { } known && known.Lowest < known.Highest
            ? new Axis(Math.Max(axis.Low, known.Lowest), Math.Min(axis.High, known.Highest)) is { } held && held.Low < held.High ? held : axis
            : axis;
    }

    private static Axis Of(IEnumerable<double> values)
    {
        var all = values.Where(double.IsFinite).ToList();
        if (all.Count == 0)
            return new Axis(0, 1);
        var (least, most) = (all.Min(), all.Max());
        var room = most > least ? (most - least) * 0.12 : Math.Max(Math.Abs(most) * 0.1, 1e-6);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(most - least + (2 * room))) - 1);
        var (low, high) = (Math.Floor((least - room) / unit) * unit, Math.Ceiling((most + room) / unit) * unit);
        if (least >= 0 && low < 0)
            low = 0;
        return new Axis(Math.Round(low, 12), Math.Round(high, 12));
    }

    /// <summary>Where a value stands, 0–1.</summary>
    public double At(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);
}
