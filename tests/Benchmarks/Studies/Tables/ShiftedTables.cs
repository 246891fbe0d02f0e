using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.Tables;

/// <summary>Tables whose test split differs in a known way.</summary>
internal static class ShiftedTables
{
    private const string Binary = "version: 1\ntask: binary_classification\ndata: { label: label }\n";
    private const string Classes = "version: 1\ntask: multiclass_classification\ndata: { label: label }\n";

    private static readonly Shares Five = new([0.4, 0.3, 0.15, 0.1, 0.05]);

    /// <summary>A label that moves among 20 columns that don't.</summary>
    public static Recipe Label(string name, double dev, double test) =>
        new(name, "a binary label and 19 columns that stay", Binary, (dice, n, m) => new Splits(Plain(dice, n, dev, 0, 0), Plain(dice, m, test, 0, 0)));

    /// <summary>Among 20 columns that stay one shifts: 12 numbers, 4 of levels, 4 with missing values.</summary>
    /// <param name="name">The recipe's name.</param>
    /// <param name="mean">The shift of the mean of a normal column, in standard deviations.</param>
    /// <param name="scale">How many times wider it gets.</param>
    /// <param name="level">How much of the first level of five goes to the second.</param>
    public static Recipe OneColumn(string name, double mean = 0, double scale = 1, double level = 0) =>
        new(name, "one of 20 columns", Binary, (dice, n, m) =>
            new Splits(Plain(dice, n, 0.3, 0, 0), Plain(dice, m, 0.3, mean, level, scale)));

    /// <summary>Two of 20 normal columns are correlated otherwise; each alone stays as it is.</summary>
    public static Recipe Correlation(string name, double dev, double test) =>
        new(name, "two of 20 columns, each alone unchanged", Binary, (dice, n, m) => new Splits(Pair(dice, n, dev), Pair(dice, m, test)));

    /// <summary>Noise on the 16 numbers of a share of test's rows.</summary>
    public static Recipe Noise(string name, double share, double deviations) =>
        new(name, Benchmark, Classes, (dice, n, m) => new Splits(Standard(dice, n), Standard(dice, m, noiseShare: share, noise: deviations)));

    /// <summary>Test has lost a share of the rows of one class of five.</summary>
    public static Recipe KnockedOut(string name, double share) =>
        new(name, Benchmark, Classes, (dice, n, m) => new Splits(Standard(dice, n), Standard(dice, m, drop: (label, _) => label == 0 ? share : 0)));

    /// <summary>Test has lost a share of the rows with a positive first number.</summary>
    public static Recipe Subsampled(string name, double share) =>
        new(name, Benchmark, Classes, (dice, n, m) => new Splits(Standard(dice, n), Standard(dice, m, drop: (_, x) => x > 0 ? share : 0)));

    /// <summary>Every column moves by so much total variation, none more.</summary>
    public static Recipe Drift(string name, int columns, double by) =>
        new(name, $"{columns} columns, each by {by}", Binary, (dice, n, m) => new Splits(Drifted(dice, n, columns, 0), Drifted(dice, m, columns, by)));

    /// <summary>Nothing differs; all numbers.</summary>
    public static Recipe SameNumbers(int columns) => Recipe.Same($"{columns} numbers", "", Binary, (dice, rows) =>
    {
        var table = new TableBuilder(dice, rows);
        for (var i = 1; i <= columns; i++)
            table.Number($"x{i}", 4, _ => dice.Normal());
        return table.Build();
    });

    /// <summary>Nothing differs; levels.</summary>
    public static Recipe SameLevels(int columns, int levels) => Recipe.Same($"{columns} columns of {levels} levels", "", Binary, (dice, rows) =>
    {
        var table = new TableBuilder(dice, rows);
        for (var i = 1; i <= columns; i++)
            table.Level($"x{i}", levels, _ => dice.Below(levels));
        return table.Build();
    });

