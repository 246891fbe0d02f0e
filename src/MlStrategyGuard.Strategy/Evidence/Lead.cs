namespace MlStrategyGuard;

/// <summary>Two candidates compared in the optimizing metric on the same rows of dev, by their predictions.</summary>
/// <param name="First">The first candidate's name.</param>
/// <param name="Second">The second one's.</param>
/// <param name="Difference">The first one's value minus the second's.</param>
/// <param name="Lower">Its lower limit at 95 %.</param>
/// <param name="Upper">Its upper limit.</param>
/// <param name="P">The probability of a difference this far from zero if there were none.</param>
/// <param name="Rows">The rows that both predict.</param>
public sealed record Lead(string First, string Second, double Difference, double Lower, double Upper, double P, long Rows)
{
    /// <summary>Whether one is better than the other beyond noise.</summary>
    public bool IsBeyondNoise => P < 0.05;

    /// <summary>The rows that would show a difference of this size in four cases out of five; null if there is none.</summary>
    public double? RowsNeeded => Difference == 0 || Upper <= Lower
        ? null
        : Rows * Math.Pow(2.8 * ((Upper - Lower) / (2 * 1.96)) / Difference, 2);
}
