using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS9005: rows of a file of the strategy are split without the group column that the strategy declares, or at random
/// although it says that its splits follow each other in time; a model is fitted on one side and measured on the other.
/// </summary>
internal sealed class MLS9005 : CodeRule
{
    public MLS9005()
        : base(
            "MLS9005",
            "{0} declares `{1}` as {2}, but `{3}` {4}. {5}",
            "Rows of one group, or of the days around, that lie on both sides make the score too good: the model has seen their like.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy.Path is null)
            return;
        var data = context.Strategy.Strategy.Data;
        foreach (var split in context.Trace.All<SplitEvent>())
        {
            if (split.Key is not Nothing || !IsDeclared(split.Split.Input.Rows, context) || !IsMeasured(split.Split, context.Trace))
                continue;
            if (data.Time is { } time && context.Strategy.Strategy.Consistency.Policy == SplitPolicy.Temporal)
                Report(split.Site, time, "the time by which splits follow each other", "draws rows at random", "Cut by time: filter the rows before a day, and those from it on.", null, context);
            else if (data.Group is { } group)
                ReportGroup(split.Site, split.Split.Input, group, context);
        }

        foreach (var folds in context.Trace.All<CrossValidationEvent>())
        {
            if (folds is { Key: Nothing, Data: { } rows } && data.Group is { } group && IsDeclared(rows.Rows, context))
                ReportGroup(folds.Site, rows, group, context);
        }
    }

    private static bool IsDeclared(RowSet rows, CodeContext context) =>
        rows.Root is LoadedRows { Path: { } path } && context.Strategy.PlacesOf(path).Count > 0;

    /// <summary>A model is fitted on the one part and measured on the other, so it is more than a sample.</summary>
    private static bool IsMeasured(Split split, Trace trace) => trace.All<EvaluationEvent>().Any(score =>
        score.Data?.Rows.Part is { IsTest: true } part && part.Split.Equals(split)
        && trace.At<FitEvent>(score.LastFit)?.Data?.Rows.Part is { IsTest: false } learned && learned.Split.Equals(split));

    private void ReportGroup(Site site, Data rows, Marked<string> group, CodeContext context)
    {
        var column = rows.RowType is null ? null : Columns.NamesOf(rows.RowType).FirstOrDefault(name => Columns.Alike(name, group.Value));
        Report(site, group, "the group that no split tears apart", "deals out single rows", $"Pass `samplingKeyColumnName: \"{column ?? group.Value}\"`.", WithKey(site, rows, column), context);
    }

    private void Report(Site site, Marked<string> column, string meaning, string wrong, string advice, Edits? edits, CodeContext context)
    {
        var place = CodeContext.PlaceOf(site);
        context.Report(
            place,
            [context.Strategy.PlaceOf(column.Span)],
            edits,
            Descriptor.DefaultSeverity,
            System.IO.Path.GetFileName(context.Strategy.Path!),
            column.Value,
            meaning,
            CodeContext.NameOf(site),
            wrong,
            advice);
    }

    private static Edits? WithKey(Site site, Data rows, string? column) =>
        column is not null
        && Columns.TypeOf(rows.RowType, column) is not { SpecialType: SpecialType.System_Single or SpecialType.System_Double }
        && rows.Through.Count == 0
        && site.Node is InvocationExpressionSyntax { ArgumentList: { Arguments.Count: > 0 } list }
        && list.Arguments.All(argument => argument.NameColon?.Name.Identifier.ValueText != "samplingKeyColumnName")
            ? new Edits($"Split by {column}").Replace(list.SyntaxTree, new(list.Arguments.Last().Span.End, 0), $", samplingKeyColumnName: \"{column}\"")
            : null;
}
