using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5007: rows are repeated (a bootstrap sample, rows added to themselves) before a split deals them out, so that copies
/// of one row lie on both sides. A sampling key keeps copies together and is no finding.
/// </summary>
internal sealed class MLS5007 : CodeRule
{
    public MLS5007()
        : base(
            "MLS5007",
            "`{0}` repeats rows before `{1}` at line {2} deals them out: copies of one row lie on both sides, and the score at line {3} is measured on rows that the model has seen. "
                + "Split first, and repeat rows of the training part only.",
            "A model recognizes the copies of rows that it learned from. The more rows are repeated, the nearer the test score comes to the training score.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split is { Key: Nothing, Split.Input.RepeatedBy: { } repeated } && context.ScoreOf(split.Split) is { } score)
                Report(repeated, split.Site, score.Site, Moved(repeated, split, context.Trace), context);
        }

        foreach (var folds in context.Trace.All<CrossValidationEvent>())
        {
            if (folds is { Key: Nothing, Data.RepeatedBy: { } repeated })
                Report(repeated, folds.Site, folds.Site, null, context);
        }
    }

    private static void Report(Site repeated, Site split, Site score, Edits? edits, CodeContext context)
    {
        var place = CodeContext.PlaceOfQuery(repeated);
        context.Report(
            place,
            [split.Node, score.Node],
            edits,
            CodeContext.NameOf(place.Site),
            CodeContext.NameOf(split),
            CodeContext.Line(split.Node, place.Node),
            CodeContext.Line(score.Node, place.Node));
    }

    /// <summary>Draws the sample from the training part, where that part is used in one place.</summary>
    private static Edits? Moved(Site repeated, SplitEvent split, Trace trace)
    {
        var uses = trace.All<PartEvent>().Where(part => part is { IsTest: false } && part.Split.Equals(split.Split)).ToList();
        if (split.Split.IsFold || uses.Count != 1 || !Equals(repeated.Caller, split.Site.Caller) || !Equals(uses[0].Site.Caller, split.Site.Caller)
            || repeated.Node is not InvocationExpressionSyntax sample || (repeated.Operation as IInvocationOperation)?.TargetMethod.Name != "BootstrapSample"
            || repeated.Argument("input")?.Syntax is not ExpressionSyntax input
            || split.Site.Argument("data")?.Syntax is not ExpressionSyntax argument)
        {
            return null;
        }

        var edits = new Edits("Sample the training part only");
        if (argument == sample)
            edits.Replace(sample, input.ToString());
        else if (argument is IdentifierNameSyntax name && sample.FirstAncestorOrSelf<StatementSyntax>() is { } statement && IsOnlyFor(statement, sample, name))
            edits.Remove(statement).Replace(name, input.ToString());
        else
            return null;
        var words = sample.ToString();
        var place = input.SpanStart - sample.SpanStart;
        return edits.Replace(uses[0].Node, words.Substring(0, place) + uses[0].Node + words.Substring(place + input.Span.Length));
    }

    /// <summary>Whether a statement does nothing but give a variable the sample, and the split is all that uses it.</summary>
    private static bool IsOnlyFor(StatementSyntax statement, SyntaxNode sample, IdentifierNameSyntax use)
    {
        var isMade = statement switch
        {
            LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } =>
                variables[0].Identifier.ValueText == use.Identifier.ValueText && variables[0].Initializer?.Value == sample,
            ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } assignment } =>
                target.Identifier.ValueText == use.Identifier.ValueText && assignment.Right == sample,
            _ => false,
        };
        return isMade
            && Statements.ListOf(statement) is { } scope
            && scope.DescendantNodes().OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == use.Identifier.ValueText && name.SpanStart > statement.Span.End)
                .All(name => name == use);
    }
}
