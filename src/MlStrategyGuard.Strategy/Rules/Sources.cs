namespace MlStrategyGuard.Rules;

/// <summary>Where the rows of splits come from: counted in the data, else as declared.</summary>
internal static class Sources
{
    /// <summary>The sources of a split's rows; no rows if nobody knows.</summary>
    public static SourceCounts Of(SplitDeclaration split, Evidence evidence) =>
        evidence.Leakage.SourcesOf(split.Name.Value) is { Rows: > 0 } counted ? counted : Declared(split);

    /// <summary>The split's <c>composition</c>.</summary>
    public static SourceCounts Declared(SplitDeclaration split) =>
        new(split.Name.Value, split.Composition.Sum(part => (double)part.Value.Value), [.. split.Composition.Select(part => part.Value)]);

    /// <summary>Every source that a composition or the data names.</summary>
    public static HashSet<string> Names(Strategy strategy, Evidence evidence) =>
        new(
            strategy.Splits.SelectMany(split => split.Composition.Select(part => part.Value.Key))
                .Concat(evidence.Leakage.Sources.SelectMany(split => split.Counts.Select(count => count.Key))),
            StringComparer.Ordinal);
}
