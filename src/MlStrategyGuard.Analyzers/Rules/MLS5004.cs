using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5004: a model is measured, and only on rows that it was fitted on. Train metrics beside others are the error
/// ladder and no finding; neither is what another part of the program may measure.
/// </summary>
internal sealed class MLS5004 : CodeRule
{
    public MLS5004()
        : base(
            "MLS5004",
            "`{0}` holds rows that the model was fitted on at line {1}, and nothing measures it on other rows: "
                + "this is its training error. Hold rows out of `{2}` and evaluate on them.",
            "The training error hides variance: it says how well the model remembers, not how well it does on new rows.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var trace = context.Trace;
        var scores = trace.All<EvaluationEvent>().ToList();
        if (!trace.IsComplete || scores.Any(score => !score.KnowsModels) || trace.All<EscapeEvent>().Any(escape => Holds(escape, null)))
            return;
        foreach (var score in scores)
        {
            if (score is { IsUnsupervised: false, Input: { } input, Data: { } data }
                && trace.At<FitEvent>(score.LastFit) is { IsSearch: false, Learns: not false, Validation: null, Data: { } learned, Input: { } argument } fit
                && IsOnlyTrainingError(score, data.Rows, fit, learned.Rows, context)
                && !MLS5104.ChoosesBy(score, context))
            {
                Report(CodeContext.PlaceOf(input, score.Site), score, data, fit, CodeContext.PlaceOf(argument, fit.Site), context);
            }
        }
    }

    private static bool IsOnlyTrainingError(EvaluationEvent score, RowSet scored, FitEvent fit, RowSet learned, CodeContext context)
    {
        var trace = context.Trace;
        return learned.Contains(scored)
            && !trace.All<EvaluationEvent>().Any(other => other.Fits.Contains(fit.Site) && context.IsOtherTurn(other, fit))
            && learned.Root is LoadedRows
            && !CodeContext.IsHeldOut(scored)
            && trace.All<EvaluationEvent>().All(other => !other.Fits.Contains(fit.Site) || learned.Contains(other.Data!.Rows))
            && !trace.All<CrossValidationEvent>().Any(folds => folds.Data is null || folds.Data.Rows.Root.Equals(learned.Root))
            && !trace.All<EscapeEvent>().Any(escape => Holds(escape, fit.Site))
            && !context.Flow.Compilation.IsAnyCalledOutside(context.Flow.Type, "Evaluate")
            && !trace.All<EvaluationEvent>().Any(other => other.Fits.Contains(fit.Site) && CodeContext.IsHeldOut(other.Data!.Rows))
            && !IsMeasuredAnotherTime(fit, trace);
    }

    /// <summary>The same estimator, fitted another time, is measured on rows that it hasn't seen.</summary>
    private static bool IsMeasuredAnotherTime(FitEvent fit, Trace trace) =>
        fit.Estimator is null || trace.All<EvaluationEvent>().Any(score =>
            trace.At<FitEvent>(score.LastFit) is { Data: { } data } other
            && !other.Site.Equals(fit.Site) && fit.Estimator.Equals(other.Estimator) && !data.Rows.Contains(score.Data!.Rows));

    /// <summary>Whether a model, that of <paramref name="fit"/> or an unnamed one, leaves the code that is followed.</summary>
    private static bool Holds(EscapeEvent escape, Site? fit) => ((Group)escape.Value).Items.Any(value => value switch
    {
        Model model => fit is null ? false : model.Parts.Any(part => Equals(part.Fit, fit)),
        Data data => fit is not null && data.Through.Any(part => Equals(part.Fit, fit)),
        _ => false,
    });

    private static void Report(Place place, EvaluationEvent score, Data data, FitEvent fit, Place fitted, CodeContext context) =>
        context.Report(
            place,
            [fit.Node],
            HoldOut(place, score, fit, fitted, context),
            CodeContext.Quote(place.Node),
            CodeContext.Line(fit.Node, place.Node),
            CodeContext.Quote(fitted.Node));

    /// <summary>Splits the data before the fit, where one statement list holds everything.</summary>
    private static Edits? HoldOut(Place place, EvaluationEvent score, FitEvent fit, Place fitted, CodeContext context)
    {
        if (!Equals(score.Site.Caller, fit.Site.Caller) || !place.Site.Equals(score.Site) || !fitted.Site.Equals(fit.Site)
            || score.Node is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } ml } } }
            || fit.Data!.Rows is not LoadedRows
            || fitted.Node is not IdentifierNameSyntax name
            || SameName(name, fit, score) is not { } scored
            || Statement(fitted.Node) is not { } statement
            || statement.Parent != Statement(score.Node)?.Parent
            || context.Flow.Compilation.ModelOf(name.SyntaxTree).LookupSymbols(name.SpanStart, name: "split").Length > 0)
        {
            return null;
        }

        var indent = statement.GetLeadingTrivia().ToString();
        indent = indent.Substring(indent.LastIndexOf('\n') + 1);
        return new Edits("Hold out a test set and evaluate on it")
            .Replace(statement.SyntaxTree, new(statement.SpanStart, 0), $"var split = {ml}.Data.TrainTestSplit({name}, testFraction: 0.2);\n{indent}")
            .Replace(name, "split.TrainSet")
            .Replace(scored, "split.TestSet");
    }

    /// <summary>The only other use of the fitted data's name between the fit and the score: what is transformed.</summary>
    private static IdentifierNameSyntax? SameName(IdentifierNameSyntax name, FitEvent fit, EvaluationEvent score)
    {
        var uses = Statement(name)?.Parent?.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == name.Identifier.ValueText && use != name
                && use.SpanStart > fit.Node.SpanStart && use.SpanStart < score.Node.Span.End
                && use.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Transform" } } })
            .ToList();
        return uses is { Count: 1 } ? uses[0] : null;
    }

    private static SyntaxNode? Statement(SyntaxNode node)
    {
        var statement = node.FirstAncestorOrSelf<StatementSyntax>();
        return statement?.Parent is GlobalStatementSyntax global ? global : statement;
    }
}
