using System.Globalization;
using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.Tables;

/// <summary>Puts a table together, column by column.</summary>
/// <param name="dice">Where chance comes from.</param>
/// <param name="rows">The number of rows.</param>
internal sealed class TableBuilder(Dice dice, int rows)
{
    private static readonly DateTime FirstDay = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly List<Column> _columns = [];

    /// <summary>Adds a column of numbers; a NaN is a missing value.</summary>
    public double[] Number(string name, int decimals, Func<int, double> draw)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
            values[row] = Table.Round(draw(row), decimals);
        _columns.Add(new Numbers(name, values, decimals));
        return values;
    }

    /// <summary>Adds a column of levels; −1 is a missing value.</summary>
    public int[] Level(string name, int levels, Func<int, int> draw)
    {
        var codes = new int[rows];
        for (var row = 0; row < rows; row++)
            codes[row] = draw(row);
        _columns.Add(new Levels(name, codes, levels));
        return codes;
    }

    /// <summary>Adds a column of levels with given shares.</summary>
    public int[] Level(string name, Shares shares) => Level(name, shares.Count, _ => shares.Draw(dice));

    /// <summary>Adds a column of anything.</summary>
    public void Text(string name, Func<int, string> draw)
    {
        var values = new string[rows];
        for (var row = 0; row < rows; row++)
            values[row] = draw(row);
        _columns.Add(new Texts(name, values));
    }

    /// <summary>Adds days of two years, workdays more often.</summary>
    public void Day(string name) => Text(name, _ =>
    {
        var day = FirstDay.AddDays(dice.Below(731));
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && dice.Chance(0.5))
            day = day.AddDays(2);
        return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    });

    /// <summary>Adds times of two years to the second, mostly by day.</summary>
    public void Time(string name) => Text(name, _ =>
        FirstDay.AddDays(dice.Below(731)).AddSeconds(Math.Clamp(50_000 + (14_000 * dice.Normal()), 0, 86_399))
            .ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));

    /// <summary>A value for each row that isn't written.</summary>
    public double[] Hidden(Func<double> draw)
    {
        var values = new double[rows];
        for (var row = 0; row < rows; row++)
            values[row] = draw();
        return values;
    }

    /// <summary>The table.</summary>
    public Table Build() => new(rows, _columns);
}
