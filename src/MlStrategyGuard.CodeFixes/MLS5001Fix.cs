using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers;
using MlStrategyGuard.Analyzers.Flow;
using MlStrategyGuard.Analyzers.Rules;

namespace MlStrategyGuard.CodeFixes;

/// <summary>
/// Fits on the training part of the same split: by the local that holds it, or else by the split's name. Offers
/// nothing where neither is in scope, or where the data was prepared in a way that the training part may not share.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MLS5001Fix : CodeFixProvider
{
    private const string EquivalenceKey = "MLS5001.FitOnTrainingPart";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(MLS5001.Id);

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
            return;

        foreach (var diagnostic in context.Diagnostics)
        {
            var argument = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (FindReplacement(argument, model, context.CancellationToken) is not var (old, replacement))
                continue;

            context.RegisterCodeFix(
                CodeAction.Create(
                    $"Fit on {replacement}",
                    _ => Task.FromResult(context.Document.WithSyntaxRoot(
                        root.ReplaceNode(old, replacement.WithTriviaFrom(old)))),
                    EquivalenceKey),
                diagnostic);
        }
    }

    private static (ExpressionSyntax Old, ExpressionSyntax New)? FindReplacement(
        SyntaxNode argument, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetOperation(argument, cancellationToken) is not { } data
            || MLNetTypes.In(model.Compilation) is not { } types)
        {
            return null;
        }

        var flow = new MemberFlow(types, ImmutableArray.Create(RootOf(data)));
        var source = flow.SourceOf(data);
        if (source.Syntax is not ExpressionSyntax old
            || flow.OriginOf(source) is not { IsTest: true, SomeRows: false, Transformed: false } origin)
        {
            return null;
        }

        var replacement = source switch
        {
            IFieldReferenceOperation when source.Syntax == origin.Part.Syntax => SiblingOf(origin),
            ILocalReferenceOperation => SiblingLocal(origin, flow, old, model) ?? SiblingIn(origin, old, model),
            _ => null,
        };
        return replacement is null ? null : (old, replacement);
    }

    /// <summary>The split's training part, taken out of the split as the test part was; null for another form.</summary>
    private static ExpressionSyntax? SiblingOf(DataOrigin origin) =>
        origin.Part.Syntax is MemberAccessExpressionSyntax access
            ? access.WithName(SyntaxFactory.IdentifierName("TrainSet").WithTriviaFrom(access.Name))
            : null;

    /// <summary>The only local that holds the training part.</summary>
    private static ExpressionSyntax? SiblingLocal(
        DataOrigin origin, MemberFlow flow, ExpressionSyntax place, SemanticModel model)
    {
        var siblings = model.LookupSymbols(place.SpanStart)
            .OfType<ILocalSymbol>()
            .Where(local => SyntaxFacts.GetKeywordKind(local.Name) == SyntaxKind.None
                && IsUsable(local, place, model)
                && flow.OriginOf(local) is { IsTest: false, SomeRows: false, Transformed: false } sibling
                && sibling.Split.Syntax == origin.Split.Syntax)
            .ToList();
        return siblings.Count == 1 ? SyntaxFactory.IdentifierName(siblings[0].Name) : null;
    }

    /// <summary>The training part by the split's name, when the split is in scope.</summary>
    private static ExpressionSyntax? SiblingIn(DataOrigin origin, ExpressionSyntax place, SemanticModel model)
    {
        var inScope = origin.Part.Instance switch
        {
            ILocalReferenceOperation { Local: var split } =>
                IsUsable(split, place, model) && IsVisible(split, place, model),
            IFieldReferenceOperation { Field: var split } => IsVisible(split, place, model),
            _ => false,
        };
        return inScope ? SiblingOf(origin)?.WithoutTrivia() : null;
    }

    private static bool IsVisible(ISymbol symbol, ExpressionSyntax place, SemanticModel model) =>
        model.LookupSymbols(place.SpanStart, name: symbol.Name).Contains(symbol, SymbolEqualityComparer.Default);

    /// <summary>
    /// Declared with its value before <paramref name="place"/> and in the same function, so that it surely has it there.
    /// </summary>
    private static bool IsUsable(ILocalSymbol local, ExpressionSyntax place, SemanticModel model) =>
        SymbolEqualityComparer.Default.Equals(local.ContainingSymbol, model.GetEnclosingSymbol(place.SpanStart))
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } declaration
        && declaration is VariableDeclaratorSyntax { Initializer: not null } or SingleVariableDesignationSyntax
        && declaration.Span.End <= place.SpanStart;

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
