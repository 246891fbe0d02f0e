using System.Globalization;
using MlStrategyGuard.Reading;

namespace MlStrategyGuard.Rules;

/// <summary>What MLS1001–1004 and MLS1020 have in common: a compared column put into words.</summary>
internal static class Shifts
{
    /// <summary>The columns of a comparison with a verdict, largest certain difference first.</summary>
    public static IEnumerable<ColumnComparison> With(this Comparison comparison, Verdict verdict) =>
        comparison.Columns
            .Where(column => column.Verdict == verdict)
            .OrderByDescending(column => column.Lower)
            .ThenByDescending(column => column.Estimate)
            .ThenBy(column => column.Column, StringComparer.Ordinal)
            .ThenBy(column => column.Aspect);

    /// <summary>A finding about a column of a comparison, at the node that the comparison is about.</summary>
    public static Finding About(
        string id, Strategy strategy, Comparison comparison, ColumnComparison column, string message) =>
        Finding.Of(id, Place(strategy, comparison), message) with
        {
            Split = Subject(comparison),
            ColumnName = column.Column,
            Subjects = [comparison.A, comparison.B, $"{comparison.A}/{comparison.B}"],
            Data =
            [
                new("a", comparison.A), new("b", comparison.B), new("lower", column.Lower),
                new("upper", column.IntervalUpper), new("tolerance", comparison.Tolerance),
                new("rows_a", column.RowsA), new("rows_b", column.RowsB),
            ],
        };

    /// <summary>
    /// What several columns show together, if that is worse than what each of them shows by itself; otherwise the
    /// columns have spoken.
    /// </summary>
    public static IEnumerable<JointComparison> JointlyWith(this Comparison comparison, Verdict verdict)
    {
        if (comparison.Joint is { IsSignificant: true } joint && joint.Verdict == verdict
            && comparison.Columns.All(column => column.Verdict < verdict))
            yield return joint;
    }

    /// <summary>A finding about several columns of a comparison, at the node that the comparison is about.</summary>
    public static Finding About(
        string id, Strategy strategy, Comparison comparison, JointComparison joint, string message) =>
        Finding.Of(id, Place(strategy, comparison), message) with
        {
            Split = Subject(comparison),
            Subjects = [comparison.A, comparison.B, $"{comparison.A}/{comparison.B}", .. Involved(joint)],
            Data =
            [
                new("a", comparison.A), new("b", comparison.B), new("lower", joint.Lower),
                new("upper", joint.IntervalUpper), new("tolerance", comparison.Tolerance),
                new("rows_a", joint.RowsA), new("rows_b", joint.RowsB), new("columns", string.Join(", ", Involved(joint))),
            ],
        };

    /// <summary>Where a comparison's findings stand: dev's or train_dev's key, or the second split's distribution.</summary>
    public static SourceSpan Place(Strategy strategy, Comparison comparison)
    {
        var split = strategy.Split(Subject(comparison));
        return comparison.Reason == ComparisonReason.SameDistribution && split?.Distribution is { } distribution
            ? distribution.Span
            : split?.Name.Span ?? SourceSpan.FileStart;
    }

    /// <summary>The split that is to blame first.</summary>
    public static string Subject(Comparison comparison) =>
        comparison.Reason == ComparisonReason.DevAndTest ? comparison.A : comparison.B;

    /// <summary><c>'age' moved by at least 4.0 points (18 – 25: 5.0 % → 10.0 %; 99 % interval 4.0–6.0, …)</c>.</summary>
    public static string AtLeast(Comparison comparison, ColumnComparison column) =>
        $"{Name(column)} moved by at least {Points(column.Lower)} points ({Detail(comparison, column)})";

    /// <summary><c>'age' moved by 4.0 to 6.0 points (…)</c>.</summary>
    public static string Between(Comparison comparison, ColumnComparison column) =>
        $"{Name(column)} moved by {Range(column.Lower, column.IntervalUpper)} points ({Detail(comparison, column)})";

    /// <summary><c>no single column shows it: 'a' and 'b' together moved by at least 4.0 points (…)</c>.</summary>
    public static string AtLeast(Comparison comparison, JointComparison joint) =>
        $"{Together(comparison, joint)} by at least {Points(joint.Lower)} points ({Detail(comparison, joint)})";

