using static MlStrategyGuard.Engine.Tests.Leakage.Table;

namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class GiveawayTests
{
    private const string Binary = "version: 1\ntask: binary_classification\ndata: { label: y }";
    private const string Classes = "version: 1\ntask: multiclass_classification\ndata: { label: y }";
    private const string Regression = "version: 1\ntask: regression\ndata: { label: y }";

    [Fact]
    public void LevelThatGoesWithTheClass_IsFound()
    {
        var random = new Random(1);

        var found = Assert.Single(Find(Binary, 600, i => [i % 3 == 0 ? "declined" : i % 3 == 1 ? "paid" : "sent", $"{random.Next(9)}", i % 3 == 0 ? "1" : "0"]));

        Assert.Equal((GiveawayKind.Determines, "a", 600, 0), (found.Kind, found.Columns[0], found.Rows, found.Exceptions));
    }

    [Fact]
    public void NumberThatSeparatesTheClasses_IsFound()
    {
        var random = new Random(2);

        var found = Assert.Single(Find(Binary, 500, i => [Number((i % 2 * 10) + Normal(random)), Number(Normal(random)), $"{i % 2}"]));

        Assert.Equal((GiveawayKind.Separates, "a"), (found.Kind, found.Columns[0]));
        Assert.InRange(found.Area!.Value, 0.999, 1);
    }

    [Fact]
    public void NumberThatSeparatesAllOfSeveralClasses_IsFound()
    {
        var random = new Random(3);

        Assert.Equal(GiveawayKind.Separates, Assert.Single(Find(Classes, 600, i => [Number((i % 3) + (random.NextDouble() / 2)), "x", $"c{i % 3}"])).Kind);
    }

    [Theory]
    [InlineData("+")]
    [InlineData("−")]
    [InlineData("·")]
    [InlineData("/")]
    public void NumberMadeOfTwoColumns_IsFound(string sign)
    {
        var random = new Random(4);

        var found = Assert.Single(Find(Regression, 300, _ =>
        {
            var (a, b) = (random.Next(1, 500), random.Next(1, 500));
            return [$"{a}", $"{b}", Number(sign switch { "+" => a + b, "−" => a - b, "·" => a * b, _ => (double)a / b })];
        }));

        Assert.Equal((GiveawayKind.Formula, $"a {sign} b"), (found.Kind, found.Formula));
    }

    [Fact]
    public void LabelInOtherUnits_IsFound()
    {
        var random = new Random(5);

        var found = Assert.Single(Find(Regression, 300, _ =>
        {
            var celsius = 20 * random.NextDouble();
            return [Number((1.8 * celsius) + 32), Number(random.NextDouble()), Number(celsius)];
        }));

        Assert.Equal(["a"], found.Columns);
    }

    [Theory]
    [InlineData("2026-03-01")]
    [InlineData("7.5")]
    [InlineData("yes")]
    [InlineData("a text of several words that is never the same")]
    public void ColumnThatIsFilledForOneClassOnly_IsFound(string value)
    {
        var random = new Random(21);
        var found = Assert.Single(Find(Binary, 900, i =>
            [i % 3 == 0 ? value.StartsWith('a') ? $"{value} {random.NextInt64()}" : value : "", Number(Normal(random)), i % 3 == 0 ? "1" : "0"]));

        Assert.Equal((GiveawayKind.Presence, "a", 900, 0), (found.Kind, found.Columns[0], found.Rows, found.Exceptions));
    }

    [Fact]
    public void ColumnThatIsMostlyFilledForOneClass_IsSilent()
    {
        var random = new Random(22);

        Assert.Empty(Find(Binary, 2_000, i => [i % 3 == 0 ? random.Next(10) > 0 ? $"{random.Next(50)}" : "" : random.Next(10) == 0 ? $"{random.Next(50)}" : "", "x", i % 3 == 0 ? "1" : "0"]));
        Assert.Empty(Find(Binary, 2_000, i => [i % 3 == 0 && random.Next(3) == 0 ? "x" : "", "x", i % 3 == 0 ? "1" : "0"]));
        Assert.Empty(Find(Binary, 60, i => [i % 30 == 0 ? "x" : "", "x", i % 30 == 0 ? "1" : "0"]));
    }

    [Fact]
    public void ColumnThatFadesWhereRowsComeInGroups_IsSilent()
    {
        var random = new Random(6);
        string[] Row(int i, double helps) => [Number((helps * (i % 2)) + Normal(random)), $"u{i / 100}", $"{i % 2}"];

        Assert.Empty(new Table(Binary.Replace("label: y", "label: y, group: b"), "a", "b", "y")
            .With("train", Enumerable.Range(0, 1_500).Select(i => Row(i, 1.5))).With("test", Enumerable.Range(2_000, 1_500).Select(i => Row(i, 0))).Find().Giveaways);
    }

    [Fact]
    public void ColumnThatFadesOnTest_IsFound()
    {
        var random = new Random(6);
        string[] Row(int i, double helps) => [Number((helps * (i % 2)) + Normal(random)), Number(Normal(random)), $"{i % 2}"];

        var found = Assert.Single(new Table(Binary, "a", "b", "y")
            .With("train", Enumerable.Range(0, 1_500).Select(i => Row(i, 1.5))).With("test", Enumerable.Range(0, 1_500).Select(i => Row(i, 0))).Find().Giveaways);

        Assert.Equal((GiveawayKind.Fades, "a", "test"), (found.Kind, found.Columns[0], found.Other));
        Assert.True(found.Area > 0.8 && found.OtherArea < 0.6);
    }

    [Fact]
    public void GoodFeatures_AreSilent()
    {
        var random = new Random(7);

        Assert.Empty(Find(Binary, 3_000, i => [Number((i % 2 * 2.5) + Normal(random)), i % 2 == 1 && random.Next(10) < 9 ? "yes" : "no", $"{i % 2}"]));
    }

    [Fact]
    public void TinyData_IsSilent() =>
        Assert.Empty(Find(Binary, 40, i => [$"{i % 2}", Number((i % 2 * 5) + (i / 100.0)), $"{i % 2}"]));

    [Fact]
    public void SplitOfOneClass_IsSilent()
    {
        var random = new Random(10);

        Assert.Empty(Find(Classes, 200, _ => [Number(Normal(random)), $"l{random.Next(3)}", "c0"]));
    }

    [Fact]
    public void RunningNumberOfSortedRows_IsSilentWhenIgnored() =>
        Assert.Empty(Find("version: 1\ntask: binary_classification\ndata: { label: y, ignore: [a] }", 400, i => [$"{i}", "x", i < 200 ? "0" : "1"]));

    [Fact]
    public void ThingsWhoseClassIsKnown_AreSilent() =>
        Assert.Empty(Find(Binary, 1_000, i => [$"user{i % 100}", "x", i % 100 < 50 ? "0" : "1"]));

    [Fact]
    public void RareClassThatNothingTells_IsSilent()
    {
        var random = new Random(8);

        Assert.Empty(Find(Binary, 5_000, i => [$"l{random.Next(4)}", Number(Normal(random)), i % 500 == 0 ? "1" : "0"]));
    }

    [Fact]
    public void YesterdaysValue_IsSilent()
    {
        var random = new Random(9);
        var value = 100.0;

        Assert.Empty(Find(Regression, 800, _ =>
        {
            var before = value;
            value += 0.1 * Normal(random);
            return [Number(before), Number(random.NextDouble()), Number(value)];
        }));
    }

    [Fact]
    public void OneClassAmongSeveralThatIsSeparated_IsSilent()
    {
        var random = new Random(10);

        Assert.Empty(Find(Classes, 900, i => [Number((i % 3 == 0 ? 20 : 0) + Normal(random)), "x", $"c{i % 3}"]));
    }

    [Fact]
    public void SameTableInTwoSplits_NeverFades()
    {
        var random = new Random(11);
        for (var draw = 0; draw < 20; draw++)
        {
            string[][] Draw() => [.. Enumerable.Range(0, 400).Select(i => (string[])[Number((i % 2) + Normal(random)), Number(Normal(random)), $"{i % 2}"])];
            Assert.Empty(new Table(Binary, "a", "b", "y").With("train", Draw()).With("dev", Draw()).With("test", Draw()).Find().Giveaways);
        }
    }

    [Fact]
    public void LabelWithoutAValue_IsSilent() =>
        Assert.Empty(Find(Binary, 100, i => [$"l{i % 3}", $"{i / 7.0}", ""]));

    [Fact]
    public void Area_CountsTiesByHalf()
    {
        var area = Engine.Leakage.AreaUnderCurve.Of([1, 2, 2, 3], [false, false, true, true]);

        Assert.Equal(0.875, area.Value);
        Assert.Equal(0.03125, area.Variance); // Placements ¾ and 1 in each class: a variance of 1/32 over two rows, twice.
    }

    private static IReadOnlyList<LabelGiveaway> Find(string strategy, int rows, Func<int, string[]> row) =>
        new Table(strategy, "a", "b", "y").With("train", Enumerable.Range(0, rows).Select(row)).Find().Giveaways;
}
