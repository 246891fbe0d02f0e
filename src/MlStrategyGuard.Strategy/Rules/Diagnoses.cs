namespace MlStrategyGuard.Rules;

/// <summary>What MLS3001–3006 and 3009 have in common: the ladder's verdict put into words.</summary>
internal static class Diagnoses
{
    /// <summary>One finding if that cause dominates, at the rung that shows it, with the knobs of its stage only.</summary>
    public static IEnumerable<Finding> Dominating(
        string id, GapCause cause, string name, Strategy strategy, Evidence evidence)
    {
        if (evidence.Ladder is not { Dominant: { } gap } ladder || gap.Cause != cause)
            yield break;

        yield return Finding.Of(id, gap.To.Span,
            $"{name} dominates: {Describe(gap)}; {Others(ladder, gap)}. Next: {KnobCatalogue.Recommend(StageOf(cause))}.{Exactness(ladder)}")
            with { Data = Figures(gap) };
    }

    /// <summary><c>train error 8.0 % is 7.0 points above the Bayes proxy 1.0 % (95 % interval 6.0–8.0)</c>.</summary>
    public static string Describe(Gap gap)
    {
        var interval = gap.Lower == gap.Upper
            ? ""
            : $" (95 % interval {Show.Limit(gap.Lower)} to {Show.Limit(gap.Upper)}, probability of being the largest {Show.Percent(Math.Floor(gap.ProbabilityLargest * 1000) / 1000)})";
        return $"the {NameOf(gap.To)} error {Show.Percent(gap.To.Error)} is {Show.Points(gap.Value)} points above {(gap.Cause == GapCause.Bias ? "the Bayes proxy" : NameOf(gap.From))} {Show.Percent(gap.From.Error)}{interval}";
    }

    /// <summary>The gap's name for people.</summary>
    public static string NameOf(GapCause cause) => cause switch
    {
        GapCause.Bias => "avoidable bias",
        GapCause.Variance => "variance",
        GapCause.Mismatch => "data mismatch",
        GapCause.VarianceOrMismatch => "variance or mismatch",
        GapCause.DevOverfit => "overfit to dev",
        _ => "real world",
    };

    /// <summary>The stage whose knobs act on a gap.</summary>
    public static Stage StageOf(GapCause cause) => cause switch
    {
        GapCause.Bias => Stage.Train,
        GapCause.Variance or GapCause.VarianceOrMismatch => Stage.Dev,
        GapCause.Mismatch => Stage.Mismatch,
        GapCause.DevOverfit => Stage.Test,
        _ => Stage.RealWorld,
    };

    /// <summary>Said when no rung brings its rows.</summary>
    public static string Exactness(Ladder ladder) =>
        ladder.IsExact ? " (The figures are taken as exact; give their 'rows:' for an interval.)" : "";

    private static string Others(Ladder ladder, Gap gap)
    {
        var others = ladder.Gaps.Where(other => other != gap)
            .Select(other => $"{NameOf(other.Cause)} {Show.Points(other.Value)}");
        return string.Join(", ", others);
    }

    private static string NameOf(Rung rung) => Show.Words(rung.Name);

    private static IReadOnlyList<KeyValuePair<string, object>> Figures(Gap gap) =>
    [
        new("gap", gap.Value), new("lower", gap.Lower), new("upper", gap.Upper),
        new("probability_largest", gap.ProbabilityLargest),
    ];
}
