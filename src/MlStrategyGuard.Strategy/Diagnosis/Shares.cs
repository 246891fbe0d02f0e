using MlStrategyGuard.Statistics;

namespace MlStrategyGuard;

/// <summary>Intervals of declared shares, whatever number of rows was declared.</summary>
internal static class Shares
{
    /// <summary>More rows than these make no difference, and Wilson's interval takes no more.</summary>
    private const long Most = 1_000_000_000_000;

    /// <summary>Wilson's interval of a share of 0–1 on at least one row.</summary>
    public static (double Lower, double Upper) Limits(double share, long rows, double confidence)
    {
        var counted = Math.Min(rows, Most);
        return Wilson.Interval((long)Math.Round(share * counted), counted, confidence);
    }
}
