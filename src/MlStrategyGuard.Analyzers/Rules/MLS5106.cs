using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5106: features are chosen by their importance on the test part, and a model that is fitted on them is measured on
/// it. Importance that is only shown is no finding.
/// </summary>
internal sealed class MLS5106 : CodeRule
{
    public MLS5106()
        : base(
            "MLS5106",
            "`{0}` is {1}; the features of `{2}` at line {3} are chosen by their importance on it, so the score at line {4} is too good. "
                + "Measure importance on a dev set, or on the training part.",
            "Features that were chosen because they help on the test set fit its chance.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var importance in context.Trace.All<ImportanceEvent>())
        {
            if (importance is not { Data.Rows: { } rows, Input: { } input } || !context.IsTest(rows) || rows.Part is not { } part)
                continue;
            foreach (var fit in context.Trace.All<FitEvent>())
            {
                if (fit.Estimator?.Parts.FirstOrDefault(link => IsChosenBy(link, importance.Site, fit.State)) is not { Site: { } chosen }
                    || context.Trace.All<EvaluationEvent>().FirstOrDefault(score => score.Fits.Contains(fit.Site) && score.Data!.Rows.Part?.Equals(part) == true) is not { } score)
                {
                    continue;
                }

                var place = CodeContext.PlaceOf(input, importance.Site);
                context.Report(
                    place,
                    [part.Split.Site.Node, chosen.Node, score.Node],
                    null,
                    CodeContext.Quote(place.Node),
                    CodeContext.Describe(part, place.Node),
                    CodeContext.NameOf(chosen),
                    CodeContext.Line(chosen.Node, place.Node),
                    CodeContext.Line(score.Node, place.Node));
                break;
            }
        }
    }

    /// <summary>Whether an argument of a link is made of the importance of features.</summary>
    private static bool IsChosenBy(EstimatorPart link, Site importance, State state) => link.Arguments.Any(argument => Inside(argument.Value, state).Any(value =>
        value is Importance known && known.Measured.Equals(importance)));

    private static IEnumerable<Value> Inside(Value value, State state) => value switch
    {
        Many many => many.Element.Alternatives,
        Instance instance => state.Find(instance.Origin, State.Elements)?.Alternatives ?? [],
        _ => value.Alternatives,
    };
}
