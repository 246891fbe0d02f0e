using Microsoft.CodeAnalysis.Operations;
using MlStrategyGuard.Analyzers.Flow;

namespace MlStrategyGuard.Analyzers.Rules;

/// <summary>
/// MLS5211: of two held-out parts of the same rows one is measured only behind a filter that the other one doesn't get.
/// Slices beside the whole set, and several slices of it, are no finding.
/// </summary>
internal sealed class MLS5211 : CodeRule
{
    public MLS5211()
        : base(
            "MLS5211",
            "`{0}` leaves out rows of {1} before it is measured at line {2}, but {3} is measured with all of its rows at line {4}: the two are of different distributions. "
                + "Filter before the split, or both alike.",
            "What is aimed at on the dev set has to be what is measured on the test set. A filter on one of them makes their difference one of the rows.")
    {
    }

    /// <inheritdoc/>
    public override void Check(CodeContext context)
    {
        var scores = context.Trace.All<EvaluationEvent>().ToList();
        if (!context.Trace.IsComplete || scores.Any(score => score.Data is null))
            return;
        var sets = scores.Where(score => score.Data!.Rows.Part is { IsTest: true, Split.IsFold: false, Root: LoadedRows } && score.Loops.IsEmpty).GroupBy(score => score.Data!.Rows.Part!).ToList();
        foreach (var filtered in sets)
        {
            var kinds = filtered.Select(score => score.Data!.Rows).Distinct().ToList();
            if (kinds.Count != 1 || kinds[0] is not SomeRows { From: PartRows, Site: { } filter } || !IsFilter(filter))
                continue;
            var whole = sets.FirstOrDefault(other => other.All(score => score.Data!.Rows is PartRows)
                && AreDevAndTest(filtered.Key, other.Key) && other.Any(score => filtered.Any(one => Equals(one.LastFit, score.LastFit))));
            if (whole is null)
                continue;
            var place = CodeContext.PlaceOf(filter);
            context.Report(
                place,
                [filtered.First().Node, whole.First().Node],
                null,
                CodeContext.NameOf(filter),
                CodeContext.Describe(filtered.Key, place.Node),
                CodeContext.Line(filtered.First().Node, place.Node),
                CodeContext.Describe(whole.Key, place.Node),
                CodeContext.Line(whole.First().Node, place.Node));
        }
    }

    private static bool AreDevAndTest(PartRows one, PartRows other) =>
        !one.Equals(other) && one.Root.Equals(other.Root) && !one.Contains(other) && !other.Contains(one);

    private static bool IsFilter(Site site) =>
        site.Operation is IInvocationOperation { TargetMethod.Name: "FilterRowsByColumn" or "FilterRowsByMissingValues" or "FilterByCustomPredicate" or "Where" };
}
