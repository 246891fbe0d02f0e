using System.Globalization;

namespace MlStrategyGuard.Reading;

/// <summary>Numbers as people write them in the strategy file, in the invariant culture.</summary>
internal static class Numbers
{
    /// <summary>0.08, .08, 8e-2, 8% or 8 % as 0.08. NaN and infinity are none.</summary>
    public static bool TryShare(string text, out double value)
    {
        var trimmed = text.Trim();
        var percent = trimmed.EndsWith("%", StringComparison.Ordinal);
        if (percent)
            trimmed = trimmed.Substring(0, trimmed.Length - 1).TrimEnd();

        if (!double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            || double.IsNaN(value) || double.IsInfinity(value))
        {
            value = 0;
            return false;
        }

        // Through decimal, so that 8% is exactly what 0.08 is.
        if (percent)
            value = decimal.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
                ? (double)(exact / 100)
                : value / 100;
        return true;
    }

    /// <summary>5000, +5000, 5_000 or 5e3 as 5000.</summary>
    public static bool TryCount(string text, out long value)
    {
        value = 0;
        if (!decimal.TryParse(
                text.Replace("_", ""), NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number)
            || number < 0 || number > long.MaxValue || number != decimal.Truncate(number))
            return false;
        value = (long)number;
        return true;
    }
}
