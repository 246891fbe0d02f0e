namespace MlStrategyGuard.Rules;

/// <summary>A part of the guard can't run here, so nobody should take its silence for approval.</summary>
internal static class MLS0009
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        foreach (var split in strategy.Splits)
        {
            if (split.Query is { } query)
                yield return Finding.Of(nameof(MLS0009), query.Span,
                    $"this version of the guard can't query an engine; split '{split.Name.Value}' isn't checked. Export it to a CSV file and name that in 'files:'.") with
                {
                    Split = split.Name.Value,
                };
        }

        foreach (var unsupported in evidence.Unsupported)
            yield return Finding.Of(nameof(MLS0009), unsupported.Span, unsupported.Value);
    }
}
