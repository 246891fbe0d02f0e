using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8101: models are trained and measured with a context that has no seed, so two runs of the same code give two
/// scores. A split alone needs none and is no finding.
/// </summary>
internal sealed class MLS8101 : CodeRule
{
    public MLS8101()
        : base(
            "MLS8101",
            "`{0}` has no seed, and `{1}` at line {2} trains with it: two runs give two scores, whose difference is chance. Give it a seed.",
            "Whether a change helped can only be told when the same code gives the same score twice.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var contexts = context.Trace.All<ContextEvent>().ToList();
        if (contexts.Count == 0 || contexts.Any(made => made.HasSeed) || Trained(context.Trace) is not { } fit)
            return;
        foreach (var made in contexts)
        {
            var place = CodeContext.PlaceOf(made.Site);
            context.Report(place, [fit.Node], Seeded(place), CodeContext.Quote(place.Node), CodeContext.NameOf(fit), CodeContext.Line(fit.Node, place.Node));
        }
    }

    /// <summary>The first training of a model that is then measured.</summary>
    private static Site? Trained(Trace trace)
    {
        foreach (var score in trace.All<EvaluationEvent>())
        {
            if (score.KnowsModels && !score.IsUnsupervised && trace.At<FitEvent>(score.LastFit) is { Estimator: { } estimator } fit
                && estimator.Parts.Any(part => part.Learning == Learning.Trainer && IsSeeded(part)))
            {
                return fit.Site;
            }
        }

        return trace.All<CrossValidationEvent>().FirstOrDefault(folds => folds.Estimator?.Parts.Any(part => part.Learning == Learning.Trainer && IsSeeded(part)) == true)?.Site;
    }

    /// <summary>Trainers that draw nothing: they solve for their weights.</summary>
    private static bool IsSeeded(EstimatorPart trainer) =>
        trainer.Type?.Name is { } name && !name.StartsWith("Ols", StringComparison.Ordinal) && !name.StartsWith("Lbfgs", StringComparison.Ordinal)
        && !name.StartsWith("NaiveBayes", StringComparison.Ordinal) && !name.StartsWith("Prior", StringComparison.Ordinal) && !name.StartsWith("Gam", StringComparison.Ordinal);

    private static Edits? Seeded(Place place) => place.Node is BaseObjectCreationExpressionSyntax { ArgumentList: { Arguments.Count: 0 } list }
        ? new Edits("Set a seed").Replace(list, "(seed: 1)")
        : null;
}
