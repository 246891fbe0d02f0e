using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>MLS5008: data is cross-validated after something was fitted on all of it, so that every fold knows the others.</summary>
internal sealed class MLS5008 : CodeRule
{
    public MLS5008()
        : base(
            "MLS5008",
            "`{0}` went through what `{1}` learned from all of it at line {2}, so every fold has seen the others. "
                + "Append that estimator to the one that is cross-validated and pass the raw data.",
            "Cross-validation refits its estimator for each fold; what is fitted outside has seen the rows that a fold is measured on.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var folds in context.Trace.All<CrossValidationEvent>())
        {
            if (folds is not { Data: { } data, Input: { } input })
                continue;
            foreach (var part in data.Through)
            {
                if (context.Trace.At<FitEvent>(part.Fit) is { Data: { } learned, Estimator: { } estimator } fit
                    && estimator.Parts.Any(link => link.Learning >= Learning.Features)
                    && learned.Rows.WithoutChoice.Contains(data.Rows)
                    && !IsLearnedAnew(estimator, folds.Estimator))
                {
                    var place = CodeContext.PlaceOf(input, folds.Site);
                    context.Report(
                        place,
                        [fit.Node],
                        Edits(folds, data, fit, context),
                        CodeContext.Quote(place.Node),
                        CodeContext.NameOf(fit.Site),
                        CodeContext.Line(fit.Node, place.Node));
                    break;
                }
            }
        }
    }

    /// <summary>Whether each fold's estimator learns all of it again, from columns that the first one left as they were.</summary>
    private static bool IsLearnedAnew(Estimator first, Estimator? again) => first.Parts.Where(link => link.Learning >= Learning.Features)
        .All(link => link.Site is not null && link.Text("inputColumnName") is { } input && link.Text("outputColumnName") is { } output && input != output
            && again?.Parts.Any(other => link.Site.Equals(other.Site)) == true);

    /// <summary>Passes the raw data, and the estimator with the other one behind it.</summary>
    private static Edits? Edits(CrossValidationEvent folds, Data data, FitEvent fit, CodeContext context)
    {
        if (data.Through.Count != 1 || !Equals(folds.Site.Caller, fit.Site.Caller)
            || fit is not { Node: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } preparation } } }
            || folds.Site.Argument("estimator") is not { Syntax: ExpressionSyntax estimator }
            || !Equals(fit.Data!.Rows, data.Rows) || fit.Data.Through.Count > 0
            || CodeContext.Unwrap(fit.Input!) is not ILocalReferenceOperation { Local: var raw }
            || folds.State.Find(raw) is not Data still || !still.Equals(fit.Data)
            || Names(preparation).Any(name => !context.Flow.Compilation.ModelOf(name.SyntaxTree)
                .LookupSymbols(estimator.SpanStart, name: name.Identifier.ValueText).Any()))
        {
            return null;
        }

        var second = estimator is IdentifierNameSyntax or InvocationExpressionSyntax or MemberAccessExpressionSyntax ? estimator.ToString() : $"({estimator})";
        return new Edits("Cross-validate both on the raw data")
            .Replace(CodeContext.Unwrap(folds.Input!).Syntax, raw.Name)
            .Replace(estimator, $"{preparation.ToString().Trim()}.Append({second})");
    }

    private static IEnumerable<IdentifierNameSyntax> Names(Microsoft.CodeAnalysis.SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Parent is not MemberAccessExpressionSyntax access || access.Expression == name);
}
