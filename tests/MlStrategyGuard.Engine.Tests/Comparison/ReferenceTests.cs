using System.Text.Json;
using MlStrategyGuard.Engine.Comparison;

namespace MlStrategyGuard.Engine.Tests.Comparison;

/// <summary>Figures of the comparison against scipy's; reference/make_reference.py made them.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Cases => [.. Read().Select(one => one.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void EveryFigure_EqualsScipys(string name)
    {
        var expected = Read().Single(one => one.GetProperty("name").GetString() == name);
        var alpha = expected.GetProperty("alpha").GetDouble();
        var test = TestOf(expected);

        AssertClose(expected, "estimate", test.Estimate);
        AssertClose(expected, "p", test.P);
        AssertClose(expected, "lower", test.Lower(alpha));
        AssertClose(expected, "upper", test.Upper(0.05));
        AssertClose(expected, "resolution", test.Resolution(alpha));
        if (expected.TryGetProperty("lower_by_level", out var byLevel))
            Assert.InRange(test.Lower(alpha), byLevel.GetDouble() - 1e-9, test.Estimate);
        Assert.InRange(test.Lower(alpha), 0, test.Estimate);
        Assert.InRange(test.IntervalUpper(alpha), test.Estimate, 1);
    }

    private static ColumnTest TestOf(JsonElement expected)
    {
        if (expected.GetProperty("kind").GetString() == "numeric")
            return new NumericTest("x", ColumnAspect.Values, false, ColumnKind.Numeric, Numbers("a"), Numbers("b"));

        var (a, b) = (Counts("a"), Counts("b"));
        return new LevelTest("x", ColumnAspect.Values, false, ColumnKind.Categorical, [.. a.Select((_, i) => $"x={i}")], a, b);

        double[] Numbers(string key) => [.. expected.GetProperty(key).EnumerateArray().Select(one => one.GetDouble())];
        long[] Counts(string key) => [.. expected.GetProperty(key).EnumerateArray().Select(one => one.GetInt64())];
    }

    private static void AssertClose(JsonElement expected, string key, double actual)
    {
        if (!expected.TryGetProperty(key, out var figure))
            return;
        var value = figure.GetDouble();
        Assert.True(Math.Abs(actual - value) <= 1e-9 * Math.Max(Math.Abs(value), 1e-290), $"{key}: {actual:R}, scipy {value:R}");
    }

    private static List<JsonElement> Read() =>
        [.. JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Comparison", "reference", "reference.json")))
            .RootElement.EnumerateArray()];
}
