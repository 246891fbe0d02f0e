using System.Globalization;
using MlStrategyGuard.Reading;
using MlStrategyGuard.Rules;

namespace MlStrategyGuard.Engine.Reports.Html;

/// <summary>Figures and names as the page writes them, in the invariant culture.</summary>
internal static class Words
{
    /// <summary><c>1 column</c>, <c>1,200 columns</c>.</summary>
    public static string Count(long number, string what) => $"{Show.Count(number)} {what}{(number == 1 ? "" : "s")}";

    /// <summary>A share as percent to a tenth: <c>9.2 %</c>.</summary>
    public static string Percent(double share) => $"{Tenth(share)} %";

    /// <summary>A share as percent to a tenth, without the sign.</summary>
    public static string Tenth(double share) => (Math.Round(share * 100, 1) + 0.0).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>Two ends of an interval of shares: <c>9.1–9.3 %</c>.</summary>
    public static string Between(double lower, double upper) => $"{Tenth(lower)}–{Tenth(upper)} %";

    /// <summary>A number of any metric to four significant digits or so.</summary>
    public static string Plain(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 1e-4 or >= 1e9 => value.ToString("0.###e+0", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.####", CultureInfo.InvariantCulture),
        < 1000 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("#,##0", CultureInfo.InvariantCulture),
    };

    /// <summary>A foreign name, cut to a length that fits.</summary>
    public static string Name(string name) => Texts.Shorten(name) is { Length: > 0 } some && !string.IsNullOrWhiteSpace(some) ? some : "(no name)";

    /// <summary>A text in a picture, cut so that it fits on a phone.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    /// <summary>A split as people write it.</summary>
    public static string Split(string name) => Show.Words(Name(name));

    /// <summary>A sentence's first letter in upper case; a name such as <c>train_dev</c> stays as it is written.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 || text.Split(' ')[0].Contains('_') ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What of a column was compared, behind its name; empty for the values themselves.</summary>
    public static string Aspect(ColumnAspect aspect) => aspect switch
    {
        ColumnAspect.Values => "",
        ColumnAspect.Missing => "missing or not",
        ColumnAspect.Length => "length of the text",
        ColumnAspect.Stray => "values of another kind",
        ColumnAspect.NewLevel => "new rare levels",
        ColumnAspect.NonAscii => "characters beyond ASCII",
        ColumnAspect.Words => "words",
        ColumnAspect.Weekday => "day of the week",
        _ => "hour",
    };

    /// <summary>A verdict on a pair or a column.</summary>
    public static string Verdict(Verdict verdict) => verdict switch
    {
        MlStrategyGuard.Verdict.Different => "different",
        MlStrategyGuard.Verdict.Shifted => "shifted",
        MlStrategyGuard.Verdict.Same => "the same",
        _ => "no shift found",
    };

    /// <summary>How grave a verdict is, as a class of the style.</summary>
    public static string Class(Verdict verdict) => verdict switch
    {
        MlStrategyGuard.Verdict.Different => "error",
        MlStrategyGuard.Verdict.Shifted => "warning",
        MlStrategyGuard.Verdict.Same => "good",
        _ => "info",
    };

    /// <summary>The knobs of a stage, as words: <c>bigger network, better optimizer, train longer</c>.</summary>
    public static string Knobs(GapCause cause) => KnobCatalogue.Recommend(Diagnoses.StageOf(cause)).Replace('_', ' ');
}
