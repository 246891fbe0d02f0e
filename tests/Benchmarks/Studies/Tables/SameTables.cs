using System.Globalization;
using MlStrategyGuard.Studies.Data;

namespace MlStrategyGuard.Studies.Tables;

/// <summary>Tables whose splits come from one distribution: whatever alarms on them is wrong.</summary>
internal static class SameTables
{
    private const string Label = "version: 1\ntask: binary_classification\ndata: { label: label }\n";

    /// <summary>All of them, in the order of the report.</summary>
    public static IReadOnlyList<Recipe> All { get; } =
    [
        Recipe.Same("mixed", "50 columns: correlated, ties, heavy tails, 2 to 100,000 levels, dates, missing values", Label, Mixed),
        new("four splits", "the same as train, train-dev, dev and test, all declared to be alike: six pairs", Label, (dice, n, m) =>
            new Splits(Mixed(dice, n), Mixed(dice, m)) { Train = Mixed(dice, n), TrainDev = Mixed(dice, m) }),
        Recipe.Same("heavy", "20 columns: lognormal 2, Pareto 2, t with 2 degrees, with and without ties", Label, Heavy),
        Recipe.Same("levels", "20 columns of 2 to 100,000 levels, even and with long tails of rare ones", Label, ManyLevels),
        Recipe.Same("missing", "20 columns, 0.1 to 99 % missing, at random and by another column", Label, Missing),
        Recipe.Same("few values", "6 columns of 2 or 3 values: equal rows are everywhere", Label, FewValues),
        Recipe.Same("survey", "20 answers from 1 to 5 that go together, and a label: near-equal rows are everywhere", Label, Survey),
        Recipe.Same("sensor", "4 readings to a tenth that hang together closely: equal rows by chance", Label, Sensor),
        Recipe.Same("good features", "single columns that tell the label with an AUC of .9 to .98", Label, GoodFeatures),
        Recipe.Same("odd", "18 columns as files have them: dates and numbers with strays, constants, codes with zeros in front, percent signs, time zones", Label, Odd),
        Recipe.Same("weights", "20 columns and `weight:`, lognormal 2: few rows have most of it", "version: 1\ntask: binary_classification\ndata: { label: label, weight: weight }\n", Weighted),
        Recipe.Same("texts", "titles, comments, times, a key and a price", Label, WithTexts),
        new("groups", "20 columns, 10 rows a group on average, ICC .5, split by group, `group:` declared", "version: 1\ntask: binary_classification\ndata: { label: label, group: user }\n", Grouped(true)),
        new("groups, key not declared", "the same, `group:` not declared", Label, Grouped(true)),
        new("groups, no key", "the same, and no column tells the group", Label, Grouped(false)),
        new("groups, split by row", "the same rows shuffled and split by row, `group:` not declared", Label, ShuffledGroups),
    ];

    private static readonly Shares Five = new([0.4, 0.3, 0.15, 0.1, 0.05]);
    private static readonly Shares Twenty = Shares.Zipf(20, 0.7);
    private static readonly Shares Fifty = Shares.Even(50);
    private static readonly Shares TwoHundred = Shares.Zipf(200, 1);
    private static readonly Shares Thousand = Shares.Zipf(1_000, 1.2);
    private static readonly Shares HundredThousand = Shares.Zipf(100_000, 1);
    private static readonly Shares Words = Shares.Zipf(20_000, 1);
    private static readonly string[] WordNames = MakeWords(20_000);

