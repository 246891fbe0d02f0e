using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS6004: the code chooses models by another metric than the one that the strategy optimizes. Metrics that rank alike,
/// as RMSE and R² do on one set, are no finding, and neither are those of another task.
/// </summary>
internal sealed class MLS6004 : CodeRule
{
    /// <summary>On one set of rows the metrics of a line put candidates in the same order.</summary>
    private static readonly string[][] Alike = [["mse", "rmse", "r2"], ["log_loss", "log_loss_reduction"], ["accuracy", "error_rate"]];

    public MLS6004()
        : base(
            "MLS6004",
            "`{0}` chooses by {1}, but {2} optimizes {3}. Choose by that metric, or change the strategy.",
            "The optimizing metric is the target that the team agreed on; code that follows another one wins something else.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        if (context.Strategy.Path is null
            || context.Strategy.Strategy.Metrics?.Single is not { } optimized || MetricCatalogue.Find(optimized.Metric.Value) is not { } wanted)
        {
            return;
        }

        foreach (var choice in context.Trace.All<MetricEvent>())
        {
            if (choice is { Metric: { } metric, Input: IFieldReferenceOperation { Field.ContainingType: { } metrics } input }
                && Find(metrics, wanted) is { } right && Differs(metric, wanted))
            {
                var place = CodeContext.PlaceOf(input, choice.Site);
                Report(place, metric, optimized.Metric, new Edits($"Optimize {right}").Replace(place.Node, $"{TypeOf(place.Node)}{right}"), context);
            }
        }

        foreach (var search in DefaultMetric.In(context).Where(search => Contradicts(search, wanted)))
            Report(search.Place, search.Metric + ", the library's default,", optimized.Metric, search.Chosen(Find(search.Metrics, wanted)!, context), context);

        foreach (var comparison in context.Trace.All<ComparisonEvent>())
        {
            var scores = comparison.Left.Alternatives.Concat(comparison.Right.Alternatives).OfType<Score>().ToList();

            // Compared with a constant it only has to meet a limit.
            if (comparison.Left.Alternatives.OfType<Score>().Any() && comparison.Right.Alternatives.OfType<Score>().Any() && Selection.Chooses(comparison.Node) && !IsOneOfSeveral(comparison.Node))
                Check(comparison, scores, wanted, optimized.Metric, context);
        }

        foreach (var ranking in context.Trace.All<RankingEvent>())
        {
            if (context.Trace.All<PickEvent>().Any(pick => pick.RankedBy.Equals(ranking.Site)))
                Check(ranking, ranking.Key.Alternatives.OfType<Score>().ToList(), wanted, optimized.Metric, context);
        }
    }

    /// <summary>Whether a search takes another metric than the wanted one, which it offers.</summary>
    public static bool Contradicts(DefaultMetric search, MetricInfo wanted) => Find(search.Metrics, wanted) is not null && Differs(search.Metric, wanted);

    private void Check(Event choice, List<Score> scores, MetricInfo wanted, Marked<string> declared, CodeContext context)
    {
        var names = scores.Select(score => score.Name).Distinct().ToList();
        if (names.Count == 1 && Differs(names[0], wanted) && Selection.AreCandidates(scores, context))
            Report(CodeContext.PlaceOf(choice.Site), names[0], declared, null, context);
    }

    /// <summary>Whether a name means a metric of the same task that may put candidates in another order.</summary>
    private static bool Differs(string name, MetricInfo wanted) =>
        MetricCatalogue.Find(name) is { } found
        && found.Name != wanted.Name
        && (found.Tasks.Count == 0 || wanted.Tasks.Count == 0 || found.Tasks.Intersect(wanted.Tasks).Any())
        && !Alike.Any(line => line.Contains(found.Name) && line.Contains(wanted.Name));

    /// <summary>The library's name of a metric; null when it doesn't offer it.</summary>
    private static string? Find(INamedTypeSymbol metrics, MetricInfo wanted) =>
        metrics.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => MetricCatalogue.Find(member.Name)?.Name == wanted.Name)?.Name;

    private static string TypeOf(SyntaxNode name) =>
        name is Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax access ? access.Expression + "." : "";

    /// <summary>A condition of several comparisons: which of them is the optimizing one isn't known.</summary>
    private static bool IsOneOfSeveral(SyntaxNode comparison) => comparison.Parent is Microsoft.CodeAnalysis.CSharp.Syntax.BinaryExpressionSyntax;

    private void Report(Place place, string metric, Marked<string> declared, Edits? edits, CodeContext context) => context.Report(
        place,
        [context.Strategy.PlaceOf(declared.Span)],
        edits,
        Descriptor.DefaultSeverity,
        CodeContext.Quote(place.Node),
        metric,
        System.IO.Path.GetFileName(context.Strategy.Path!),
        declared.Value);
}
