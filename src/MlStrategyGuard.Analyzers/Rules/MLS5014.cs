using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5014: of the folds of a cross-validation the best score is read, and the average never is. Taking the model of the
/// best fold alone is no finding, and neither is a range from worst to best.
/// </summary>
internal sealed class MLS5014 : CodeRule
{
    public MLS5014()
        : base(
            "MLS5014",
            "`{0}` is the score of the best fold of the cross-validation at line {1}: the best of several draws is too good. "
                + "Report the average of all folds and its standard deviation.",
            "Folds differ by chance. Their average estimates how well the model does, their best one how lucky one fold was.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        // Several metrics of one fold in one statement are one mistake.
        var statements = new HashSet<(SyntaxNode?, Site?)>();
        foreach (var pick in context.Trace.All<FoldPickEvent>())
        {
            var ranking = context.Trace.At<RankingEvent>(pick.RankedBy);
            if (ranking is not null && IsBest(ranking.Key, ranking.HighestFirst) && !IsLast(pick, context.Trace)
                && statements.Add((pick.Node.FirstAncestorOrSelf<StatementSyntax>(), pick.RankedBy)))
            {
                Report(pick, pick.CrossValidation, context);
            }
        }

        foreach (var found in context.Trace.All<AggregateEvent>())
        {
            if (found.Function is "Max" or "Min" && IsBest(found.Scores, found.Function == "Max")
                && found.Scores is Score score && context.Trace.At<CrossValidationEvent>(score.Evaluation) is { } folds)
            {
                Report(found, folds.Site, context);
            }
        }
    }

    private static bool IsBest(Value scores, bool isHighest) =>
        scores is Score score && MetricCatalogue.Find(score.Name) is { } metric && isHighest == (metric.Direction == MetricDirection.Higher);

    /// <summary>The last one of a ranking is its worst.</summary>
    private static bool IsLast(FoldPickEvent pick, Trace trace) =>
        trace.All<PickEvent>().Where(one => one.RankedBy.Equals(pick.RankedBy)).Any(one => one.Node.ToString() is var text
            && (text.Contains(".Last") || text.Contains(".ElementAt") || text.Contains("[^")));

    private static void Report(Event read, Site folds, CodeContext context)
    {
        var trace = context.Trace;
        var isAveraged = trace.All<AggregateEvent>().Any(other => other.Function != (read as AggregateEvent)?.Function
            && other.Scores.Alternatives.OfType<Score>().Any(score => score.Evaluation.Equals(folds)));
        if (isAveraged || trace.All<EscapeEvent>().Any(escape => Holds(escape, folds)) || HasSeveralPicks(folds, trace))
            return;
        var place = CodeContext.PlaceOf(read.Site);
        context.Report(place, [folds.Node], null, CodeContext.Quote(place.Node), CodeContext.Line(folds.Node, place.Node));
    }

    /// <summary>Best and worst together are a range.</summary>
    private static bool HasSeveralPicks(Site folds, Trace trace) =>
        trace.All<FoldPickEvent>().Where(pick => pick.CrossValidation.Equals(folds)).Select(pick => pick.RankedBy).Distinct().Count() > 1
        || trace.All<RankingEvent>().Any(ranking => ranking.Key is Score score && score.Evaluation.Equals(folds)
            && trace.All<PickEvent>().Count(pick => pick.RankedBy.Equals(ranking.Site)) > 1);

    private static bool Holds(EscapeEvent escape, Site folds) => ((Group)escape.Value).Items.Any(value => value switch
    {
        FoldResult fold => fold.CrossValidation.Equals(folds) && fold.RankedBy is null,
        Metrics metrics => metrics.Evaluation.Equals(folds),
        _ => false,
    });
}
