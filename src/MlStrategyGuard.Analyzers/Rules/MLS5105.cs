using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5105: thresholds are tried in a loop, and the one with the best score on the test part is kept.</summary>
internal sealed class MLS5105 : CodeRule
{
    public MLS5105()
        : base(
            "MLS5105",
            "`{0}` keeps the threshold with the best score on {1}, measured at line {2}. "
                + "Tune it on a dev set, split from the training part, and measure the result once on the test set.",
            "A threshold is a setting like any other: the set that chooses it is the dev set, and its score is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var (score, choice, model) in Tuned(context, (score, _) => score.Data?.Rows is PartRows rows && context.IsTest(rows)))
        {
            if (IsMeasuredElsewhere(score, choice, model.Site, context))
                continue;
            var place = CodeContext.PlaceOf(choice.Site);
            var part = score.Data!.Rows.Part!;
            context.Report(
                place,
                [part.Split.Site.Node, score.Node],
                null,
                CodeContext.Quote(place.Node),
                CodeContext.Describe(part, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }

    /// <summary>The thresholds that are tried in a loop, of which the one with the best score on some rows is kept.</summary>
    /// <param name="context">The rule's context.</param>
    /// <param name="isMeant">Whether a score, and the fit of its model, are those that are looked for.</param>
    public static IEnumerable<(EvaluationEvent Score, Event Choice, FitEvent Model)> Tuned(CodeContext context, Func<EvaluationEvent, FitEvent, bool> isMeant)
    {
        var trace = context.Trace;
        foreach (var threshold in trace.All<ThresholdEvent>())
        {
            if (threshold.Model?.Parts.LastOrDefault()?.Fit is not { } fit || trace.At<FitEvent>(fit) is not { } fitted || fitted.SharesLoop(threshold))
                continue;
            var score = trace.All<EvaluationEvent>().FirstOrDefault(score =>
                score.Order > threshold.Order && score.SharesLoop(threshold) && fit.Equals(score.LastFit)
                && score.Data?.Rows.Root is LoadedRows && isMeant(score, fitted));
            if (score is not null && Choice(score, trace) is { } choice)
                yield return (score, choice, fitted);
        }
    }

    /// <summary>What keeps the best of the scores: a comparison in the loop with more than a constant, or a ranking.</summary>
    private static Event? Choice(EvaluationEvent score, Trace trace)
    {
        foreach (var comparison in trace.All<ComparisonEvent>())
        {
            if (comparison.SharesLoop(score) && IsOf(comparison.Left, score) | IsOf(comparison.Right, score)
                && comparison.Left is not Constant && comparison.Right is not Constant && Selection.Chooses(comparison.Node)
                && KeepsIt(comparison, score))
            {
                return comparison;
            }
        }

        return trace.All<RankingEvent>().FirstOrDefault(ranking => IsOf(ranking.Key, score) && trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)));
    }

    /// <summary>Both sides have held the score: it is compared with the best one so far.</summary>
    private static bool KeepsIt(ComparisonEvent comparison, EvaluationEvent score) => IsOf(comparison.Left, score) && IsOf(comparison.Right, score);

    private static bool IsOf(Value value, EvaluationEvent score) => value.Alternatives.OfType<Score>().Any(one => one.Evaluation.Equals(score.Site));

    /// <summary>Other held-out rows measure the model afterwards: then these were its dev set.</summary>
    private static bool IsMeasuredElsewhere(EvaluationEvent score, Event choice, Site fit, CodeContext context) =>
        context.Trace.All<EvaluationEvent>().Any(other => !other.Site.Equals(score.Site)
            && (other.Order > choice.Order || !Equals(CodeContext.RootOf(other.Site).SyntaxTree, CodeContext.RootOf(choice.Site).SyntaxTree) || other.LastFit is null)
            && (other.LastFit is null || fit.Equals(other.LastFit))
            && (other.Data is not { } data || !score.Data!.Rows.Contains(data.Rows)))
        || context.Trace.All<EscapeEvent>().Any(escape => ((Group)escape.Value).Items.Any(value => value is Model));
}
