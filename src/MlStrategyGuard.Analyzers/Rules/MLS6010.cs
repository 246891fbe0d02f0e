using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6010: the score of one model in one metric is compared with that of another model in another metric, and the
/// comparison decides which survives. Two metrics of one model, and figures that were reckoned with, are no finding.
/// </summary>
internal sealed class MLS6010 : CodeRule
{
    public MLS6010()
        : base(
            "MLS6010",
            "`{0}` compares {1} of one model with {2} of another one: the two are no common scale, and which model survives means nothing. "
                + "Compare one metric on both sides.",
            "One number ranks candidates. Two metrics differ by what they measure, whatever the models are worth.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            var left = comparison.Left.Alternatives.OfType<Score>().ToList();
            var right = comparison.Right.Alternatives.OfType<Score>().ToList();
            if (NameOf(left) is not { } one || NameOf(right) is not { } other || one == other
                || (AreOfOneModel(left, right, context) && comparison.Left is Score && comparison.Right is Score)
                || !Selection.AreCandidates(left.Concat(right), context) || !Selection.Chooses(comparison.Node))
            {
                continue;
            }

            Report(comparison, one, other, left.Concat(right), context);
        }

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            var models = ranking.Key.Alternatives.OfType<Score>().GroupBy(score => context.Trace.At<EvaluationEvent>(score.Evaluation)?.LastFit).ToList();
            if (models.Count < 2 || models.Any(model => model.Key is null || NameOf(model) is null)
                || !context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)))
            {
                continue;
            }

            var names = models.Select(model => NameOf(model)!).Distinct().ToList();
            if (names.Count > 1)
                Report(ranking, names[0], names[1], models.SelectMany(model => model), context);
        }
    }

    /// <summary>The one metric that scores are of; null where there are several, or one was reckoned with.</summary>
    private static string? NameOf(IEnumerable<Score> scores)
    {
        var all = scores.Select(score => score.IsComputed ? null : score.Name).Distinct().ToList();
        return all.Count == 1 ? all[0] : null;
    }

    /// <summary>Both sides are measured at one place: in a loop, the same turn's.</summary>
    private static bool AreOfOneModel(List<Score> left, List<Score> right, CodeContext context) =>
        left.Concat(right).Select(score => context.Trace.At<EvaluationEvent>(score.Evaluation)?.LastFit ?? score.Evaluation).Distinct().Count() == 1;

    private static void Report(Event choice, string one, string other, IEnumerable<Score> scores, CodeContext context)
    {
        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(place, scores.Select(score => score.Evaluation.Node).Distinct(), null, CodeContext.Quote(place.Node), one, other);
    }
}