    /// <summary><c>no single column shows it: 'a' and 'b' together moved by 4.0 to 6.0 points (…)</c>.</summary>
    public static string Between(Comparison comparison, JointComparison joint) =>
        $"{Together(comparison, joint)} by {Range(joint.Lower, joint.IntervalUpper)} points ({Detail(comparison, joint)})";

    /// <summary>A share as points, to a tenth.</summary>
    public static string Points(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A share as points, without a needless tenth.</summary>
    public static string Limit(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A number of rows with thousands separators.</summary>
    public static string Rows(long rows) => rows.ToString("N0", CultureInfo.InvariantCulture);

    private static string Range(double lower, double upper) =>
        $"{(lower < 0.0005 ? "at most" : $"{Points(lower)} to")} {Points(upper)}";

    private static string Together(Comparison comparison, JointComparison joint)
    {
        var alone = comparison.Columns.Any(column => column.Verdict >= Verdict.Shifted)
            ? "several columns show more than each by itself" : "no single column shows it";
        return joint.Movers.Count > 0 && joint.Pairs.Count > 0
            ? $"{alone}: {Quoted([joint.Pairs[0].First, joint.Pairs[0].Second])} together moved"
            : $"{alone}: a classifier tells the rows of both apart by {Quoted([.. joint.Features.Select(feature => feature.Key)])}; they moved";
    }

    private static string Quoted(IReadOnlyList<string> names)
    {
        const int Most = 4;
        var shown = names.Take(Most).Select(name => $"'{Texts.Shorten(name)}'").ToList();
        if (names.Count > Most)
            shown.Add($"{(names.Count - Most).ToString(CultureInfo.InvariantCulture)} more");
        return shown.Count < 2 ? string.Concat(shown) : string.Join(", ", shown.Take(shown.Count - 1)) + " and " + shown[shown.Count - 1];
    }

    private static IEnumerable<string> Involved(JointComparison joint) =>
        joint.Pairs.SelectMany(pair => new[] { pair.First, pair.Second })
            .Concat(joint.Features.Select(feature => feature.Key)).Distinct(StringComparer.Ordinal);

    private static string Name(ColumnComparison column)
    {
        var name = $"'{Texts.Shorten(column.Column)}'";
        return column.Aspect switch
        {
            ColumnAspect.Missing => $"the share of missing values of {name}",
            ColumnAspect.Length => $"the length of {name}",
            ColumnAspect.NewLevel => $"the share of rows with a rare level of {name} that only one split has",
            ColumnAspect.NonAscii => $"the share of characters of {name} that aren't ASCII",
            ColumnAspect.Words => $"the words of {name}",
            ColumnAspect.Weekday => $"the day of the week of {name}",
            ColumnAspect.Hour => $"the hour of {name}",
            ColumnAspect.Stray => $"the share of values of {name} that aren't {(column.Kind == ColumnKind.Date ? "dates" : "numbers")}",
            _ => name,
        };
    }

    private static string Detail(Comparison comparison, JointComparison joint)
    {
        var movers = Moved(joint.Movers);
        return $"{movers}{(movers.Length > 0 ? "; " : "")}{Limit(comparison.Confidence)} % interval "
            + $"{Points(joint.Lower)}–{Points(joint.IntervalUpper)}, {Rows(joint.RowsA)} + {Rows(joint.RowsB)} rows, "
            + $"tolerance {Limit(comparison.Tolerance)} points";
    }

    private static string Moved(IReadOnlyList<MovedShare> movers) => string.Join(", ", movers.Select(mover =>
        $"{Texts.Shorten(mover.Name)}: {Points(mover.ShareA)} % → {Points(mover.ShareB)} %"));

    private static string Detail(Comparison comparison, ColumnComparison column)
    {
        var movers = Moved(column.Movers);
        var relative = column.RelativeLimit is { } limit ? $", relative limit {Points(limit)} points" : "";
        return $"{movers}{(movers.Length > 0 ? "; " : "")}{Limit(comparison.Confidence)} % interval "
            + $"{Points(column.Lower)}–{Points(column.IntervalUpper)}, {Rows(column.RowsA)} + {Rows(column.RowsB)} rows, "
            + $"tolerance {Limit(comparison.Tolerance)} points{relative}";
    }
}
