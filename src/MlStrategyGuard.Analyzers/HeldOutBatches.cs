using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>Batches that are surely of a dev or test set.</summary>
/// <param name="Pass">The pass over them.</param>
/// <param name="Name">What the set is, for a message.</param>
internal sealed record HeldOutBatches(PassEvent Pass, string Name)
{
    /// <summary>The batches of held-out data that a site runs through; null when there are none.</summary>
    public static HeldOutBatches? Around(Site site, CodeContext context)
    {
        foreach (var loop in TrainingLoop.Around(site))
        {
            foreach (var pass in context.Trace.All<PassEvent>())
            {
                if (LoopOf(pass) is { } passed && passed.Equals(loop) && Of(pass, context) is { } held)
                    return held;
            }
        }

        return null;
    }

    /// <summary>All passes over held-out data.</summary>
    public static IEnumerable<HeldOutBatches> All(CodeContext context) =>
        context.Trace.All<PassEvent>().Select(pass => Of(pass, context)).OfType<HeldOutBatches>();

    /// <summary>The foreach of the pass; null when it is another loop.</summary>
    public TrainingLoop? Loop => LoopOf(Pass);

    private static TrainingLoop? LoopOf(PassEvent pass) =>
        pass.Node.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { } each && each.Expression.Span.Contains(pass.Node.Span)
            ? new TrainingLoop(each, pass.Site.Caller)
            : null;

    private static HeldOutBatches? Of(PassEvent pass, CodeContext context)
    {
        if (pass.Batches.IsTraining == false)
            return new HeldOutBatches(pass, $"the test half of `{CodeContext.NameOf(pass.Batches.Site)}`");
        if (context.Strategy.SplitOf(pass.Batches.Path) is "dev" or "test" or "train_dev" && context.Strategy.SplitOf(pass.Batches.Path) is { } split)
            return new HeldOutBatches(pass, $"the {split} set in {System.IO.Path.GetFileName(context.Strategy.Path)}");
        return null;
    }
}