    /// <summary>50 columns with the label.</summary>
    public static Table Mixed(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var (f, g) = (table.Hidden(dice.Normal), table.Hidden(dice.Normal));
        table.Level("label", 2, row => dice.Chance(1 / (1 + Math.Exp(1.5 - (0.5 * f[row]) - (0.3 * g[row])))) ? 1 : 0);
        for (var i = 1; i <= 6; i++)
            table.Number($"near{i}", 4, row => Math.Sqrt(0.5) * (f[row] + dice.Normal()));
        for (var i = 1; i <= 4; i++)
            table.Number($"far{i}", 4, row => (0.4 * f[row]) + (0.6 * g[row]) + dice.Normal());
        table.Number("uniform", 5, _ => dice.Uniform());
        table.Number("waiting", 3, _ => dice.Exponential());
        table.Number("two_humps", 3, _ => dice.Normal() + (dice.Chance(0.3) ? 5 : 0));
        table.Number("rounded", 0, row => 40 + (15 * f[row]) + (5 * dice.Normal()));
        table.Number("coarse", 1, row => g[row]);
        table.Number("visits", 0, _ => dice.Poisson(3));
        table.Number("claims", 0, _ => dice.Poisson(0.2));
        table.Number("often_zero", 2, _ => dice.Chance(0.8) ? 0 : 10 * dice.Exponential());
        for (var i = 1; i <= 2; i++)
            table.Number($"lognormal{i}", 2, row => Math.Exp(2 * (i == 1 ? dice.Normal() : g[row])));
        for (var i = 1; i <= 2; i++)
            table.Number($"pareto{i}", 3, _ => Math.Pow(1 - dice.Uniform(), -0.5));
        for (var i = 1; i <= 2; i++)
            table.Number($"student{i}", 3, _ => dice.StudentTwo());
        table.Level("half", 2, _ => dice.Chance(0.5) ? 1 : 0);
        table.Level("fifth", 2, row => f[row] + dice.Normal() > 1.2 ? 1 : 0);
        table.Level("seldom", 2, _ => dice.Chance(0.05) ? 1 : 0);
        table.Level("rare", 2, _ => dice.Chance(0.005) ? 1 : 0);
        for (var i = 1; i <= 3; i++)
            table.Level($"five{i}", Five);
        for (var i = 1; i <= 2; i++)
            table.Level($"twenty{i}", Twenty);
        table.Level("fifty", Fifty);
        table.Level("city", TwoHundred);
        for (var i = 1; i <= 2; i++)
            table.Level($"shop{i}", Thousand);
        table.Level("article", HundredThousand);
        table.Level("grade", 7, row => (int)Math.Clamp(3.5 + f[row], 0, 6));
        table.Day("day");
        table.Time("seen");
        table.Number("missing_1", 3, _ => dice.Chance(0.01) ? double.NaN : dice.Normal());
        table.Number("missing_10", 3, _ => dice.Chance(0.1) ? double.NaN : dice.Normal());
        table.Number("missing_50", 1, _ => dice.Chance(0.5) ? double.NaN : Math.Exp(dice.Normal()));
        table.Number("missing_90", 2, _ => dice.Chance(0.9) ? double.NaN : dice.Normal());
        table.Number("missing_high", 3, row => f[row] > 1 ? double.NaN : f[row] + dice.Normal());
        table.Level("missing_five", Five.Count, _ => dice.Chance(0.05) ? -1 : Five.Draw(dice));
        table.Level("missing_city", TwoHundred.Count, _ => dice.Chance(0.4) ? -1 : TwoHundred.Draw(dice));
        table.Level("missing_shop", Thousand.Count, row => g[row] > 0.5 ? -1 : Thousand.Draw(dice));
        return table.Build();
    }

    private static Table Heavy(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        table.Level("label", 2, _ => dice.Chance(0.3) ? 1 : 0);
        for (var i = 1; i <= 5; i++)
            table.Number($"lognormal{i}", i - 1, _ => Math.Exp(2 * dice.Normal()));
        for (var i = 1; i <= 5; i++)
            table.Number($"pareto{i}", i - 1, _ => Math.Pow(1 - dice.Uniform(), -0.5));
        for (var i = 1; i <= 5; i++)
            table.Number($"student{i}", i - 1, _ => dice.StudentTwo());
        for (var i = 1; i <= 4; i++)
            table.Number($"mostly_zero{i}", 2, _ => dice.Chance(0.2 * i) ? 0 : dice.StudentTwo());
        return table.Build();
    }

    private static Table ManyLevels(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        table.Level("label", Five);
        foreach (var (name, shares) in LevelShares)
            table.Level(name, shares);
        return table.Build();
    }

    private static readonly (string Name, Shares Shares)[] LevelShares =
    [
        ("even2", Shares.Even(2)), ("even5", Shares.Even(5)), ("even20", Shares.Even(20)), ("even50", Fifty),
        ("even200", Shares.Even(200)), ("even1000", Shares.Even(1_000)), ("even10000", Shares.Even(10_000)), ("even100000", Shares.Even(100_000)),
        ("tail20", Shares.Zipf(20, 2)), ("tail50", Shares.Zipf(50, 2)), ("tail200", TwoHundred), ("tail1000", Thousand),
        ("tail10000", Shares.Zipf(10_000, 1.1)), ("tail100000", HundredThousand), ("steep1000", Shares.Zipf(1_000, 3)),
        ("one_of_1000", new Shares([0.999, 0.001])), ("one_of_100", new Shares([0.99, 0.01])),
        ("dominated", new Shares([0.9, .. Enumerable.Repeat(0.0001, 1_000)])), ("three", new Shares([0.98, 0.015, 0.005])),
    ];

