using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5006: test rows are added to the training rows, and the model is then measured on these test rows.</summary>
internal sealed class MLS5006 : CodeRule
{
    public MLS5006()
        : base(
            "MLS5006",
            "`{0}` joins other rows with {1}; `{2}` learns from them all, and the score at line {3} is measured on that part. "
                + "Leave the test rows out, or measure before this refit.",
            "A model that learned from the test rows reports its training error on them.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit is not { Data.Rows: UnionRows union, Input: { } input, Learns: not false })
                continue;
            var score = context.Trace.All<EvaluationEvent>().FirstOrDefault(score =>
                score.Fits.Contains(fit.Site) && score.Data?.Rows is { Part: { } part, IsChosen: false } rows
                && context.IsTest(rows) && union.Contains(part));
            if (score?.Data?.Rows.Part is not { } test)
                continue;
            var place = CodeContext.PlaceOf(input, fit.Site);
            context.Report(
                place,
                [test.Split.Site.Node, score.Node],
                null,
                CodeContext.Quote(place.Node),
                CodeContext.Describe(test, place.Node),
                CodeContext.NameOf(fit.Site),
                CodeContext.Line(score.Node, place.Node));
        }
    }
}
