using Microsoft.CodeAnalysis;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>Something that prepares features was fitted on held-out rows together with others.</summary>
/// <param name="Fit">The call of Fit.</param>
/// <param name="Score">The first score of held-out rows that went through it.</param>
internal sealed record PreparationLeak(FitEvent Fit, EvaluationEvent Score)
{
    /// <summary>The leak of a fit; null when no score shows it.</summary>
    public static PreparationLeak? Of(FitEvent fit, CodeContext context)
    {
        if (fit is not { Data: { } data, Input: not null })
            return null;
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (score.Data?.Rows is not { Part: { IsTest: true } part }
                || !score.Fits.Contains(fit.Site)
                || Equals(score.LastFit, fit.Site)
                || context.IsOtherTurn(score, fit)
                || Equals(data.Rows.Part, part)
                || !data.Rows.WithoutChoice.Contains(part))
            {
                continue;
            }

            // Where the model itself was fitted on the scored rows, that is what has to be said.
            if (context.Trace.At<FitEvent>(score.LastFit) is { Data: { } learned } && learned.Rows.Contains(part))
                continue;
            return new PreparationLeak(fit, score);
        }

        return null;
    }

    /// <summary>Reports it at the data that it was fitted on.</summary>
    public void Report(CodeContext context, DiagnosticSeverity severity)
    {
        var place = CodeContext.PlaceOf(Fit.Input!, Fit.Site);
        var part = Score.Data!.Rows.Part!;
        context.Report(
            place,
            [part.Split.Site.Node.GetLocation(), Score.Node.GetLocation()],
            TrainingPart.For(place, Fit, Fit.Data!, part, context).Edits ?? MovedSplit.For(Fit, part, context),
            severity,
            CodeContext.NameOf(Fit.Site),
            CodeContext.Quote(place.Node),
            CodeContext.Describe(part, place.Node),
            CodeContext.Line(Score.Node, place.Node));
    }
}