    private static Table Missing(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        table.Level("label", 2, row => f[row] + dice.Normal() > 1 ? 1 : 0);
        double[] shares = [0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99];
        foreach (var share in shares)
        {
            var name = share.ToString(CultureInfo.InvariantCulture)[2..];
            table.Number($"number_{name}", 3, _ => dice.Chance(share) ? double.NaN : dice.Normal());
            table.Level($"level_{name}", Five.Count, _ => dice.Chance(share) ? -1 : Five.Draw(dice));
        }

        table.Number("high", 3, row => f[row] > 1 ? double.NaN : f[row]);
        table.Number("low", 3, row => f[row] < -0.5 ? double.NaN : dice.Exponential());
        table.Level("by_label", Twenty.Count, row => f[row] > 0.5 ? -1 : Twenty.Draw(dice));
        return table.Build();
    }

    private static Table FewValues(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        table.Level("label", 2, row => f[row] + dice.Normal() > 0.5 ? 1 : 0);
        for (var i = 1; i <= 3; i++)
            table.Level($"yes{i}", 2, row => f[row] + dice.Normal() > 0.5 * i ? 1 : 0);
        table.Number("three", 0, _ => dice.Below(3));
        table.Level("unlike", 3, _ => dice.Chance(0.9) ? 0 : dice.Chance(0.7) ? 1 : 2);
        return table.Build();
    }

    private static Table Survey(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        table.Level("label", 2, row => f[row] + dice.Normal() > 1 ? 1 : 0);
        for (var i = 1; i <= 20; i++)
            table.Number($"answer{i}", 0, row => Math.Clamp(Math.Round(3 + (1.3 * f[row]) + (0.5 * dice.Normal())), 1, 5));
        return table.Build();
    }

    private static Table Sensor(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        table.Level("label", 2, row => f[row] + (0.5 * dice.Normal()) > 1 ? 1 : 0);
        for (var i = 1; i <= 4; i++)
            table.Number($"reading{i}", 1, row => 20 + (3 * f[row]) + (0.3 * dice.Normal()));
        return table.Build();
    }

    private static Table GoodFeatures(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var label = table.Level("label", 2, _ => dice.Chance(0.3) ? 1 : 0);

        // The AUC of two normals of one width is Φ(distance/√2).
        foreach (var (name, distance) in new[] { ("auc_90", 1.812), ("auc_95", 2.326), ("auc_98", 2.904) })
        {
            table.Number(name, 3, row => (distance * label[row]) + dice.Normal());
            table.Level(name + "_level", 8, row => (int)Math.Clamp(2 + (distance * label[row]) + dice.Normal(), 0, 7));
        }

        table.Level("nearly_always", 2, row => dice.Chance(0.03) ? 1 - label[row] : label[row]);
        table.Level("only_if_positive", 2, row => label[row] == 1 && dice.Chance(0.3) ? 1 : 0);
        return table.Build();
    }

    private static Table Odd(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        string Or(string value, double share, string other) => dice.Chance(share) ? other : value;
        string Day(int days) => $"2024-{1 + (dice.Below(days) / 28):00}-{1 + (dice.Below(days) % 28):00}";
        table.Level("label", 2, row => f[row] + dice.Normal() > 1 ? 1 : 0);
        table.Text("few_days", _ => Or(Day(5), 0.003, "unknown"));
        table.Text("some_days", _ => Or(Day(84), 0.002, "2024-13-01"));
        table.Text("one_day", _ => Or("2024-01-01", 0.001, "?"));
        table.Text("moment", _ => $"{Day(28)}T{dice.Below(24):00}:{dice.Below(60):00}:00{(dice.Chance(0.5) ? "Z" : "+02:00")}");
        table.Text("number_or_word", row => Or((f[row] + dice.Normal()).ToString("F2", CultureInfo.InvariantCulture), 0.004, "n.v."));
        table.Text("count_or_word", _ => Or(dice.Poisson(2).ToString(CultureInfo.InvariantCulture), 0.003, "many"));
        table.Text("half_words", _ => dice.Chance(0.5) ? "none" : dice.Poisson(50).ToString(CultureInfo.InvariantCulture));
        table.Text("postcode", _ => (1_000 + dice.Below(40)).ToString("00000", CultureInfo.InvariantCulture));
        table.Text("percent", row => $"{Math.Clamp(20 + (10 * f[row]), 0, 99).ToString("F0", CultureInfo.InvariantCulture)}%");
        table.Text("fine_percent", _ => $"{(100 * dice.Uniform()).ToString("F1", CultureInfo.InvariantCulture)}%");
        table.Text("money", _ => $"{dice.Below(100)},{dice.Below(100):00} EUR".Replace(',', '.'));
        table.Text("flag", _ => dice.Chance(0.3) ? "true" : "false");
        table.Text("constant", _ => "x");
        table.Text("nearly_constant", _ => Or("a", 0.002, "b"));
        table.Text("signed_zero", _ => dice.Chance(0.5) ? "0" : dice.Chance(0.5) ? "-0" : "0.0");
        table.Text("large", _ => (10_000_000_000_000_000 + dice.Below(1_000)).ToString(CultureInfo.InvariantCulture));
        table.Text("scientific", row => Math.Exp(20 * f[row]).ToString("E3", CultureInfo.InvariantCulture));
        return table.Build();
    }

