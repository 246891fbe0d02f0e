using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5015: a calibrator is fitted on the scores of rows that the model itself was fitted on, or a threshold is tuned on
/// them. Fitted on test rows that measure it, it is MLS5001's or MLS5105's.
/// </summary>
internal sealed class MLS5015 : CodeRule
{
    private static readonly HashSet<string> Calibrators = new(StringComparer.Ordinal)
    {
        "PlattCalibratorEstimator", "NaiveCalibratorEstimator", "IsotonicCalibratorEstimator",
    };

    public MLS5015()
        : base(
            "MLS5015",
            "`{0}` {1} {2}, which the model was fitted on at line {3}: its scores are too sure there. Use a dev set, split from the training part.",
            "A model is surer of rows that it has seen. What is fitted to those scores gives probabilities and thresholds that don't hold on new rows.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit is { Input: { } input, Data: { Through.Count: > 0, Rows: { } rows } data, Estimator.Parts: { Count: 1 } parts } && Calibrators.Contains(parts[0].Type?.Name ?? "")
                && data.Through[data.Through.Count - 1].Fit is { } scorer && context.Trace.At<FitEvent>(scorer) is { IsPreparation: false, Data: { } learned } model
                && learned.Rows.Contains(rows) && IsUsed(fit.Site, context.Trace))
            {
                var place = CodeContext.PlaceOf(input, fit.Site);
                context.Report(
                    place,
                    [model.Node, fit.Node],
                    null,
                    CodeContext.NameOf(fit.Site),
                    "calibrates on",
                    CodeContext.Describe(rows, place.Node),
                    CodeContext.Line(model.Node, place.Node));
            }
        }

        foreach (var (score, choice, model) in MLS5105.Tuned(context, (score, fit) => fit.Data is { } learned && learned.Rows.Contains(score.Data!.Rows)))
        {
            var place = CodeContext.PlaceOf(choice.Site);
            context.Report(
                place,
                [model.Node, score.Node],
                null,
                CodeContext.Quote(place.Node),
                "keeps the threshold with the best score on",
                CodeContext.Describe(score.Data!.Rows, place.Node),
                CodeContext.Line(model.Node, place.Node));
        }
    }

    /// <summary>The calibrated model is measured or saved.</summary>
    private static bool IsUsed(Site fit, Trace trace) =>
        trace.All<EvaluationEvent>().Any(score => score.Fits.Contains(fit))
        || trace.All<SaveEvent>().Any(saved => saved.Model?.Parts.Any(part => fit.Equals(part.Fit)) == true);
}
