using static MlStrategyGuard.Engine.Tests.Leakage.Table;

namespace MlStrategyGuard.Engine.Tests.Leakage;

public sealed class NearRowsTests
{
    private static readonly string[] Words =
        [.. "the a cat dog house river runs sleeps under over green old new quickly never always with without stone light door window summer rain".Split(' ')];

    [Fact]
    public void RowsWithALittleNoise_AreFound()
    {
        var random = new Random(1);
        var test = Numbers(random, 500);
        string[][] changed = [.. test[..100].Select(row => (string[])
            [Number(double.Parse(row[0], Invariant) * (1 + (1e-5 * Normal(random)))), Number(double.Parse(row[1], Invariant) * (1 + (1e-5 * Normal(random)))), row[2]])];

        var near = Assert.Single(Find([.. Numbers(random, 2_000), .. changed], test));

        Assert.Equal(("train", "test", null), (near.A, near.B, near.Text));
        Assert.InRange(near.Patterns, 90, 100);
        Assert.InRange(near.Expected, 20, 40);
    }

    [Fact]
    public void TextsWithAWordMore_AreFound()
    {
        var random = new Random(2);
        var test = Texts(random, 300);
        string[][] changed = [.. test[..60].Select(row => (string[])[row[0], row[1] + ", Really!", row[2]])];

        var near = Assert.Single(Find([.. Texts(random, 900), .. changed], test));

        Assert.Equal(("b", 60), (near.Text, near.Patterns));
    }

    [Fact]
    public void EqualRows_AreAnotherRules()
    {
        var random = new Random(3);
        var test = Numbers(random, 300);

        Assert.Empty(Find([.. Numbers(random, 900), .. test], test));
    }

    [Fact]
    public void RowsThatAreNearByNature_AreSilent()
    {
        var random = new Random(4);
        for (var draw = 0; draw < 30; draw++)
        {
            string[][] rows = [.. Enumerable.Range(0, 600).Select(_ => (string[])[Number(1 + (0.02 * random.NextDouble())), Number(5 + (0.1 * random.NextDouble())), "x"])];
            var (train, test) = Split(random, rows, 450);
            Assert.Empty(Find(train, test));
        }
    }

    [Fact]
    public void TextsOfOneTemplate_AreSilent()
    {
        var random = new Random(5);
        string[][] rows = [.. Enumerable.Range(0, 400).Select(i => (string[])["1", $"Dear customer, your order number {i} has been sent to you today by mail.", "x"])];
        var (train, test) = Split(random, rows, 300);

        Assert.Empty(Find(train, test));
    }

    [Fact]
    public void DifferentTexts_AreSilent()
    {
        var random = new Random(6);

        Assert.Empty(Find(Texts(random, 600), Texts(random, 300)));
    }

    [Fact]
    public void LevelsAndCounts_HaveNothingNear()
    {
        var random = new Random(7);
        string[][] Draw(int rows) => [.. Enumerable.Range(0, rows).Select(_ => (string[])[$"{random.Next(5)}", $"{random.Next(9)}", $"l{random.Next(4)}"])];

        Assert.Empty(Find(Draw(900), Draw(300)));
    }

    [Fact]
    public void OneSplit_HasNothingToMeet() =>
        Assert.Empty(new Table("version: 1", "a", "b", "c").With("dev", Numbers(new Random(8), 50)).Find().NearRows);

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static IReadOnlyList<NearRows> Find(string[][] train, string[][] test) =>
        new Table("version: 1", "a", "b", "c").With("train", train).With("test", test).Find().NearRows;

    private static string[][] Numbers(Random random, int rows) =>
        [.. Enumerable.Range(0, rows).Select(_ => (string[])[Number(Math.Exp(Normal(random))), Number(100 * Normal(random)), $"l{random.Next(3)}"])];

    private static string[][] Texts(Random random, int rows) =>
        [.. Enumerable.Range(0, rows).Select(i => (string[])
            [$"{random.Next(4)}", string.Join(' ', Enumerable.Range(0, 25).Select(_ => Words[random.Next(Words.Length)])), "x"])];
}