    private static Table Weighted(Dice dice, int rows)
    {
        var heavy = Heavy(dice, rows);
        var weights = new TableBuilder(dice, rows);
        weights.Number("weight", 6, _ => Math.Exp(2 * dice.Normal()));
        return heavy with { Columns = [.. heavy.Columns, .. weights.Build().Columns] };
    }

    private static Table WithTexts(Dice dice, int rows)
    {
        var table = new TableBuilder(dice, rows);
        var f = table.Hidden(dice.Normal);
        table.Text("key", _ => dice.Bits().ToString("x16", CultureInfo.InvariantCulture) + "k");
        table.Level("label", 2, row => f[row] + dice.Normal() > 0.5 ? 1 : 0);
        table.Text("title", _ => Sentence(dice, 3 + dice.Poisson(2)));
        table.Text("comment", row => Sentence(dice, 10 + dice.Poisson(15 + (5 * Math.Max(0, f[row])))));
        table.Text("template", _ => $"{WordNames[Words.Draw(dice)]} ordered on {WordNames[dice.Below(7)]} was sent to {WordNames[100 + dice.Below(50)]} and paid by {WordNames[200 + dice.Below(5)]}");
        table.Time("sent");
        table.Number("price", 2, row => Math.Exp(f[row] + dice.Normal()));
        table.Level("country", TwoHundred);
        return table.Build();
    }

    private static string Sentence(Dice dice, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => WordNames[Words.Draw(dice)]));

    private static string[] MakeWords(int count)
    {
        string[] syllables = ["ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "wi", "zo", "ku", "la"];
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var word = syllables[i % 16] + syllables[i / 16 % 16];
            for (var rest = i / 256; rest > 0; rest /= 16)
                word += syllables[rest % 16];
            return word;
        })];
    }

    private static Func<Dice, int, int, Splits> Grouped(bool withKey) => (dice, n, m) =>
        new Splits(Groups(dice, n, withKey), Groups(dice, m, withKey));

    private static Splits ShuffledGroups(Dice dice, int n, int m)
    {
        var all = Groups(dice, n + m, true);
        var order = Enumerable.Range(0, n + m).ToArray();
        for (var i = order.Length - 1; i > 0; i--)
        {
            var j = dice.Below(i + 1);
            (order[i], order[j]) = (order[j], order[i]);
        }

        return new Splits(all.Take(order[..n]), all.Take(order[n..]));
    }

    /// <summary>Half of every column's variance is the group's.</summary>
    private static Table Groups(Dice dice, int rows, bool withKey)
    {
        var group = new int[rows];
        var names = new List<string>();
        for (var row = 0; row < rows; names.Add("u" + dice.Bits().ToString("x16", CultureInfo.InvariantCulture)))
        {
            for (var left = 1 + dice.Poisson(9); left > 0 && row < rows; left--)
                group[row++] = names.Count;
        }

        var table = new TableBuilder(dice, rows);
        if (withKey)
            table.Text("user", row => names[group[row]]);
        Func<int, double> Shared()
        {
            var effects = names.Select(_ => dice.Normal()).ToArray();
            return row => Math.Sqrt(0.5) * (effects[group[row]] + dice.Normal());
        }

        var liking = Shared();
        table.Level("label", 2, row => liking(row) > 0.8 ? 1 : 0);
        for (var i = 1; i <= 12; i++)
        {
            var value = Shared();
            table.Number($"x{i}", 4, value);
        }

        for (var i = 1; i <= 3; i++)
        {
            var value = Shared();
            table.Number($"skewed{i}", 3, row => Math.Exp(2 * value(row)));
        }

        for (var i = 1; i <= 4; i++)
        {
            var value = Shared();
            table.Level($"level{i}", 5, row => (int)Math.Clamp(2.5 + (1.2 * value(row)), 0, 4));
        }

        return table.Build();
    }
}
