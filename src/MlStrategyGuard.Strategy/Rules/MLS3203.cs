namespace MlStrategyGuard.Rules;

/// <summary>Labels corrected in dev but not in test, or the other way round: they are no longer one distribution.</summary>
internal static class MLS3203
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.Labels is not { } labels)
            yield break;

        var dev = labels.Corrected.FirstOrDefault(split => split.Value == "dev");
        var test = labels.Corrected.FirstOrDefault(split => split.Value == "test");
        if ((dev is null) != (test is null))
            yield return Finding.Of(nameof(MLS3203), (dev ?? test)!.Span,
                $"the labels of {(dev ?? test)!.Value} were corrected and those of {(dev is null ? "dev" : "test")} were not, so the two are no longer one distribution. Correct both by the same process.")
                with
            {
                Split = (dev ?? test)!.Value,
                Fix = labels.CorrectedPlace?.Add([.. labels.Corrected.Select(split => split.Value)], [dev is null ? "dev" : "test"]) is { } edit
                    ? new Fix($"add {(dev is null ? "dev" : "test")} to 'labels.corrected'", [edit])
                    : null,
            };
    }
}
