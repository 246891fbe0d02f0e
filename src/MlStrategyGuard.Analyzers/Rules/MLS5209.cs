using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5209: train and test are cut by constant limits, of a column or of places in the order of rows, and the limits
/// overlap. A training score beside another one, and a gap between the two, are no finding.
/// </summary>
internal sealed class MLS5209 : CodeRule
{
    public MLS5209()
        : base(
            "MLS5209",
            "`{0}` holds {1}, and so does `{2}` at line {3}, which the model learns from: the score at line {4} is in part a training score. "
                + "Let the one begin where the other ends.",
            "Rows on both sides of a split were seen in training, and their share of the test score says nothing of new rows.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
        {
            if (context.Trace.At<FitEvent>(score.LastFit) is not { Data.Rows: SomeRows learned, Learns: not false } fit
                || score.Data?.Rows is not SomeRows scored
                || Common(learned, scored) is not var (known, tested) || !known.Overlaps(tested)
                || context.IsOtherTurn(score, fit)
                || ((known.Contains(tested) || tested.Contains(known)) && context.Trace.All<EvaluationEvent>().Any(other => IsHonest(other, fit, learned))))
            {
                continue;
            }

            var place = CodeContext.PlaceOf(scored.Site);
            context.Report(
                place,
                [learned.Site.Node, score.Node],
                Adjoining(learned, known, scored, tested),
                CodeContext.Quote(place.Node),
                Words(known.Within(tested)),
                CodeContext.Quote(learned.Site.Node),
                CodeContext.Line(learned.Site.Node, place.Node),
                CodeContext.Line(score.Node, place.Node));
        }
    }

    /// <summary>The limits of two slices of the same rows in the same order, or by the same column.</summary>
    private static (RowRange One, RowRange Other)? Common(RowSet one, RowSet other) =>
        one.Slice is var (set, mine) && other.Slice is var (same, theirs) && !one.Equals(other)
        && set.Equals(same) && mine.Axis == theirs.Axis && Equals(mine.Order, theirs.Order)
            ? (mine, theirs)
            : null;

    /// <summary>Whether the model is measured on rows besides that it hasn't learned from: then the other is its training score.</summary>
    private static bool IsHonest(EvaluationEvent score, FitEvent fit, RowSet learned) =>
        score.Fits.Contains(fit.Site)
        && (Common(learned, score.Data!.Rows) is var (mine, theirs) ? !mine.Overlaps(theirs) : !learned.Contains(score.Data.Rows));

    private static string Words(RowRange shared)
    {
        if (shared.Axis == RowRange.Position)
            return double.IsInfinity(shared.To) ? $"the rows from number {Number(shared.From + 1)} on" : $"the rows number {Number(shared.From + 1)} to {Number(shared.To)}";
        var column = shared.Axis.Substring(shared.Axis.IndexOf(' ') + 1);
        var rows = $"the rows whose `{column}` is";
        return (double.IsInfinity(shared.From), double.IsInfinity(shared.To)) switch
        {
            (true, true) => $"all rows, whatever their `{column}`",
            (true, false) => $"{rows} below {Number(shared.To)}",
            (false, true) => $"{rows} {Number(shared.From)} or more",
            _ => $"{rows} from {Number(shared.From)} up to {Number(shared.To)}",
        };
    }

    private static string Number(double limit) => limit.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Moves the limit of the test rows to that of the training rows, where both are written as numbers.</summary>
    private static Edits? Adjoining(SomeRows learned, RowRange known, SomeRows scored, RowRange tested)
    {
        if (known.From < tested.From && known.To < tested.To)
            return Moved(Limit(scored, isUpper: false, tested.From), Limit(learned, isUpper: true, known.To));
        return known.From > tested.From && known.To > tested.To ? Moved(Limit(scored, isUpper: true, tested.To), Limit(learned, isUpper: false, known.From)) : null;
    }

    private static Edits? Moved(SyntaxNode? limit, SyntaxNode? other) =>
        limit is null || other is null || limit.SyntaxTree != other.SyntaxTree ? null : new Edits("Let the rows begin where the others end").Replace(limit, other.ToString());

    /// <summary>The number that is a limit of a slice; null when it is reckoned or named.</summary>
    private static SyntaxNode? Limit(SomeRows slice, bool isUpper, double value)
    {
        var isTake = slice.Site.Node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Take" or "TakeRows" } };
        var name = slice.Range!.Axis == RowRange.Position ? "count" : isUpper ? "upperBound" : "lowerBound";
        return (name != "count" || isTake == isUpper)
            && slice.Site.Argument(name) is { ConstantValue: { HasValue: true, Value: { } constant }, Syntax: LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } } written
            && Convert.ToDouble(constant, CultureInfo.InvariantCulture).Equals(value)
                ? written.Syntax
                : null;
    }
}
