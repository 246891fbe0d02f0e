using MlStrategyGuard.Statistics;

namespace MlStrategyGuard;

/// <summary>
/// Which candidate wins: first those that pass every satisficing metric, then the best of them in the optimizing one.
/// Figures without rows are taken as exact.
/// </summary>
public sealed record Selection
{
    private const double Confidence = 0.95;

    /// <summary>What rounding leaves of a difference that is written as the smallest that matters.</summary>
    private const double Rounding = 1e-9;

    private Selection(string metric, MetricDirection direction, IReadOnlyList<RankedCandidate> candidates)
    {
        Metric = metric;
        Direction = direction;
        Candidates = candidates;
    }

    /// <summary>The optimizing metric as written.</summary>
    public string Metric { get; }

    /// <summary>Which way it is better.</summary>
    public MetricDirection Direction { get; }

    /// <summary>All candidates, in file order.</summary>
    public IReadOnlyList<RankedCandidate> Candidates { get; }

    /// <summary>The declared choice.</summary>
    public RankedCandidate? Choice { get; private init; }

    /// <summary>The smallest lead that matters, if declared.</summary>
    public double? MinDifference { get; private init; }

    /// <summary>The best of those that pass; null if none does or none has a figure.</summary>
    public RankedCandidate? Winner => Candidates
        .Where(candidate => candidate is { Passes: true, Figure: not null })
        .Aggregate((RankedCandidate?)null, (best, next) => best is null || IsBetter(next, best) ? next : best);

    /// <summary>The selection of a strategy; null without candidates, or without exactly one usable metric.</summary>
    public static Selection? Of(Strategy strategy)
    {
        if (strategy.Candidates.Count == 0 || strategy.Metrics is not { Single: { } optimized } metrics)
            return null;
        if ((MetricCatalogue.Find(optimized.Metric.Value)?.Direction ?? optimized.Direction?.Value) is not { } direction)
            return null;

        var ranked = strategy.Candidates.Select(candidate => new RankedCandidate(
            candidate,
            candidate.Figure(optimized.Metric.Value, "dev"),
            [.. metrics.Satisfy.Select(satisfied => Test(candidate, satisfied))])).ToList();
        return new Selection(optimized.Metric.Value, direction, ranked)
        {
            Choice = ranked.Find(candidate => candidate.Candidate.Name.Value == strategy.Choice?.Value),
            MinDifference = metrics.MinDifference?.Value,
        };
    }

    /// <summary>Whether the first candidate's figure is better than the second's; both have one.</summary>
    public bool IsBetter(RankedCandidate first, RankedCandidate second)
    {
        var lead = first.Figure!.Value.Value - second.Figure!.Value.Value;
        return Direction == MetricDirection.Higher ? lead > 0 : lead < 0;
    }

    /// <summary>Whether the lead of one over the other is large enough to matter to the team.</summary>
    public bool Matters(RankedCandidate first, RankedCandidate second) =>
        MinDifference is not { } least
        || Math.Abs(first.Figure!.Value.Value - second.Figure!.Value.Value) >= least - Rounding;

    /// <summary>
    /// Whether the lead of one over the other is beyond noise. Figures without rows are exact; of others a share's lead
    /// is judged by Newcombe's interval as if the rows were not the same, which is on the careful side.
    /// </summary>
    public bool IsBeyondNoise(RankedCandidate first, RankedCandidate second)
    {
        var (a, b) = (first.Figure!, second.Figure!);
        if (LeadOf(first, second) is { } lead)
            return lead.IsBeyondNoise;
        if (a.Computed is not null || b.Computed is not null)
            return AreApart(a, b);
        if ((a.Rows is null && b.Rows is null) || MetricCatalogue.Find(Metric) is not { Lowest: 0, Highest: 1 }
            || !IsShare(a.Value.Value) || !IsShare(b.Value.Value))
            return a.Value.Value != b.Value.Value;
        var (lower, upper) = Newcombe.Difference(b.Value.Value, b.Rows, a.Value.Value, a.Rows, Confidence);
        return lower > 0 || upper < 0;
    }

    /// <summary>How two candidates compare on the same rows, if both have predictions of them.</summary>
    public static Lead? LeadOf(RankedCandidate first, RankedCandidate second) => first.Candidate.Leads.FirstOrDefault(lead =>
        (lead.First == first.Name && lead.Second == second.Name) || (lead.First == second.Name && lead.Second == first.Name));

