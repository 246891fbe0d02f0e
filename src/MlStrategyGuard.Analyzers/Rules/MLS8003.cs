using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8003: an evaluation puts the network into evaluation mode, and training goes on without train(). A network that
/// is put into evaluation mode on purpose and then fine-tuned, or that no optimizer trains, is no finding.
/// </summary>
internal sealed class MLS8003 : CodeRule
{
    public MLS8003()
        : base(
            "MLS8003",
            "`{0}` trains in evaluation mode: `{1}` at line {2} switched to it and nothing switches back, so dropout and batch norm are off. Call `{3}.train()` before training goes on.",
            "Regularization that is silently off from the second epoch on changes bias and variance behind your back.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var backward in context.Trace.All<BackwardEvent>())
        {
            foreach (var forward in LastForwards(backward, context.Trace))
            {
                if (Cause(forward, backward, context) is not { } eval || ModeLayers.In(forward.Module, context.Flow.Compilation) == false)
                    continue;
                var place = CodeContext.PlaceOf(forward.Site);
                context.Report(
                    place,
                    [eval.Node],
                    Fix(forward, eval, context),
                    CodeContext.NameOf(forward.Site),
                    CodeContext.NameOf(eval),
                    CodeContext.Line(eval.Node, place.Node),
                    Statements.ReceiverOf(place.Node) ?? "model");
            }
        }
    }

    /// <summary>The last run of each network before gradients are computed, in the same loop.</summary>
    private static IEnumerable<ForwardEvent> LastForwards(BackwardEvent backward, Trace trace) => trace.All<ForwardEvent>()
        .Where(forward => forward.Order < backward.Order && forward.Off is null
            && TrainingLoop.Around(forward.Site).FirstOrDefault()?.Contains(backward.Site) == true)
        .GroupBy(forward => forward.Module.Origin)
        .Select(runs => runs.Last());

    /// <summary>The call of eval() that training runs into; null when there is none, or it may be meant.</summary>
    private static Site? Cause(ForwardEvent forward, BackwardEvent backward, CodeContext context)
    {
        var modes = forward.Mode.Alternatives.ToList();
        var evals = modes.OfType<Mode>().Where(mode => mode is { IsTraining: false, SetAt: not null }).Select(mode => mode.SetAt!).ToList();
        if (evals.Count == 0 || modes.Any(mode => mode is Unknown) || !IsTrained(forward, context.Trace) || ChangesBetween(forward, backward, context.Trace))
            return null;
        foreach (var eval in evals)
        {
            if (TrainingLoop.Around(forward.Site).FirstOrDefault(loop => loop.Contains(eval)) is { } loop
                && !IsForTheEnd(eval.Node, loop)
                && !context.Trace.All<ModeEvent>().Any(mode => mode.IsTraining != false && loop.Contains(mode.Site)))
            {
                return eval;
            }

            if (modes.Count == evals.Count && Evaluates(eval, forward, context.Trace))
                return eval;
        }

        return null;
    }

    /// <summary>Whether an optimizer changes the network in that loop.</summary>
    private static bool IsTrained(ForwardEvent forward, Trace trace)
    {
        var loop = TrainingLoop.Around(forward.Site).First();
        var steps = trace.All<StepEvent>().Where(step => loop.Contains(step.Site)).ToList();
        if (steps.Any(step => step.Module is { } trained && trained.Equals(forward.Module.Origin)))
            return true;
        return steps.Count > 0 && steps.All(step => step.Module is null)
            && trace.All<ModeEvent>().Any(mode => mode.IsTraining == true && mode.Modules.Alternatives.Contains(forward.Module));
    }

    private static bool ChangesBetween(ForwardEvent forward, BackwardEvent backward, Trace trace) =>
        trace.All<ModeEvent>().Any(mode => mode.Order > forward.Order && mode.Order < backward.Order);

    /// <summary>Whether a network was run between eval() and training, so that eval() wasn't meant for training.</summary>
    private static bool Evaluates(Site eval, ForwardEvent training, Trace trace)
    {
        var start = trace.At<ModeEvent>(eval)?.Order ?? int.MaxValue;
        var loop = TrainingLoop.Around(training.Site).First();
        return trace.All<ForwardEvent>().Any(other => other.Module.Equals(training.Module) && other.Order > start && other.Order < training.Order && !loop.Contains(other.Site));
    }

    /// <summary>In an if that tests for one certain turn: the last one, most likely.</summary>
    private static bool IsForTheEnd(SyntaxNode eval, TrainingLoop loop) =>
        eval.Ancestors().TakeWhile(outer => outer != loop.Statement).OfType<IfStatementSyntax>().Any(test =>
            test.Condition.DescendantNodesAndSelf().Any(part => part.IsKind(SyntaxKind.EqualsExpression) || part.IsKind(SyntaxKind.GreaterThanOrEqualExpression))
            && !test.Condition.DescendantNodesAndSelf().Any(part => part.IsKind(SyntaxKind.ModuloExpression)));

    private static Edits? Fix(ForwardEvent forward, Site eval, CodeContext context)
    {
        var loop = TrainingLoop.Around(forward.Site).First();
        var start = loop.Contains(eval) ? forward.Node.FirstAncestorOrSelf<StatementSyntax>() : loop.Statement;
        return Statements.ReceiverOf(forward.Node) is { } model
            && loop.EntryOf(forward.Site) == forward.Node
            && start is not null && Statements.ListOf(start) is not null
            && Statements.IsKnownAt(forward.Node, start, context)
            ? new Edits($"Call {model}.train() first").InsertBefore(start, $"{model}.train();")
            : null;
    }
}
