using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8002: a network with dropout, batch norm or the like predicts while it is surely in training mode: without
/// gradients, on a test set, or in a loop that takes the most likely class and never goes back. A batch that is also
/// trained on is no finding, nor is a call of train() in the very method that predicts (Monte Carlo dropout).
/// </summary>
internal sealed class MLS8002 : CodeRule
{
    public MLS8002()
        : base(
            "MLS8002",
            "`{0}` {1} while the network is in training mode: dropout and batch norm act as in training, and what comes out isn't what the network can do. Call `{2}.eval()` first.",
            "The dev error has to be the network's own, or bias and variance can't be told apart.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var reported = new HashSet<(object?, object)>();
        foreach (var forward in context.Trace.All<ForwardEvent>())
        {
            if (Reason(forward, context) is not { } why)
                continue;

            var loop = TrainingLoop.Around(forward.Site).FirstOrDefault(around => around.EntryOf(forward.Site) == forward.Node);
            if (!reported.Add((loop?.Statement ?? TrainingLoop.FunctionOf(forward.Node), forward.Module.Origin)))
                continue;
            var place = CodeContext.PlaceOf(forward.Site);
            var set = forward.Mode.Alternatives.OfType<Mode>().Select(mode => mode.SetAt).FirstOrDefault(site => site is not null);
            context.Report(
                place,
                set is null ? [] : [set.Node],
                Fix(forward, loop, context),
                CodeContext.NameOf(forward.Site),
                why,
                Statements.ReceiverOf(place.Node) ?? "model");
        }
    }

    /// <summary>What shows that a network predicts in training mode and shouldn't; null when it isn't sure.</summary>
    public static string? Reason(ForwardEvent forward, CodeContext context) =>
        forward.IsSurely(training: true) && WhyEvaluation(forward, context) is { } why && !IsProbe(forward.Node)
        && !IsMeant(forward, context.Trace) && MayDiffer(forward, context) ? why : null;

    /// <summary>What shows that nothing is trained here; null when it isn't sure.</summary>
    private static string? WhyEvaluation(ForwardEvent forward, CodeContext context)
    {
        var backwards = context.Trace.All<BackwardEvent>().ToList();
        var loops = TrainingLoop.Around(forward.Site).ToList();
        var innermost = loops.FirstOrDefault();
        if (backwards.Any(backward => SharesTurn(backward, innermost, forward)))
        {
            // A look at the dev set every so many turns.
            return forward.Off is not null && IsPeriodic(forward.Node, innermost) && !HasSeveralOptimizers(context.Trace) ? "predicts" : null;
        }

        if (HeldOutBatches.Around(forward.Site, context) is not null && innermost is not null && !backwards.Any(backward => innermost.Contains(backward.Site)))
            return "predicts on held-out data";
        if (forward.Off is not null && !HasSeveralOptimizers(context.Trace))
            return "predicts without gradients";
        return innermost is not null && innermost.EntryOf(forward.Site) == forward.Node
            && !backwards.Any(backward => innermost.Contains(backward.Site)) && TakesBest(innermost.Statement)
            ? "predicts"
            : null;
    }

    /// <summary>Whether gradients are computed in the same turn of a loop, or in the same method without one.</summary>
    private static bool SharesTurn(BackwardEvent backward, TrainingLoop? innermost, ForwardEvent forward)
    {
        if (innermost is null)
            return TrainingLoop.Around(backward.Site).FirstOrDefault() is null
                && TrainingLoop.FunctionOf(backward.Node) == TrainingLoop.FunctionOf(forward.Node);
        return innermost.Contains(backward.Site)
            && TrainingLoop.Around(backward.Site).FirstOrDefault()?.Statement == innermost.Statement;
    }

    private static bool IsPeriodic(SyntaxNode node, TrainingLoop? loop) =>
        node.Ancestors().TakeWhile(outer => outer != loop?.Statement).OfType<IfStatementSyntax>()
            .Any(test => test.Condition.DescendantNodesAndSelf().Any(part => part.IsKind(SyntaxKind.ModuloExpression)));

    /// <summary>Networks that play against or teach each other have their own customs.</summary>
    private static bool HasSeveralOptimizers(Trace trace) =>
        trace.All<StepEvent>().Select(step => step.Optimizer.Origin).Distinct().Count() > 1;

    private static bool TakesBest(SyntaxNode loop) =>
        loop.DescendantNodes().Any(node => node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "argmax" } });

    /// <summary>Only the shape of the result is asked for, or a constructor tries its layers out.</summary>
    public static bool IsProbe(SyntaxNode call)
    {
        if (TrainingLoop.FunctionOf(call) is ConstructorDeclarationSyntax || IsShape(call))
            return true;
        return call.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } && TrainingLoop.FunctionOf(call) is { } function
            && function.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Identifier.ValueText).ToList() is { Count: > 0 } uses
            && uses.All(IsShape);
    }

    private static bool IsShape(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "shape" or "size" or "numel" or "dim" or "ndim" } access && access.Expression == node;

    /// <summary>Training mode was asked for in the method that predicts, and that method doesn't train.</summary>
    private static bool IsMeant(ForwardEvent forward, Trace trace) => forward.Mode.Alternatives.OfType<Mode>().Any(mode =>
        mode.SetAt is { } set
        && Equals(set.Caller, forward.Site.Caller)
        && TrainingLoop.FunctionOf(set.Node) is var function && function == TrainingLoop.FunctionOf(forward.Node)
        && !trace.All<BackwardEvent>().Any(backward => IsInside(backward.Site, function, set.Node.SyntaxTree)));

    private static bool IsInside(Site? site, SyntaxNode? function, SyntaxTree tree)
    {
        for (; site is not null; site = site.Caller)
        {
            if (site.Node.SyntaxTree == tree && TrainingLoop.FunctionOf(site.Node) == function)
                return true;
        }

        return false;
    }

    /// <summary>Whether the network has layers that look at the mode; where that isn't known, the author has to think so.</summary>
    private static bool MayDiffer(ForwardEvent forward, CodeContext context) =>
        ModeLayers.In(forward.Module, context.Flow.Compilation)
        ?? forward.Mode.Alternatives.All(mode => mode is Mode { SetAt: not null });

    private static Edits? Fix(ForwardEvent forward, TrainingLoop? loop, CodeContext context)
    {
        var start = loop?.Statement ?? forward.Node.FirstAncestorOrSelf<StatementSyntax>();
        if (Statements.ReceiverOf(forward.Node) is not { } model || start is null || Statements.ListOf(start) is null || !Statements.IsKnownAt(forward.Node, start, context))
            return null;
        var edits = new Edits($"Call {model}.eval() first").InsertBefore(start, $"{model}.eval();");

        // Where training goes on afterwards, it needs its mode back.
        var outer = TrainingLoop.Around(forward.Site).FirstOrDefault(around => around.Statement != loop?.Statement
            && context.Trace.All<BackwardEvent>().Any(backward => around.Contains(backward.Site)));
        if (outer is null || context.Trace.All<ModeEvent>().Any(mode => mode.IsTraining == true && outer.Contains(mode.Site)))
            return edits;
        return loop is null ? null : edits.InsertAfter(start, $"{model}.train();");
    }
}
