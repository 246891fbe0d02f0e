using System.Globalization;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>Ranges of numbers and dates as messages name them.</summary>
internal static class NumberRange
{
    /// <summary>A bin, <c>30 &lt; age ≤ 35</c>.</summary>
    /// <param name="subject">What lies in it.</param>
    /// <param name="edges">Ascending edges, at least one; a bin holds what is at most its edge.</param>
    /// <param name="bin">The bin, from 0 to the number of edges.</param>
    /// <param name="kind">Numbers, or dates as ticks.</param>
    public static string Name(string subject, double[] edges, int bin, ColumnKind kind) =>
        Name(subject, edges, bin, bin, kind);

    /// <summary>Several neighbouring bins.</summary>
    /// <param name="subject">What lies in them.</param>
    /// <param name="edges">Ascending edges, at least one; a bin holds what is at most its edge.</param>
    /// <param name="first">The first bin, from 0.</param>
    /// <param name="last">The last bin, at most the number of edges.</param>
    /// <param name="kind">Numbers, or dates as ticks.</param>
    public static string Name(string subject, double[] edges, int first, int last, ColumnKind kind)
    {
        if (first == 0 && last == edges.Length)
            return subject;
        if (first == 0)
            return $"{subject} ≤ {Show(edges[last], kind)}";
        return last == edges.Length
            ? $"{subject} > {Show(edges[first - 1], kind)}"
            : $"{Show(edges[first - 1], kind)} < {subject} ≤ {Show(edges[last], kind)}";
    }

    /// <summary>A number, or a date given as ticks since year 1 in UTC.</summary>
    public static string Show(double value, ColumnKind kind)
    {
        if (kind != ColumnKind.Date)
            return value.ToString("G6", CultureInfo.InvariantCulture);
        var date = new DateTime((long)value, DateTimeKind.Utc);
        return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