    /// <summary>
    /// Whether two figures on different rows differ beyond noise: their intervals combined as Newcombe combines Wilson's.
    /// One that has too few rows for an interval doesn't.
    /// </summary>
    private bool AreApart(MeasuredFigure a, MeasuredFigure b)
    {
        if (LimitsOf(a) is not { } first || LimitsOf(b) is not { } second)
            return false;
        var difference = a.Value.Value - b.Value.Value;
        var half = difference > 0
            ? Math.Sqrt(Square(a.Value.Value - first.Lower) + Square(second.Upper - b.Value.Value))
            : Math.Sqrt(Square(first.Upper - a.Value.Value) + Square(b.Value.Value - second.Lower));
        return Math.Abs(difference) > half;
    }

    /// <summary>The limits of a figure at 95 %; the value itself where it is exact, null where it has too few rows for an interval.</summary>
    public (double Lower, double Upper)? LimitsOf(MeasuredFigure figure)
    {
        var value = figure.Value.Value;
        if (figure.Computed is { } computed)
            return computed is { Lower: { } lower, Upper: { } upper } ? (lower, upper) : null;
        return figure.Rows is { } rows && rows > 0 && RowShares.Has(Metric) && IsShare(value)
            ? Shares.Limits(value, rows, Confidence)
            : (value, value);
    }

    private static double Square(double value) => value * value;

    private static SatisficingResult Test(Candidate candidate, SatisficingMetric satisfied)
    {
        var figure = candidate.Figure(satisfied.Metric.Value, satisfied.On?.Value ?? "dev");
        if (figure is null)
            return new SatisficingResult(satisfied, null, null);
        var value = figure.Value.Value;
        var passes = (satisfied.AtMost is not { } most || value <= most.Value)
            && (satisfied.AtLeast is not { } least || value >= least.Value);
        if (figure.Computed is { } computed)
            return Test(satisfied, figure, computed, passes);
        if (figure.Rows is not { } rows || rows <= 0 || !RowShares.Has(satisfied.Metric.Value) || !IsShare(value))
            return new SatisficingResult(satisfied, figure, passes);

        var (lower, upper) = Shares.Limits(value, rows, Confidence);
        return Straddles(satisfied, lower, upper)
            ? new SatisficingResult(satisfied, figure, null) { Lower = lower, Upper = upper }
            : new SatisficingResult(satisfied, figure, passes);
    }

    /// <summary>A figure without an interval can't tell, unless nothing is known that would make it uncertain.</summary>
    private static SatisficingResult Test(SatisficingMetric satisfied, MeasuredFigure figure, ComputedFigure computed, bool passes) =>
        computed is not { Lower: { } lower, Upper: { } upper }
            ? new SatisficingResult(satisfied, figure, null) { Lower = double.NaN, Upper = double.NaN }
            : Straddles(satisfied, lower, upper)
                ? new SatisficingResult(satisfied, figure, null) { Lower = lower, Upper = upper }
                : new SatisficingResult(satisfied, figure, passes);

    private static bool Straddles(SatisficingMetric satisfied, double lower, double upper) =>
        new[] { satisfied.AtMost, satisfied.AtLeast }.Any(threshold =>
            threshold is not null && lower < upper && lower <= threshold.Value && threshold.Value <= upper);

    private static bool IsShare(double value) => value is >= 0 and <= 1;
}

/// <summary>A candidate in a selection.</summary>
/// <param name="Candidate">The candidate.</param>
/// <param name="Figure">Its value of the optimizing metric on dev, if declared.</param>
/// <param name="Satisficing">How it does in each satisficing metric.</param>
public sealed record RankedCandidate(
    Candidate Candidate, MeasuredFigure? Figure, IReadOnlyList<SatisficingResult> Satisficing)
{
    /// <summary>Its name.</summary>
    public string Name => Candidate.Name.Value;

    /// <summary>Whether it surely passes every satisficing metric.</summary>
    public bool Passes => Satisficing.All(result => result.Passes == true);

    /// <summary>Whether it surely fails one.</summary>
    public bool Fails => Satisficing.Any(result => result.Passes == false);
}

/// <summary>A candidate against a threshold.</summary>
/// <param name="Metric">The satisficing metric.</param>
/// <param name="Figure">The candidate's value, if declared.</param>
/// <param name="Passes">Null: can't tell. There is no value, or its interval holds the threshold.</param>
public sealed record SatisficingResult(SatisficingMetric Metric, MeasuredFigure? Figure, bool? Passes)
{
    /// <summary>The lower limit at 95 % of a value whose interval holds the threshold.</summary>
    public double Lower { get; init; }

    /// <summary>The upper limit.</summary>
    public double Upper { get; init; }
}
