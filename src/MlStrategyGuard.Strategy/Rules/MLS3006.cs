namespace MlStrategyGuard.Rules;

/// <summary>Can't tell yet which error dominates: rows needed.</summary>
internal static class MLS3006
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (evidence.Ladder is not { Dominant: null, IsPastProxy: false, Gaps.Count: > 1 } ladder
            || ladder.Gaps.All(gap => gap.Value <= 0)
            || ladder.Gaps[0].Cause != GapCause.Bias)
            yield break;

        if (ladder.IsExplainedByShift)
        {
            var gap = ladder.Gaps.First(gap => gap.Cause == GapCause.DevOverfit);
            yield return Finding.Of(nameof(MLS3006), strategy.Errors!.Span,
                $"{Diagnoses.Describe(ladder, gap)}, the largest gap, and dev and test come from different distributions, which may be all that it says. Draw both from one distribution, then measure again.");
            yield break;
        }

        var order = ladder.Gaps.OrderByDescending(gap => gap.ProbabilityLargest).Take(2).ToList();
        var likely = string.Join(", ", order.Select(gap => $"{Diagnoses.NameOf(gap.Cause)} {Show.Percent(Math.Round(gap.ProbabilityLargest, 2))}"));
        yield return Finding.Of(nameof(MLS3006), strategy.Errors!.Span,
            $"can't tell yet which error dominates ({likely}). {Needed(ladder)}");
    }

    private static string Needed(Ladder ladder)
    {
        if (ladder.RowsFactor is not { } factor || factor > 1e6)
            return "The two largest gaps are as good as equal: work on either, then measure again.";

        var rungs = ladder.Rungs.Where(rung => rung.Rows is not null)
            .Select(rung => $"{Show.Count(RoundUp(rung.Rows!.Value * (factor - 1)))} more for {Show.Words(rung.Name)}");
        return $"About {Show.Plain(Math.Round(factor, factor < 10 ? 1 : 0))} times the rows would settle it: {string.Join(", ", rungs)}.";
    }

    private static double RoundUp(double rows)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, rows))) - 1));
        return Math.Ceiling(rows / unit) * unit;
    }
}
