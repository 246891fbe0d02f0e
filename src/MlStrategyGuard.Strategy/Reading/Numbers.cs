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

    /// <summary>5000 as examples; 90 s, 5 min, 1 h or 2 d as seconds.</summary>
    public static bool TryAmount(string text, out Amount amount)
    {
        var trimmed = text.Trim();
        foreach (var (unit, seconds) in Units)
        {
            if (trimmed.EndsWith(unit, StringComparison.Ordinal)
                && TryShare(trimmed.Substring(0, trimmed.Length - unit.Length), out var number)
                && trimmed.IndexOf('%') < 0 && number >= 0 && !double.IsInfinity(number * seconds))
            {
                amount = new Amount(number * seconds, IsDuration: true);
                return true;
            }
        }

        var isCount = TryCount(trimmed, out var count);
        amount = new Amount(count, IsDuration: false);
        return isCount;
    }

    private static readonly (string Unit, double Seconds)[] Units =
    [
        ("seconds", 1), ("second", 1), ("minutes", 60), ("minute", 60), ("min", 60), ("hours", 3_600), ("hour", 3_600),
        ("days", 86_400), ("day", 86_400), ("s", 1), ("h", 3_600), ("d", 86_400),
    ];
}
