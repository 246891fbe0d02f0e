using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6007: a model survives because its score on one set beats that of another model on another set. The gap between two
/// sets of one model is the error ladder and no finding.
/// </summary>
internal sealed class MLS6007 : CodeRule
{
    public MLS6007()
        : base(
            "MLS6007",
            "`{0}` compares models by their scores on different rows: {1} at line {2} and {3} at line {4}. "
                + "Measure all candidates on one dev set.",
            "A difference between scores on different rows is one of the rows as much as of the models.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            var left = Measured(comparison.Left, context);
            var right = Measured(comparison.Right, context);
            if (left is null || right is null || !Selection.Chooses(comparison.Node) || left.Any(one => right.Any(other => !AreApart(one, other))))
                continue;
            Report(comparison, left[0], right[0], context);
        }

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            if (Measured(ranking.Key, context) is not { Count: > 1 } scores || !context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)))
                continue;
            if (scores.SelectMany(one => scores.Select(other => (one, other))).All(pair => Equals(pair.one.LastFit, pair.other.LastFit) ? pair.one.Data!.Rows.Equals(pair.other.Data!.Rows) : AreApart(pair.one, pair.other)))
                Report(ranking, scores[0], scores.First(other => !Equals(other.LastFit, scores[0].LastFit)), context);
        }
    }

    /// <summary>The evaluations behind a figure, if all of it is known and one metric; null otherwise.</summary>
    private static List<EvaluationEvent>? Measured(Value value, CodeContext context)
    {
        var scores = value.Alternatives.OfType<Score>().ToList();
        var found = scores.Select(score => context.Trace.At<EvaluationEvent>(score.Evaluation)).OfType<EvaluationEvent>().ToList();
        return scores.Count > 0 && found.Count == scores.Count && value.Alternatives.All(one => one is Score or Constant or Nothing)
            && scores.All(score => !score.IsComputed) && scores.Select(score => score.Name).Distinct().Count() == 1
            && found.All(score => score is { LastFit: not null, Data.Rows.Root: LoadedRows }) ? found : null;
    }

    /// <summary>Two models of this code, and rows of one source that can't be the same ones.</summary>
    private static bool AreApart(EvaluationEvent one, EvaluationEvent other)
    {
        var (mine, theirs) = (one.Data!.Rows, other.Data!.Rows);
        return !Equals(one.LastFit, other.LastFit)
            && mine.Part is { } part && theirs.Part is { } another && !part.Equals(another)
            && mine.Root.Equals(theirs.Root) && !mine.Contains(theirs) && !theirs.Contains(mine)
            && !part.Contains(another) && !another.Contains(part);
    }

    private static void Report(Event choice, EvaluationEvent one, EvaluationEvent other, CodeContext context)
    {
        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(
            place,
            [one.Node, other.Node],
            null,
            CodeContext.Quote(place.Node),
            CodeContext.Describe(one.Data!.Rows.Part!, place.Node),
            CodeContext.Line(one.Node, place.Node),
            CodeContext.Describe(other.Data!.Rows.Part!, place.Node),
            CodeContext.Line(other.Node, place.Node));
    }
}
