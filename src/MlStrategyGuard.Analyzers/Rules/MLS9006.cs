using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS9006: a model that is fitted on a file of the strategy learns another column than the strategy's label, although
/// the rows have that one too. Several tasks may have several labels and are no finding.
/// </summary>
internal sealed class MLS9006 : CodeRule
{
    public MLS9006()
        : base(
            "MLS9006",
            "`{0}` learns `{1}`, but {2} declares `{3}` as the label, which the rows have as `{4}`. Learn that column, or change the declaration.",
            "What the strategy says of the label, of its metric and of its human-level error is about another column than the one that is learned.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy is not { Path: { } path, Strategy: { MultiTask: null, Data.Label: { } declared } })
            return;
        foreach (var fit in context.Trace.All<FitEvent>())
        {
            if (fit is not { Data: { RowType: { } row, Rows.Root: LoadedRows { Path: { } file } } data, Estimator: { } estimator }
                || context.Strategy.PlacesOf(file).Count == 0)
            {
                continue;
            }

            var chain = new ColumnChain(data, context.Trace, estimator);
            if (chain.Trainer is not (>= 0 and var trainer)
                || chain[trainer] is not { Site: { } training } part
                || part.Text("labelColumnName") is not { } label
                || chain.Origin(label, trainer) is not { IsRaw: true } origin
                || Columns.Find(row, origin.Name) is null
                || Columns.Alike(origin.Name, declared.Value)
                || Columns.NamesOf(row).FirstOrDefault(name => Columns.Alike(name, declared.Value)) is not { } meant)
            {
                continue;
            }

            var argument = training.Argument("labelColumnName");
            var place = argument is null ? CodeContext.PlaceOf(training) : CodeContext.PlaceOf(argument, training);
            context.Report(
                place,
                [context.Strategy.PlaceOf(declared.Span)],
                place.Node is LiteralExpressionSyntax && label == origin.Name && !IsUsed(chain, meant) ? new Edits($"Learn {meant}").Replace(place.Node, $"\"{meant}\"") : null,
                Descriptor.DefaultSeverity,
                CodeContext.NameOf(training),
                origin.Name,
                System.IO.Path.GetFileName(path),
                declared.Value,
                meant);
        }
    }

    /// <summary>Whether a link reads or writes a column, so that it can't simply become the label.</summary>
    private static bool IsUsed(ColumnChain chain, string column) => Enumerable.Range(0, chain.Count).Any(index =>
        chain[index] is not { } link || link.Arguments.Any(argument => argument.Value switch
        {
            Text text => text.Pattern == column,
            Group group => group.Items.Contains(new Text(column)),
            _ => false,
        }));
}
