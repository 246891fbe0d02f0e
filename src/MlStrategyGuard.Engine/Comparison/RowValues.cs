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

    /// <summary>What a test compares, row by row.</summary>
    public static RowValues? Of(ColumnTest test, SampledColumn? x, SampledColumn? y)
    {
        if (x is null || y is null)
            return null;
        var isDate = test.Kind == ColumnKind.Date;
        return test.Aspect switch
        {
            ColumnAspect.Missing => new(test.Column, [$"{test.Column} missing", $"{test.Column} present"], Present(x), Present(y)),
            ColumnAspect.Stray => new(test.Column,
                [$"{test.Column} not a {(isDate ? "date" : "number")}", $"{test.Column} a {(isDate ? "date" : "number")}"],
                IsNumber(x, isDate), IsNumber(y, isDate)),
            ColumnAspect.Length => new(test.Column, ColumnKind.Numeric, Lengths(x), Lengths(y)),
            _ when test.Kind is ColumnKind.Numeric or ColumnKind.Date => new(test.Column, test.Kind, Numbers(x, isDate), Numbers(y, isDate)),
            _ => OfLevels(test.Column, x, y),
        };
    }

    private static RowValues OfLevels(string column, SampledColumn x, SampledColumn y)
    {
        var (levelsX, codesX) = Texts(x);
        var (levelsY, codesY) = Texts(y);
        var levels = levelsX.Union(levelsY, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var places = levels.Select((level, i) => (level, i)).ToDictionary(pair => pair.level, pair => pair.i, StringComparer.Ordinal);
        var (ofX, ofY) = (levelsX.Select(level => places[level]).ToArray(), levelsY.Select(level => places[level]).ToArray());
        return new(column, [.. levels.Select(level => $"{column}={level}")],
            [.. codesX.Select(code => code < 0 ? -1 : ofX[code])], [.. codesY.Select(code => code < 0 ? -1 : ofY[code])]);
    }

    /// <summary>Levels and codes; numbers under their canonical spelling.</summary>
    private static (string[] Levels, int[] Codes) Texts(SampledColumn column)
    {
        if (column.Codes is { } codes)
            return (column.Levels!, codes);
        var values = column.Numbers!.Where(number => !double.IsNaN(number)).Distinct().ToArray();
        var places = values.Select((value, i) => (value, i)).ToDictionary(pair => pair.value, pair => pair.i);
        return ([.. values.Select(value => value.ToString("R", CultureInfo.InvariantCulture))],
            [.. column.Numbers!.Select(number => double.IsNaN(number) ? -1 : places[number])]);
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

    private static double[] Lengths(SampledColumn column)
    {
        var (levels, codes) = Texts(column);
        return [.. codes.Select(code => code < 0 ? double.NaN : levels[code].Length)];
    }

    private static double Parse(string text, bool isDate)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return isDate
            ? ValueParser.TryDate(bytes, out var ticks) ? ticks : double.NaN
            : ValueParser.TryNumber(bytes, out var number) ? number : double.NaN;
    }
}
