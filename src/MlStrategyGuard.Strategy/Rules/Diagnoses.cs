using MlStrategyGuard.Reading;

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
            $"{name} dominates: {Describe(ladder, gap)}; {Others(ladder, gap)}. Next: {KnobCatalogue.Recommend(StageOf(cause))}.{Exactness(ladder)}{OfChoosing(ladder)}") with
        {
            Data = ladder.OptimismInGap is { } optimism ? [.. Figures(gap), new("optimism", optimism)] : Figures(gap),
        };
    }

    /// <summary>What of a gap from dev to test needs no overfitting.</summary>
    private static string OfChoosing(Ladder ladder) => ladder.OptimismInGap is { } optimism && Show.Points(optimism) != Show.Points(0)
        ? $" Up to {Show.Points(optimism)} points of it come from choosing the best of several on these dev rows alone."
        : "";

    /// <summary><c>the train error 8.0 % is 7.0 points above the Bayes proxy 1.0 % (95 % interval 6.0 to 8.0, …)</c>, of a gap above zero.</summary>
    public static string Describe(Ladder ladder, Gap gap)
    {
        var interval = gap.Lower == gap.Upper
            ? ""
            : $" (95 % interval {Show.Limit(gap.Lower)} to {Show.Limit(gap.Upper)}, probability of being the largest {Show.Percent(Math.Floor(gap.ProbabilityLargest * 1000) / 1000)})";
        var side = ladder is { IsShare: false, IsUpsideDown: true } ? "below" : "above";
        return $"the {NameOf(gap.To)} {Noun(ladder)} {Figure(ladder, gap.To.Error)} is {Step(ladder, gap.Value)} {side} {(gap.Cause == GapCause.Bias ? "the Bayes proxy" : NameOf(gap.From))} {Figure(ladder, gap.From.Error)}{interval}";
    }

    /// <summary>A rung as it was meant: 8.0 % of an error, 3.5 of anything that is no share.</summary>
    public static string Figure(Ladder ladder, double error) =>
        ladder.IsShare ? Show.Percent(error) : Show.Plain(ladder.IsUpsideDown ? 1 - error : error);

    /// <summary>A step: 7.0 points, or 1.4 of anything that is no share.</summary>
    public static string Step(Ladder ladder, double step) => ladder.IsShare ? $"{Show.Points(step)} points" : Show.Plain(step);

    /// <summary>What a rung is called: an error, or by its metric.</summary>
    public static string Noun(Ladder ladder) => ladder.IsShare ? "error" : Texts.Shorten(ladder.Metric);

    /// <summary>The gap's name for people.</summary>
    public static string NameOf(GapCause cause) => cause switch
    {
        GapCause.Bias => "avoidable bias",
        GapCause.Variance => "variance",
        GapCause.Mismatch => "data mismatch",
        GapCause.VarianceOrMismatch => "variance or mismatch",
        GapCause.DevOverfit => "overfit to dev",
        GapCause.DevOverfitOrRealWorld => "gap to production",
        _ => "gap to the real world",
    };

    /// <summary>Whether turning a knob acts on a gap.</summary>
    public static bool ActsOn(Knob knob, GapCause cause) =>
        knob.Stages.Contains(StageOf(cause))
        // Augmentation may also make training data more like dev's.
        || (cause == GapCause.Mismatch && knob.Name == "data_augmentation");

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
        ladder is { IsExact: true, IsShare: true } ? " (The figures are taken as exact; give their 'rows:' for an interval.)" : "";

    private static string Others(Ladder ladder, Gap gap)
    {
        var others = ladder.Gaps.Where(other => other != gap)
            .Select(other => other.Value > 0 ? $"{NameOf(other.Cause)} {Step(ladder, other.Value)}" : $"no {NameOf(other.Cause)}");
        return string.Join(", ", others);
    }

    private static string NameOf(Rung rung) => Show.Words(rung.Name);

    private static IReadOnlyList<KeyValuePair<string, object>> Figures(Gap gap) =>
    [
        new("gap", gap.Value), new("lower", gap.Lower), new("upper", gap.Upper),
        new("probability_largest", gap.ProbabilityLargest),
    ];
}
