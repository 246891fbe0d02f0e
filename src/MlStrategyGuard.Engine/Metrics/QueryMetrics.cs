namespace MlStrategyGuard.Engine.Metrics;

/// <summary>
/// Metrics of ranked lists, one value a query. Relevances are zero at least. A query without anything relevant counts 0.
/// </summary>
internal static class QueryMetrics
{
    /// <summary>
    /// Discounted cumulative gain of the best k, Σ relevance / log2(1 + rank); items of equal score share the mean of
    /// their relevances (McSherry and Najork 2008), as in scikit-learn.
    /// </summary>
    /// <param name="relevances">By query, then item.</param>
    /// <param name="scores">As many.</param>
    /// <param name="k">Ranks that count; null: all.</param>
    public static double[] Dcg(double[][] relevances, double[][] scores, int? k) =>
        [.. relevances.Select((gains, q) => Dcg(gains, scores[q], k))];

    /// <summary>DCG divided by that of the best order.</summary>
    /// <inheritdoc cref="Dcg(double[][], double[][], int?)"/>
    public static double[] Ndcg(double[][] relevances, double[][] scores, int? k) =>
        [.. relevances.Select((gains, q) => Dcg(gains, gains, k) is > 0 and var best ? Dcg(gains, scores[q], k) / best : 0)];

    /// <summary>One over the rank of the first relevant item; of equal scores the irrelevant come first.</summary>
    /// <inheritdoc cref="Dcg(double[][], double[][], int?)"/>
    public static double[] ReciprocalRank(double[][] relevances, double[][] scores, int? k) =>
        [.. relevances.Select((gains, q) =>
        {
            var rank = Array.FindIndex(Ranked(gains, scores[q]), gain => gain > 0) + 1;
            return rank > 0 && rank <= (k ?? int.MaxValue) ? 1.0 / rank : 0;
        })];

    /// <summary>
    /// The mean precision at the ranks of relevant items, out of as many as could be within k; of equal scores the
    /// irrelevant come first.
    /// </summary>
    /// <inheritdoc cref="Dcg(double[][], double[][], int?)"/>
    public static double[] AveragePrecision(double[][] relevances, double[][] scores, int? k) =>
        [.. relevances.Select((gains, q) =>
        {
            var ranked = Ranked(gains, scores[q]);
            var (hits, sum) = (0, 0.0);
            for (var i = 0; i < Math.Min(ranked.Length, k ?? int.MaxValue); i++)
            {
                if (ranked[i] > 0)
                    sum += ++hits / (i + 1.0);
            }

            var possible = Math.Min(gains.Count(gain => gain > 0), k ?? int.MaxValue);
            return possible == 0 ? 0 : sum / possible;
        })];

    /// <summary>Whether anything relevant is among the best k; of equal scores the irrelevant come first.</summary>
    /// <inheritdoc cref="Dcg(double[][], double[][], int?)"/>
    public static bool[] Hit(double[][] relevances, double[][] scores, int? k) =>
        [.. relevances.Select((gains, q) => Ranked(gains, scores[q]).Take(k ?? int.MaxValue).Any(gain => gain > 0))];

    private static double Dcg(double[] gains, double[] scores, int? k)
    {
        var order = ScoreOrder.Ascending(scores);
        Array.Reverse(order);
        var (sum, most) = (0.0, Math.Min(order.Length, k ?? int.MaxValue));
        for (int from = 0, to; from < order.Length && from < most; from = to)
        {
            to = from + 1;
            while (to < order.Length && scores[order[to]] == scores[order[from]])
                to++;
            var (gain, discount) = (0.0, 0.0);
            for (var i = from; i < to; i++)
            {
                gain += gains[order[i]];
                if (i < most)
                    discount += 1 / Math.Log2(i + 2);
            }

            sum += gain / (to - from) * discount;
        }

        return sum;
    }

    /// <summary>The relevances in the order of falling scores, the smallest first among equals.</summary>
    private static double[] Ranked(double[] gains, double[] scores) =>
        [.. Enumerable.Range(0, gains.Length).OrderByDescending(i => scores[i]).ThenBy(i => gains[i]).Select(i => gains[i])];
}
