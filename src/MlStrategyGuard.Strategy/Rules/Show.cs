using System.Globalization;

namespace MlStrategyGuard.Rules;

/// <summary>Figures in messages: one way for each kind, in the invariant culture.</summary>
internal static class Show
{
    /// <summary>A share as percent, to a tenth at least: 9.2 %, 0.55 %.</summary>
    public static string Percent(double share) => Number(share * 100, "0.0#") + " %";

    /// <summary>A difference of shares as points: 7.0.</summary>
    public static string Points(double share) => Number(share * 100, "0.0#");

    /// <summary>An end of an interval, as points to a tenth.</summary>
    public static string Limit(double share) => Number(share * 100, "0.0");

    /// <summary>A number as it was meant: 80, 0.912.</summary>
    public static string Plain(double value) => Number(value, Math.Abs(value) < 1e15 ? "0.######" : "0.###e+0");

    /// <summary>A declared figure as it was written, a computed one to four digits.</summary>
    public static string Figure(MeasuredFigure figure) =>
        Plain(figure.Computed is null ? figure.Value.Value : Math.Round(figure.Value.Value, 4));

    /// <summary>A count with thousands separators.</summary>
    public static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A gap in time: 7 days, 12 h, or a number in the times' own unit.</summary>
    public static string Gap(Amount amount) => amount switch
    {
        { IsDuration: false } => Plain(amount.Value),
        { Value: 86_400 } => "1 day",
        { Value: >= 86_400 } => Number(amount.Value / 86_400, "#,##0.##") + " days",
        _ => Amount(amount),
    };

    /// <summary>An amount: 10,000 h, 5 min or 5,000.</summary>
    public static string Amount(Amount amount) => amount switch
    {
        { IsDuration: false } => Count(amount.Value),
        { Value: >= 3_600 } => Number(amount.Value / 3_600, "#,##0.##") + " h",
        { Value: >= 60 } => Number(amount.Value / 60, "0.##") + " min",
        _ => Number(amount.Value, "0.##") + " s",
    };

    /// <summary>A rung or plan as people write it: train-dev.</summary>
    public static string Words(string snake) => snake.Replace('_', '-');

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
