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

        yield return Finding.Of(nameof(MLS3006), strategy.Errors!.Span, Reason(ladder, [.. ladder.Gaps.OrderByDescending(gap => gap.ProbabilityLargest)]));
    }

    private static string Reason(Ladder ladder, IReadOnlyList<Gap> order)
    {
        var largest = ladder.Gaps.OrderByDescending(gap => gap.Value).First();
        if (ladder.IsExplainedByShift)
            return $"{Diagnoses.Describe(ladder, largest)}, the largest gap, and dev and test come from different distributions, which may be all that it says. Draw both from one distribution, then measure again.";
        if (ladder.LacksTest)
            return $"{Diagnoses.Describe(ladder, largest)}, the largest gap, and without a test error nobody can tell whether dev was overfitted or doesn't reflect the real world. Measure the error on test as well.";
        if (ladder.Optimism is { } optimism)
            return $"{Diagnoses.Describe(ladder, largest)}, the largest gap, and choosing the best of so many on these dev rows makes up to {Show.Points(optimism)} points by itself. Use a bigger dev set, then measure again.";
        if (ladder.IsClearlyLargest)
            return $"can't tell yet whether anything is wrong: {Diagnoses.NameOf(order[0].Cause)} is surely the largest gap, and its 95 % interval, {Show.Limit(order[0].Lower)} to {Show.Limit(order[0].Upper)} points, holds zero. {Needed(ladder)}";
        var likely = string.Join(", ", order.Take(2).Select(gap => $"{Diagnoses.NameOf(gap.Cause)} {Show.Percent(Math.Round(gap.ProbabilityLargest, 2))}"));
        return $"can't tell yet which error dominates ({likely}). {Needed(ladder)}";
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
