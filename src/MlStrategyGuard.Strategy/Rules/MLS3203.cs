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
        // Some teams have no test set.
        var other = dev is null ? "dev" : "test";
        if ((dev is null) != (test is null) && (strategy.Splits.Count == 0 || strategy.Split(other) is not null))
            yield return Finding.Of(nameof(MLS3203), (dev ?? test)!.Span,
                $"the labels of {(dev ?? test)!.Value} were corrected and those of {other} were not, so the two are no longer one distribution. Correct both by the same process.")
                with
            {
                Split = (dev ?? test)!.Value,
                Fix = labels.CorrectedPlace?.Add([.. labels.Corrected.Select(split => split.Value)], [other]) is { } edit
                    ? new Fix($"add {other} to 'labels.corrected'", [edit])
                    : null,
            };
    }
}
