namespace MlStrategyGuard.Engine.Metrics;

/// <summary>Scores from the smallest up.</summary>
/// <param name="Order">The row of each.</param>
/// <param name="Sorted">The scores themselves, in that order.</param>
internal sealed record RankedScores(int[] Order, double[] Sorted)
{
    /// <summary>Ranks scores, none of them NaN.</summary>
    public static RankedScores Of(double[] scores)
    {
        var order = ScoreOrder.Ascending(scores);
        var sorted = new double[order.Length];
        for (var i = 0; i < sorted.Length; i++)
            sorted[i] = scores[order[i]];
        return new RankedScores(order, sorted);
    }

    /// <summary>Just behind the last score that equals the one at a place.</summary>
    public int EndOfTies(int from)
    {
        var score = Sorted[from];
        var to = from + 1;
        while (to < Sorted.Length && Sorted[to] == score)
            to++;
        return to;
    }
}
