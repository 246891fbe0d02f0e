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
}
