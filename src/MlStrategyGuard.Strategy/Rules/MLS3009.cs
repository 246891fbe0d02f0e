namespace MlStrategyGuard.Rules;

/// <summary>Variance can't be told from mismatch without train_dev.</summary>
internal static class MLS3009
{
    public static IEnumerable<Finding> Check(Strategy strategy, Evidence evidence)
    {
        if (evidence.Ladder is { Dominant: { Cause: GapCause.VarianceOrMismatch } gap } ladder)
            yield return Finding.Of(nameof(MLS3009), gap.To.Span,
                $"{Diagnoses.Describe(ladder, gap)}, and train and dev come from different distributions, so this may be variance or data mismatch. "
                + "Measure the error on a train_dev set: rows drawn like train that were not trained on.");
    }
}
