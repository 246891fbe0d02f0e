using MlStrategyGuard.Reading;
using MlStrategyGuard.Statistics;

namespace MlStrategyGuard.Rules;

/// <summary>A split too small for the difference or the confidence asked of it.</summary>
internal static class MLS1011
{
    private const double Confidence = 0.95;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence) =>
        strategy.Task?.Value == LearningTask.MultilabelClassification
            ? []
            : ForDifference(strategy, evidence).Concat(ForThresholds(strategy, evidence));

    private static IEnumerable<Finding> ForDifference(Strategy strategy, Evidence evidence)
    {
        if (strategy.Metrics is not { MinDifference: { Value: < 1 } difference, Single: { } optimized }
            || !RowShares.Has(optimized.Metric.Value)
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

    /// <summary>
    /// Splits on which not even the best value possible would show that a satisficing metric holds: Wilson's interval of
    /// n hits in n begins at n/(n + z²). Fewer rows are surely too few, for the metric may count only some of them.
    /// </summary>
    private static IEnumerable<Finding> ForThresholds(Strategy strategy, Evidence evidence)
    {
        foreach (var asked in (strategy.Metrics?.Satisfy ?? []).GroupBy(satisfied => satisfied.On?.Value ?? "dev"))
        {
            if (strategy.Split(asked.Key) is not { } split || RowsOf(split, evidence) is not { } rows || rows <= 0)
                continue;
            var (hardest, needed) = asked.Select(satisfied => (satisfied, Needed: RowsToShow(satisfied)))
                .Aggregate((most, next) => next.Needed > most.Needed ? next : most);
            if (rows >= needed)
                continue;

            var isFloor = hardest.AtLeast is not null;
            var (lower, upper) = Shares.Limits(isFloor ? 1 : 0, rows, Confidence);
            yield return Finding.Of(nameof(MLS1011), split.Rows?.Span ?? split.Name.Span,
                $"{asked.Key} has {Show.Count(rows)} rows, too few to show {Texts.Shorten(hardest.Metric.Value)} of {(isFloor ? $"at least {Show.Percent(hardest.AtLeast!.Value)}" : $"at most {Show.Percent(hardest.AtMost!.Value)}")}: "
                + $"even {(isFloor ? "100" : "0")} % on all of them leaves a 95 % interval {(isFloor ? $"from {Show.Percent(lower)}" : $"up to {Show.Percent(upper)}")}. It takes {Show.Count(needed)} at the very least.") with
            {
                Split = asked.Key,
                Data = [new("rows", rows), new("rows_needed", needed)],
            };
        }
    }

    /// <summary>The rows on which the best value possible is surely beyond the threshold; 0 where rows aren't counted.</summary>
    private static long RowsToShow(SatisficingMetric satisfied)
    {
        var distance = satisfied switch
        {
            { AtLeast.Value: > 0 and < 1 and var least, AtMost: null } => 1 - least,
            { AtMost.Value: > 0 and < 1 and var most, AtLeast: null } => most,
            _ => 1,
        };
        if (distance == 1 || !RowShares.Has(satisfied.Metric.Value))
            return 0;
        var z = SpecialFunctions.NormalQuantile((1 - Confidence) / 2);
        return (long)Math.Min(1e12, Math.Floor(z * z * (1 - distance) / distance) + 1);
    }

    /// <summary>The number of rows that was read, else the declared one.</summary>
    internal static long? RowsOf(SplitDeclaration split, Evidence evidence) =>
        evidence.Splits.FirstOrDefault(data => data.Name == split.Name.Value)?.Rows ?? split.Rows?.Value;

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
