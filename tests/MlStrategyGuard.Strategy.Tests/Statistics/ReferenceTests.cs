using System.Globalization;
using MlStrategyGuard.Statistics;
using Xunit;

namespace MlStrategyGuard.Strategy.Tests.Statistics;

/// <summary>Every figure of reference/reference.csv, which make_reference.py beside it computes.</summary>
public sealed class ReferenceTests
{
    private const double Tolerance = 1e-9;

    private static readonly Dictionary<string, Func<double[], double>> Functions = new(StringComparer.Ordinal)
    {
        ["LogGamma"] = a => SpecialFunctions.LogGamma(a[0]),
        ["RegularizedGammaP"] = a => SpecialFunctions.RegularizedGammaP(a[0], a[1]),
        ["RegularizedGammaQ"] = a => SpecialFunctions.RegularizedGammaQ(a[0], a[1]),
        ["RegularizedBeta"] = a => SpecialFunctions.RegularizedBeta(a[0], a[1], a[2]),
        ["InverseRegularizedBeta"] = a => SpecialFunctions.InverseRegularizedBeta(a[0], a[1], a[2]),
        ["NormalSurvival"] = a => SpecialFunctions.NormalSurvival(a[0]),
        ["NormalQuantile"] = a => SpecialFunctions.NormalQuantile(a[0]),
        ["Survival"] = a => ChiSquare.Survival(a[0], a[1]),
        ["UpperQuantile"] = a => ChiSquare.UpperQuantile(a[0], a[1]),
        ["NoncentralCdf"] = a => ChiSquare.NoncentralCdf(a[0], a[1], a[2]),
        ["NoncentralityLimit"] = a => ChiSquare.NoncentralityLimit(a[0], a[1], a[2]),
        ["NoncentralityForPower"] = a => ChiSquare.NoncentralityForPower(a[0], a[1], a[2]),
        ["Kolmogorov"] = a => Kolmogorov.Survival(a[0]),
        ["TwiceSmallerTail"] = a =>
            Hypergeometric.TwiceSmallerTail((long)a[0], (long)a[1], (long)a[2], (long)a[3]),
        ["ClopperPearsonLower"] = a => ClopperPearson.Lower((long)a[0], (long)a[1], a[2]),
        ["ClopperPearsonUpper"] = a => ClopperPearson.Upper((long)a[0], (long)a[1], a[2]),
        ["MoverLower"] = a => Mover.LowerOfDifference((long)a[0], (long)a[1], (long)a[2], (long)a[3], a[4]),
        ["MoverUpper"] = a => Mover.UpperOfDifference((long)a[0], (long)a[1], (long)a[2], (long)a[3], a[4]),
        ["WilsonLower"] = a => Wilson.Interval((long)a[0], (long)a[1], a[2]).Lower,
        ["WilsonUpper"] = a => Wilson.Interval((long)a[0], (long)a[1], a[2]).Upper,
    };

    private static readonly Lazy<List<Row>> Rows = new(Read);

    public static IEnumerable<TheoryDataRow<string>> Names() =>
        Functions.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Function_MatchesTheStoredFigures(string function)
    {
        var rows = Rows.Value.Where(row => row.Function == function).ToList();

        var wrong = rows
            .Select(row => (Row: row, Actual: Functions[function](row.Arguments)))
            .Where(pair => !(Error(pair.Actual, pair.Row.Expected) <= Tolerance))
            .Select(pair => string.Create(
                CultureInfo.InvariantCulture,
                $"({string.Join("; ", pair.Row.Arguments)}): {pair.Actual:R} instead of {pair.Row.Expected:R}"))
            .ToList();

        Assert.True(rows.Count >= 15, $"Only {rows.Count} rows for {function}.");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {rows.Count}:\n{string.Join("\n", wrong)}");
    }

    [Fact]
    public void StoredFigures_NameNoUnknownFunction()
    {
        Assert.All(Rows.Value, row => Assert.Contains(row.Function, Functions));
    }

    private static double Error(double actual, double expected) =>
        Math.Abs(actual - expected) / Math.Max(Math.Abs(expected), 1e-300);

    private static List<Row> Read() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Statistics", "reference", "reference.csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new Row(
                cells[0],
                [.. cells[1..^1].Where(cell => cell.Length > 0).Select(Number)],
                Number(cells[^1])))
            .ToList();

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private sealed record Row(string Function, double[] Arguments, double Expected);
}
