using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8008: an optimizer steps in every turn of a pass over dev or test data, on which a network is also measured. A
/// step that only some turns come to is no finding: a method that trains and evaluates by a switch.
/// </summary>
internal sealed class MLS8008 : CodeRule
{
    public MLS8008()
        : base(
            "MLS8008",
            "`{0}` runs over {1}, and `{2}` at line {3} learns from it; the score of line {4} on the same data is a training score. Train on the training data.",
            "The test set is looked at once, at the end; the dev set chooses. Neither is learnt from.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var passes = HeldOutBatches.All(context).Where(pass => pass.Loop is not null).ToList();
        foreach (var pass in passes)
        {
            var step = context.Trace.All<StepEvent>().FirstOrDefault(other => pass.Loop!.EntryOf(other.Site) is not null && pass.Loop.AlwaysReaches(other.Site));
            if (step is null || Score(pass, passes, context.Trace) is not { } score)
                continue;
            var place = CodeContext.PlaceOf(pass.Pass.Site.Operation is Microsoft.CodeAnalysis.Operations.IInvocationOperation { Instance: { } instance }
                ? instance : pass.Pass.Site.Operation, pass.Pass.Site);
            context.Report(
                place,
                [pass.Pass.Batches.Site.Node, score.Node],
                null,
                CodeContext.Quote(place.Node),
                pass.Name,
                CodeContext.NameOf(step.Site),
                CodeContext.Line(step.Node, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }

    /// <summary>A network that is run, and not trained, on the same data; null when there is none.</summary>
    private static ForwardEvent? Score(HeldOutBatches pass, List<HeldOutBatches> passes, Trace trace)
    {
        foreach (var other in passes)
        {
            if (other.Pass.Site.Equals(pass.Pass.Site) || !IsSameData(other, pass) || trace.All<StepEvent>().Any(step => other.Loop!.Contains(step.Site)))
                continue;
            if (trace.All<ForwardEvent>().FirstOrDefault(forward => other.Loop!.EntryOf(forward.Site) is not null) is { } forward)
                return forward;
        }

        return null;
    }

    private static bool IsSameData(HeldOutBatches one, HeldOutBatches other) =>
        one.Pass.Batches.Site.Equals(other.Pass.Batches.Site) || one.Name == other.Name;
}
