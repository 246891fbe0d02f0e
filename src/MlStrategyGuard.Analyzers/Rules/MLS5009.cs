using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5009: a figure of all rows (their mean, smallest, largest value or sum) goes into the rows that a model learns from
/// and is measured on, so that the training rows know the test rows.
/// </summary>
internal sealed class MLS5009 : CodeRule
{
    public MLS5009()
        : base(
            "MLS5009",
            "`{0}` is a figure of all rows, and the rows that `{1}` at line {2} makes of it are learned from and measured: the training rows know {3}, so the score at line {4} is too good. "
                + "Split first, and take the figure from the training part.",
            "Scaling by hand is a fitted step like any other: its figures are learned, and have to come from the training part.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (score.Data is not { ReckonedWith: var (figure, mapped), Rows.Part: { IsTest: true } part }
                || context.Trace.At<FitEvent>(score.LastFit) is not { Data: { ReckonedWith: var (same, _) } learned } fit || !same.Equals(figure)
                || !figure.Rows.Contains(part) || !figure.Rows.Contains(learned.Rows) || learned.Rows.Contains(part)
                || context.IsOtherTurn(score, fit))
            {
                continue;
            }

            var place = CodeContext.PlaceOfQuery(figure.Site);
            context.Report(
                place,
                [mapped.Node, part.Split.Site.Node, score.Node],
                null,
                CodeContext.Quote(place.Node),
                CodeContext.NameOf(mapped),
                CodeContext.Line(mapped.Node, place.Node),
                CodeContext.Describe(part, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }
}
