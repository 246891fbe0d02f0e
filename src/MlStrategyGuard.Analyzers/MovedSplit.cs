using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers;

/// <summary>
/// Moves a split above the preparation of its rows, where two statements that follow each other hold both:
/// <code>
/// var all = estimator.Fit(data).Transform(data);         var split = ml.Data.TrainTestSplit(data);
/// var split = ml.Data.TrainTestSplit(all);          →    var preparation = estimator.Fit(split.TrainSet);
/// … split.TestSet …                                      … preparation.Transform(split.TestSet) …
/// </code>
/// Transforms keep rows and their order, so the split draws the same rows.
/// </summary>
internal static class MovedSplit
{
    private const string Name = "preparation";

    /// <summary>The fix for a preparation that was fitted on a part of the split and its sibling; null where it isn't certain.</summary>
    public static Edits? For(FitEvent fit, PartRows part, CodeContext context)
    {
        if (context.Trace.Of(part) is not { Split.IsFold: false } split
            || !Equals(split.Site.Caller, fit.Site.Caller)
            || !IsKeyUntouched(split.Key, fit)
            || fit.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var estimator }, ArgumentList.Arguments: { Count: 1 } fitted } made
            || fitted[0].Expression is not IdentifierNameSyntax raw
            || made.Parent is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transform", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } transformed } transform }
            || !SyntaxFactory.AreEquivalent(transformed[0].Expression, raw)
            || Declared(transform) is not { } all
            || Declared(split.Node) is not { } halves
            || !Follows(all.Statement, halves.Statement))
        {
            return null;
        }

        var scope = all.Statement.Parent is GlobalStatementSyntax ? all.Statement.SyntaxTree.GetRoot() : all.Statement.Parent!;
        var names = scope.DescendantNodes().OfType<IdentifierNameSyntax>().ToList();
        var inputs = names.Where(name => name.Identifier.ValueText == all.Name).ToList();
        var uses = names.Where(name => name.Identifier.ValueText == halves.Name).Select(name => name.Parent as MemberAccessExpressionSyntax).ToList();
        if (inputs.Count != 1 || inputs[0].Parent is not ArgumentSyntax || !split.Node.Span.Contains(inputs[0].Span)
            || uses.Any(use => use is not { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "TrainSet" or "TestSet" })
            || context.Flow.Compilation.ModelOf(raw.SyntaxTree).LookupSymbols(halves.Statement.Span.End, name: Name).Length > 0
            || names.Any(name => name.Identifier.ValueText == Name))
        {
            return null;
        }

        var moved = halves.Statement.ToString();
        var place = inputs[0].SpanStart - halves.Statement.SpanStart;
        moved = moved.Substring(0, place) + raw + moved.Substring(place + inputs[0].Span.Length);
        var edits = new Edits("Split first and fit on the training part")
            .Replace(all.Statement, moved)
            .Replace(halves.Statement, $"var {Name} = {estimator.ToString().Trim()}.Fit({halves.Name}.TrainSet);");
        foreach (var use in uses)
            edits.Replace(use!, $"{Name}.Transform({use})");
        return edits;
    }

    /// <summary>The key column, if there is one, isn't made by the preparation.</summary>
    private static bool IsKeyUntouched(Value key, FitEvent fit) =>
        key is Nothing
        || (key is Text { IsWhole: true, Pattern: var name } && fit.Estimator!.Parts.All(part => part.Text("outputColumnName") is { } made && made != name));

    private static (LocalDeclarationStatementSyntax Statement, string Name)? Declared(SyntaxNode value) =>
        value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } } variable }
            ? (statement, variable.Identifier.ValueText)
            : null;

    private static bool Follows(StatementSyntax first, StatementSyntax second)
    {
        var (one, other) = (Item(first), Item(second));
        var siblings = one.Parent?.ChildNodes().ToList() ?? [];
        return one.Parent == other.Parent && siblings.IndexOf(other) == siblings.IndexOf(one) + 1;

        static SyntaxNode Item(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;
    }
}
