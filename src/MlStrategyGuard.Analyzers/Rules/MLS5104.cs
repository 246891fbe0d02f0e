using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5104: of several models the one survives that does best on the rows that it was fitted on; no dev set is asked. Where
/// nothing is held out at all, that is another rule's finding.
/// </summary>
internal sealed class MLS5104 : CodeRule
{
    public MLS5104()
        : base(
            "MLS5104",
            "`{0}` chooses a model by its score on {1}, which it was fitted on at line {2}: the one that remembers best wins. "
                + "Split a dev set from the training part and choose on it.",
            "The training score ranks models by how well they fit what they have seen. Candidates are compared on a dev set.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var (choice, seen) in Choices(context))
            Report(choice, seen[0], context);
    }

    /// <summary>Whether a model is chosen by this score on rows that it was fitted on.</summary>
    public static bool ChoosesBy(EvaluationEvent score, CodeContext context) =>
        Choices(context).Any(choice => choice.Seen.Any(seen => seen.Score.Site.Equals(score.Site)));

    private static IEnumerable<(Event Choice, List<(EvaluationEvent Score, FitEvent Fit)> Seen)> Choices(CodeContext context)
    {
        // Without any other score the training error is all there is, and MLS5004 says so.
        if (!context.Trace.All<EvaluationEvent>().Any(score => context.Trace.At<FitEvent>(score.LastFit)?.Data is { } learned && !learned.Rows.Contains(score.Data!.Rows)))
            yield break;
        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            var left = Seen(comparison.Left, context);
            var right = Seen(comparison.Right, context);
            if (left is not null && right is not null && AreRivals(left, right, comparison) && Selection.Chooses(comparison.Node))
                yield return (comparison, [.. left, .. right]);
        }

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            if (Seen(ranking.Key, context) is { Count: > 0 } scores && AreRivals(scores, scores, null)
                && context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)))
            {
                yield return (ranking, scores);
            }
        }
    }

    /// <summary>The measurements of models on rows that they were fitted on; null when a figure is anything else.</summary>
    private static List<(EvaluationEvent Score, FitEvent Fit)>? Seen(Value value, CodeContext context)
    {
        var seen = new List<(EvaluationEvent, FitEvent)>();
        foreach (var one in value.Alternatives)
        {
            if (one is Constant or Nothing)
                continue;
            if (one is not Score { IsComputed: false } score
                || context.Trace.At<EvaluationEvent>(score.Evaluation) is not { IsUnsupervised: false, Data.Rows: { Root: LoadedRows } rows } measured
                || context.Trace.At<FitEvent>(measured.LastFit) is not { IsSearch: false, Data: { } learned } fit
                || !learned.Rows.Contains(rows) || learned.Rows.Part is { IsTest: true } || context.IsOtherTurn(measured, fit))
            {
                return null;
            }

            seen.Add((measured, fit));
        }

        return seen;
    }

    /// <summary>Two models, or one line of code that fits and measures a model at each turn of a loop.</summary>
    private static bool AreRivals(List<(EvaluationEvent Score, FitEvent Fit)> left, List<(EvaluationEvent Score, FitEvent Fit)> right, Event? where) =>
        left.Any(one => right.Any(other => !one.Fit.Site.Equals(other.Fit.Site)
            || (one.Fit.SharesLoop(one.Score) && (where is null || where.SharesLoop(one.Fit)))));

    private static void Report(Event choice, (EvaluationEvent Score, FitEvent Fit) seen, CodeContext context)
    {
        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(
            place,
            [seen.Score.Node, seen.Fit.Node],
            null,
            CodeContext.Quote(place.Node),
            CodeContext.Describe(seen.Score.Data!.Rows, place.Node),
            CodeContext.Line(seen.Fit.Node, place.Node));
    }
}
