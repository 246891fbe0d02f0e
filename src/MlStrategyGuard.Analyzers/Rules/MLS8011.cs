using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS8011: a training loop adds each loss, a tensor with its history, to a tensor that outlives the turn. A sum that
/// gradients are computed of, or that goes to code that isn't known, is no finding.
/// </summary>
internal sealed class MLS8011 : CodeRule
{
    public MLS8011()
        : base(
            "MLS8011",
            "`{0}` keeps the history of every `{1}`, of which `{2}` at line {3} computes gradients, so memory grows with every batch. Add `{1}.detach()`, or its number.",
            "A sum of losses is there to be printed; as long as it refers to the tensors of all batches, none of them can be freed.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var backward in context.Trace.All<BackwardEvent>())
        {
            // The call in the loop's own method: backward itself, or what leads there.
            if (TrainingLoop.Around(backward.Site).FirstOrDefault(around => around.EntryOf(backward.Site) is not null) is not { } loop
                || loop.EntryOf(backward.Site) is not InvocationExpressionSyntax call || LossOf(call, backward) is not { } loss)
            {
                continue;
            }

            var model = context.Flow.Compilation.ModelOf(loss.SyntaxTree);
            if (model.GetSymbolInfo(loss).Symbol is not ILocalSymbol symbol || !loop.Statement.Span.Contains(symbol.DeclaringSyntaxReferences[0].Span))
                continue;
            foreach (var assignment in loop.Statement.DescendantNodes().OfType<AssignmentExpressionSyntax>())
            {
                if (TrainingLoop.FunctionOf(assignment) == TrainingLoop.FunctionOf(loss) && Added(assignment) is { } added && added.Identifier.ValueText == loss.Identifier.ValueText
                    && model.GetSymbolInfo(assignment.Left).Symbol is { } sum && OutlivesTurn(sum, loop)
                    && context.Flow.Compilation.Catalogue.KindOf(model.GetTypeInfo(assignment.Left).Type) == ValueKind.Tensor
                    && IsOnlyRead(sum, assignment, model))
                {
                    Report(assignment, added, call, backward, context);
                }
            }
        }
    }

    private static void Report(AssignmentExpressionSyntax assignment, IdentifierNameSyntax added, InvocationExpressionSyntax call, BackwardEvent backward, CodeContext context)
    {
        if (context.Flow.Compilation.OperationOf(assignment) is not { } operation)
            return;
        context.Report(
            new Place(operation, backward.Site, CodeContext.RootOf(backward.Site)),
            [call],
            new Edits("Add the loss without its history").Replace(added, added + ".detach()"),
            CodeContext.Quote(assignment),
            added.Identifier.ValueText,
            CodeContext.Quote(call.Expression),
            CodeContext.Line(call, assignment));
    }

    /// <summary>The name of the tensor that gradients are computed of.</summary>
    private static IdentifierNameSyntax? LossOf(InvocationExpressionSyntax call, BackwardEvent backward) =>
        call != backward.Node
            ? call.ArgumentList.Arguments.Count == 1 ? call.ArgumentList.Arguments[0].Expression as IdentifierNameSyntax : null
            : call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax loss } ? loss : null;

    /// <summary>What <c>sum += x</c> or <c>sum = sum + x</c> adds, when it is a name; null otherwise.</summary>
    private static IdentifierNameSyntax? Added(AssignmentExpressionSyntax assignment) => assignment switch
    {
        { RawKind: (int)SyntaxKind.AddAssignmentExpression, Right: IdentifierNameSyntax added } => added,
        { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Right: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression, Right: IdentifierNameSyntax added } sum }
            when SyntaxFactory.AreEquivalent(sum.Left, assignment.Left) => added,
        _ => null,
    };

    private static bool OutlivesTurn(ISymbol sum, TrainingLoop loop) => sum switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences.All(declaration => !loop.Statement.Span.Contains(declaration.Span)),
        IFieldSymbol => true,
        _ => false,
    };

    /// <summary>Whether only numbers are read from the sum, and it is never cut off from its history.</summary>
    private static bool IsOnlyRead(ISymbol sum, AssignmentExpressionSyntax addition, SemanticModel model)
    {
        SyntaxNode scope = sum is ILocalSymbol
            ? TrainingLoop.FunctionOf(addition) ?? addition.SyntaxTree.GetRoot()
            : addition.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? addition.SyntaxTree.GetRoot();
        foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText != sum.Name || addition.Span.Contains(name.Span) || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, sum))
                continue;
            SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } self ? self : name;
            var isRead = whole.Parent switch
            {
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "item" or "ToSingle" or "ToDouble" or "ToInt32" or "Dispose" or "cpu" or "print" } => true,
                CastExpressionSyntax or InterpolationSyntax => true,
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression, Left: var target, Right: var start } =>
                    target == whole && start is InvocationExpressionSyntax { Expression: var call } && call.ToString() is var made && (made.EndsWith("zeros", StringComparison.Ordinal) || made.EndsWith("tensor", StringComparison.Ordinal)),
                _ => false,
            };
            if (!isRead)
                return false;
        }

        return true;
    }
}
