using System.Globalization;
using System.Text;
using MlStrategyGuard.Engine.Data;

namespace MlStrategyGuard.Engine.Comparison;

/// <summary>One aspect of a column, a value for each row of two samples: numbers, or levels.</summary>
internal sealed class RowValues
{
    private RowValues(string column, ColumnKind kind, double[] a, double[] b) =>
        (Column, Kind, NumbersA, NumbersB) = (column, kind, a, b);

    private RowValues(string column, string[] levels, int[] a, int[] b) =>
        (Column, Kind, Levels, CodesA, CodesB) = (column, ColumnKind.Categorical, levels, a, b);

    /// <summary>The column's name.</summary>
    public string Column { get; }

    /// <summary>Numbers, dates or levels.</summary>
    public ColumnKind Kind { get; }

    /// <summary>The first sample's numbers, NaN where there is none; null for levels.</summary>
    public double[]? NumbersA { get; }

    /// <summary>The second sample's numbers.</summary>
    public double[]? NumbersB { get; }

    /// <summary>The first sample's levels, −1 where there is none; null for numbers.</summary>
    public int[]? CodesA { get; }

    /// <summary>The second sample's levels.</summary>
    public int[]? CodesB { get; }

    /// <summary>The names of the codes.</summary>
    public string[]? Levels { get; }

    /// <summary>The values in bins.</summary>
    public CodedColumn ToCoded() => NumbersA is null
        ? CodedColumn.OfLevels(Column, Levels!, CodesA!, Levels!, CodesB!)
        : CodedColumn.OfNumbers(Column, Kind, NumbersA, NumbersB!);

    /// <summary>What a test compares, row by row; null if single rows don't tell.</summary>
    public static RowValues? Of(ColumnTest test, SampledColumn? x, SampledColumn? y) => Of(test.Column, test.Aspect, test.Kind, x, y);

    /// <summary>An aspect of a column, row by row; null if single rows don't tell.</summary>
    public static RowValues? Of(string column, ColumnAspect aspect, ColumnKind kind, SampledColumn? x, SampledColumn? y)
    {
        if (x is null || y is null)
            return null;
        var isDate = kind == ColumnKind.Date;
        return aspect switch
        {
            ColumnAspect.Missing => new(column, [$"{column} missing", $"{column} present"], Present(x), Present(y)),
            ColumnAspect.Stray => new(column,
                [$"{column} not a {(isDate ? "date" : "number")}", $"{column} a {(isDate ? "date" : "number")}"],
                IsNumber(x, isDate), IsNumber(y, isDate)),
            ColumnAspect.Length => new(column, ColumnKind.Numeric, OfTexts(x, text => text.Length), OfTexts(y, text => text.Length)),
            ColumnAspect.NonAscii => new(column, ColumnKind.Numeric, OfTexts(x, NonAscii), OfTexts(y, NonAscii)),
            ColumnAspect.Weekday => new(column, [.. Enum.GetNames<DayOfWeek>().Select(day => $"{column} on {day}")],
                OfDates(x, time => (int)time.DayOfWeek), OfDates(y, time => (int)time.DayOfWeek)),
            ColumnAspect.Hour => new(column, [.. Enumerable.Range(0, 24).Select(hour => $"{column} at {hour.ToString("00", CultureInfo.InvariantCulture)}h")],
                OfDates(x, time => time.Hour), OfDates(y, time => time.Hour)),
            ColumnAspect.NewLevel or ColumnAspect.Words => null,
            _ when kind is ColumnKind.Numeric or ColumnKind.Date => new(column, kind, Numbers(x, isDate), Numbers(y, isDate)),
            _ => OfLevels(column, x, y),
        };
    }

    /// <summary>The first rows compared as independent ones; null if one sample has no value, or all have the same.</summary>
    public ColumnTest? ToTest(int rowsA, int rowsB, ColumnAspect aspect)
    {
        if (NumbersA is { } numbersA && NumbersB is { } numbersB)
        {
            var (a, b) = (Sorted(numbersA[..rowsA]), Sorted(numbersB[..rowsB]));
            return a.Length == 0 || b.Length == 0 || Math.Min(a[0], b[0]) == Math.Max(a[^1], b[^1])
                ? null
                : new NumericTest(Column, aspect, false, Kind, a, b);
        }

        var (countsA, countsB) = (Count(CodesA![..rowsA]), Count(CodesB![..rowsB]));
        return countsA.Sum() == 0 || countsB.Sum() == 0 || countsA.Zip(countsB).Count(pair => pair.First + pair.Second > 0) < 2
            ? null
            : new LevelTest(Column, aspect, false, ColumnKind.Categorical, Levels!, countsA, countsB);

        long[] Count(int[] codes)
        {
            var counts = new long[Levels!.Length];
            foreach (var code in codes.Where(code => code >= 0))
                counts[code]++;
            return counts;
        }

        static double[] Sorted(double[] values)
        {
            var present = values.Where(value => !double.IsNaN(value)).ToArray();
            Array.Sort(present);
            return present;
        }
    }

