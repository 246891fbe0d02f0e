using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Rules;

/// <summary>A split too small for the difference asked of it.</summary>
internal static class MLS1011
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { MinDifference: { Value: < 1 } difference, Single: { } optimized }
            || !RowShares.Has(optimized.Metric.Value)
            || strategy.Task?.Value == LearningTask.MultilabelClassification
            || strategy.Split("dev") is not { } dev
            || RowsOf(dev, evidence) is not { } rows)
            yield break;

        // Where most rows are positive F-measures move by half of what the error does.
        var name = MetricCatalogue.Find(optimized.Metric.Value)!.Name;
        var isF = name[0] == 'f' && char.IsDigit(name[1]);
        var needed = RowsToResolve(Math.Min(1, (isF ? 2 : 1) * difference.Value));
        if (rows < needed)
            yield return Finding.Of(nameof(MLS1011), dev.Rows?.Span ?? dev.Name.Span,
                $"dev has {Show.Count(rows)} rows, and to see a difference of {Show.Points(difference.Value)} points between two candidates it takes {Show.Count(needed)} at the very least. "
                + "Use a bigger dev set, or a larger 'min_difference'.") with
            {
                Split = "dev",
                Data = [new("rows", rows), new("rows_needed", needed)],
            };
    }

    /// <summary>The declared number of rows, else what was read.</summary>
    internal static long? RowsOf(SplitDeclaration split, Evidence evidence) =>
        split.Rows?.Value ?? evidence.Splits.FirstOrDefault(data => data.Name == split.Name.Value)?.Rows;

    /// <summary>
    /// Rows to find a paired difference D at 5 % with 80 % power (Connor 1987), n = (z√p + z'√(p − D²))² / D². The
    /// candidates disagree on p ≥ D of the rows; 2 D is as few as real ones do, so fewer rows are surely too few.
    /// </summary>
    internal static long RowsToResolve(double difference)
    {
        var z = -SpecialFunctions.NormalQuantile(0.025);
        var power = -SpecialFunctions.NormalQuantile(0.2);
        var disagree = Math.Min(1, 2 * difference);
        var root = (z * Math.Sqrt(disagree)) + (power * Math.Sqrt(disagree - (difference * difference)));
        return (long)Math.Ceiling(root * root / (difference * difference));
    }
}
