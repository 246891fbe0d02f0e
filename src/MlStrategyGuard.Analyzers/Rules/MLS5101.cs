using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5101: the test set steers the learning as its validation set (early stopping, a search) and is then what the
/// model is measured on. Where other held-out rows measure it, the "test" part is its dev set and no finding.
/// </summary>
internal sealed class MLS5101 : CodeRule
{
    public MLS5101()
        : base(
            "MLS5101",
            "`{0}` is {1} and steers `{2}` as its validation set; the score at line {3} is measured on the same rows. "
                + "Split it once more: one half to steer, the other to measure.",
            "Early stopping and searches choose what does well on the validation set: its score is too good.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit is not { Validation.Rows: { } steering, ValidationInput: var (site, operand) } || !IsTestSet(steering, context))
                continue;
            var scores = context.Trace.All<EvaluationEvent>().Where(score => score.Fits.Contains(fit.Site)).ToList();
            var isMeasuredElsewhere = scores.Any(score => !Overlap(score.Data!.Rows, steering) && fit.Data is { } data && !data.Rows.Contains(score.Data.Rows));
            var found = scores.FirstOrDefault(score => Overlap(score.Data!.Rows, steering) && !(score.Data.Rows.IsChosen && steering.IsChosen));
            if (found is null || isMeasuredElsewhere)
                continue;
            var place = CodeContext.PlaceOf(operand, site);
            context.Report(
                place,
                [steering.Part?.Split.Site.Node ?? ((LoadedRows)steering.Root).Site.Node, found.Node],
                ThirdPart(place, fit, steering, scores, context),
                CodeContext.Quote(place.Node),
                CodeContext.Describe(steering.WithoutChoice, place.Node),
                CodeContext.NameOf(fit.Site),
                CodeContext.Line(found.Node, place.Node));
        }
    }

    private static bool IsTestSet(RowSet rows, CodeContext context) =>
        (context.IsTest(rows) && rows.Root is LoadedRows) || (rows.WithoutChoice is LoadedRows loaded && context.Strategy.SplitOf(loaded.Path) == "test");

    private static bool Overlap(RowSet one, RowSet other) =>
        one.WithoutChoice.Contains(other.WithoutChoice) || other.WithoutChoice.Contains(one.WithoutChoice);

    /// <summary>Splits the test part in two where it is written the same way everywhere.</summary>
    private static Edits? ThirdPart(Place place, FitEvent fit, RowSet steering, List<EvaluationEvent> scores, CodeContext context)
    {
        if (!place.Site.Equals(fit.Site) || steering is not PartRows || place.Node is not ExpressionSyntax words
            || place.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>(node => node is not GlobalStatementSyntax) is { } member
                && !member.Span.Contains(fit.Node.Span))
        {
            return null;
        }

        var model = context.Flow.Compilation.ModelOf(words.SyntaxTree);
        var root = words is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax split } ? split : words as IdentifierNameSyntax;
        if (root is null || model.GetSymbolInfo(root).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { } declaration
            || model.LookupSymbols(words.SpanStart, name: "heldOut").Length > 0
            || MlContext(((PartRows)steering).Split) is not { } ml)
        {
            return null;
        }

        var scope = declaration.Parent is GlobalStatementSyntax ? declaration.SyntaxTree.GetRoot() : declaration.Parent!;
        var uses = scope.DescendantNodes().OfType<ExpressionSyntax>()
            .Where(use => use.SpanStart > declaration.Span.End && use.ToString() == words.ToString()
                && use.Parent is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax } && use.RawKind == words.RawKind)
            .ToList();
        var measured = uses.Where(use => use != words && scores.Any(score => Feeds(use, score, fit))).ToList();
        if (measured.Count == 0 || uses.Count != measured.Count + 1)
            return null;
        var indent = declaration.GetLeadingTrivia().ToString();
        indent = indent.Substring(indent.LastIndexOf('\n') + 1);
        var edits = new Edits("Split the test part once more")
            .Replace(declaration.SyntaxTree, new(declaration.Span.End, 0), $"\n{indent}var heldOut = {ml}.Data.TrainTestSplit({words}, testFraction: 0.5);")
            .Replace(words, "heldOut.TrainSet");
        foreach (var use in measured)
            edits.Replace(use, "heldOut.TestSet");
        return edits;
    }

    /// <summary>The argument of the Transform whose output is scored.</summary>
    private static bool Feeds(ExpressionSyntax use, EvaluationEvent score, FitEvent fit) =>
        use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transform" } } }
        && use.SpanStart < score.Node.Span.End && Equals(score.Site.Caller, fit.Site.Caller);

    private static string? MlContext(Split split) =>
        split.Site.Operation is IInvocationOperation { Instance: IPropertyReferenceOperation { Instance: { } context } } ? context.Syntax.ToString() : null;
}
