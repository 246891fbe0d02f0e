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

    /// <summary>The foreach of a pass; null when it is another loop.</summary>
    public static TrainingLoop? LoopOf(PassEvent pass) =>
        pass.Node.FirstAncestorOrSelf<CommonForEachStatementSyntax>() is { } each && each.Expression.Span.Contains(pass.Node.Span)
            ? new TrainingLoop(each, pass.Site.Caller)
            : null;

    private static HeldOutBatches? Of(PassEvent pass, CodeContext context) =>
        NameOf(pass.Batches, context, "dev", "test", "train_dev") is { } name ? new HeldOutBatches(pass, name) : null;

    /// <summary>What batches are, for a message, if they surely belong to one of some splits; null when they don't.</summary>
    public static string? NameOf(Batches batches, CodeContext context, params string[] splits)
    {
        if (batches.IsTraining is { } isTraining)
            return splits.Contains(isTraining ? "train" : "test") ? $"the {(isTraining ? "training" : "test")} half of `{CodeContext.NameOf(batches.Site)}`" : null;
        return context.Strategy.SplitOf(batches.Path) is { } split && splits.Contains(split)
            ? $"the {split} set in {System.IO.Path.GetFileName(context.Strategy.Path)}"
            : null;
    }

    /// <summary>Whether two sets of batches surely hold the same rows.</summary>
    public static bool AreSame(Batches one, Batches other) =>
        one.Site.Equals(other.Site) || (one.Content is not null && one.Content == other.Content);
}
