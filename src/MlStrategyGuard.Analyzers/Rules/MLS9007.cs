using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS9007: rows are scored by a model without the preparation that its training rows went through, or with one that was
/// fitted another time. Steps that learn nothing don't count.
/// </summary>
internal sealed class MLS9007 : CodeRule
{
    public MLS9007()
        : base(
            "MLS9007",
            "`{0}` learned from rows prepared by `{1}` at line {2}; the rows scored here {3}. Fit the preparation once, on the training part, and transform all rows with it.",
            "A model is only as good as on rows that look like those it learned from. Scaled, encoded or replaced by other statistics they don't.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (score is not { KnowsModels: true, Input: { } input, Data: { } data } || context.Trace.At<FitEvent>(score.LastFit) is not { Data: { } learned, IsSearch: false } fit
                || context.IsOtherTurn(score, fit)
                || PreparationsOf(learned.Through, context.Trace) is not { } before
                || PreparationsOf(data.Through.Take(data.Through.Count - 1), context.Trace) is not { } here
                || before.Count == 0 || here.Count > before.Count)
            {
                continue;
            }

            var place = Enumerable.Range(0, before.Count).FirstOrDefault(i => i >= here.Count || !AreAlike(before[i], here[i]));
            if (place < here.Count && AreAlike(before[place], here[place]))
                continue;
            var other = here.Count == before.Count ? here[place] : null;
            if ((other is null && here.Count > 0) || (other is not null && (!IsSameEstimator(before[place], other) || IsSaidElsewhere(other, score, context))))
                continue;
            Report(score, input, data, fit, before[place], other, context);
        }
    }

    /// <summary>The fits of all preparations that learned something; null when one of them isn't known or is more than that.</summary>
    private static List<FitEvent>? PreparationsOf(IEnumerable<ModelPart> through, Trace trace)
    {
        var fits = new List<FitEvent>();
        foreach (var part in through)
        {
            if (trace.At<FitEvent>(part.Fit) is not { Data: not null, Estimator: { } estimator, IsPreparation: true } fit)
                return null;
            if (estimator.Parts.Any(link => link.Learning >= Learning.Keys))
                fits.Add(fit);
        }

        return fits;
    }

    /// <summary>One fit, or the same estimator fitted twice on the same rows.</summary>
    private static bool AreAlike(FitEvent one, FitEvent other) =>
        one.Site.Equals(other.Site) || (IsSameEstimator(one, other) && one.Data!.Rows.Equals(other.Data!.Rows));

    private static bool IsSameEstimator(FitEvent one, FitEvent other) =>
        one.Estimator!.Parts.Count == other.Estimator!.Parts.Count
        && one.Estimator.Parts.Zip(other.Estimator.Parts, (mine, theirs) => mine.Type is not null && SymbolEqualityComparer.Default.Equals(mine.Type, theirs.Type)
            && mine.Arguments.Equals(theirs.Arguments)).All(same => same);

    /// <summary>It was fitted on the test part itself, alone or with others: MLS5001 and MLS5002 say so.</summary>
    private static bool IsSaidElsewhere(FitEvent fit, EvaluationEvent score, CodeContext context) =>
        score.Data!.Rows.Part is { IsTest: true } part && fit.Data!.Rows.WithoutChoice.Contains(part)
        && (context.IsTest(part) || !Equals(fit.Data.Rows.Part, part));

    private static void Report(EvaluationEvent score, IOperation input, Data data, FitEvent fit, FitEvent before, FitEvent? other, CodeContext context)
    {
        var place = CodeContext.PlaceOf(input, score.Site);
        var line = other is null ? "" : CodeContext.Line(other.Node, place.Node);
        context.Report(
            place,
            other is null ? [before.Node, fit.Node] : [before.Node, fit.Node, other.Node],
            other is null ? Prepared(score, data, before, context) : null,
            CodeContext.NameOf(fit.Site),
            CodeContext.NameOf(before.Site),
            CodeContext.Line(before.Node, place.Node),
            other is null ? "went through none" : $"went through one that was fitted again, at line {line}");
    }

    /// <summary>Sends the scored rows through the preparation, where a variable holds it.</summary>
    private static Edits? Prepared(EvaluationEvent score, Data data, FitEvent before, CodeContext context)
    {
        if (data.Through.Count != 1 || CodeContext.Unwrap(score.Input!) is not IInvocationOperation { TargetMethod.Name: "Transform", Syntax: InvocationExpressionSyntax call }
            || call.ArgumentList.Arguments.Count != 1)
        {
            return null;
        }

        var raw = call.ArgumentList.Arguments[0].Expression;
        var model = context.Flow.Compilation.ModelOf(raw.SyntaxTree);
        var holders = score.State.Variables
            .Where(known => known.Value is Model { Parts: { Count: 1 } parts } && before.Site.Equals(parts[0].Fit))
            .Select(known => known.Key).OfType<ILocalSymbol>()
            .Where(local => SyntaxFacts.GetKeywordKind(local.Name) == SyntaxKind.None
                && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer: not null } declaration && declaration.Span.End <= raw.SpanStart
                && model.LookupSymbols(raw.SpanStart, name: local.Name).Contains(local, SymbolEqualityComparer.Default))
            .ToList();
        return holders.Count == 1 ? new Edits($"Transform the rows with {holders[0].Name}").Replace(raw, $"{holders[0].Name}.Transform({raw})") : null;
    }
}
