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

    /// <summary>Draws after which it is looked whether more of them could still change the answer.</summary>
    private const int Batch = 2_000;

    private Ladder(string metric, IReadOnlyList<Rung> rungs, IReadOnlyList<Gap> gaps)
    {
        Metric = metric;
        Rungs = rungs;
        Gaps = gaps;
    }

    /// <summary>The metric of all rungs, as written.</summary>
    public string Metric { get; }

    /// <summary>Whether the rungs are shares of 0–1, shown as percent.</summary>
    public bool IsShare { get; private init; }

    /// <summary>Whether the metric's larger values are better, so that the rungs are one minus what was written.</summary>
    public bool IsUpsideDown { get; private init; }

    /// <summary>The rungs from the Bayes proxy up, all as errors.</summary>
    public IReadOnlyList<Rung> Rungs { get; }

    /// <summary>The gaps, in the order of the rungs.</summary>
    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>The gap that dominates; null: undetermined.</summary>
    public Gap? Dominant { get; private init; }

    /// <summary>
    /// Whether the dev error is below the proxy, beyond the noise, so that the gaps say nothing sure about bias.
    /// </summary>
    public bool IsPastProxy { get; private init; }

    /// <summary>Whether no rung says on how many rows it was measured.</summary>
    public bool IsExact => Rungs.All(rung => rung.Rows is null);

    /// <summary>Whether the largest gap is surely the largest, and only not surely above zero.</summary>
    public bool IsClearlyLargest { get; private init; }

    /// <summary>How many times as many rows would settle which gap dominates, when this many can't; null: unknown.</summary>
    public double? RowsFactor { get; private init; }

    /// <summary>Whether the gap from dev to test is the largest, and the two sets differ: that explains it.</summary>
    public bool IsExplainedByShift { get; private init; }

    /// <summary>
    /// Whether production is far above dev, the largest gap, and no test error tells whether dev was overfitted or doesn't
    /// reflect the real world.
    /// </summary>
    public bool LacksTest { get; private init; }

    /// <summary>How much of the dominating gap from dev to test choosing the best of several on dev may be; null if none.</summary>
    public double? OptimismInGap { get; private init; }

    /// <summary>
    /// By how much choosing the best of several on dev makes it look better, when that may be all of the largest gap, the
    /// one from dev to test: √(2 ln M · e(1 − e)/n), the most that the best of M figures is below its expectation.
    /// </summary>
    public double? Optimism { get; private init; }

    /// <summary>The ladder of a strategy; null if it declares none, or rungs in several metrics.</summary>
    public static Ladder? Of(Strategy strategy, Evidence evidence)
    {
        if (strategy.Errors is not { } errors || errors.HasSeveralMetrics)
            return null;

        var (metric, upsideDown) = MetricOf(strategy, errors);
        var isShare = MetricCatalogue.Find(metric) is { Lowest: 0, Highest: 1 }
            && errors.Rungs.Append(errors.ProxyFor(upsideDown)).OfType<Rung>().All(rung => rung.Error is >= 0 and <= 1);
        Rung? Normal(Rung? rung) => rung is null ? null : rung with
        {
            Error = upsideDown ? 1 - rung.Error : rung.Error,
            Rows = isShare || rung.Deviation is not null ? rung.Rows : null,
            DeviationRows = isShare ? RowsFor(rung) : null,
        };

        var proxy = Normal(errors.ProxyFor(upsideDown));
        var rungs = errors.Rungs.Select(Normal).OfType<Rung>().ToList();
        var pairs = Pairs(proxy, rungs, Differ(strategy, "train", "dev")).ToList();
        var probabilities = ProbabilitiesLargest(pairs);
        var gaps = pairs.Select((pair, i) => Measure(pair, probabilities[i])).ToList();

        var dev = rungs.FirstOrDefault(rung => rung.Name == "dev");
        var ladder = new Ladder(metric, proxy is null ? rungs : [proxy, .. rungs], gaps)
        {
            IsShare = isShare,
            IsUpsideDown = upsideDown,
            IsPastProxy = proxy is not null && dev is not null && Limits(proxy, dev, Confidence).Upper < 0,
        };
        return ladder.IsPastProxy || proxy is null || gaps.Count < 2 ? ladder : ladder.Decide(strategy, evidence);
    }

    /// <summary>The metric that a strategy's rungs are in, and whether its larger values are better.</summary>
    internal static (string Metric, bool UpsideDown) MetricOf(Strategy strategy, ErrorsSection errors)
    {
        var metric = errors.MetricName;
        var declared = strategy.Metrics?.Optimize.FirstOrDefault(optimized => MetricCatalogue.AreSame(optimized.Metric.Value, metric));
        return (metric, (MetricCatalogue.Find(metric)?.Direction ?? declared?.Direction?.Value) == MetricDirection.Higher);
    }

    /// <summary>Whether dev and test come from different distributions, by declaration or by their data.</summary>
    internal static bool DevAndTestDiffer(Strategy strategy, Evidence evidence) =>
        Differ(strategy, "dev", "test") || evidence.Comparisons.Any(comparison =>
            comparison is { Reason: ComparisonReason.DevAndTest, Verdict: Verdict.Different });

    /// <summary>The limits of the step between two rungs; the step itself where both are exact.</summary>
    internal static (double Lower, double Upper) Limits(Rung from, Rung to, double confidence)
    {
        var difference = to.Error - from.Error;
        if (from.NoiseRows is not null || to.NoiseRows is not null)
            return Newcombe.Difference(from.Error, from.NoiseRows, to.Error, to.NoiseRows, confidence);
        var half = -SpecialFunctions.NormalQuantile((1 - confidence) / 2)
            * Math.Sqrt(Square(from.Deviation ?? 0) + Square(to.Deviation ?? 0));
        return (difference - half, difference + half);
    }

    /// <summary>As many rows as have the standard error of a computed share; null if there is none.</summary>
    private static long? RowsFor(Rung rung) => rung switch
    {
        { Deviation: null } => null,
        { Deviation: > 0 and { } deviation, Error: > 0 and < 1 } =>
            Math.Max(1, (long)Math.Min(1e12, rung.Error * (1 - rung.Error) / (deviation * deviation))),
        _ => rung.Rows,
    };

    private Ladder Decide(Strategy strategy, Evidence evidence)
    {
        var order = Gaps.OrderByDescending(gap => gap.Value).ToList();
        var top = order[0];
        if (top.Value <= 0)
            return this;

        // Test above dev is no overfit where both come from different distributions: the shift explains it.
        if (top.Cause == GapCause.DevOverfit && DevAndTestDiffer(strategy, evidence))
            return this with { IsExplainedByShift = true };
        if (top.ProbabilityLargest < Sure || top.Lower <= 0)
            return this with { IsClearlyLargest = top.ProbabilityLargest >= Sure, RowsFactor = FactorToSettle(order) };
        return top.Cause switch
        {
            GapCause.DevOverfitOrRealWorld => this with { LacksTest = true },
            GapCause.DevOverfit when OptimismOf(strategy, top.From) is var optimism && top.Lower <= optimism => this with { Optimism = optimism },
            GapCause.DevOverfit when OptimismOf(strategy, top.From) is > 0 and var part => this with { Dominant = top, OptimismInGap = part },
            _ => this with { Dominant = top },
        };
    }

    /// <summary>The optimism of a dev error; 0 where nobody knows its rows, or nothing was chosen.</summary>
    private double OptimismOf(Strategy strategy, Rung dev)
    {
        // Where the rungs are in the metric that was optimized, the choice's optimism is this one.
        if (strategy.Metrics?.Single is { } optimized && MetricCatalogue.AreSame(optimized.Metric.Value, Metric)
            && MlStrategyGuard.Optimism.Of(strategy) is { } known)
            return known.AtMost;
        var looks = Math.Max(strategy.Candidates.Count, strategy.History.Count);
        return IsShare && looks > 1 && (dev.Rows ?? strategy.Split("dev")?.Rows?.Value) is { } rows and > 0
            ? Math.Sqrt(2 * Math.Log(looks) * dev.Error * (1 - dev.Error) / rows)
            : 0;
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
        else if (dev is not null && production is not null)
            yield return (GapCause.DevOverfitOrRealWorld, dev, production);
    }

    private static bool Differ(Strategy strategy, string first, string second) =>
        strategy.Split(first)?.Distribution?.Value is { } a
        && strategy.Split(second)?.Distribution?.Value is { } b
        && a != b;

    private static Gap Measure((GapCause Cause, Rung From, Rung To) pair, double probability)
    {
        var (cause, from, to) = pair;
        var (lower, upper) = Limits(from, to, Confidence);
        return new Gap(cause, from, to, to.Error - from.Error, lower, upper, probability);
    }

    /// <summary>How often each gap is the largest when each rung is drawn from Beta(k + ½, n − k + ½).</summary>
    private static double[] ProbabilitiesLargest(List<(GapCause Cause, Rung From, Rung To)> pairs)
    {
        var rungs = pairs.SelectMany(pair => new[] { pair.From, pair.To }).Distinct().ToList();
        var from = pairs.Select(pair => rungs.IndexOf(pair.From)).ToArray();
        var to = pairs.Select(pair => rungs.IndexOf(pair.To)).ToArray();
        var most = rungs.All(rung => rung is { Rows: null, Deviation: null }) ? 1 : Draws;
        var draws = 0;
        var wins = new double[pairs.Count];
        var sampler = new BetaSampler();
        var drawn = new double[rungs.Count];
        while (draws < most && !(draws > 0 && draws % Batch == 0 && IsSettled(wins.Max() / draws, draws)))
        {
            draws++;
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

    /// <summary>Whether a share of draws is so far from what a verdict asks for that more draws won't matter.</summary>
    private static bool IsSettled(double share, int draws) =>
        Math.Abs(share - Sure) > 5 * Math.Sqrt(Sure * (1 - Sure) / draws);

    private static double Draw(BetaSampler sampler, Rung rung) =>
        rung.NoiseRows is { } rows and > 0
            ? sampler.Next((rung.Error * rows) + 0.5, ((1 - rung.Error) * rows) + 0.5)
            : rung.Error + (rung.Deviation is { } deviation ? deviation * sampler.Normal() : 0);

    /// <summary>
    /// By the normal approximation: with f times the rows the gap itself and its lead over each other one are
    /// 1.96 + 0.84 standard deviations above zero, and a little more since all of it has to hold at once, so that four
    /// draws in five settle it.
    /// </summary>
    private static double? FactorToSettle(List<Gap> order)
    {
        const double Deviations = 3;
        var top = order[0];
        if (top.Value - order[1].Value < 1e-9)
            return null;

        var factor = order.Skip(1)
            .Select(other => Variance((top.To, 1), (top.From, -1), (other.To, -1), (other.From, 1)) / Square(top.Value - other.Value))
            .Append(Variance((top.To, 1), (top.From, -1)) / Square(top.Value))
            .Max();
        return Math.Max(1.1, Deviations * Deviations * factor);
    }

    private static double Square(double value) => value * value;

    private static double Variance(params (Rung Rung, int Sign)[] terms) => terms
        .GroupBy(term => term.Rung)
        .Sum(group =>
        {
            var weight = group.Sum(term => term.Sign);
            return weight * weight * (group.Key.NoiseRows is { } rows and > 0
                ? group.Key.Error * (1 - group.Key.Error) / rows
                : Square(group.Key.Deviation ?? 0));
        });
}
