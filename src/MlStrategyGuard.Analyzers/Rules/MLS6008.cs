using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Catalogue;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6008: a model learns one label column and is measured on another one, because one of the two calls leaves the
/// label to its default. Two columns that are both written out are meant so.
/// </summary>
internal sealed class MLS6008 : CodeRule
{
    public MLS6008()
        : base(
            "MLS6008",
            "`{0}` reads the label from `{1}`{2}, but {3}. Name one label column in both places.",
            "A score against another column than the one that was learned says nothing about the model.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        foreach (var score in context.Trace.All<EvaluationEvent>())
            CheckScore(score, context);
        foreach (var choice in context.Trace.All<MetricEvent>())
            CheckSearch(choice, context);
    }

    private static void CheckScore(EvaluationEvent score, CodeContext context)
    {
        if (score is not { Data: { } data, Label: { } read, IsUnsupervised: false } || read.IndexOf(Text.Gap) >= 0)
            return;
        var chain = new ColumnChain(data, context.Trace, null);
        if (chain.Trainer is not (>= 0 and var trainer)
            || chain[trainer] is not { Site: { } training } part
            || part.Text("labelColumnName") is not { } learned
            || learned == read)
        {
            return;
        }

        var isDefault = score.Site.Argument("labelColumnName") is null;
        if (isDefault == training.Argument("labelColumnName") is null)
            return;
        var (mine, other) = (chain.Origin(read, chain.Count), chain.Origin(learned, trainer));
        if (!mine.IsRaw || !other.IsRaw || mine.Equals(other))
            return;
        var place = CodeContext.PlaceOf(score.Site);
        var how = isDefault ? " by default" : "";
        context.Report(
            place,
            [training.Node],
            isDefault ? WithLabel(score.Node, learned) : null,
            CodeContext.NameOf(score.Site),
            read,
            how,
            $"`{CodeContext.NameOf(training)}` at line {CodeContext.Line(training.Node, place.Node)} learns `{learned}`");
    }

    /// <summary>
    /// A search whose metric takes its label from the default column <c>label</c>, which the rows don't have and nothing
    /// makes (the default of binary and multiclass searches; regression has <c>Label</c>).
    /// </summary>
    private static void CheckSearch(MetricEvent choice, CodeContext context)
    {
        if (choice.Site.Operation is not IInvocationOperation call
            || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "labelColumn") is not { ArgumentKind: ArgumentKind.DefaultValue, Value.ConstantValue.Value: string label }
            || context.Trace.All<FitEvent>().FirstOrDefault(fit => choice.Experiment.Equals(fit.Experiment))?.Data is not { Through.Count: 0, RowType: { } row } data
            || data.Rows.Root is not LoadedRows
            || Columns.Find(row, label) is not null
            || Columns.Find(row, "Label") is null
            || choice.Node.SyntaxTree.GetRoot().DescendantTokens().Any(token => token.Value is string text && text == label))
        {
            return;
        }

        var place = CodeContext.PlaceOf(choice.Site);
        context.Report(
            place, [], WithLabel(choice.Node, "Label", "labelColumn"), CodeContext.NameOf(choice.Site), label, " by default", $"`{row.Name}` has no such column, only `Label`");
    }

    private static Edits? WithLabel(Microsoft.CodeAnalysis.SyntaxNode call, string label, string parameter = "labelColumnName") =>
        call is InvocationExpressionSyntax { ArgumentList: { Arguments.Count: > 0 } list }
            ? new Edits($"Read {label}").Replace(list.SyntaxTree, new(list.Arguments.Last().Span.End, 0), $", {parameter}: \"{label}\"")
            : null;
}
