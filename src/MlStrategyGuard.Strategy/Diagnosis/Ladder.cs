using MlStrategyGuard.Statistics;

namespace MlStrategyGuard;

/// <summary>
/// The error ladder with its gaps, and which of them dominates. A cause is named only if its gap is the largest with
/// probability .975 and surely above zero; with fewer rows the honest answer is "can't tell yet".
/// </summary>
public sealed record Ladder
{
    private const double Confidence = 0.95;
    private const double Sure = 0.975;
    private const int Draws = 20_000;

    private Ladder(IReadOnlyList<Rung> rungs, IReadOnlyList<Gap> gaps)
    {
        Rungs = rungs;
        Gaps = gaps;
    }

    /// <summary>The rungs from the Bayes proxy up, all as errors.</summary>
    public IReadOnlyList<Rung> Rungs { get; }

    /// <summary>The gaps, in the order of the rungs.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>The gap that dominates; null: undetermined.</summary>
    public Gap? Dominant { get; private init; }

    /// <summary>Whether the dev error is below the proxy, so that the gaps say nothing sure about bias.</summary>
    public bool IsPastProxy { get; private init; }

    /// <summary>Whether no rung says on how many rows it was measured.</summary>
    public bool IsExact => Rungs.All(rung => rung.Rows is null);

    /// <summary>How many times as many rows would settle which gap dominates, when this many can't; null: unknown.</summary>
    public double? RowsFactor { get; private init; }

    /// <summary>The ladder of a strategy; null if it declares none, or rungs in several metrics.</summary>
    public static Ladder? Of(Strategy strategy, Evidence evidence)
    {
        if (strategy.Errors is not { } errors || errors.HasSeveralMetrics)
            return null;

        var metric = errors.Metric?.Value ?? "error_rate";
        var isShare = MetricCatalogue.Find(metric) is { Lowest: 0, Highest: 1 };
        var upsideDown = MetricCatalogue.Find(metric)?.Direction == MetricDirection.Higher;
        Rung? Normal(Rung? rung) => rung is null ? null : rung with
        {
            Error = upsideDown ? 1 - rung.Error : rung.Error,
            Rows = isShare ? rung.Rows : null,
        };

        var proxy = Normal(errors.ProxyFor(upsideDown));
        var rungs = errors.Rungs.Select(Normal).OfType<Rung>().ToList();
        var pairs = Pairs(proxy, rungs, TrainAndDevDiffer(strategy)).ToList();
        var probabilities = ProbabilitiesLargest(pairs);
        var gaps = pairs.Select((pair, i) => Measure(pair, probabilities[i])).ToList();

        var dev = rungs.FirstOrDefault(rung => rung.Name == "dev");
        var ladder = new Ladder(proxy is null ? rungs : [proxy, .. rungs], gaps)
        {
            IsPastProxy = proxy is not null && dev is not null && dev.Error < proxy.Error,
        };
        return ladder.IsPastProxy || proxy is null || gaps.Count < 2 ? ladder : ladder.Decide(evidence);
    }

    private Ladder Decide(Evidence evidence)
    {
        var order = Gaps.OrderByDescending(gap => gap.Value).ToList();
        var (top, second) = (order[0], order[1]);
        if (top.Value <= 0)
            return this;
        if (top.ProbabilityLargest < Sure || top.Lower <= 0)
            return this with { RowsFactor = FactorToSettle(top, second) };

        // Test above dev is no overfit where both come from different distributions: the shift explains it.
        var shifted = top.Cause == GapCause.DevOverfit && evidence.Comparisons.Any(comparison =>
            comparison is { Reason: ComparisonReason.DevAndTest, Verdict: Verdict.Different });
        return shifted ? this : this with { Dominant = top };
    }

