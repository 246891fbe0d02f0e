using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>How the training part of a split is called where something else was fitted on, and how to put it there.</summary>
/// <param name="Name">What a message calls it.</param>
/// <param name="Edits">The fix; null where the training part isn't surely in scope or wouldn't be the same rows prepared alike.</param>
internal sealed record TrainingPart(string Name, Edits? Edits)
{
    /// <summary>The training part that belongs to a test part.</summary>
    /// <param name="place">The argument.</param>
    /// <param name="fit">The call that it is an argument of.</param>
    /// <param name="data">What the argument holds.</param>
    /// <param name="test">The test part.</param>
    /// <param name="context">The rule's context.</param>
    public static TrainingPart For(Place place, FitEvent fit, Data data, PartRows test, CodeContext context)
    {
        var split = SplitExpression(test, context);
        var name = split is null ? "the training part of that split" : $"`{CodeContext.Quote(split)}.TrainSet`";
        var leaf = LeafOf(place.Operation, context.Flow.Compilation.Catalogue);
        if (data.Rows.IsChosen)
            return new TrainingPart(name, null);

        var model = context.Flow.Compilation.ModelOf(leaf.Syntax.SyntaxTree);
        var inner = leaf != place.Operation ? Sequence<ModelPart>.Empty : data.Through;
        var replacement = inner.Count > 0 ? null : Sibling(leaf, fit, test, split, model);
        return replacement is null
            ? new TrainingPart(name, null)
            : new TrainingPart(name, new Edits($"Fit on {replacement}").Replace(leaf.Syntax, replacement));
    }

    /// <summary>What names the rows: the expression inside caches, shuffles and transforms.</summary>
    private static IOperation LeafOf(IOperation operation, MemberCatalogue catalogue)
    {
        operation = CodeContext.Unwrap(operation);
        while (operation is IInvocationOperation call
            && catalogue.Find(call.TargetMethod) is { Effect: Effect.Rows or Effect.Transform } entry && !entry.Is("some")
            && call.Arguments.FirstOrDefault(argument => catalogue.KindOf(argument.Parameter?.Type) == ValueKind.Data) is { } input)
        {
            operation = CodeContext.Unwrap(input.Value);
        }

        return operation;
    }

    private static string? Sibling(IOperation leaf, FitEvent fit, PartRows test, SyntaxNode? split, SemanticModel model)
    {
        switch (leaf)
        {
            case IFieldReferenceOperation { Syntax: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TestSet" } access }:
                return access.Expression + ".TrainSet";
            case ILocalReferenceOperation or IFieldReferenceOperation or IParameterReferenceOperation or IPropertyReferenceOperation:
                var siblings = fit.State.Variables
                    .Where(known => known.Value is Data { Through.Count: 0, Rows: PartRows { IsTest: false } rows } && rows.Split.Equals(test.Split))
                    .Select(known => known.Key)
                    .OfType<ILocalSymbol>()
                    .Where(local => SyntaxFacts.GetKeywordKind(local.Name) == SyntaxKind.None
                        && IsUsable(local, leaf.Syntax, model)
                        && model.LookupSymbols(leaf.Syntax.SpanStart, name: local.Name).Contains(local, SymbolEqualityComparer.Default))
                    .ToList();
                return siblings.Count == 1 ? siblings[0].Name : FromSplit(split, leaf, test, fit, model);
            default:
                return null;
        }
    }

    private static string? FromSplit(SyntaxNode? split, IOperation leaf, PartRows test, FitEvent fit, SemanticModel model)
    {
        if (split is not ExpressionSyntax || split.SyntaxTree != leaf.Syntax.SyntaxTree)
            return null;
        var symbol = model.GetSymbolInfo(split).Symbol;
        var isUsable = symbol switch
        {
            ILocalSymbol local => IsUsable(local, leaf.Syntax, model) && fit.State.Find(local) is Split known && known.Equals(test.Split),
            IFieldSymbol or IPropertySymbol => true,
            _ => false,
        };
        return isUsable && model.LookupSymbols(leaf.Syntax.SpanStart, name: symbol!.Name).Contains(symbol, SymbolEqualityComparer.Default)
            ? split + ".TrainSet"
            : null;
    }

    /// <summary>How the code writes the split that a part was taken from; null when it has no name.</summary>
    private static SyntaxNode? SplitExpression(PartRows test, CodeContext context)
    {
        foreach (var taken in context.Trace.All<PartEvent>())
        {
            if (taken.Split.Equals(test.Split)
                && taken.Site.Operation is IFieldReferenceOperation { Instance: ILocalReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation } part)
            {
                return part.Instance.Syntax;
            }
        }

        return null;
    }

    /// <summary>Declared with its value before <paramref name="place"/> and in the same function, so that it surely has it there.</summary>
    private static bool IsUsable(ILocalSymbol local, SyntaxNode place, SemanticModel model) =>
        SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, model.GetEnclosingSymbol(place.SpanStart))
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && declaration is VariableDeclaratorSyntax { Initializer: not null } or SingleVariableDesignationSyntax
        && declaration.Span.End <= place.SpanStart;
}
