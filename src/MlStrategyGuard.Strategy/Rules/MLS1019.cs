namespace MlStrategyGuard.Rules;

/// <summary>Test looked at too often: several candidates scored on it.</summary>
internal static class MLS1019
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        var looks = strategy.Candidates.Where(LooksAtTest).ToList();
        if (looks.Count < 2)
            yield break;

        yield return Finding.Of(nameof(MLS1019), looks[1].Name.Span,
            $"{looks.Count} candidates are scored on test; whoever chooses among them has fitted the choice to the test set. "
            + "Compare candidates on dev, and score only the chosen one on test, once, at the end.") with
        {
            Split = "test",
            Data = [new("looks", looks.Count)],
        };
    }

    /// <summary>Latency, size and the like aren't fitted to a set by looking at them.</summary>
    private static bool LooksAtTest(Candidate candidate) =>
        candidate.Predictions.Any(file => file.Key == "test")
        || candidate.Measured.Any(figure => figure.On == "test" && MetricCatalogue.Find(figure.Metric.Value) is not { Tasks.Count: 0 });
}