    private static IEnumerable<(GapCause Cause, Rung From, Rung To)> Pairs(Rung? proxy, List<Rung> rungs, bool differ)
    {
        Rung? Find(string name) => rungs.FirstOrDefault(rung => rung.Name == name);
        var (train, trainDev, dev, test, production) =
            (Find("train"), Find("train_dev"), Find("dev"), Find("test"), Find("production"));

        if (proxy is not null && train is not null)
            yield return (GapCause.Bias, proxy, train);
        if (train is not null && trainDev is not null)
            yield return (GapCause.Variance, train, trainDev);
        else if (train is not null && dev is not null)
            yield return (differ ? GapCause.VarianceOrMismatch : GapCause.Variance, train, dev);
        if (trainDev is not null && dev is not null)
            yield return (GapCause.Mismatch, trainDev, dev);
        if (dev is not null && test is not null)
            yield return (GapCause.DevOverfit, dev, test);
        if (test is not null && production is not null)
            yield return (GapCause.RealWorld, test, production);
    }

    private static bool TrainAndDevDiffer(Strategy strategy) =>
        strategy.Split("train")?.Distribution?.Value is { } train
        && strategy.Split("dev")?.Distribution?.Value is { } dev
        && train != dev;

    private static Gap Measure((GapCause Cause, Rung From, Rung To) pair, double probability)
    {
        var (cause, from, to) = pair;
        var value = to.Error - from.Error;
        var (lower, upper) = from.Rows is null && to.Rows is null
            ? (value, value)
            : Newcombe.Difference(from.Error, from.Rows, to.Error, to.Rows, Confidence);
        return new Gap(cause, from, to, value, lower, upper, probability);
    }

    /// <summary>How often each gap is the largest when each rung is drawn from Beta(k + ½, n − k + ½).</summary>
    private static double[] ProbabilitiesLargest(List<(GapCause Cause, Rung From, Rung To)> pairs)
    {
        var rungs = pairs.SelectMany(pair => new[] { pair.From, pair.To }).Distinct().ToList();
        var from = pairs.Select(pair => rungs.IndexOf(pair.From)).ToArray();
        var to = pairs.Select(pair => rungs.IndexOf(pair.To)).ToArray();
        var draws = rungs.All(rung => rung.Rows is null) ? 1 : Draws;
        var wins = new double[pairs.Count];
        var sampler = new BetaSampler();
        var drawn = new double[rungs.Count];
        for (var draw = 0; draw < draws; draw++)
        {
            for (var i = 0; i < drawn.Length; i++)
                drawn[i] = Draw(sampler, rungs[i]);

            var largest = double.NegativeInfinity;
            var ties = new List<int>();
            for (var i = 0; i < wins.Length; i++)
            {
                var gap = drawn[to[i]] - drawn[from[i]];
                if (gap > largest + 1e-12)
                {
                    largest = gap;
                    ties.Clear();
                }

                if (gap >= largest - 1e-12)
                    ties.Add(i);
            }

            foreach (var i in ties)
                wins[i] += 1.0 / ties.Count;
        }

        return [.. wins.Select(won => won / draws)];
    }

    private static double Draw(BetaSampler sampler, Rung rung) =>
        rung.Rows is { } rows and > 0
            ? sampler.Next((rung.Error * rows) + 0.5, ((1 - rung.Error) * rows) + 0.5)
            : rung.Error;

    /// <summary>
    /// By the normal approximation: with f times the rows both the lead over the second gap and the gap itself are
    /// 1.96 + 0.84 standard deviations above zero, so that four draws in five settle it.
    /// </summary>
    private double? FactorToSettle(Gap top, Gap second)
    {
        const double Deviations = 2.8;
        var lead = top.Value - second.Value;
        if (lead < 1e-9)
            return null;

        var factor = Deviations * Deviations * Math.Max(
            Variance((top.To, 1), (top.From, -1), (second.To, -1), (second.From, 1)) / (lead * lead),
            Variance((top.To, 1), (top.From, -1)) / (top.Value * top.Value));
        return Math.Max(1.1, factor);
    }

    private static double Variance(params (Rung Rung, int Sign)[] terms) => terms
        .GroupBy(term => term.Rung)
        .Sum(group =>
        {
            var weight = group.Sum(term => term.Sign);
            return group.Key.Rows is { } rows and > 0
                ? weight * weight * group.Key.Error * (1 - group.Key.Error) / rows
                : 0;
        });
}
