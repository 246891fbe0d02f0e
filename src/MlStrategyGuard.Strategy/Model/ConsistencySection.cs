namespace MlStrategyGuard;

/// <summary>The file's <c>consistency:</c>: how alike splits must be.</summary>
public sealed record ConsistencySection
{
    /// <summary>Everything at its default.</summary>
    public static ConsistencySection Default { get; } = new();

    /// <summary>The largest share of rows that may differ, 0–1.</summary>
    public double Tolerance { get; init; } = 0.05;

    /// <summary>How sure a claim must be, 0–1; one minus it is the false-alarm rate of a pair of splits.</summary>
    public double Confidence { get; init; } = 0.99;

    /// <summary>How the splits were drawn.</summary>
    public SplitPolicy Policy { get; init; } = SplitPolicy.Random;

    /// <summary>
    /// The least gap in time between the end of training data and the start of dev and test: a duration where times are dates,
    /// in the times' own unit where they are numbers.
    /// </summary>
    public Marked<Amount>? Embargo { get; init; }
}
