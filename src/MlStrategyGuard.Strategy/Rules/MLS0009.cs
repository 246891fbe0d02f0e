namespace MlStrategyGuard.Rules;

/// <summary>A part of the guard can't run here, so nobody should take its silence for approval.</summary>
internal static class MLS0009
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (evidence.DataWasRead)
        {
            foreach (var unread in Files(strategy))
                yield return unread;
        }

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

    /// <summary>Files that later versions read.</summary>
    private static IEnumerable<Finding> Files(Strategy strategy)
    {
        var named = new[] { strategy.ErrorAnalysis?.File, strategy.Labels?.Audit?.File }.OfType<Marked<string>>();
        foreach (var file in named)
            yield return Finding.Of(nameof(MLS0009), file.Span,
                "this version of the guard doesn't read this file yet; figures that are declared beside it are checked.");
    }
}
