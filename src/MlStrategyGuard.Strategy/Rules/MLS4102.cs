namespace MlStrategyGuard.Rules;

/// <summary>Missing labels counted as negatives.</summary>
internal static class MLS4102
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (strategy.MultiTask?.MissingAreNegatives is { Value: true } negatives)
            yield return Finding.Of(nameof(MLS4102), negatives.Span,
                "a missing label isn't a negative one: the network learns that what nobody looked at isn't there. Mask missing labels, and sum the loss over those that are there.");
    }
}