    private static RowValues OfLevels(string column, SampledColumn x, SampledColumn y)
    {
        // Dates in one sample and, for a value that is none, levels in the other.
        var areDates = x.Kind == ColumnKind.Date || y.Kind == ColumnKind.Date;
        var (levelsX, codesX) = Texts(x, areDates);
        var (levelsY, codesY) = Texts(y, areDates);
        var levels = levelsX.Union(levelsY, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var places = levels.Select((level, i) => (level, i)).ToDictionary(pair => pair.level, pair => pair.i, StringComparer.Ordinal);
        var (ofX, ofY) = (levelsX.Select(level => places[level]).ToArray(), levelsY.Select(level => places[level]).ToArray());
        return new(column, [.. levels.Select(level => $"{column}={level}")],
            [.. codesX.Select(code => code < 0 ? -1 : ofX[code])], [.. codesY.Select(code => code < 0 ? -1 : ofY[code])]);
    }

    /// <summary>Levels and codes; numbers and dates under one spelling.</summary>
    private static (string[] Levels, int[] Codes) Texts(SampledColumn column, bool areDates)
    {
        if (column.Codes is { } codes)
            return (areDates ? Array.ConvertAll(column.Levels!, level => ValueParser.TryDate(Encoding.UTF8.GetBytes(level), out var ticks) ? Text(ticks) : level) : column.Levels!, codes);
        var values = column.Numbers!.Where(number => !double.IsNaN(number)).Distinct().ToArray();
        var places = values.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);
        return ([.. values.Select(value => column.Kind == ColumnKind.Date ? Text(value) : value.ToString("R", CultureInfo.InvariantCulture))],
            [.. column.Numbers!.Select(number => double.IsNaN(number) ? -1 : places[number])]);

        static string Text(double ticks)
        {
            var date = new DateTime((long)ticks, DateTimeKind.Utc);
            return date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
        }
    }

    private static int[] Present(SampledColumn column) => column.Codes is { } codes
        ? [.. codes.Select(code => code < 0 ? 0 : 1)]
        : [.. column.Numbers!.Select(number => double.IsNaN(number) ? 0 : 1)];

    private static int[] IsNumber(SampledColumn column, bool isDate)
    {
        if (column.Codes is null)
            return [.. column.Numbers!.Select(number => double.IsNaN(number) ? -1 : 1)];
        var ofLevel = column.Levels!.Select(level => double.IsNaN(Parse(level, isDate)) ? 0 : 1).ToArray();
        return [.. column.Codes.Select(code => code < 0 ? -1 : ofLevel[code])];
    }

    private static double[] Numbers(SampledColumn column, bool isDate)
    {
        if (column.Numbers is { } numbers)
            return numbers;
        var ofLevel = column.Levels!.Select(level => Parse(level, isDate)).ToArray();
        return [.. column.Codes!.Select(code => code < 0 ? double.NaN : ofLevel[code])];
    }

    private static double[] OfTexts(SampledColumn column, Func<string, double> measure)
    {
        var (levels, codes) = Texts(column, areDates: false);
        var ofLevel = levels.Select(measure).ToArray();
        return [.. codes.Select(code => code < 0 ? double.NaN : ofLevel[code])];
    }

    private static double NonAscii(string text) => text.Length == 0 ? 0 : (double)text.Count(c => c > 127) / text.Length;

    private static int[] OfDates(SampledColumn column, Func<DateTime, int> part) =>
        [.. Numbers(column, isDate: true).Select(ticks => double.IsNaN(ticks) ? -1 : part(new DateTime((long)ticks, DateTimeKind.Utc)))];

    private static double Parse(string text, bool isDate)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return isDate
            ? ValueParser.TryDate(bytes, out var ticks) ? ticks : double.NaN
            : ValueParser.TryNumber(bytes, out var number) ? number : double.NaN;
    }
}
