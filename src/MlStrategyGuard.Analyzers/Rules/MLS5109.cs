using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5109: the model that is saved isn't the one that was measured: it is that of one fold of a cross-validation, or one
/// of another trainer. A refit of what was measured, on all rows, is no finding.
/// </summary>
internal sealed class MLS5109 : CodeRule
{
    public MLS5109()
        : base(
            "MLS5109",
            "`{0}` saves {1}. {2}",
            "What is shipped is what was measured, or the same estimator fitted on more rows. Of any other model nobody knows how good it is.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var saved in context.Trace.All<SaveEvent>())
        {
            if (saved is not { Loops.IsEmpty: true, Model: { Parts.Count: > 0 } model } || model.Parts[model.Parts.Count - 1].Fit is not { } made)
                continue;
            if (context.Trace.At<CrossValidationEvent>(made) is { } folds)
                Report(saved, folds, "the model of one fold of `" + CodeContext.NameOf(folds.Site) + "` at line {0}, which learned from a part of the rows only", "Fit the estimator on all rows that the cross-validation had, and save that.", context);
            else if (context.Trace.At<FitEvent>(made) is { } fit && Measured(fit, model, context) is { } other)
                Report(saved, other, "a model that nothing measures; `" + CodeContext.NameOf(MLS5103.TrainerOf(other)!.Site!) + "` at line {0} is what is measured", "Save the model that was measured, or measure the one that is saved.", context);
        }
    }

    private static void Report(SaveEvent saved, Event other, string what, string advice, CodeContext context)
    {
        var place = saved.Input is { } input ? CodeContext.PlaceOf(input, saved.Site) : CodeContext.PlaceOf(saved.Site);
        context.Report(
            place,
            [other.Node, saved.Node],
            null,
            CodeContext.NameOf(saved.Site),
            string.Format(System.Globalization.CultureInfo.InvariantCulture, what, CodeContext.Line(other.Node, place.Node)),
            advice);
    }

    /// <summary>
    /// The fit of a model for the same answer that was measured instead; null when the saved one was measured, or may have
    /// been, or is the same estimator fitted again.
    /// </summary>
    private static FitEvent? Measured(FitEvent saved, Model model, CodeContext context)
    {
        var trace = context.Trace;
        if (!trace.IsComplete || saved is not { IsSearch: false, Data.Rows: { } rows } || MLS5103.TrainerOf(saved) is not { } trainer
            || model.Parts.Any(part => part.Fit is null)
            || trace.All<EvaluationEvent>().Any(score => !score.KnowsModels || score.Fits.Contains(saved.Site))
            || trace.All<FitEvent>().Any(fit => fit.IsSearch)
            || trace.All<CrossValidationEvent>().Any()
            || trace.All<EscapeEvent>().Any(escape => ((Group)escape.Value).Items.Any(value => value is Model)))
        {
            return null;
        }

        var measured = trace.All<EvaluationEvent>().Select(score => trace.At<FitEvent>(score.LastFit)).ToList();
        return measured.Count > 0 && measured.All(fit => fit is { Data: { } data } && data.Rows.Root.Equals(rows.Root) && MLS5103.TrainerOf(fit) is { } other
                && AreOfOneTask(trainer, other) && other.Site is not null && MLS5103.AreDifferent(trainer, other))
            ? measured[0]
            : null;
    }

    private static bool AreOfOneTask(EstimatorPart one, EstimatorPart other) =>
        one.Text("labelColumnName") == other.Text("labelColumnName") && CatalogOf(one) is { } mine && mine == CatalogOf(other);

    /// <summary>The task's own catalog that a trainer was taken from.</summary>
    private static string? CatalogOf(EstimatorPart trainer) =>
        (trainer.Site?.Operation as IInvocationOperation)?.Arguments.FirstOrDefault()?.Parameter?.Type.Name;
}
