namespace MlStrategyGuard.Rules;

/// <summary>Proportions odd for the amount of data.</summary>
internal static class MLS1012
{
    private const long Small = 10_000;
    private const long Large = 1_000_000;

    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var rows = strategy.Splits.ToDictionary(
            split => split.Name.Value, split => (double?)MLS1011.RowsOf(split, evidence));
        if (!rows.TryGetValue("train", out var train) || train is null
            || !rows.TryGetValue("dev", out var dev) || dev is null
            || !rows.TryGetValue("test", out var test) || test is null)
            yield break;

        var total = train.Value + dev.Value + test.Value;
        foreach (var (name, share) in new[] { ("dev", dev.Value / total), ("test", test.Value / total) })
        {
            var advice = total switch
            {
                <= Small when share < 0.1 => "with so little data 60/20/20 or 70/20/10 leaves enough to measure on",
                <= Small when share > 0.4 => "with so little data 60/20/20 or 70/20/10 leaves more to train on",
                >= Large when share > 0.1 => "with so much data 98/1/1 measures as well and leaves more to train on",
                _ => null,
            };
            if (advice is not null)
                yield return Finding.Of(nameof(MLS1012), strategy.Split(name)!.Name.Span,
                    $"{name} has {Show.Percent(share)} of {Show.Count(total)} rows; {advice}. What counts is the difference that dev must resolve and the confidence that test must give.") with
                {
                    Split = name,
                };
        }
    }
}