    /// <summary>Nothing differs; numbers, levels and missing values.</summary>
    public static Recipe SamePlain() =>
        Recipe.Same("20 columns of all kinds", "", Binary, (dice, rows) => Plain(dice, rows, 0.3, 0, 0));

    private const string Benchmark = "5 classes, 16 correlated numbers that depend on the class, 3 columns of 5 levels";

    private static Table Plain(Dice dice, int rows, double positive, double mean, double level, double scale = 1)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        table.Level("label", 2, _ => dice.Chance(positive) ? 1 : 0);
        table.Number("moved", 4, _ => mean + (scale * dice.Normal()));
        table.Level("moved_level", Five.Count, _ => Five.Draw(dice) is var drawn && drawn == 0 && dice.Chance(level / 0.4) ? 1 : drawn);
        for (var i = 1; i <= 6; i++)
            table.Number($"near{i}", 4, row => Math.Sqrt(0.5) * (f[row] + dice.Normal()));
        for (var i = 1; i <= 5; i++)
            table.Number($"skewed{i}", 3, _ => Math.Exp(dice.Normal()));
        for (var i = 1; i <= 3; i++)
            table.Level($"level{i}", Five);
        for (var i = 1; i <= 3; i++)
            table.Number($"gap{i}", 3, _ => dice.Chance(0.05 * i) ? double.NaN : dice.Normal());
        return table.Build();
    }

    private static Table Pair(Dice dice, int rows, double correlation)
    {
        var table = new TableBuilder(dice, rows);
        var first = table.Number("x1", 4, _ => dice.Normal());
        table.Number("x2", 4, row => (correlation * first[row]) + (Math.Sqrt(1 - (correlation * correlation)) * dice.Normal()));
        for (var i = 3; i <= 20; i++)
            table.Number($"x{i}", 4, _ => dice.Normal());
        table.Level("label", 2, _ => dice.Chance(0.3) ? 1 : 0);
        return table.Build();
    }

    private static Table Standard(
        Dice dice, int rows, double noiseShare = 0, double noise = 0, Func<int, double, double>? drop = null)
    {
        var label = new int[rows];
        var first = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            do
            {
                label[row] = dice.Below(5);
                first[row] = label[row] == 0 ? 1 + dice.Normal() : dice.Normal();
            }
            while (drop is not null && dice.Chance(drop(label[row], first[row])));
        }

        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        var noisy = table.Hidden(() => dice.Chance(noiseShare) ? noise : 0);
        table.Level("label", 5, row => label[row]);
        table.Number("x1", 4, row => first[row] + (noisy[row] * dice.Normal()));
        for (var i = 2; i <= 16; i++)
            table.Number($"x{i}", 4, row =>
                (label[row] == i % 5 ? 1 : 0) + (Math.Sqrt(0.3) * f[row]) + (Math.Sqrt(0.7) * dice.Normal()) + (noisy[row] * dice.Normal()));
        for (var i = 1; i <= 3; i++)
            table.Level($"level{i}", 5, row => dice.Chance(0.3) ? label[row] : Five.Draw(dice));
        return table.Build();
    }

    private static Table Drifted(Dice dice, int rows, int columns, double by)
    {
        // The total variation of N(0,1) and N(μ,1) is 2Φ(μ/2) − 1 ≈ μ/√(2π).
        var mean = by * Math.Sqrt(2 * Math.PI);
        var table = new TableBuilder(dice, rows);
        table.Level("label", 2, _ => dice.Chance(0.3 + by) ? 1 : 0);
        for (var i = 1; i < columns; i++)
        {
            if (i % 4 == 0)
                table.Level($"level{i}", Five.Count, _ => Five.Draw(dice) is var drawn && drawn == 0 && dice.Chance(by / 0.4) ? 1 : drawn);
            else if (i % 4 == 3)
                table.Number($"skewed{i}", 4, _ => Math.Exp(mean + dice.Normal()));
            else
                table.Number($"x{i}", 4, _ => mean + dice.Normal());
        }

        return table.Build();
    }
}
